import CholmodSolver
import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Glibc
import LinearProgramming
import Synchronization
import Testing

/// The first-order run finds a plan and prices that prove each other, if it is given the time.
@Suite struct FirstOrderTests {
  /// A run over all tours of a model, and what is needed to judge it.
  private struct Trial {
    let network: DeploymentNetwork
    let levels: [GoalLevel]
    let layout: RowLayout
    let run: FirstOrderRun

    init(_ model: PlanningModel, steps: Int = 60_000) {
      network = DeploymentNetwork(model)
      levels = [GoalLevel(goal: .shortfall, priority: nil)]
      layout = RowLayout(network: network, levels: levels, holdsGoals: false)
      run = FirstOrderRun(
        network: network, layout: layout, levels: levels, level: 0, guide: 0,
        threads: 1)
      run.add(network.allTours())
      run.iterate(steps, until: 1e-12, limits: SolveLimits())
    }

    private var columns: [(column: MasterColumn, value: Double)] {
      run.tours.indices.map { (.tour(run.tours[$0]), run.units[$0]) }
        + run.rows.changes.indices.map {
          (.retasking(run.rows.changes[$0].retasking), run.changed[$0])
        }
    }

    private var coefficients: ColumnCoefficients {
      ColumnCoefficients(network: network, layout: layout, levels: levels, units: .plain(network))
    }

    /// By how much the units on tours exceed each row, and the size of what enters it.
    private var excesses: [(excess: Double, size: Double)] {
      var activity = layout.bounds.map { (excess: -$0.upper, size: 1.0) }
      for (column, value) in columns {
        coefficients.forEach(of: column) { row, coefficient in
          activity[row].excess += value * coefficient
          activity[row].size += abs(value * coefficient)
        }
      }
      return activity
    }

    private func requirement(of row: Int) -> (need: ForceRequirement, period: Int)? {
      guard case .requirement(let index, let period) = layout.rows[row] else { return nil }
      return (network.model.requirements[index], period)
    }

    /// The relief of shortfall; strength beyond a requirement relieves nothing.
    var gain: Double {
      var gain = -columns.reduce(0) {
        $0 + $1.value * coefficients.cost(of: $1.column, level: 0)
      }
      for (row, use) in excesses.enumerated() where use.excess > 0 {
        guard let (need, period) = requirement(of: row) else { continue }
        gain -= use.excess * need.weight * network.grid.days(period)
      }
      return gain
    }

    /// The largest part by which a row other than that of a requirement is exceeded.
    var excess: Double {
      excesses.enumerated().filter { requirement(of: $0.offset) == nil }
        .map { $0.element.excess / $0.element.size }.max() ?? 0
    }

    /// What the prices say that the limits are worth: no less than any plan can gain, if no tour is
    /// worth more than it costs.
    var worthOfLimits: Double {
      (0..<layout.retasking).reduce(0) { $0 + run.prices[$1] * layout.bounds[$1].upper }
    }

    /// The most that a unit on some tour gains at the prices, over what a typical one does.
    var mostGained: Double {
      let table = PriceTable(
        network: network, layout: layout, levels: levels, prices: run.rowPrices,
        face: TaskFace(network))
      let search = ColumnSearch(
        table: table, faces: [], tolerance: 0, units: .plain(network), threads: 1)
      let most = search.bestTours().map { -$0.reducedCost }.max() ?? 0
      let typical =
        network.allTours().map {
          abs(coefficients.cost(of: .tour($0), level: 0))
        }.max() ?? 1
      return most / max(1, typical)
    }
  }

