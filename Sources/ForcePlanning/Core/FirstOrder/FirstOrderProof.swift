import LinearProgramming

/// Drives a first-order run on until its plan and its prices prove each other.
///
/// After every so many steps the units on tours are scaled down to a plan that keeps every limit, and the
/// prices give a bound over all possible tours. The best of either stay; they need not come from the same
/// step. Tours that price out join the pool. Where the run has a guide, both are of the sum of goal and guide.
struct FirstOrderProof {
  /// The best plan, in tours and changes of task.
  private(set) var plan: [(column: MasterColumn, value: Double)] = []
  /// What that plan leaves missing, and what the guide counts of it.
  private(set) var shortfall = Double.infinity
  private(set) var guided = 0.0
  /// The prices of the best bound.
  private(set) var prices: RowPrices
  /// The value that no plan can be below.
  private(set) var bound = -Double.infinity

  /// Gap of plan and bound at which they prove each other; within that of the certificate, which looks at
  /// more tours and at rounding.
  private static let closedGap = 6e-7
  /// With a guide, the same as a part of what the guide counts: so little of the sum that no method comes nearer.
  private static let closedGapOfGuided = 2e-3
  /// Steps between two looks at plan and bound.
  private static let stepsPerLook = 2000
  /// Looks after which a run is given up.
  private static let looks = 240
  /// Until few tours are missing, prices are to be right rather than units: they bring the tours in.
  static let balancingOfPrices = FirstOrderRun.Balancing.complementarity(ofUnits: 0.25)
  /// Tours whose reduced cost is above minus this, in typical costs, are not looked for: the bound allows for
  /// what they gain.
  private static let tolerance = 1e-7

  /// The sum of goal and guide at the plan.
  var value: Double { shortfall + guided }

  /// Whether plan and bound prove each other.
  var isClosed: Bool {
    value - bound <= max(Self.closedGap * max(1, value), Self.closedGapOfGuided * guided)
  }

  /// So many tours are missing for each pledge, at most, where the pool is taken for nearly complete; with a guide more,
  /// for then hardly two tours cost the same, and steps find the last ones slowly.
  private static let fewPerPledge = (alone: 0.05, guided: 0.5)

  /// Takes steps until the proof is closed, a limit stops it, or it is given up.
  ///
  /// Once the pool is nearly complete, the interior-point method takes the place of steps, where equations are given and
  /// as long as it finds its way; with a guide once, for it would come no nearer. `report` is told the values of plan and
  /// bound after every look, and after each step of that method that has come close enough to have bounds.
  ///
  /// - Complexity: O(looks x (steps x (tours in the pool + rows) + routes x periods²)).
  init(
    by run: FirstOrderRun, costUnit: Double, equations: (any NormalEquationsProvider)?,
    limits: SolveLimits, report: (_ value: Double, _ bound: Double) -> Void = { _, _ in }
  ) {
    prices = run.rowPrices
    run.balancing = Self.balancingOfPrices
    var optimiser = equations.map { PoolOptimiser($0) }
    var isNearlyComplete = false
    let fewPerPledge = run.guide > 0 ? Self.fewPerPledge.guided : Self.fewPerPledge.alone
    for _ in 0..<Self.looks {
      let (oldValue, oldBound) = (value, bound)
      let isOptimal =
        isNearlyComplete
        && optimiser?.optimise(
          run, costUnit: costUnit, value: oldValue, bound: oldBound, tolerance: Self.tolerance,
          limits: limits
        ) { search in
          improveBound(by: search, of: run)
          report(oldValue, bound)
        } == true
      if !isOptimal {
        run.iterate(Self.stepsPerLook, until: 0, limits: limits)
        optimiser?.forget()
      }
      improveBound(by: run.search(tolerance: 0), of: run)
      let feasible = run.feasiblePlan()
      let cost = feasible.cost(level: run.goal, guide: run.guide)
      if cost.shortfall + cost.guided < value {
        (shortfall, guided, plan) = (cost.shortfall, cost.guided, feasible.columns)
      }
      report(value, bound)
      if isClosed || limits.shouldStop() || (isOptimal && run.guide > 0) { break }
      let missing = run.missingTours(tolerance: Self.tolerance * costUnit)
      if isOptimal { run.add(missing) } else { run.takeIn(missing) }
      if missing.count < run.network.pledges.count {
        run.balancing = .complementarity(ofUnits: 1)
      }
      // An optimum over the pool that brought plan and bound no nearer would not do so the next time.
      isNearlyComplete =
        (!isOptimal || value - bound < oldValue - oldBound)
        && Double(missing.count) <= fewPerPledge * Double(run.network.pledges.count)
    }
  }

  private mutating func improveBound(by search: ColumnSearch, of run: FirstOrderRun) {
    let newBound = search.lagrangianBound(level: run.goal, layout: run.layout)
    if newBound > bound { (bound, prices) = (newBound, search.table.prices) }
  }
}
