import ForceModel
import LinearProgramming

/// A level that was solved: its prices and what they hold for.
struct SettledLevel {
  /// Prices that the engine gave, face rows included; right for the face of earlier levels only.
  let prices: RowPrices
  /// Prices that prove the level on their own: earlier goals enter with their weights.
  var proof: RowPrices
  /// Rows that are at their bound with a price, in the order of the layout, and the range of each one's
  /// bound; nil where the level was cut short.
  let ranges: [(row: Int, range: Bounds?)]?
  /// Rows whose bound is where a price changes, of which both sides are asked for, and the range of the price
  /// at hand.
  var corners: [(row: Int, range: Bounds)] = []
  /// The prices on each side of bounds at which a price changes, where they were looked for.
  var sides: [SidePrice] = []
  /// Prices within this count as none.
  let tolerance: Double
}

/// What the solver core hands over: a plan point and the prices of each level.
struct CoreResult {
  /// Units on tours, without those that carry none.
  var uses: [TourUse]
  /// The same in columns where the plan has no basis, and so spreads units over more tours than it needs to.
  var spread: SpreadPlan?
  /// Levels solved, first one first; fewer than there are where a limit stopped the solve.
  var levels: [SettledLevel]
  /// Whether every level was solved to its end.
  var isComplete: Bool
  /// Why there is no plan; nil where there is one.
  var contradiction: Contradiction?
  /// The rows that prices belong to.
  let layout: RowLayout
  var rounds: Int
}

/// Solves the levels one after the other by column generation, each on the optimal face of those before.
///
/// The restricted master holds the tours found so far; its prices rate every possible tour by running
/// sums; tours that price out join; when none does, the master's optimum is that of the full program
/// (Gilmore and Gomory 1961; formulation.md, "The solver core").
struct LexicographicSolver {
  let network: DeploymentNetwork
  let levels: [GoalLevel]
  let master: RestrictedMaster
  let limits: SolveLimits
  /// Threads that look for tours.
  let threads: Int
  /// So many rows of a first-order run that a basis would take minutes to find: where the shortfall is asked for alone
  /// or with the effort, runs are to prove their own plans.
  let rowsToProve: Int
  /// Iterations that the simplex method has for the first goal, and then for the second, where plans without a basis can
  /// take over.
  let iterationsBeforeProof: (first: Int, later: Int)
  /// What the interior-point method takes its equations from, which then helps the run; nil: there is none.
  private let equations: (any NormalEquationsProvider)?
  private let precision: Precision

  /// Rounds with the guide in the cost: it only has to show where to begin.
  private static let guidedRounds = 3
  /// Units or persons of more than this are no rounding.
  private static let surelyUsed = 1e-7
  /// Tours that one pledge may add in one round: few, for they make every later iteration dearer.
  private static let toursPerPledge = 1
  /// How many times as many rows as are worth proving without a basis leave no hope for one.
  private static let rowsWithoutHope = 2
  /// Steps that the dual simplex has, and more for each broken row, before the primal takes over.
  private static let dualSteps = (always: 50, perBrokenRow: 4)
  /// In a large master it has a step for so many rows, at the first level and at later ones, where that is more.
  private static let rowsPerDualStep = (first: 10, later: 2)

  private var taskFace: TaskFace
  /// The task face that each settled level was solved on.
  private var taskFaces: [TaskFace] = []
  private var faces: [LevelFace] = []
  /// Rows and static columns that each settled level holds.
  private var heldItems: [(rows: [Int], staticColumns: [Int])] = []
  private var settled: [SettledLevel] = []
  var lastUses: [TourUse] = []
  /// Prices near which tours are looked for, while they lead to some; nil: at the master's own.
  private var calmPrices: RowPrices?
  /// Prices of the last round at the objective at hand.
  private var lastPrices: RowPrices?
  private var rounds = 0
  /// The basis that was optimal for each settled level.
  private var bases: [Basis] = []
  /// The count of iterations at which the engine is stopped, for plans without a basis to take over.
  private var lastIteration = Int.max
  /// Columns of a plan that was proven without the master.
  private var columnsOfProof = 0
  /// Whether the ranges of prices are asked for.
  private let findsRanges: Bool
  /// Of which limits prices are asked for on both sides, where ranges are.
  let priceSides: PriceSides
  let enterStage: @Sendable (PlanningStage) -> Void
  var reporter: ProgressReporter

