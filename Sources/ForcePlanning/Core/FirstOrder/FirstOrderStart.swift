import LinearProgramming

/// Where the exact solver begins: the columns and rows that a first-order run says the optimum needs,
/// and its prices.
///
/// The run alternates between steps over a pool of tours and a search for tours that its prices say are
/// missing, until few are. What carries units and what has a price then is close to a basis of the
/// optimum, so that the simplex method has little left to do. Where rows are so many that it would take
/// long all the same, the run first tries to prove its own plan.
struct FirstOrderStart {
  /// Tours and retaskings that carry units; none where nothing is left to solve.
  let columns: [MasterColumn]
  /// Rows with a price.
  let rows: [Int]
  /// Prices at the end of the run, or of its best bound.
  let prices: RowPrices
  /// Whether plan and prices prove each other, so that nothing is left to solve.
  let isProven: Bool
  private let run: FirstOrderRun
  private let proof: FirstOrderProof?

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

  /// Runs the method on one level.
  ///
  /// `guide` is the weight of the guide in the cost, `costUnit` the size of a typical cost of the level.
  /// Where the run has `rowsToProve` rows or more, it is to prove its own plan. Where a limit stops it
  /// early, what was found by then is given.
  ///
  /// - Complexity: O(steps x (tours in the pool + rows) + rounds x routes x periods).
  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel], level: Int, guide: Double,
    costUnit: Double, threads: Int, limits: SolveLimits, rowsToProve: Int,
    equations: (any NormalEquationsProvider)?, reporter: inout ProgressReporter
  ) {
    let run = FirstOrderRun(
      network: network, layout: layout, levels: levels, level: level, guide: guide,
      threads: threads)
    self.run = run
    let seeksProof = run.rows.count >= rowsToProve
    if seeksProof {
      run.guide = 0
      run.balancing = FirstOrderProof.balancingOfPrices
    }
    if seeksProof, let sample = PledgeSample(of: network) {
      run.balancing = .ways
      let sampleRun = FirstOrderRun(
        network: sample.network,
        layout: RowLayout(network: sample.network, levels: levels, holdsGoals: false),
        levels: levels, level: level, guide: 0, threads: threads)
      for start in [sampleRun, run] {
        start.holdsPrices = true
        if start === run { run.begin(atPricesOf: sampleRun) }
        Self.completePool(
          of: start, rounds: Self.rounds, steps: Self.stepsPerRoundOfMany, costUnit: costUnit,
          limits: limits)
      }
    } else {
      Self.completePool(
        of: run, rounds: seeksProof ? Self.roundsBeforeProof : Self.rounds,
        steps: Self.stepsPerRound, costUnit: costUnit, limits: limits)
    }
    var proof: FirstOrderProof?
    if seeksProof {
      proof = FirstOrderProof(by: run, costUnit: costUnit, equations: equations, limits: limits) {
        value, bound in
        reporter.offer(level, of: levels, value: { value }, bound: { bound })
      }
    }
    self.proof = proof
    isProven = proof?.isClosed ?? false
    if let proof, isProven || limits.shouldStop() {
      prices = proof.prices
      (rows, columns) = ([], [])
      return
    }
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

  /// Tours and units of a plan that keeps every limit.
  ///
  /// - Complexity: that of `FirstOrderRun.feasiblePlan`, where there is no proof.
  func feasiblePlan() -> [(column: MasterColumn, value: Double)] {
    proof?.plan ?? run.feasiblePlan().columns
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
