import LinearProgramming

/// The way of a point inside the programs of a growing pool to an optimum over all possible tours.
///
/// After each step the tours that are missing at its prices come in, and the point goes on in the larger program. Well
/// inside, prices are those of many good plans at once, and the few tours that are missing there are those that any of
/// these lack (Gondzio, González-Brevis and Munari 2013). At an optimum over the pool prices are one choice of many, and
/// with every new tour they become another: TM took more than nine optima to come to what one path finds.
struct CentralPath {
  private let run: FirstOrderRun
  private var pool: PoolProgram
  private var point: InteriorPoint
  /// The size of the goal's value.
  private var goal: Double
  /// The part of its mean cost that a price of a new row may move by.
  private var reach: Double

  /// Steps after which an optimum is given up.
  private static let steps = 100
  /// The distance at which a point is taken for an optimum.
  private static let closeEnough = 5e-7
  /// The same as a part of that at the beginning: a way that goes on from its last end is to come nearer.
  private static let closeEnoughOfFirst = 0.1
  /// The same where no factors are found any more.
  private static let closeEnoughToStay = 1e-4
  /// With a guide, the gap of a point that is near enough, and the steps that follow without coming half as near again:
  /// hardly two tours cost the same then, so that the reduced costs of tours that come late may take tens of small steps
  /// to be right, for the same plan.
  private static let gapWithGuide = 1e-6
  private static let lastSteps = 16
  /// How many times farther away a point may be than at the beginning, or than the goal is large.
  private static let mostRetreat = 100.0
  /// The gap of a point, as a part of the goal, from which on tours are looked for.
  private static let gapToSearch = 0.1
  /// The part of that gap, in typical costs, that a tour has to gain to be missing.
  private static let tolerancePerGap = 0.01

  /// Begins near a run's point; nil where its pool has no tours, or none that cost anything.
  init?(
    of run: FirstOrderRun, goal: Double, reach: Double,
    equations provider: any NormalEquationsProvider
  ) {
    guard let pool = PoolProgram(of: run, reach: reach) else { return nil }
    (self.run, self.pool, self.goal, self.reach) = (run, pool, goal, reach)
    point = pool.start(
      provider.equations(rowCount: pool.program.rowCount, columns: pool.program.columns))
  }

  /// Goes on with what is known of the goal by now, and with tours that have joined the run's pool; false where none of
  /// them cost anything.
  mutating func renew(goal newGoal: Double, reach newReach: Double) -> Bool {
    (goal, reach) = (newGoal, newReach)
    return enlarge()
  }

  /// Carries the point over to the program of the run's pool, which has grown; false where there is none.
  private mutating func enlarge() -> Bool {
    guard let larger = PoolProgram(of: run, reach: reach, after: (pool, point)) else {
      return false
    }
    (point, pool) = (larger.start(from: point, of: pool), larger)
    return true
  }

  /// Goes on until no tour is missing at an optimum, or a limit stops it; false where the point does not come near one.
  ///
  /// Tours join the run's pool, and its prices follow. `costUnit` is what a unit costs on a typical tour, and what a tour
  /// has to gain to be missing at an optimum is `tolerance` of it. `look` is given the search at the prices of each step.
  ///
  /// - Throws: `EngineFailure` where the equations have no factors.
  /// - Complexity: O(some tens of factorisations of the normal equations and searches for tours).
  mutating func follow(
    costUnit: Double, tolerance: Double, limits: SolveLimits, look: (ColumnSearch) -> Void
  ) throws(EngineFailure) -> Bool {
    let first = distanceOfPoint
    var distance = first
    let enough = min(Self.closeEnough, Self.closeEnoughOfFirst * first)
    var hasLooked = false
    var (nearest, stepsLeft) = (Double.infinity, Self.lastSteps)
    for _ in 0..<Self.steps {
      if limits.shouldStop() { return hasLooked }
      do throws(EngineFailure) {
        try point.step()
      } catch .numericalTrouble where distance <= Self.closeEnoughToStay {
        return true
      }
      distance = distanceOfPoint
      // No comparison holds where numbers have run away.
      guard distance <= Self.mostRetreat * max(1, first) else { return false }
      let gap = point.gap / goal
      guard gap <= Self.gapToSearch else { continue }
      pool.movePrices(of: run, to: point)
      look(run.search(tolerance: 0))
      hasLooked = true
      let missing = run.missingTours(
        tolerance: max(tolerance, Self.tolerancePerGap * gap) * costUnit)
      if run.guide > 0, gap <= Self.gapWithGuide {
        (nearest, stepsLeft) =
          distance <= nearest / 2 ? (distance, Self.lastSteps) : (nearest, stepsLeft - 1)
        if stepsLeft == 0 { return true }
      }
      if missing.isEmpty {
        if distance <= enough { return true }
      } else {
        run.add(missing)
        guard enlarge() else { return false }
      }
    }
    return false
  }

  /// How far the point is from an optimum over the pool, as a part of the goal.
  ///
  /// - Complexity: O(entries of the columns).
  private var distanceOfPoint: Double {
    point.distance(costOfMissing: pool.meanCost) / goal
  }

  /// Moves the run to the point where the way has come to.
  func moveRun() { pool.move(run, to: point) }
}
