import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Testing

/// Whatever the engine gets wrong, planning ends, and a plan is called optimal only if it is.
@Suite struct EngineFaultTests {
  /// Generous: it is there so that endless planning fails a test.
  private static let patience = Duration.seconds(60)

  private static func plan(
    _ model: PlanningModel, engines: any LinearProgramEngineProvider
  ) throws -> Plan {
    let start = ContinuousClock.now
    let options = PlanningOptions(shouldStop: { ContinuousClock.now - start > patience })
    let plan = try Planner(engines: engines, options: options).plan(model)
    #expect(ContinuousClock.now - start <= patience, "planning had no end of its own")
    return plan
  }

  /// Plans with a fault in each of the first solves, and compares with the plan of an engine that works.
  private func expectContained(_ fault: EngineFault, _ model: PlanningModel) throws {
    let working = GLPKEngineProvider()
    let best = try Self.plan(model, engines: working)
    for firstSolve in [1, 2, 3, 5, 8, 13, 21] {
      let faulty = FaultyEngineProvider(working, fault, firstSolve: firstSolve)
      let plan: Plan
      do {
        plan = try Self.plan(model, engines: faulty)
      } catch is EngineFailure {
        continue
      }
      let words = "\(model.name), \(fault) from solve \(firstSolve)"
      if plan.status == .infeasible { #expect(best.status == .infeasible, "\(words)") }
      for (goal, other) in zip(plan.goals, best.goals) {
        let allowance = 2e-6 * max(1, abs(other.value))
        // A bound that is stated is proven, whatever the engine said.
        if let bound = goal.bound { #expect(bound <= other.value + allowance, "\(words)") }
        guard plan.status == .optimal else { break }
        #expect(abs(goal.value - other.value) <= allowance, "\(words): \(goal.name)")
      }
    }
    #expect(try Self.plan(model, engines: working) == best)
  }

  @Test(arguments: EngineFault.allCases)
  func `a fault in the tutorial's model`(fault: EngineFault) throws {
    try expectContained(fault, ShippedModel.read("three-crises"))
  }

  @Test(arguments: EngineFault.allCases)
  func `a fault where fixed deployments stand, or contradict each other`(fault: EngineFault) throws
  {
    for tiny in TinyModels.all where !tiny.model.fixedDeployments.isEmpty {
      try expectContained(fault, tiny.model)
    }
    for seed in 1...20 where !RandomModel(seed: seed).model.fixedDeployments.isEmpty {
      try expectContained(fault, RandomModel(seed: seed).model)
    }
  }

  @Test(arguments: EngineFault.allCases)
  func `a fault in random models, some of them in whole units`(fault: EngineFault) throws {
    for seed in 1...5 { try expectContained(fault, RandomModel(seed: seed).model) }
  }
}
