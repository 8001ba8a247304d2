import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Synchronization
import Testing

/// How planning ends: stopped, contradicted, failed.
@Suite struct PlannerTests {
  @Test func `a stop before the first round sends units as far as they are of use at once`() throws
  {
    let options = PlanningOptions(shouldStop: { true })
    let model = try ShippedModel.read("three-crises")
    let plan = try Planner(engines: GLPKEngineProvider(), options: options).plan(model)
    #expect(plan.status == .limit)
    #expect(plan.certificate.verification.feasible)
    #expect(plan.certificate.verification.complaints.isEmpty)
    let atHome = GoalLevel.levels(of: model)[0].valueWithoutDeployments(in: model)
    #expect(try #require(plan.goals.first).value < 0.9 * atHome)
  }

  @Test(arguments: [3, 10, 30])
  func `a stop on the way leaves a plan that keeps every limit`(questions: Int) throws {
    let asked = Atomic(0)
    let options = PlanningOptions(shouldStop: {
      asked.add(1, ordering: .relaxed).newValue > questions
    })
    let plan = try Planner(engines: GLPKEngineProvider(), options: options)
      .plan(ShippedModel.read("osh-2010"))
    #expect(plan.status == .limit)
    #expect(plan.certificate.verification.feasible)
    #expect(plan.certificate.verification.complaints.isEmpty)
  }

  @Test(arguments: ["osh-2010", "central-asia"])
  func `a stop before the first exact solve shows the plan of the first-order run`(
    name: String
  ) throws {
    let model = try ShippedModel.read(name)
    let planner = Planner(engines: GLPKEngineProvider())
    let best = try planner.plan(model)
    let asked = Atomic(0)
    let counting = PlanningOptions(shouldStop: {
      asked.add(1, ordering: .relaxed).newValue > 60
    })
    let plan = try Planner(engines: GLPKEngineProvider(), options: counting).plan(model)
    #expect(plan.status == .limit)
    #expect(plan.certificate.verification.feasible)
    #expect(plan.certificate.verification.complaints.isEmpty)
    let goal = try #require(plan.goals.first)
    #expect(!plan.deployments.isEmpty)
    #expect(goal.value >= best.goals[0].value - 1e-6)
    #expect(try #require(goal.bound) <= best.goals[0].value + 1e-6)
  }

  @Test func `the planner says what it is at, from the model to the certificate`() throws {
    let entered = Mutex<[PlanningStage]>([])
    let options = PlanningOptions(enterStage: { stage in entered.withLock { $0.append(stage) } })
    _ = try Planner(engines: GLPKEngineProvider(), options: options)
      .plan(ShippedModel.read("three-crises"))
    let stages = entered.withLock { $0 }
    #expect(stages.first == .build)
    #expect(stages.last == .certificate)
    #expect(Set(stages) == [.build, .start, .master, .pricing, .levels, .certificate])
  }

  @Test func `fixed lines that ask for more than is pledged are named, and no others`() throws {
    var model = try ShippedModel.read("three-crises")
    let contribution = try #require(
      model.contributions.firstIndex { $0.id == "Balkhash-rapid" })
    let crisis = try #require(model.crises.firstIndex { $0.id == "Khujand" })
    let road = try #require(model.modes.firstIndex { $0.id == "road" })
    func line(_ units: Double, from: Double, until: Double, row: Int) -> FixedDeployment {
      FixedDeployment(
        contribution: contribution, crisis: crisis, mode: road, lift: nil, units: units,
        from: from, until: until, row: row)
    }
    let available = model.contributions[contribution].units
    model.fixedDeployments = [
      line(1, from: 8, until: 10, row: 2),
      line(available, from: 2, until: 6, row: 3),
      line(1, from: 4, until: 6, row: 4),
    ]
    let plan = try Planner(engines: GLPKEngineProvider()).plan(model)
    #expect(plan.status == .infeasible)
    #expect(plan.conflict.map(\.row) == [3, 4])
    #expect(plan.deployments.isEmpty)
    model.fixedDeployments.remove(at: 1)
    #expect(try Planner(engines: GLPKEngineProvider()).plan(model).status == .optimal)
  }

  @Test func `a failure of the engine reaches the caller`() throws {
    let engines = ScriptedEngineProvider([])
    #expect(throws: EngineFailure.self) {
      try Planner(engines: engines).plan(ShippedModel.read("three-crises"))
    }
  }

  @Test(arguments: 1...40)
  func `the compact form over all tours has the value of the plan`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    let plan = try Planner(engines: GLPKEngineProvider()).plan(model)
    guard plan.status == .optimal else { return }
    let network = DeploymentNetwork(model)
    let form = CompactForm(
      network: network, levels: GoalLevel.levels(of: model), tours: network.allTours(), level: 0,
      heldValues: [])
    let value = try GLPKEngineProvider().withEngine { engine in
      try engine.load(form.program)
      let termination = try engine.solve(.primal, limits: SolveLimits())
      try #require(termination == .optimal)
      return try engine.cost()
    }
    let goal = try #require(plan.goals.first)
    #expect(abs(goal.value - value) <= 1e-7 * max(1, value))
  }
}