  init(
    network: DeploymentNetwork, levels: [GoalLevel], holdsGoals: Bool = false,
    engine: any LinearProgramEngine, limits: SolveLimits, threads: Int, rowsToProve: Int = 20_000,
    iterationsBeforeProof: (first: Int, later: Int) = (40_000, 100_000),
    equations: (any NormalEquationsProvider)? = nil, precision: Precision = .usual,
    findsRanges: Bool = true, priceSides: PriceSides = .none,
    enterStage: @escaping @Sendable (PlanningStage) -> Void = { _ in },
    reporter: ProgressReporter = ProgressReporter()
  ) throws(EngineFailure) {
    self.rowsToProve = rowsToProve
    self.iterationsBeforeProof = iterationsBeforeProof
    self.equations = equations
    self.network = network
    self.levels = levels
    self.limits = limits
    self.threads = threads
    self.precision = precision
    self.findsRanges = findsRanges
    self.priceSides = priceSides
    self.enterStage = enterStage
    self.reporter = reporter
    master = try RestrictedMaster(
      network: network, levels: levels, holdsGoals: holdsGoals, engine: engine)
    taskFace = TaskFace(network)
  }

  /// Solves all levels, from where another model ended that differs little if there is such.
  mutating func solve(from origin: MasterState? = nil) throws(EngineFailure) -> CoreResult {
    enterStage(.master)
    if let origin { try master.begin(from: origin) }
    if let obstacle = try placeFixedDeployments() { return obstacle }
    for level in levels.indices {
      lastPrices = nil
      if level == 0, origin == nil, let outcome = try beginNearOptimum() { return outcome }
      var isSolved = try optimise(
        level, afterChanging: level == 0 && origin != nil ? master.rowCount : 0)
      if !isSolved, lastIteration < .max, !limits.shouldStop() {
        lastIteration = .max
        if let outcome = try settleWithoutBasis(insteadOf: level) { return outcome }
        isSolved = try optimise(level)
      }
      guard isSolved else {
        // Prices on the way to the optimum prove a bound as well, if a weaker one.
        if let prices = lastPrices {
          settle(prices, proof: proof(of: prices, tolerance: faceTolerance), ranges: nil)
        }
        return result(isComplete: false)
      }
      try settle(level)
      if lastIteration < .max { allowIterations(iterationsBeforeProof.later) }
    }
    return result(isComplete: true)
  }

  /// Where the solve ended, for models that differ little; nil: not even the first level was solved.
  var state: MasterState? {
    guard !bases.isEmpty, var prices = settled.first?.prices else { return nil }
    for (level, settledLevel) in zip(levels, settled).dropFirst() where level.goal == .shortfall {
      prices.add(settledLevel.prices, weight: 1)
    }
    return master.state(at: bases, prices: prices)
  }

  /// Solves a level with all tours free and records its prices; false where a limit stopped it.
  ///
  /// This is for whole units: rows hold the levels before, so the prices prove the level by themselves.
  mutating func settleRelaxation(_ level: Int) throws(EngineFailure) -> Bool {
    lastPrices = nil
    // Where earlier goals are held by rows no run proves its own plan.
    if level == 0 { _ = try beginNearOptimum() }
    try freeTours()
    try master.setObjective(.level(level))
    guard !limits.shouldStop(), try optimise() else {
      if let prices = lastPrices { settle(prices, proof: prices, ranges: nil) }
      return false
    }
    let prices = try master.prices()
    enterStage(.levels)
    settle(prices, proof: prices, ranges: findsRanges ? try ranges(of: prices) : nil)
    settled[level].corners = try corners(of: settled[level], level: level)
    // Earlier goals are held by rows: with a bound moved they stay what they are.
    settled[level].sides = try sidePrices(at: settled[level].corners)
    enterStage(.wholeUnits)
    return true
  }

  private mutating func settle(
    _ prices: RowPrices, proof: RowPrices, ranges: [(row: Int, range: Bounds?)]?
  ) {
    settled.append(
      SettledLevel(prices: prices, proof: proof, ranges: ranges, tolerance: faceTolerance))
  }

  /// Tours and retaskings that were found worth having.
  var columnsGenerated: Int { master.columns.count + columnsOfProof }

  func result(isComplete: Bool, contradiction: Contradiction? = nil) -> CoreResult {
    CoreResult(
      uses: lastUses, levels: settled, isComplete: isComplete, contradiction: contradiction,
      layout: master.layout, rounds: rounds)
  }

  // MARK: One objective

