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

  /// What to try where this leaves doubt; nil: nothing more.
  ///
  /// - Complexity: counts the possible tours before the last attempt.
  func next(in network: DeploymentNetwork) -> SolveAttempt? {
    if origin != nil { return SolveAttempt(origin: nil, precision: .usual) }
    guard precision == .usual, network.tourCount() <= Self.tooManyTours else { return nil }
    return SolveAttempt(origin: nil, precision: .exact)
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
  /// does not, one that is proven than one that is not, then the one with the smaller gap, the first goal's first.
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
    case .failure: 0
    case .success(let solved):
      switch solved.plan.status {
      case .invalid: 1
      case .limit: 2
      case .feasible: 3
      case .optimal, .infeasible: 4
      }
    }
  }
}
