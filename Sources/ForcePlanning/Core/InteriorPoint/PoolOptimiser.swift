import LinearProgramming

/// Moves a first-order run to an optimum by an interior-point method.
///
/// A run comes within a thousandth of an optimum soon and then hardly nearer. The interior-point method goes the rest of
/// the way in some thirty steps, during which the last tours come in that are missing.
struct PoolOptimiser {
  private let provider: any NormalEquationsProvider
  /// The last way to an optimum, which the next one goes on from.
  private var path: CentralPath?
  /// The gap of plan and bound, as a part of the plan's value, below which the next attempt is made.
  private var mostGap = 3e-3

  /// The least part of its mean cost that a price may move by.
  private static let leastReach = 1e-3
  /// How many times the gap of the run, as parts, that is at least.
  private static let reachPerGap = 3.0
  /// How many times what prices may move by tours without units may cost that are kept.
  private static let reachesKept = 3.0

  /// Creates an optimiser that takes its equations from a provider.
  init(_ provider: any NormalEquationsProvider) { self.provider = provider }

  /// Moves the run to an optimum, or as far as a limit lets it; false where it is too far from one or none was found, and
  /// then it stays where it is.
  ///
  /// `value` and `bound` are the best that are known of the goal, `costUnit` is what a unit costs on a typical tour, and
  /// `tolerance` what part of it a tour gains at least that is missing. Tours that carry nothing and cost much leave the
  /// pool, those that are missing on the way join it. `look` is given the search at the prices of each step.
  ///
  /// - Complexity: O(some tens of factorisations of the normal equations and searches for tours).
  mutating func optimise(
    _ run: FirstOrderRun, costUnit: Double, value: Double, bound: Double, tolerance: Double,
    limits: SolveLimits, look: (ColumnSearch) -> Void
  ) -> Bool {
    let goal = max(1, value)
    let gap = (value - bound) / goal
    guard gap <= mostGap else { return false }
    let reach = max(Self.leastReach, Self.reachPerGap * gap)
    guard var path = way(of: run, goal: goal, reach: reach, costUnit: costUnit) else {
      return false
    }
    // The copy that is kept would double the memory of the one that goes on.
    self.path = nil
    let prices = Numbers(run.rows.count, of: 0.0)
    prices.copy(run.prices)
    do throws(EngineFailure) {
      guard
        try path.follow(costUnit: costUnit, tolerance: tolerance, limits: limits, look: look)
      else { throw .numericalTrouble("no way to an optimum") }
    } catch {
      run.prices.copy(prices)
      // More memory will not come.
      mostGap = if case .aborted = error { -.infinity } else { gap / 2 }
      return false
    }
    path.moveRun()
    self.path = path
    return true
  }

  /// The last way, renewed, or one that begins at the run's point.
  private func way(
    of run: FirstOrderRun, goal: Double, reach: Double, costUnit: Double
  ) -> CentralPath? {
    if var path { return path.renew(goal: goal, reach: reach) ? path : nil }
    // Tours that cost too much make factors several times as large. Those that are wanted after all are found again.
    run.drop(costingMoreThan: Self.reachesKept * reach * costUnit)
    return CentralPath(of: run, goal: goal, reach: reach, equations: provider)
  }

  /// Has the next attempt begin anew: the run has moved by steps since the last one, and many tours may have come.
  mutating func forget() { path = nil }
}
