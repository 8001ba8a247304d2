import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Testing

/// Accounts of shortfalls add up, and remedies do what they say.
@Suite struct ExplanationTests {
  private static let engines = GLPKEngineProvider()

  private func expectSums(_ model: PlanningModel) throws {
    let plan = try Planner(engines: Self.engines).plan(model)
    guard plan.status == .optimal || plan.status == .feasible else { return }
    let accounts = ShortfallAccounts(of: plan, for: model).accounts()
    #expect(
      Set(accounts.map(\.requirement))
        == Set(plan.shortfalls.filter { $0.shortfall > 0 }.map(\.requirement)))
    for account in accounts {
      let scale = max(1, account.required, account.pledged) * 1e-6
      let total = account.fates.reduce(0) { $0 + $1.amount }
      #expect(abs(total - account.pledged) <= scale, "\(account.requirement)")
      #expect(abs(account.required - account.met - account.shortfall) <= scale)
      let serving = account.fates.filter { $0.kind == .serving }.reduce(0) { $0 + $1.amount }
      #expect(abs(serving - account.met) <= scale, "\(account.requirement)")
      // Who is free and held by nothing would have been sent.
      #expect(account.fates.allSatisfy { $0.amount > 0 })
      let weighted = plan.shortfalls.filter { $0.requirement == account.requirement }
        .reduce(0) { $0 + $1.weightedShortfall }
      #expect(abs(account.shortfall * account.weight - weighted) <= scale * max(1, account.weight))
    }
  }

  @Test(arguments: 1...150)
  func `accounts of a random model add up`(seed: Int) throws {
    try expectSums(RandomModel(seed: seed).model)
  }

  @Test(arguments: ShippedModel.names)
  func `accounts of a shipped model add up`(name: String) throws {
    try expectSums(try ShippedModel.read(name))
  }

  private func expectProof(_ model: PlanningModel, most: Int) throws {
    let plan = try Planner(engines: Self.engines).plan(model)
    guard plan.status == .optimal else { return }
    let remedies = try Remedies(for: model, engines: Self.engines)
    var measured = model
    measured.policy.goals = [.shortfall]
    for account in ShortfallAccounts(of: plan, for: model).accounts().prefix(most) {
      for remedy in try remedies.remedies(for: account) {
        let changed = try Planner(engines: Self.engines).plan(measured.applying(remedy.change))
        let goal = changed.goals[0].value
        #expect(abs(goal - remedy.goal) <= 1e-6 * max(1, goal), "\(remedy.description)")
        // The plan that was found is one of the best: its shortage there is part of the goal.
        #expect(remedy.remaining * account.weight <= remedy.goal + 1e-6 * max(1, goal))
        #expect(remedy.remaining < account.shortfall)
        guard let half = remedy.change.times(0.5), remedy.remaining <= 1e-6,
          case .moreAssets(_, let assets) = remedy.change, assets > 1, case .moreAssets = half
        else { continue }
        let fewer = try Planner(engines: Self.engines).plan(measured.applying(half))
        #expect(fewer.goals[0].value >= goal - 1e-6 * max(1, goal))
      }
    }
  }

  @Test(arguments: 1...25)
  func `remedies of a random model are proven`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    model.policy.priorities = .weighted
    try expectProof(model, most: 2)
  }

  @Test func `why police are short at Osh, by hand`() throws {
    let model = try ShippedModel.read("three-crises")
    let plan = try Planner(engines: Self.engines).plan(model)
    let account = try #require(ShortfallAccounts(of: plan, for: model).accounts().first)
    #expect(account.requirement == "Osh-police")
    #expect(account.fates.map(\.kind) == [.serving, .late, .lift, .moving])
    for (fate, amount) in zip(account.fates, [600.0, 800, 400, 200]) {
      #expect(abs(fate.amount - amount) < 1e-6)
    }
    let remedies = try Remedies(for: model, engines: Self.engines).remedies(for: account)
    let best = try #require(remedies.first)
    #expect(best.remaining <= 1e-6)
    let later = try #require(
      remedies.first { if case .laterOpening = $0.change { true } else { false } })
    #expect(later.description == "Osh-police required from day 6 instead of 2")
    #expect(later.remaining <= 1e-6)
  }
}
