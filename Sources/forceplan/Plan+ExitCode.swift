import CommandLineTools
import ForceModel

extension Plan {
  /// How the tool ends with this plan.
  var exitCode: ExitCode {
    switch status {
    case .optimal, .feasible: .done
    case .infeasible: .infeasible
    case .limit: .limit
    case .invalid: .certificateFailed
    }
  }
}
