import ForceModel
import LinearProgramming

/// A plan, and where the master program ended.
struct SolvedModel {
  let plan: Plan
  let state: MasterState?
}

/// One way to go about a model: most need the first only.
struct SolveAttempt {
  /// Where another model ended from which this one starts.
  let origin: MasterState?
  let precision: Precision

  /// What came of an attempt.
  typealias Outcome = Result<SolvedModel, any Error>

  /// So many possible tours that rational arithmetic would take too long.
  private static let tooManyTours = 20_000

  /// The attempts for a model, each meant for what the one before leaves in doubt.
  static func attempts(from origin: MasterState?, network: DeploymentNetwork) -> [SolveAttempt] {
    var attempts = [SolveAttempt(origin: origin, precision: .usual)]
    if origin != nil { attempts.append(SolveAttempt(origin: nil, precision: .usual)) }
    if network.tourCount() <= tooManyTours {
      attempts.append(SolveAttempt(origin: nil, precision: .exact))
    }
    return attempts
  }
}

extension SolveAttempt.Outcome {
  /// Whether rounding may be why this is not the best plan, or not proven to be.
  ///
  /// With whole units a gap is no sign of that: the program's bound seldom meets the best plan.
  func leavesDoubt(in model: PlanningModel) -> Bool {
    switch self {
    case .success(let solved):
      solved.plan.status == .invalid
        || (solved.plan.status == .feasible && !model.policy.wholeUnits)
    case .failure(EngineFailure.numericalTrouble): true
    case .failure: false
    }
  }

  /// Whether this is worth more than another outcome: a plan than none, one that keeps the limits than one that
  /// does not, one that is proven than one that is not, then the better goals.
  func isBetter(than other: Self) -> Bool {
    if rank != other.rank { return rank > other.rank }
    guard case .success(let one) = self, case .success(let two) = other else { return false }
    let gaps = zip(one.plan.goals, two.plan.goals).map {
      ($0.gap ?? .infinity, $1.gap ?? .infinity)
    }
    return gaps.first { $0 != $1 }.map { $0 < $1 } ?? false
  }

  private var rank: Int {
    switch self {
    case .failure(EngineFailure.lost): 0
    case .failure: 1
    case .success(let solved):
      switch solved.plan.status {
      case .invalid: 2
      case .limit: 3
      case .feasible: 4
      case .optimal, .infeasible: 5
      }
    }
  }
}
