import LinearProgramming

/// Where the exact solver begins: the columns and rows that a first-order run says the optimum needs,
/// and its prices.
///
/// The run alternates between steps over a pool of tours and a search for tours that its prices say are
/// missing, until few are. What carries units and what has a price then is close to a basis of the
/// optimum, so that the simplex method has little left to do. Where rows are so many that it would take
/// long all the same, runs first try to prove their own plans.
struct FirstOrderStart {
  /// Tours and retaskings that carry units; none where nothing is left to solve.
  let columns: [MasterColumn]
  /// Rows with a price.
  let rows: [Int]
  /// Prices at the end of the run, or of its best bound.
  let prices: RowPrices
  /// Prices that prove the levels which are settled, one after the other; the last one may be cut short.
  let proofs: [RowPrices]
  /// Whether all levels are settled, and none is cut short.
  let isComplete: Bool
  /// The plan of the level, and that of a sum in which the next level weighs a little, as far as they were sought.
  private let plans: [FirstOrderProof]
  /// What the next level weighs in that sum.
  private let weightOfEffort: Double
  private let run: FirstOrderRun

  /// Rounds of steps and searches, at most.
  private static let rounds = 60
  /// The same where a proof follows, which searches on.
  private static let roundsBeforeProof = 20
  /// Steps between two searches.
  private static let stepsPerRound = 150
  /// The same where pledges are so many that a sample of them comes first: a search takes as long as these.
  private static let stepsPerRoundOfMany = 300
  /// Steps once the pool is complete, at most, for each row with a price: the more rows there are, the
  /// more the simplex method is spared by a good start.
  private static let finalStepsPerRow = 1.5
  /// Relative length of a step at which the run is close enough.
  private static let closeEnough = 1e-7
  /// Tours and rows that all final steps together may pass, so that they end in half a minute.
  private static let mostFinalWork = 1_500_000_000
  /// Rounds after which tours that are not wanted leave the pool.
  private static let roundsBetweenDrops = 4

  /// What the next level weighs in a sum with this one, as a part of the guide: so little that hardly more is missing.
  private static let partOfGuide = 0.05
  /// What more may be missing in a plan that serves the next level as well, as a part.
  private static let mostLoss = 1e-5

  /// Runs the method on one level.
  ///
  /// `guide` is the weight of the guide in the cost, `costUnit` the size of a typical cost of the level.
  /// Where the run has `rowsToProve` rows or more, it is to prove its own plan; `provesEffort` says that the next and
  /// last level is the effort, for which another run then does the same. Where a limit stops it early, what was found
  /// by then is given.
  ///
  /// - Complexity: O(steps x (tours in the pool + rows) + rounds x routes x periods).
  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel], level: Int, guide: Double,
    costUnit: Double, threads: Int, limits: SolveLimits, rowsToProve: Int, provesEffort: Bool,
    equations: (any NormalEquationsProvider)?, reporter: inout ProgressReporter
  ) {
    let run = FirstOrderRun(
      network: network, layout: layout, levels: levels, level: level, guide: guide,
      threads: threads)
    self.run = run
    let weight = Self.partOfGuide * guide
    weightOfEffort = weight
    if run.rows.count < rowsToProve {
      (plans, proofs) = ([], [])
      Self.completePool(
        of: run, rounds: Self.rounds, steps: Self.stepsPerRound, costUnit: costUnit,
        limits: limits)
    } else {
      func prove(by run: FirstOrderRun, report: (Double, Double) -> Void) -> FirstOrderProof {
        Self.prepareProof(by: run, costUnit: costUnit, limits: limits)
        return FirstOrderProof(
          by: run, costUnit: costUnit, equations: equations, limits: limits, report: report)
      }
      run.guide = 0
      let first = prove(by: run) { value, bound in
        reporter.offer(level, of: levels, value: { value }, bound: { bound })
      }
      if first.isClosed, provesEffort {
        let runOfBoth = FirstOrderRun(
          network: network, layout: layout, levels: levels, level: level, guide: weight,
          threads: threads)
        let both = prove(by: runOfBoth) { value, bound in
          reporter.offer(
            level + 1, of: levels, value: { (value - first.value) / weight },
            bound: { max(0, bound - first.value) / weight })
        }
        plans = [first, both]
        proofs = [first.prices, both.prices.counted(in: level + 1, weighing: weight)]
      } else {
        plans = [first]
        proofs = first.isClosed ? [first.prices] : []
      }
      if first.isClosed || limits.shouldStop() {
        prices = first.prices
        (rows, columns) = ([], [])
        isComplete = first.isClosed && (!provesEffort || !limits.shouldStop())
        return
      }
    }
    isComplete = false
    run.guide = guide
    run.balancing = .ways
    let finalSteps = max(
      100,
      min(
        Int(Self.finalStepsPerRow * Double(run.pricedRows.count)),
        Self.mostFinalWork / (run.tours.count + run.rows.count)))
    run.iterate(finalSteps, until: Self.closeEnough, limits: limits)
    rows = run.pricedRows
    columns = run.columnsInUse
    prices = run.rowPrices
  }

  /// Rows that the run has.
  var rowCount: Int { run.rows.count }

  /// A plan that keeps every limit.
  ///
  /// - Complexity: that of `FirstOrderRun.feasiblePlan`, where there is no proof.
  func feasiblePlan() -> SpreadPlan {
    guard let first = plans.first else {
      return SpreadPlan(columns: run.feasiblePlan().columns, guide: 0, bound: -.infinity)
    }
    guard let both = plans.dropFirst().first,
      both.shortfall <= (1 + Self.mostLoss) * first.shortfall
    else { return SpreadPlan(columns: first.plan, guide: 0, bound: first.bound) }
    return SpreadPlan(columns: both.plan, guide: weightOfEffort, bound: both.bound)
  }

  /// Brings a run as near an optimum as a proof asks for to begin with.
  private static func prepareProof(
    by run: FirstOrderRun, costUnit: Double, limits: SolveLimits
  ) {
    guard let sample = PledgeSample(of: run.network) else {
      run.balancing = FirstOrderProof.balancingOfPrices
      completePool(
        of: run, rounds: roundsBeforeProof, steps: stepsPerRound, costUnit: costUnit,
        limits: limits)
      return
    }
    let sampleRun = run.ofSample(sample.network)
    for start in [sampleRun, run] {
      start.holdsPrices = true
      if start === run { run.begin(atPricesOf: sampleRun) }
      completePool(
        of: start, rounds: rounds, steps: stepsPerRoundOfMany, costUnit: costUnit, limits: limits)
    }
  }

  /// Takes steps and looks for tours in turn, until few are missing.
  private static func completePool(
    of run: FirstOrderRun, rounds: Int, steps: Int, costUnit: Double, limits: SolveLimits
  ) {
    for round in 1...rounds {
      if limits.shouldStop() { break }
      let missing = run.missingTours(tolerance: 1e-5 * costUnit)
      guard round == 1 || missing.count > run.network.fewTours else { break }
      run.takeIn(missing)
      run.iterate(min(steps, 10 + run.tours.count / 20), until: closeEnough, limits: limits)
      if round.isMultiple(of: roundsBetweenDrops) {
        run.drop(costingMoreThan: 1e-4 * costUnit)
      }
    }
  }
}
