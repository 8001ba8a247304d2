import CholmodSolver
import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import Synchronization
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
      let model = try ShippedModel.read(name).withShortfallAlone
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

  /// Asks for an optimum; also says the best bound on the way.
  private func optimise(
    _ trial: Trial, by provider: any NormalEquationsProvider = CholmodEquationsProvider(),
    value: Double, bound: Double, limits: SolveLimits = SolveLimits()
  ) -> (isOptimal: Bool, bound: Double) {
    var optimiser = PoolOptimiser(provider)
    var best = -Double.infinity
    let isOptimal = optimiser.optimise(
      trial.run, costUnit: 1000, value: value, bound: bound, tolerance: 1e-7, limits: limits
    ) { search in
      best = max(
        best, search.lagrangianBound(level: trial.run.goal, layout: trial.run.layout))
    }
    return (isOptimal, best)
  }

  @Test(arguments: ["three-crises", "osh-2010", "kazakhstan-2022"], [10, 50, .max])
  func `plan and bound meet at the optimum, though every so many tours were missing`(
    name: String, missing: Int
  ) throws {
    let trial = try Trial(name, steps: 3_000) { network in
      network.allTours().enumerated().filter { $0.offset % missing != 1 }.map(\.element)
    }
    let optimum = try trial.optimum
    let found = optimise(trial, value: optimum, bound: optimum * (1 - 1e-6))
    #expect(found.isOptimal)
    let tolerance = 1e-6 * max(1, optimum)
    #expect(abs(trial.bound - optimum) <= tolerance, "\(trial.bound) \(optimum)")
    #expect(abs(found.bound - optimum) <= tolerance, "\(found.bound) \(optimum)")
    #expect(abs(trial.value - optimum) <= 10 * tolerance, "\(trial.value) \(optimum)")
  }

  @Test func `tours that came later are worked in from where the last optimum was found`() throws {
    // Every fiftieth tour is missing at first.
    let trial = try Trial("three-crises", steps: 3_000) { network in
      network.allTours().enumerated().filter { $0.offset % 50 != 0 }.map(\.element)
    }
    var optimiser = PoolOptimiser(CholmodEquationsProvider())
    let optimum = try trial.optimum
    func optimise() -> Bool {
      optimiser.optimise(
        trial.run, costUnit: 1000, value: optimum, bound: optimum * (1 - 1e-6), tolerance: 1e-7,
        limits: SolveLimits()
      ) { _ in }
    }
    let isFirstOptimal = optimise()
    #expect(isFirstOptimal)
    let before = trial.run.tours.count
    trial.run.add(trial.run.network.allTours())
    #expect(trial.run.tours.count > before)
    let isOptimal = optimise()
    #expect(isOptimal)
    #expect(abs(trial.bound - optimum) <= 1e-6 * max(1, optimum), "\(trial.bound) \(optimum)")
  }

  @Test func `a limit leaves what was reached by then`() throws {
    let trial = try Trial("osh-2010", steps: 500)
    let before = (value: trial.value, bound: trial.bound)
    let steps = Mutex(0)
    let found = optimise(
      trial, value: before.value, bound: before.value * (1 - 2e-3),
      limits: SolveLimits(shouldStop: {
        steps.withLock {
          $0 += 1; return $0 > 12
        }
      }))
    #expect(found.isOptimal)
    #expect(trial.bound > before.bound)
    #expect(trial.value < before.value)
  }

  @Test func `a run is left where it is without factors, at a limit, and far from an optimum`()
    throws
  {
    let trial = try Trial("three-crises", steps: 500)
    let prices = (0..<trial.run.rows.count).map { trial.run.prices[$0] }
    let units = trial.run.units.filter { $0 > 0 }
    func expectUnmoved(
      by provider: any NormalEquationsProvider = CholmodEquationsProvider(), bound: Double,
      limits: SolveLimits = SolveLimits()
    ) {
      #expect(!optimise(trial, by: provider, value: 1000, bound: bound, limits: limits).isOptimal)
      #expect((0..<trial.run.rows.count).map { trial.run.prices[$0] } == prices)
      #expect(trial.run.units.filter { $0 > 0 } == units)
    }
    for failure in [EngineFailure.aborted("no memory"), .numericalTrouble("no factors")] {
      expectUnmoved(by: NoFactors(failure: failure), bound: 999)
    }
    expectUnmoved(bound: 999, limits: SolveLimits(shouldStop: { true }))
    expectUnmoved(bound: 900)
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

      func replaceColumns(by columns: ColumnBatch, rowCount: Int) {}

      func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double] { rightSide }
    }

    func equations(rowCount: Int, columns: ColumnBatch) -> any NormalEquations {
      Equations(failure)
    }
  }
}
