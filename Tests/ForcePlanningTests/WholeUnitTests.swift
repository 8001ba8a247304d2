import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import PlanCertificate
import Synchronization
import Testing

/// Plans in whole units against branch and bound over every tour, and how they end.
@Suite struct WholeUnitTests {
  private static func planner(
    threads: Int = 1, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) -> Planner {
    Planner(
      engines: GLPKEngineProvider(),
      options: PlanningOptions(threads: threads, shouldStop: shouldStop))
  }

  private static func shipped(_ name: String) throws -> PlanningModel {
    var model = try ShippedModel.read(name)
    model.policy.wholeUnits = true
    return model
  }

  /// The best value of the first goal in whole units over every tour; nil where branch and bound did not
  /// come to its end, or there is no plan.
  private static func optimum(of model: PlanningModel) throws -> Double? {
    let network = DeploymentNetwork(model)
    let form = CompactForm(
      network: network, levels: GoalLevel.levels(of: model), tours: network.allTours(), level: 0,
      heldValues: [])
    return try GLPKEngineProvider().withEngine { engine in
      try engine.load(form.program)
      guard try engine.solve(.primal, limits: SolveLimits()) == .optimal else { return nil }
      let found = try engine.solveWhole(
        isWhole: form.program.isWhole, limits: WholeLimits(nodes: 300))
      guard found.isComplete, let values = found.values else { return nil }
      return zip(form.program.columns.costs, values).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  // Of these models, 74 have a search over every tour that ends within its nodes.
  @Test(arguments: 1...90)
  func `a random model has the value of a search over every tour`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = true
    guard DeploymentNetwork(model).tourCount() <= 400, let optimum = try Self.optimum(of: model)
    else { return }
    let plan = try Self.planner().plan(model)
    #expect(plan.certificate.verification.feasible)
    #expect(plan.certificate.verification.complaints.isEmpty)
    #expect(plan.deployments.allSatisfy { $0.units == $0.units.rounded() })
    let goal = try #require(plan.goals.first)
    #expect(abs(goal.value - optimum) <= 2e-6 * max(1, optimum), "\(goal.value), \(optimum)")
    #expect(try #require(goal.bound) <= optimum + 1e-6 * max(1, optimum))
    for goal in plan.goals {
      #expect(goal.value >= (goal.bound ?? 0) - 1e-6 * max(1, goal.value))
    }
  }

  @Test func `a larger model comes close to its bound`() throws {
    var model = try Self.shipped("osh-2010")
    model.policy.goals = [.shortfall]
    model.policy.priorities = .weighted
    let plan = try Self.planner().plan(model)
    #expect(plan.status == .feasible)
    #expect(plan.certificate.verification.complaints.isEmpty)
    #expect(try #require(plan.goals[0].gap) <= 0.08)
  }

  @Test func `the plan is the same with one, two and three threads`() throws {
    var model = try Self.shipped("kazakhstan-2022")
    model.policy.goals = [.shortfall]
    let plan = try Self.planner().plan(model)
    #expect(plan.status == .feasible)
    #expect(try Self.planner(threads: 2).plan(model) == plan)
    #expect(try Self.planner(threads: 3).plan(model) == plan)
  }

  @Test(arguments: [0, 3, 60, 200, 400, 800])
  func `a stop on the way leaves a plan in whole units that keeps every limit`(
    questions: Int
  ) throws {
    let asked = Atomic(0)
    let plan = try Self.planner(shouldStop: {
      asked.add(1, ordering: .relaxed).newValue > questions
    }).plan(Self.shipped("kazakhstan-2022"))
    #expect(plan.status == .limit)
    #expect(plan.certificate.verification.feasible)
    #expect(plan.certificate.verification.complaints.isEmpty)
    #expect(plan.deployments.allSatisfy { $0.units == $0.units.rounded() })
    #expect(questions == 0 || !plan.deployments.isEmpty)
  }
}
