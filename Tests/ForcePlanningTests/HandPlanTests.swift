import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Testing

/// Reviews of plans made by hand: an optimal plan has nothing against it, and what is wrong is found.
@Suite struct HandPlanTests {
  private static let engines = GLPKEngineProvider()

  /// The deployments of a plan as the lines that a person would write.
  private func lines(of plan: Plan, in model: PlanningModel) throws -> [FixedDeployment] {
    try plan.deployments.map { deployment in
      let lift = model.liftPools.firstIndex { $0.id == deployment.lift }
      return FixedDeployment(
        contribution: try #require(
          model.contributions.firstIndex { $0.id == deployment.contribution }),
        crisis: try #require(model.crises.firstIndex { $0.id == deployment.crisis }),
        mode: try #require(model.modes.firstIndex { $0.id == deployment.mode }), lift: lift,
        units: deployment.units, from: deployment.closeDay, until: deployment.untilDay,
        row: deployment.line + 1)
    }
  }

  private func review(_ lines: [FixedDeployment], _ model: PlanningModel) throws -> HandPlanReview {
    var hand = model
    hand.fixedDeployments = lines
    return try HandPlanReviewer(engines: Self.engines).review(hand, for: model)
  }

  private func expectNothingAgainst(_ model: PlanningModel) throws {
    let plan = try Planner(engines: Self.engines).plan(model)
    guard plan.status == .optimal else { return }
    let review = try review(lines(of: plan, in: model), model)
    #expect(review.violations.isEmpty, "\(review.violations)")
    #expect(review.cuts.isEmpty, "\(review.cuts)")
    #expect(review.goals.map(\.name) == plan.goals.map(\.name))
    for (goal, other) in zip(review.goals, plan.goals) {
      #expect(abs(goal.value - other.value) <= 1e-5 * max(1, other.value), "\(goal.name)")
    }
  }

  @Test(arguments: 1...30)
  func `an optimal plan of a random model can stand and is as good as itself`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    try expectNothingAgainst(model)
  }

  @Test(arguments: ["three-crises", "osh-2010", "kazakhstan-2022"])
  func `an optimal plan of a shipped model can stand and is as good as itself`(
    name: String
  ) throws {
    try expectNothingAgainst(try ShippedModel.read(name))
  }

  /// Every unit sent twice breaks something, and with the cuts made nothing is broken any more.
  @Test(arguments: 1...30)
  func `with the cuts made the plan can stand`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    model.fixedDeployments = []
    let plan = try Planner(engines: Self.engines).plan(model)
    guard plan.status == .optimal, !plan.deployments.isEmpty else { return }
    var lines = try lines(of: plan, in: model)
    for index in lines.indices { lines[index].units *= 3 }
    let first = try review(lines, model)
    #expect(first.violations.isEmpty == first.cuts.isEmpty)
    for cut in first.cuts {
      let index = try #require(lines.firstIndex { $0.row == cut.row })
      #expect(abs(lines[index].units - cut.before) < 1e-9)
      lines[index].units = cut.after
    }
    lines.removeAll { $0.units < 1e-6 }
    let second = try review(lines, model)
    #expect(second.violations.allSatisfy { $0.taken - $0.available <= 1e-5 * max(1, $0.available) })
    #expect(second.cuts.allSatisfy { $0.before - $0.after <= 1e-5 * max(1, $0.before) })
  }

  @Test func `more units than are pledged are named with their rows`() throws {
    let model = try ShippedModel.read("three-crises")
    let plan = try Planner(engines: Self.engines).plan(model)
    var lines = try lines(of: plan, in: model)
    let index = try #require(
      lines.firstIndex { model.contributions[$0.contribution].id == "Balkhash-rapid" })
    lines[index].units += 2
    let review = try review(lines, model)
    let violation = try #require(review.violations.first)
    #expect(violation.limit == "units of Balkhash-rapid")
    #expect(violation.available == 3)
    #expect(abs(violation.taken - 5) < 1e-6)
    #expect(violation.rows.contains(lines[index].row))
    #expect(abs(review.cuts.reduce(0) { $0 + $1.before - $1.after } - 2) < 1e-6)
  }

  @Test func `a deployment that stands may not be left out`() throws {
    let model = try ShippedModel.read("central-asia")
    var measured = model
    measured.policy.goals = [.shortfall]
    let review = try review([], measured)
    #expect(review.violations.count == 1)
    #expect(review.violations[0].limit.contains("that stand at"))
    #expect(!review.isFeasible)
  }
}