  private func expectProof(
    _ model: PlanningModel, within tolerance: Double, steps: Int = 60_000
  ) {
    let trial = Trial(model, steps: steps)
    guard !trial.run.tours.isEmpty else { return }
    #expect(trial.excess <= tolerance)
    #expect(trial.mostGained <= tolerance)
    #expect(
      abs(trial.gain - trial.worthOfLimits) <= tolerance * max(1, trial.gain),
      "gain \(trial.gain), limits worth \(trial.worthOfLimits)")
  }

  @Test(arguments: 1...60)
  func `plan and prices of a random model prove each other`(seed: Int) {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    model.fixedDeployments = []
    expectProof(model, within: 1e-4)
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022"])
  func `plan and prices of a shipped model prove each other`(name: String) throws {
    expectProof(try ShippedModel.read(name), within: 1e-3)
  }

  @Test func `steps that pass over tours which stay at nothing lead to a proof as well`() throws {
    let whole = try ShippedModel.read("three-crises")
    let network = DeploymentNetwork(whole)
    let few = FirstOrderRun.fewToChooseFrom(periods: network.grid.count)
    let model = whole.split(into: few / network.tourCount() + 1)
    expectProof(model, within: 2e-3, steps: 6_000)
  }

  @Test func `tours that carry nothing and cost too much are dropped, others stay`() throws {
    let trial = Trial(try ShippedModel.read("three-crises"))
    let inUse = trial.run.tours.indices.filter { trial.run.units[$0] > 0 }
      .map { trial.run.tours[$0] }
    let before = trial.run.tours.count
    trial.run.drop(costingMoreThan: 1)
    #expect(trial.run.tours.count < before)
    #expect(trial.run.tours.count == trial.run.known.count)
    #expect(inUse.allSatisfy { trial.run.known.contains($0) })
    trial.run.add(trial.network.allTours())
    #expect(trial.run.tours.count == before)
  }

  @Test(arguments: 1...60)
  func
    `units that exceed every limit are scaled down to a plan that keeps them, and room is filled`(
      seed: Int
    )
  {
    let network = DeploymentNetwork(RandomModel(seed: seed).model)
    let levels = [GoalLevel(goal: .shortfall, priority: nil)]
    let layout = RowLayout(network: network, levels: levels, holdsGoals: false)
    let rows = FirstOrderRows(network: network, layout: layout)
    var plan = FeasiblePlan(
      network: network, layout: layout, levels: levels,
      wanted: network.allTours().enumerated().map { (.tour($1), Double(1 + $0 % 7)) }
        + rows.changes.enumerated().map { (.retasking($1.retasking), Double(1 + $0 % 50)) })
    let coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: levels, units: .plain(network))
    let scaled = plan.shortfall(level: levels[0])
    expectKeepsLimits(plan, coefficients, layout)
    plan.fill(with: network.allTours())
    let activity = expectKeepsLimits(plan, coefficients, layout)
    #expect(plan.shortfall(level: levels[0]) <= scaled)
    // Every tour now has no room left, or nobody wants it; only shares leave room again as others send more.
    guard !layout.hasShares else { return }
    for tour in network.allTours() {
      var (room, wanted) = (Double.infinity, 0.0)
      coefficients.forEach(of: .tour(tour)) { row, coefficient in
        let left = layout.bounds[row].upper - activity[row]
        switch layout.rows[row] {
        case .supply, .lift, .share, .shareOverall:
          if coefficient > 0 { room = min(room, left / max(1, layout.bounds[row].upper)) }
        case .requirement: wanted = max(wanted, left / max(1, layout.bounds[row].upper))
        case .burden(let member):
          if network.model.contributors[member].burdenLimit != nil { room = min(room, left) }
        case .retasking, .commitment, .heldGoal: break
        }
      }
      #expect(min(room, wanted) <= 1e-6)
    }
  }

  /// Three members in turn send a unit for two days, each held by its share to a third of all, beside a fourth.
  ///
  /// Where the fourth has half a unit too few on the first day, the first tour must give way by a quarter, the second
  /// then by an eighth, and so on: ever less, and never all of one.
  @Test func `shares that hold each other up are scaled a little, one after the other`() {
    let count = 60
    let model = PlanningModel(
      name: "chain", title: "chain",
      policy: Policy(horizonDays: Double(count + 2), gridDays: 1),
      contributors: ["a", "b", "c"].map { Contributor(id: $0, name: $0, shareCap: 1 / 3) }
        + [Contributor(id: "d", name: "d")],
      locations: [
        Location(id: "base", name: "base", latitude: 0, longitude: 0),
        Location(id: "town", name: "town", latitude: 0, longitude: 1),
      ],
      capabilities: [
        Capability(
          id: "infantry", category: .peacekeeping, name: "infantry", personnel: 1000, tonnes: 10)
      ],
      contributions: (0...count).map { pledge in
        Contribution(
          id: "pledge-\(pledge)", contributor: pledge < count ? pledge % 3 : 3, capability: 0,
          base: 0, units: 3, personnel: 1000, tonnes: 10, noticeToMove: 0)
      },
      crises: [Crisis(id: "east", name: "east", location: 1)],
      requirements: [
        ForceRequirement(
          id: "r", crisis: 0, capability: 0, quantity: 10_000, from: 1, until: Double(count + 2))
      ],
      modes: [MovementMode(id: "road", kilometresPerDay: 200)],
      identity: ModelIdentity(name: "chain", sha256: ""))
    let network = DeploymentNetwork(model)
    let levels = [GoalLevel(goal: .shortfall, priority: nil)]
    let layout = RowLayout(network: network, levels: levels, holdsGoals: false)
    func column(_ pledge: Int, _ first: Int, _ last: Int) -> MasterColumn {
      .tour(Tour(contribution: pledge, option: 0, crisis: 0, first: first, last: last))
    }
    let chain = (0..<count).map { (column: column($0, $0 + 1, $0 + 2), value: 1.0) }
    let plan = FeasiblePlan(
      network: network, layout: layout, levels: levels,
      wanted: chain + [
        (column(count, 1, count + 1), 1), (column(count, 1, 1), 0.5),
        (column(count, count + 1, count + 1), 1),
      ])
    expectKeepsLimits(
      plan,
      ColumnCoefficients(
        network: network, layout: layout, levels: levels, units: .plain(network)), layout)
    let units = plan.columns.map(\.value)
    #expect(units.count == count + 3)
    for (place, units) in units.prefix(count).enumerated() {
      #expect(abs(units - (1 - 0.25 * pow(0.5, Double(place)))) < 1e-5)
    }
  }

  /// Not central-asia, whose members may all send a share only: none can be the first.
  @Test(arguments: ["three-crises", "kazakhstan-2022", "osh-2010"])
  func `a run without tours sends units to what is short all the same`(name: String) throws {
    var model = try ShippedModel.read(name)
    model.fixedDeployments = []
    let network = DeploymentNetwork(model)
    let level = GoalLevel(goal: .shortfall, priority: nil)
    let layout = RowLayout(network: network, levels: [level], holdsGoals: false)
    let plan = FirstOrderRun(
      network: network, layout: layout, levels: [level], level: 0, guide: 0, threads: 1
    ).feasiblePlan()
    expectKeepsLimits(
      plan,
      ColumnCoefficients(
        network: network, layout: layout, levels: [level], units: .plain(network)), layout)
    #expect(plan.shortfall(level: level) < 0.9 * level.valueWithoutDeployments(in: model))
  }

  /// Expects a plan to keep every limit, and gives the use of each row.
  @discardableResult
  private func expectKeepsLimits(
    _ plan: FeasiblePlan, _ coefficients: ColumnCoefficients, _ layout: RowLayout
  ) -> [Double] {
    var activity = layout.rows.map { _ in 0.0 }
    for (column, value) in plan.columns {
      #expect(value > 0)
      coefficients.forEach(of: column) { activity[$0] += $1 * value }
    }
    for (row, limit) in layout.bounds.enumerated() {
      switch layout.rows[row] {
      case .supply, .lift, .share, .shareOverall, .retasking:
        #expect(activity[row] <= limit.upper + 1e-6 * max(1, limit.upper), "\(layout.rows[row])")
      case .requirement, .burden, .commitment, .heldGoal: break
      }
    }
    return activity
  }

  /// Plans for the goals of a model, runs to prove their own plans where they have so many rows.
  private func plan(
    _ model: PlanningModel, rowsToProve: Int, iterationsBeforeProof: (Int, Int) = (0, 0),
    threads: Int = 1, equations: (any NormalEquationsProvider)? = nil,
    limits: SolveLimits = SolveLimits(),
    enterStage: @escaping @Sendable (PlanningStage) -> Void = { _ in }
  ) throws -> Plan {
    let network = DeploymentNetwork(model)
    let levels = GoalLevel.levels(of: model)
    let engines = GLPKEngineProvider()
    return try engines.withEngine { engine in
      var solver = try LexicographicSolver(
        network: network, levels: levels, engine: engine, limits: limits, threads: threads,
        rowsToProve: rowsToProve, iterationsBeforeProof: iterationsBeforeProof,
        equations: equations, enterStage: enterStage)
      var result = try solver.solve()
      try result.purify(network: network, levels: levels, engines: engines, limits: limits)
      let figures = SolverFigures(
        columnsGenerated: solver.columnsGenerated, columnsPossible: network.tourCount(),
        rows: solver.master.rowCount, rounds: result.rounds, iterations: engine.iterationCount)
      return PlanAssembly(network: network, levels: levels, result: result, figures: figures).plan()
    }
  }

  @Test(arguments: ["three-crises"])
  func `a run that proves its own plan agrees with the exact solver`(name: String) throws {
    let model = try ShippedModel.read(name).withShortfallAlone
    let exact = try plan(model, rowsToProve: .max)
    let proven = try plan(model, rowsToProve: 0)
    #expect(exact.status == .optimal)
    #expect(proven.status == .optimal)
    #expect(proven.certificate.verification.complaints.isEmpty)
    #expect(proven.solver.iterations == 0)
    let tolerance = 1e-6 * max(1, exact.goals[0].value)
    #expect(abs(proven.goals[0].value - exact.goals[0].value) <= tolerance)
    #expect(try plan(model, rowsToProve: 0, threads: 2) == proven)
    let helped = try plan(model, rowsToProve: 0, equations: CholmodEquationsProvider())
    #expect(helped.status == .optimal)
    #expect(abs(helped.goals[0].value - exact.goals[0].value) <= tolerance)
  }

  /// A model with the usual two goals, and its best plan.
  private func withTwoGoals(_ name: String) throws -> (model: PlanningModel, exact: Plan) {
    var model = try ShippedModel.read(name)
    model.fixedDeployments = []
    model.policy.goals = [.shortfall, .effort]
    let exact = try plan(model, rowsToProve: .max)
    #expect(exact.status == .optimal)
    return (model, exact)
  }

  /// Expects a plan without a basis to be as good as the best one but for a little effort, and to say so.
  private func expectNearly(_ exact: Plan, _ plan: Plan) throws {
    #expect(plan.status == .feasible || plan.status == .optimal)
    #expect(plan.certificate.verification.complaints.isEmpty)
    let (shortfall, effort) = (plan.goals[0], plan.goals[1])
    #expect(abs(shortfall.value - exact.goals[0].value) <= 1e-5 * max(1, exact.goals[0].value))
    #expect(try #require(shortfall.gap) <= 1e-5)
    #expect(abs(effort.value - exact.goals[1].value) <= 5e-3 * exact.goals[1].value)
    #expect(try #require(effort.bound) <= exact.goals[1].value * (1 + 1e-9))
    #expect(try #require(effort.gap) <= 1e-2)
    #expect(plan.prices.contains { $0.level == 1 })
    #expect(!plan.prices.contains { $0.level == 2 })
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022", "central-asia"])
  func `runs settle the effort after the shortfall without a basis`(name: String) throws {
    let (model, exact) = try withTwoGoals(name)
    let equations = CholmodEquationsProvider()
    let proven = try plan(model, rowsToProve: 0, equations: equations)
    #expect(proven.solver.iterations == 0)
    try expectNearly(exact, proven)
    #expect(try plan(model, rowsToProve: 0, threads: 2, equations: equations) == proven)
  }

  @Test(arguments: [(1, 0), (100_000, 1)])
  func `runs take over where the simplex method has no iterations left`(
    iterations: (Int, Int)
  ) throws {
    let (model, exact) = try withTwoGoals("kazakhstan-2022")
    let rows = rowCount(of: model)
    let equations = CholmodEquationsProvider()
    let proven = try plan(
      model, rowsToProve: rows, iterationsBeforeProof: iterations, equations: equations)
    #expect(proven.solver.iterations > 0)
    try expectNearly(exact, proven)
    let inTime = try plan(
      model, rowsToProve: rows, iterationsBeforeProof: (100_000, 100_000), equations: equations)
    #expect(inTime == exact)
  }

  @Test func `a stop while runs take over leaves a plan that keeps every limit, and its bound`()
    throws
  {
    let (model, exact) = try withTwoGoals("kazakhstan-2022")
    let starts = Mutex(0)
    let plan = try plan(
      model, rowsToProve: rowCount(of: model), iterationsBeforeProof: (1, 0),
      equations: CholmodEquationsProvider(),
      limits: SolveLimits(shouldStop: { starts.withLock { $0 } > 1 }),
      enterStage: { stage in if stage == .start { starts.withLock { $0 += 1 } } })
    #expect(starts.withLock { $0 } == 2)
    #expect(plan.status == .limit)
    #expect(plan.certificate.verification.feasible)
    #expect(plan.goals[0].value < .infinity)
    #expect(try #require(plan.goals[0].bound) <= exact.goals[0].value * (1 + 1e-9))
  }

  /// Rows of a first-order run of a model.
  private func rowCount(of model: PlanningModel) -> Int {
    let network = DeploymentNetwork(model)
    let layout = RowLayout(
      network: network, levels: GoalLevel.levels(of: model), holdsGoals: false)
    return FirstOrderRows(network: network, layout: layout, threads: 1).count
  }

  @Test func `without equations the effort is settled by the simplex method`() throws {
    let (model, exact) = try withTwoGoals("three-crises")
    #expect(try plan(model, rowsToProve: 0) == exact)
  }

  @Test func `a stopped proof still gives a plan that keeps every limit and its bound`() throws {
    let network = DeploymentNetwork(try ShippedModel.read("three-crises"))
    let levels = [GoalLevel(goal: .shortfall, priority: nil)]
    let layout = RowLayout(network: network, levels: levels, holdsGoals: false)
    let run = FirstOrderRun(
      network: network, layout: layout, levels: levels, level: 0, guide: 0, threads: 1)
    run.add(network.allTours())
    let proof = FirstOrderProof(
      by: run, costUnit: 1, equations: nil, limits: SolveLimits(shouldStop: { true }))
    #expect(!proof.isClosed)
    #expect(proof.bound <= proof.value)
    #expect(proof.value < .infinity)
  }

  @Test func `a price that no tour of the pool meets is dropped`() throws {
    let network = DeploymentNetwork(try ShippedModel.read("three-crises"))
    let levels = [GoalLevel(goal: .shortfall, priority: nil)]
    let layout = RowLayout(network: network, levels: levels, holdsGoals: false)
    let run = FirstOrderRun(
      network: network, layout: layout, levels: levels, level: 0, guide: 0, threads: 1)
    let tour = try #require(network.allTours().first)
    run.balancing = .complementarity(ofUnits: 1)
    run.add([tour])
    run.prices[try #require(layout.supply.last { $0 != layout.supply[tour.contribution] } ?? nil)] =
      1
    run.iterate(1, until: 0, limits: SolveLimits())
    let met = Set(
      network.heldPeriods(of: tour).map { (layout.supply[tour.contribution] ?? 0) + $0 })
    for case .supply(let contribution, let period) in layout.rows {
      let row = (layout.supply[contribution] ?? 0) + period
      #expect(run.prices[row] == 0 || met.contains(row))
    }
  }

  @Test func `a small plan is the same with any number of threads`() throws {
    try expectSamePlans(of: "three-crises")
  }

  @Test(arguments: ["osh-2010", "central-asia"])
  func `a plan is the same with one, two and three threads`(name: String) throws {
    try expectSamePlans(of: name)
  }

  private func expectSamePlans(of name: String) throws {
    let model = try ShippedModel.read(name)
    let plans = try [1, 2, 3].map { threads in
      try Planner(engines: GLPKEngineProvider(), options: PlanningOptions(threads: threads))
        .plan(model)
    }
    #expect(plans[1] == plans[0])
    #expect(plans[2] == plans[0])
  }

  @Test(arguments: [0, 1, 7, 64, 1000], [1, 2, 3, 8])
  func `results of threads come back in order`(count: Int, threads: Int) {
    #expect(inParallel(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