  /// Loads what a first-order run says the first level needs, and solves for it with the guide in the
  /// cost, so that the simplex method starts at one of the many optima that lies close.
  ///
  /// Gives a result where runs that prove their own plans settle all goals.
  private mutating func beginNearOptimum() throws(EngineFailure) -> CoreResult? {
    guard levels.first?.goal == .shortfall else { return nil }
    let mostRows = provesEffort ? Self.rowsWithoutHope * rowsToProve : rowsToProve
    let start = try firstOrderStart(rowsToProve: mostRows)
    if let outcome = settle(by: start) { return outcome }
    let isFree = network.model.fixedDeployments.isEmpty
    lastPrices = start.prices
    if limits.shouldStop() {
      if isFree { show(start.feasiblePlan()) }
      return nil
    }
    if provesEffort, (rowsToProve..<mostRows).contains(start.rowCount) {
      allowIterations(iterationsBeforeProof.first)
    }
    calmPrices = start.prices
    try master.addRows(start.rows)
    _ = try master.add(start.columns)
    try master.setObjective(.level(0), guide: master.guideWeight(level: 0))
    _ = try optimise(rounds: Self.guidedRounds, reporting: master.layout.heldGoal.isEmpty ? 0 : nil)
    calmPrices = start.prices
    // A limit may have stopped the exact solve before its first round.
    if isFree, rounds == 0 { show(start.feasiblePlan()) }
    return nil
  }

  /// Whether runs can prove plans of these goals: of the shortfall, alone or with the effort after it, and nothing fixed.
  private var isProvable: Bool {
    network.model.fixedDeployments.isEmpty && master.layout.heldGoal.isEmpty
      && (levels.count == 1 || (equations != nil && Array(levels.dropFirst()) == [.guide]))
  }

  private var provesEffort: Bool { isProvable && levels.count > 1 }

  /// A first-order run on the first level, which is to prove its own plan where it can and has so many rows.
  private mutating func firstOrderStart(
    rowsToProve: Int
  ) throws(EngineFailure) -> FirstOrderStart {
    enterStage(.start)
    defer { enterStage(.master) }
    try master.setObjective(.level(0))
    return FirstOrderStart(
      network: network, layout: master.layout, levels: levels, level: 0,
      guide: master.guideWeight(level: 0), costUnit: master.costUnit, threads: threads,
      limits: limits, rowsToProve: isProvable ? rowsToProve : .max, provesEffort: provesEffort,
      equations: equations, reporter: &reporter)
  }

  /// Has runs prove plans of all goals once the simplex method has had its iterations for one of them; nil where they do
  /// not even prove the first.
  private mutating func settleWithoutBasis(
    insteadOf level: Int
  ) throws(EngineFailure) -> CoreResult? {
    let start = try firstOrderStart(rowsToProve: 0)
    if let outcome = settle(by: start) { return outcome }
    if level == 0 { showBetterPlan(of: start) }
    return nil
  }

  /// Settles all goals by runs that prove their own plans; nil where they do not even prove the first.
  ///
  /// The second is proven by prices of a sum with the first.
  private mutating func settle(by start: FirstOrderStart) -> CoreResult? {
    guard !start.proofs.isEmpty else { return nil }
    (settled, bases) = ([], [])
    let plan = start.feasiblePlan()
    show(plan)
    columnsOfProof = plan.columns.count
    // Without a basis nobody knows how far a price holds, nor what it is on the face of the goal before.
    for (level, proof) in start.proofs.enumerated() {
      settle(proof, proof: proof, ranges: level == 0 ? [] : nil)
    }
    var result = result(isComplete: start.isComplete)
    result.spread = plan
    return result
  }

  /// Has the simplex method stop after so many iterations more.
  private mutating func allowIterations(_ count: Int) {
    lastIteration = master.engine.iterationCount + count
  }

  /// Lets the plan of a first-order run stand in for one of the master's.
  private mutating func show(_ plan: SpreadPlan) {
    lastUses = TaskDealer(network: network).uses(of: plan.columns)
  }

  /// The same where it leaves less missing, and its prices in any case: they are those of its best bound.
  private mutating func showBetterPlan(of start: FirstOrderStart) {
    func shortfall() -> Double { PlanPoint(network: network, uses: lastUses).value(of: levels[0]) }
    let (ofMaster, least) = (lastUses, shortfall())
    show(start.feasiblePlan())
    if least <= shortfall() { lastUses = ofMaster }
    lastPrices = start.prices
  }

