import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import Testing

/// Burdens made even level by level: nobody can carry less without more for one that carries as much.
@Suite struct EvenBurdenTests {
  private static let engines = GLPKEngineProvider()

  private func expectEven(_ model: PlanningModel) throws {
    let planner = try EvenBurdenPlanner(for: model, engines: Self.engines)
    guard planner.base.status == .optimal, let even = try planner.evened() else { return }
    let scale = max(1, even.steps[0].burden)
    let level = try #require(even.base.goals.firstIndex { $0.name == "burden" })
    #expect(abs(even.steps[0].burden - even.base.goals[level].value) <= 1e-6 * scale)
    #expect(even.steps.flatMap(\.contributors).sorted() == model.contributors.map(\.id).sorted())
    #expect(even.plan.certificate.verification.complaints.isEmpty)
    for (goal, other) in zip(even.base.goals, even.plan.goals[..<level]) {
      #expect(abs(goal.value - other.value) <= 1e-6 * max(1, goal.value), "\(goal.name)")
    }
    for (step, next) in zip(even.steps, even.steps.dropFirst()) {
      #expect(step.burden >= next.burden - 1e-6 * scale)
    }
    let before = Array(model.policy.goals.prefix { $0 != .burden })
      .filter { model.policy.goals.contains(.burden) || $0 == .shortfall }
    var limits: [String: Double] = [:]
    for step in even.steps {
      for member in step.contributors {
        let carried = even.plan.contributors.first { $0.contributor == member }?.burden ?? 0
        #expect(abs(carried - step.burden) <= 1e-5 * scale, "\(member)")
      }
      // With a little less for one of its members, and for all others what they have or this level, a goal
      // that comes before the burden is worse.
      for member in step.contributors where step.burden > 0.01 * scale {
        var tight = model
        tight.policy.goals = before
        tight.policy.wholeUnits = false
        for index in tight.contributors.indices {
          let id = tight.contributors[index].id
          let most = (limits[id] ?? step.burden) * (1 + 1e-9)
          tight.contributors[index].burdenLimit = id == member ? 0.99 * step.burden : most
        }
        let plan = try Planner(engines: Self.engines).plan(tight)
        guard plan.status != .infeasible else { continue }
        #expect(
          zip(plan.goals, even.base.goals).contains { $0.value > $1.value * (1 + 1e-9) },
          "\(member)")
      }
      for member in step.contributors { limits[member] = step.burden }
    }
  }

  @Test(arguments: 1...30)
  func `of a random model`(seed: Int) throws {
    try expectEven(RandomModel(seed: seed).model)
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022"])
  func `of a shipped model`(name: String) throws {
    try expectEven(try ShippedModel.read(name))
  }

  /// A plan with limits on burdens has the goals that the compact form has, and its proof holds.
  @Test(arguments: 1...25)
  func `limits on burdens are those of the compact form`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    model.policy.goals = [.shortfall, .burden]
    let free = try Planner(engines: Self.engines).plan(model)
    guard free.status == .optimal else { return }
    for index in model.contributors.indices where index % 2 == 0 {
      let carried = free.contributors.first { $0.contributor == model.contributors[index].id }
      model.contributors[index].burdenLimit = 0.5 * (carried?.burden ?? 0)
    }
    let plan = try Planner(engines: Self.engines).plan(model)
    guard plan.status != .infeasible else { return }
    #expect(plan.status == .optimal)
    for (goal, value) in zip(plan.goals, try compactGoals(of: model)) {
      // What the oracle lets the first goal give way by makes the second a little smaller.
      #expect(abs(goal.value - value) <= 1e-5 * max(1, abs(value)), "\(goal.name)")
    }
  }

  /// The goals one after the other, each solved afresh with those before held.
  private func compactGoals(of model: PlanningModel) throws -> [Double] {
    let network = DeploymentNetwork(model)
    let levels = GoalLevel.levels(of: model)
    var values: [Double] = []
    for level in levels.indices {
      let program = CompactForm(
        network: network, levels: levels, tours: network.allTours(), level: level,
        heldValues: values.map { $0 + 1e-10 * max(1, abs($0)) }
      ).program
      values.append(
        try Self.engines.withEngine { engine in
          try engine.load(program)
          try #require(try engine.solve(.primal, limits: SolveLimits()) == .optimal)
          return try engine.cost()
        })
    }
    return values
  }
}
