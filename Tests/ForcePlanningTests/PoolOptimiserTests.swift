import CholmodSolver
import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import Testing

/// A first-order run is moved to an optimum over its pool, or left where it is.
@Suite struct PoolOptimiserTests {
  /// A run that is not at its end, and what it knows of the goal.
  private struct Trial {
    let run: FirstOrderRun
    let model: PlanningModel
    var value: Double { run.feasiblePlan().shortfall(level: run.goal) }
    var bound: Double {
      run.search(tolerance: 0).lagrangianBound(level: run.goal, layout: run.layout)
    }

    init(_ name: String, steps: Int, pool: (DeploymentNetwork) -> [Tour] = { $0.allTours() }) throws
    {
      var model = try ShippedModel.read(name)
      model.policy.goals = [.shortfall]
      model.policy.priorities = .weighted
      model.policy.wholeUnits = false
      model.fixedDeployments = []
      self.model = model
      let network = DeploymentNetwork(model)
      let levels = [GoalLevel(goal: .shortfall, priority: nil)]
      run = FirstOrderRun(
        network: network,
        layout: RowLayout(network: network, levels: levels, holdsGoals: false), levels: levels,
        level: 0, guide: 0, threads: 1)
      run.balancing = FirstOrderProof.balancingOfPrices
      run.add(pool(network))
      run.iterate(steps, until: 0, limits: SolveLimits())
    }

    var optimum: Double {
      get throws { try Planner(engines: GLPKEngineProvider()).plan(model).goals[0].value }
    }
  }

  @Test(arguments: ["three-crises", "osh-2010", "kazakhstan-2022"])
  func `plan and bound meet at the optimum`(name: String) throws {
    let trial = try Trial(name, steps: 3_000)
    var optimiser = PoolOptimiser(CholmodEquationsProvider())
    let optimum = try trial.optimum
    let isOptimal = optimiser.optimise(
      trial.run, costUnit: 1000, value: optimum, bound: optimum * (1 - 1e-6), limits: SolveLimits())
    #expect(isOptimal)
    let tolerance = 1e-6 * max(1, optimum)
    #expect(abs(trial.bound - optimum) <= tolerance, "\(trial.bound) \(optimum)")
    #expect(abs(trial.value - optimum) <= 10 * tolerance, "\(trial.value) \(optimum)")
  }

  @Test func `tours that came later are worked in from where the last optimum was found`() throws {
    // Every fiftieth tour is missing at first.
    let trial = try Trial("three-crises", steps: 3_000) { network in
      network.allTours().enumerated().filter { $0.offset % 50 != 0 }.map(\.element)
    }
    var optimiser = PoolOptimiser(CholmodEquationsProvider())
    let optimum = try trial.optimum
    let bound = optimum * (1 - 1e-6)
    let isFirstOptimal = optimiser.optimise(
      trial.run, costUnit: 1000, value: optimum, bound: bound, limits: SolveLimits())
    #expect(isFirstOptimal)
    let before = trial.run.tours.count
    trial.run.add(trial.run.network.allTours())
    #expect(trial.run.tours.count > before)
    // From far back first, for the tours change much; then to the end.
    for gap in [2e-3, 1e-6] {
      let isOptimal = optimiser.optimise(
        trial.run, costUnit: 1000, value: optimum, bound: optimum * (1 - gap),
        limits: SolveLimits())
      #expect(isOptimal)
    }
    #expect(abs(trial.bound - optimum) <= 1e-6 * max(1, optimum), "\(trial.bound) \(optimum)")
  }

  @Test func `a run is left where it is without factors, at a limit, and far from an optimum`()
    throws
  {
    let trial = try Trial("three-crises", steps: 500)
    let prices = (0..<trial.run.rows.count).map { trial.run.prices[$0] }
    let units = trial.run.units.filter { $0 > 0 }
    func expectUnmoved(
      by provider: any NormalEquationsProvider, bound: Double, limits: SolveLimits = SolveLimits()
    ) {
      var optimiser = PoolOptimiser(provider)
      let isOptimal = optimiser.optimise(
        trial.run, costUnit: 1000, value: 1000, bound: bound, limits: limits)
      #expect(!isOptimal)
      #expect((0..<trial.run.rows.count).map { trial.run.prices[$0] } == prices)
      #expect(trial.run.units.filter { $0 > 0 } == units)
    }
    for failure in [EngineFailure.aborted("no memory"), .numericalTrouble("no factors")] {
      expectUnmoved(by: NoFactors(failure: failure), bound: 999)
    }
    expectUnmoved(
      by: CholmodEquationsProvider(), bound: 999, limits: SolveLimits(shouldStop: { true }))
    expectUnmoved(by: CholmodEquationsProvider(), bound: 900)
  }

  /// A library that finds no factors.
  private struct NoFactors: NormalEquationsProvider {
    let failure: EngineFailure

    final class Equations: NormalEquations {
      let failure: EngineFailure

      init(_ failure: EngineFailure) { self.failure = failure }

      func factorise(columnWeights: [Double], rowWeights: [Double]) throws(EngineFailure) {
        throw failure
      }

      func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double] { rightSide }
    }

    func equations(rowCount: Int, columns: ColumnBatch) -> any NormalEquations {
      Equations(failure)
    }
  }
}