  /// Makes a level small on the face of those before; false where a limit stopped it.
  ///
  /// Bounds of so many rows have changed since the last solve.
  private mutating func optimise(
    _ level: Int, afterChanging changedRows: Int = 0
  ) throws(EngineFailure) -> Bool {
    try master.setObjective(.level(level))
    if limits.shouldStop() { return false }
    return try optimise(afterChanging: changedRows, reporting: level)
  }

  /// Adds rows and columns until no row is broken and no tour prices out, or for so many rounds; false
  /// where a limit stopped it.
  ///
  /// Bounds of so many rows have changed since the last solve. Progress is reported for a level, where one
  /// is named.
  mutating func optimise(
    rounds limit: Int = .max, afterChanging changedRows: Int = 0, reporting level: Int? = nil
  ) throws(EngineFailure) -> Bool {
    switch try converge(
      rounds: limit, afterMoving: changedRows, mayBeInfeasible: false, reporting: level)
    {
    case .optimal: return true
    case .limit: return false
    case .infeasible, .unbounded:
      throw .numericalTrouble("the master program lost its feasible point")
    }
  }

  /// The same after bounds were moved, which may leave no point, and with tours or without.
  ///
  /// `moved` says how many bounds. Only where it may be is the engine's first word taken that there is no
  /// point. The result is how the last solve of the master ended; a stop between
  /// two rounds counts as `limit`.
  mutating func converge(
    rounds limit: Int = .max, afterMoving moved: Int = 0, addingTours: Bool = true,
    mayBeInfeasible: Bool = true, reporting level: Int? = nil
  ) throws(EngineFailure) -> LinearTermination {
    let lastRound = limit == .max ? .max : rounds + limit
    var newRows = moved
    while true {
      enterStage(.master)
      var termination = try solveMaster(
        afterAdding: newRows, mayBeInfeasible: mayBeInfeasible)
      if precision == .exact, !limits.shouldStop() {
        termination = try master.solve(.exact, limits: limits)
      }
      guard termination == .optimal else { return termination }
      let broken = try master.brokenRows()
      newRows = broken.count
      guard broken.isEmpty else {
        try master.addRows(broken)
        continue
      }
      rounds += 1
      lastUses = TaskDealer(network: network).uses(of: try master.columnValues())
      let prices = try master.prices()
      lastPrices = prices
      enterStage(.pricing)
      if let level { report(level, at: prices) }
      let table = priceTable(prices, face: taskFace)
      let tolerance = precision.pricingTolerance * master.costUnit
      let tours = addingTours ? try addTours(by: table, tolerance: tolerance) : 0
      let changes = try master.add(retaskings(by: table, tolerance: tolerance))
      if tours + changes == 0 || rounds == lastRound { return .optimal }
      if limits.shouldStop() { return .limit(feasible: true) }
    }
  }

  /// Reports how near the last plan is to the end of a level, by the master's prices.
  private mutating func report(_ level: Int, at prices: RowPrices) {
    let (network, layout, levels, uses) = (network, master.layout, levels, lastUses)
    let search = { [taskFace, faces, threads, columnUnits = master.units.columns] in
      ColumnSearch(
        table: PriceTable(
          network: network, layout: layout, levels: levels, prices: prices, face: taskFace),
        faces: faces, tolerance: 0, units: columnUnits, threads: threads, isExhaustive: true)
    }
    reporter.offer(
      level, of: levels,
      value: { PlanPoint(network: network, uses: uses).value(of: levels[level]) },
      bound: { search().lagrangianBound(level: levels[level], layout: layout) })
  }

  /// Solves the master after columns came, or after rows or bounds that its point breaks.
  ///
  /// The dual simplex mostly mends them in few steps. What it does not, the primal has to, which then loses what it knew
  /// of the cost and may take thousands. At the first level, where most costs are 0, GLPK's dual stalls for minutes at
  /// times on what the primal repairs at once, so it gets no more than some steps there; at later levels it is worth
  /// waiting for. Its word that there is no point is taken only where that may be, for the primal needs long to say the
  /// same.
  private func solveMaster(
    afterAdding rows: Int, mayBeInfeasible: Bool
  ) throws(EngineFailure) -> LinearTermination {
    func solve(_ method: SimplexMethod, most: Int) throws(EngineFailure) -> LinearTermination {
      let left = lastIteration - master.engine.iterationCount
      guard left > 0 else { return .limit(feasible: true) }
      return try master.solve(
        method,
        limits: SolveLimits(iterations: min(most, left), shouldStop: limits.shouldStop))
    }
    if rows > 0 {
      let rowsPerStep =
        settled.isEmpty ? Self.rowsPerDualStep.first : Self.rowsPerDualStep.later
      let steps = max(
        Self.dualSteps.always + Self.dualSteps.perBrokenRow * rows, master.rowCount / rowsPerStep)
      let termination = try solve(.dual, most: steps)
      if termination == .optimal || (mayBeInfeasible && termination == .infeasible) {
        return termination
      }
    }
    return try solve(.primal, most: limits.iterations)
  }

