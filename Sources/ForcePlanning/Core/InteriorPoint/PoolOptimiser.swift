import LinearProgramming

/// Moves a first-order run to an optimum over its pool by an interior-point method.
///
/// A run comes within a thousandth of an optimum soon and then hardly nearer. The interior-point method goes the rest of
/// the way in some thirty factorisations, and from where it was on its way the next time, when tours have come that
/// were missing.
struct PoolOptimiser {
  private let provider: any NormalEquationsProvider
  /// The last program and the optimum that was found for it.
  private var last: (pool: PoolProgram, end: InteriorPoint)?
  /// Points on the way to it, each at a tenth of the distance of the one before.
  private var path: [(distance: Double, point: InteriorPoint)] = []
  /// The gap of plan and bound, as a part of the plan's value, below which the next attempt is made.
  private var mostGap = 3e-3

  /// Steps after which an optimum is given up.
  private static let steps = 100
  /// The distance from an optimum at which a point is taken for it, as a part of the goal.
  private static let closeEnough = 1e-7
  /// The same, as a part of the gap of the run: while that is wide, tours are missing, and more digits are wasted.
  private static let closeEnoughOfGap = 0.01
  /// The same where no factors are found any more.
  private static let closeEnoughToStay = 1e-4
  /// The least part of its mean cost that a price may move by.
  private static let leastReach = 1e-3
  /// How many times the gap of the run, as parts, that is at least.
  private static let reachPerGap = 3.0
  /// How many times what prices may move by tours without units may cost that are kept.
  private static let reachesKept = 3.0
  /// How many times the gap of the run a point is to be away from its optimum where the next one is begun.
  private static let distancePerGap = 10.0

  /// Creates an optimiser that takes its equations from a provider.
  init(_ provider: any NormalEquationsProvider) { self.provider = provider }

  /// Moves the run to an optimum over its pool; false where the run is too far from one, where no factors were found, or
  /// where a limit stopped it, and then the run stays where it is.
  ///
  /// `value` and `bound` are the best that are known of the goal, `costUnit` is what a unit costs on a typical tour. Tours
  /// that carry nothing and cost much leave the pool.
  ///
  /// - Complexity: O(some tens of factorisations of the normal equations).
  mutating func optimise(
    _ run: FirstOrderRun, costUnit: Double, value: Double, bound: Double, limits: SolveLimits
  ) -> Bool {
    let goal = max(1, value)
    let gap = (value - bound) / goal
    guard gap <= mostGap else { return false }
    let reach = max(Self.leastReach, Self.reachPerGap * gap)
    // Tours that cost too much make factors several times as large. Those that are wanted after all are found again.
    if last == nil { run.drop(costingMoreThan: Self.reachesKept * reach * costUnit) }
    guard let pool = PoolProgram(of: run, reach: reach, after: last) else { return false }
    do throws(EngineFailure) {
      let equations = provider.equations(
        rowCount: pool.program.rowCount, columns: pool.program.columns)
      let near = path.last { $0.distance > Self.distancePerGap * gap * goal }
      var point: InteriorPoint
      if let last, let near {
        point = pool.start(equations, from: near.point, of: last.pool)
      } else {
        point = pool.start(equations)
      }
      guard
        try approach(
          from: &point, in: pool, goal: goal,
          closeEnough: goal * max(Self.closeEnough, Self.closeEnoughOfGap * gap), limits: limits)
      else {
        return giveUp(until: gap / 2)
      }
      pool.move(run, to: point)
      last = (pool, point)
      return true
    } catch .aborted {
      // More memory will not come.
      return giveUp(until: -.infinity)
    } catch {
      return giveUp(until: gap / 2)
    }
  }

  /// Has the next attempt begin anew: the run has moved by steps since the last one, and many tours may have come.
  mutating func forget() { (last, path) = (nil, []) }

  /// The next attempt is made when plan and bound are this close.
  private mutating func giveUp(until gap: Double) -> Bool {
    mostGap = gap
    forget()
    return false
  }

  /// Moves a point to an optimum, with the path kept; false where it does not come there.
  private mutating func approach(
    from point: inout InteriorPoint, in pool: PoolProgram, goal: Double, closeEnough: Double,
    limits: SolveLimits
  ) throws(EngineFailure) -> Bool {
    path = []
    var distance = point.distance(costOfMissing: pool.meanCost)
    let first = distance
    for _ in 0..<Self.steps {
      if distance <= closeEnough { return true }
      // No comparison holds where numbers have run away.
      guard distance <= 100 * first, !limits.shouldStop() else { return false }
      if distance < 0.1 * (path.last?.distance ?? .infinity) { path.append((distance, point)) }
      do throws(EngineFailure) {
        try point.step()
      } catch .numericalTrouble where distance <= Self.closeEnoughToStay * goal {
        return true
      }
      distance = point.distance(costOfMissing: pool.meanCost)
    }
    return false
  }
}
