public import ForceModel

extension PlanStatus {
  /// The exit code that stands for the status, which plan.json repeats (data-package.md, "Exit codes").
  public var exitCode: Int {
    switch self {
    case .optimal, .feasible: 0
    case .infeasible: 20
    case .limit: 22
    case .invalid: 40
    }
  }
}