  /// Adds the best tours that price out and gives their number.
  ///
  /// The master's prices swing widely from round to round. As long as prices half-way between theirs
  /// and calm ones lead to tours, those are the ones worth having (Wentges 1997).
  private mutating func addTours(
    by table: PriceTable, tolerance: Double
  ) throws(EngineFailure) -> Int {
    if let calm = calmPrices {
      let between = calm.halfway(to: table.prices)
      let tours = try master.add(
        bestTours(by: priceTable(between, face: taskFace), tolerance: tolerance))
      calmPrices = tours > network.fewTours ? between : nil
      if tours > 0 { return tours }
    }
    return try master.add(bestTours(by: table, tolerance: tolerance))
  }

  private func bestTours(by table: PriceTable, tolerance: Double) -> [MasterColumn] {
    ColumnSearch(
      table: table, faces: faces, tolerance: tolerance, units: master.units.columns,
      threads: threads
    )
    .bestTours(perPledge: Self.toursPerPledge, passingOver: master.closed)
    .map { .tour($0.tour) }
  }

  /// The best change of task wherever units may be in place and their default task is not the best.
  ///
  /// Where an earlier level has struck the default task out, everybody has to leave it, whether or not
  /// something is gained: without the change no unit could be there.
  private func retaskings(by table: PriceTable, tolerance: Double) -> [MasterColumn] {
    master.touched.compactMap { cell in
      let (service, period) = (cell / network.grid.count, cell % network.grid.count)
      let usual = network.services.defaultUse(of: service, period: period)
      let best = table.bestUse(service: service, period: period)
      guard best != usual else { return nil }
      let isUsualAllowed =
        usual.map { taskFace.isAllowed[$0 * network.grid.count + period] }
        ?? taskFace.isIdleAllowed[cell]
      let gain =
        table.value(ofUse: best, period: period) - table.value(ofUse: usual, period: period)
      guard !isUsualAllowed || gain * master.units.columns.retasking > tolerance else { return nil }
      return .retasking(Retasking(service: service, period: period, use: best))
    }
  }

  private func priceTable(_ prices: RowPrices, face: TaskFace) -> PriceTable {
    PriceTable(
      network: network, layout: master.layout, levels: levels, prices: prices, face: face,
      guide: master.guide)
  }

  // MARK: Levels

  /// Records a solved level, proves it, and moves to its optimal face.
  mutating func settle(_ level: Int) throws(EngineFailure) {
    enterStage(.levels)
    let prices = try master.prices()
    bases.append(try master.engine.basis())
    settle(
      prices, proof: proof(of: prices, tolerance: faceTolerance),
      ranges: findsRanges ? try ranges(of: prices) : nil)
    settled[level].corners = try corners(of: settled[level], level: level)
    // With several goals, `MovedLimits` looks at all sides of all of them.
    if priceSides == .ofMostValuable || levels.count == 1 {
      settled[level].sides = try sidePrices(at: settled[level].corners)
    }
    if level + 1 < levels.count { try moveToFace(of: prices) }
  }

  /// Moves to the optimal face of the level just solved, whose prices are given.
  mutating func moveToFace(of prices: RowPrices) throws(EngineFailure) {
    let table = priceTable(prices, face: taskFace)
    try holdFace(of: prices, table: table)
    taskFaces.append(taskFace)
    faces.append(LevelFace(table: table, tolerance: faceTolerance))
    taskFace.restrict(to: table, tolerance: faceTolerance / master.units.columns.retasking)
  }

