import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Testing

/// Plans that spread units over all tours are gathered on few, at no loss.
@Suite struct PurificationTests {
  /// A model and a plan that sends something on every tour as far as limits allow.
  private struct Trial {
    let network: DeploymentNetwork
    let levels = [GoalLevel(goal: .shortfall, priority: nil)]
    let layout: RowLayout
    let spread: FeasiblePlan

    init(_ whole: PlanningModel) {
      var model = whole.withShortfallAlone
      model.fixedDeployments = []
      model.policy.wholeUnits = false
      network = DeploymentNetwork(model)
      layout = RowLayout(network: network, levels: levels, holdsGoals: false)
      let changes = FirstOrderRows(network: network, layout: layout).changes
      spread = FeasiblePlan(
        network: network, layout: layout, levels: levels,
        wanted: network.allTours().map { (.tour($0), 1) }
          + changes.map { (.retasking($0.retasking), 1) })
    }

    func purified(
      guide: Double = 0, bound: Double = -.infinity,
      engines: any LinearProgramEngineProvider = GLPKEngineProvider(),
      limits: SolveLimits = SolveLimits()
    ) throws -> FeasiblePlan {
      let purification = Purification(
        of: SpreadPlan(columns: spread.columns, guide: guide, bound: bound), network: network,
        layout: layout, levels: levels, engines: engines, limits: limits)
      return plan(try purification.purified())
    }

    private func plan(_ columns: [(column: MasterColumn, value: Double)]) -> FeasiblePlan {
      FeasiblePlan(network: network, layout: layout, levels: levels, wanted: columns)
    }

    func shortfall(of plan: FeasiblePlan) -> Double { plan.shortfall(level: levels[0]) }

    func effort(of plan: FeasiblePlan) -> Double {
      plan.columns.reduce(0) { sum, use in
        guard case .tour(let tour) = use.column else { return sum }
        return sum + coefficients.guideCost(of: tour) * use.value
      }
    }

    func tours(of plan: FeasiblePlan) -> Int {
      plan.columns.count { if case .tour = $0.column { true } else { false } }
    }

    /// The largest part by which a limit is exceeded.
    func excess(of columns: [(column: MasterColumn, value: Double)]) -> Double {
      var activity = Array(repeating: 0.0, count: layout.rows.count)
      for (column, value) in columns {
        coefficients.forEach(of: column) { activity[$0] += $1 * value }
      }
      return layout.rows.indices.map { row in
        switch layout.rows[row] {
        case .requirement, .burden, .commitment, .heldGoal: 0
        case .supply, .lift, .share, .shareOverall, .retasking:
          (activity[row] - layout.bounds[row].upper) / max(1, layout.bounds[row].upper)
        }
      }.max() ?? 0
    }

    private var coefficients: ColumnCoefficients {
      ColumnCoefficients(network: network, layout: layout, levels: levels, units: .plain(network))
    }
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022", "central-asia"])
  func `a shipped model's plan on all tours needs few of them`(name: String) throws {
    let trial = Trial(try ShippedModel.read(name))
    let purified = try trial.purified()
    #expect(trial.excess(of: purified.columns) <= 1e-6)
    #expect(trial.shortfall(of: purified) <= trial.shortfall(of: trial.spread) * (1 + 1e-9))
    #expect(4 * trial.tours(of: purified) < trial.tours(of: trial.spread))
    #expect(purified.columns.allSatisfy { $0.value > 1e-8 * (1 - 1e-6) })
  }

  @Test func `the guide makes the effort of a purified plan small as well`() throws {
    let trial = Trial(try ShippedModel.read("kazakhstan-2022"))
    let (alone, guided) = (try trial.purified(), try trial.purified(guide: 1e-4))
    let before = trial.shortfall(of: trial.spread) + 1e-4 * trial.effort(of: trial.spread)
    #expect(trial.shortfall(of: guided) + 1e-4 * trial.effort(of: guided) <= before)
    #expect(trial.effort(of: guided) < trial.effort(of: alone))
  }

  /// Where one part holds all columns, the best for the part is the best of all.
  @Test func `small plans become the best there are`() throws {
    var compared = 0
    for seed in 1...200 {
      let trial = Trial(RandomModel(seed: seed).model)
      guard (1...125).contains(trial.spread.columns.count),
        // Scaling may have dropped tours that the best plan needs.
        trial.tours(of: trial.spread) == trial.network.allTours().count
      else { continue }
      let best = try Planner(engines: GLPKEngineProvider()).plan(trial.network.model)
      guard best.status == .optimal else { continue }
      let purified = try trial.purified()
      #expect(trial.excess(of: purified.columns) <= 1e-6)
      let difference = abs(trial.shortfall(of: purified) - best.goals[0].value)
      #expect(difference <= 1e-6 * max(1, best.goals[0].value), "seed \(seed)")
      compared += 1
    }
    #expect(compared >= 20)
  }

  @Test func `a plan that misses nothing needs few tours as well`() throws {
    var model = try ShippedModel.read("three-crises")
    for index in model.requirements.indices { model.requirements[index].quantity *= 1e-3 }
    let trial = Trial(model)
    #expect(trial.shortfall(of: trial.spread) <= 1e-9)
    let purified = try trial.purified()
    #expect(trial.shortfall(of: purified) <= 1e-6)
    #expect(4 * trial.tours(of: purified) < trial.tours(of: trial.spread))
  }

  /// No plan is better than its bound, unless it breaks limits.
  @Test func `a plan that is better than its bound is not taken`() throws {
    let trial = Trial(try ShippedModel.read("three-crises"))
    let refused = try trial.purified(bound: trial.shortfall(of: trial.spread))
    #expect(refused.columns.map(\.column) == trial.spread.columns.map(\.column))
  }

  @Test func `a stop leaves the plan as it is`() throws {
    let trial = Trial(try ShippedModel.read("three-crises"))
    let stopped = try trial.purified(limits: SolveLimits(shouldStop: { true }))
    #expect(stopped.columns.map(\.column) == trial.spread.columns.map(\.column))
  }

  @Test(arguments: EngineFault.allCases)
  func `whatever an engine answers, limits are kept and nothing is lost`(
    fault: EngineFault
  ) throws {
    let trial = Trial(try ShippedModel.read("three-crises"))
    for firstSolve in [1, 2, 5] {
      let engines = FaultyEngineProvider(GLPKEngineProvider(), fault, firstSolve: firstSolve)
      guard let purified = try? trial.purified(engines: engines) else { continue }
      #expect(trial.excess(of: purified.columns) <= 1e-6)
      #expect(trial.shortfall(of: purified) <= trial.shortfall(of: trial.spread) * (1 + 1e-6))
    }
  }

  @Test func `a plan outlives the engine that was to purify it`() throws {
    let trial = Trial(try ShippedModel.read("three-crises"))
    let spread = SpreadPlan(columns: trial.spread.columns, guide: 0, bound: -.infinity)
    let uses = TaskDealer(network: trial.network).uses(of: spread.columns)
    func result(of engines: any LinearProgramEngineProvider) throws -> [TourUse] {
      var result = CoreResult(
        uses: uses, spread: spread, levels: [], isComplete: true, contradiction: nil,
        layout: trial.layout, rounds: 0)
      try result.purify(
        network: trial.network, levels: trial.levels, engines: engines, limits: SolveLimits())
      return result.uses
    }
    let working = GLPKEngineProvider()
    #expect(try result(of: FaultyEngineProvider(working, .aborts, firstSolve: 1)) == uses)
    #expect(try result(of: working).count < uses.count)
  }
}