  /// Holds what the optimal face of a level excludes: rows with a price leave their bounds no more, columns
  /// with a reduced cost stay at 0, and default tasks that are not the best are left by everybody.
  ///
  /// Columns in use have no reduced cost, and where somebody does a task none better exists (complementary
  /// slackness): where it seems otherwise, that is rounding.
  private mutating func holdFace(of prices: RowPrices, table: PriceTable) throws(EngineFailure) {
    let tolerance = faceTolerance
    let perPerson = tolerance / master.units.columns.retasking
    let used = Set(try master.columnValues().filter { $0.value > Self.surelyUsed }.map(\.column))
    let activity = try master.activities()
    var rows = master.presentRows.filter { abs(prices.values[$0]) > tolerance }
    for service in 0..<network.services.count {
      for period in 0..<network.grid.count {
        let usual = network.services.defaultUse(of: service, period: period)
        let loss =
          table.taskValue(service: service, period: period)
          - table.value(ofUse: usual, period: period)
        let row = master.layout.retasking + service * network.grid.count + period
        if loss > perPerson, activity[row] >= -Self.surelyUsed { rows.append(row) }
      }
    }
    let columns = master.columns.filter { column in
      if used.contains(column) { return false }
      return switch column {
      case .tour(let tour):
        table.reducedCost(of: tour) * master.units.columns.tours[tour.contribution] > tolerance
      case .retasking(let change):
        table.taskValue(service: change.service, period: change.period)
          - table.value(ofUse: change.use, period: change.period) > perPerson
      }
    }
    let staticColumns = master.staticColumns.indices.filter {
      master.reducedCost(of: master.staticColumns[$0], at: prices) > tolerance
    }
    try master.hold(rows: rows, columns: columns, staticColumns: staticColumns)
    heldItems.append((rows.filter { $0 < master.layout.retasking }, staticColumns))
  }

  /// The range of each row's bound that has a price.
  private func ranges(of prices: RowPrices) throws(EngineFailure) -> [(row: Int, range: Bounds?)] {
    let priced = master.presentRows.filter { abs(prices.values[$0]) > faceTolerance }.sorted()
    return Array(zip(priced, try master.boundRanges(rows: priced)))
  }

  /// Reduced costs and prices within this count as none, at the objective at hand.
  var faceTolerance: Double { precision.faceTolerance * master.costUnit }
}

// MARK: - Proof

extension LexicographicSolver {
  /// Turns prices that hold on a face into prices that hold everywhere.
  ///
  /// Whatever the face of level i excludes has a reduced cost or a price at level i. So a large enough
  /// multiple of level i's prices, added with goal i's weight, makes it nonnegative again, and at the plan
  /// it costs nothing. The last level before is treated first: what it does not mend was excluded earlier.
  private func proof(of prices: RowPrices, tolerance: Double) -> RowPrices {
    var proof = prices
    for level in faces.indices.reversed() {
      let settledPrices = settled[level].prices
      let multiple = smallestMultiple(of: level, mending: proof, tolerance: tolerance)
      proof.add(settledPrices, weight: multiple)
    }
    return proof
  }

  /// The smallest multiple of a level's prices that mends what its face excludes.
  ///
  /// Newton's method on the piecewise linear smallest reduced cost: each step goes to where the worst
  /// offender has none, so it ends after few steps (Dinkelbach 1967).
  private func smallestMultiple(
    of level: Int, mending prices: RowPrices, tolerance: Double
  ) -> Double {
    let settledPrices = settled[level].prices
    var multiple = multipleForHeldItems(of: level, mending: prices)
    for _ in 0..<100 {
      var sum = prices
      sum.add(settledPrices, weight: multiple)
      let table = priceTable(sum, face: taskFaces[level])
      let search = ColumnSearch(
        table: table, faces: Array(faces[..<level]), tolerance: tolerance / 10,
        units: master.units.columns, threads: threads)
      var next = multiple
      for found in search.bestTours() {
        let excess = faces[level].table.reducedCost(
          of: found.tour, uses: table.bestUses(of: found.tour))
        // Without an excess at this level nothing here can mend it: it is rounding.
        let unit = master.units.columns.tours[found.tour.contribution]
        guard excess * unit > faces[level].tolerance else { continue }
        next = max(next, multiple - found.reducedCost / excess)
      }
      guard next > multiple else { break }
      multiple = next
    }
    return multiple
  }

  private func multipleForHeldItems(of level: Int, mending prices: RowPrices) -> Double {
    let settledPrices = settled[level].prices
    var multiple = 0.0
    for row in heldItems[level].rows {
      let isUpper = master.layout.bounds[row].upper.isFinite
      let offence = isUpper ? prices.values[row] : -prices.values[row]
      if offence > 0 { multiple = max(multiple, offence / abs(settledPrices.values[row])) }
    }
    for column in heldItems[level].staticColumns {
      let offence = -master.reducedCost(of: master.staticColumns[column], at: prices)
      let excess = master.reducedCost(of: master.staticColumns[column], at: settledPrices)
      if offence > 0, excess > 0 { multiple = max(multiple, offence / excess) }
    }
    return multiple
  }
}
