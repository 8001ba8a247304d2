import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Testing

/// The causes that an account names are the causes: what one names is changed, and the cause is gone.
@Suite struct FateTests {
  private static let engines = GLPKEngineProvider()

  /// What is explained: a model, its plan and the accounts of its shortfalls.
  private struct Case: Sendable {
    let model: PlanningModel
    let plan: Plan
    let accounts: [ShortfallAccount]

    init?(_ model: PlanningModel) throws {
      var model = model
      model.policy.wholeUnits = false
      plan = try Planner(engines: FateTests.engines).plan(model)
      guard plan.status == .optimal else { return nil }
      self.model = model
      accounts = ShortfallAccounts(of: plan, for: model).accounts()
    }

    /// The accounts after a change, with the old plan or a new one.
    func accounts(
      planningAnew: Bool, with change: (inout PlanningModel) -> Void
    ) throws -> [ShortfallAccount] {
      var changed = model
      change(&changed)
      let plan = planningAnew ? try Planner(engines: FateTests.engines).plan(changed) : self.plan
      return ShortfallAccounts(of: plan, for: changed).accounts()
    }
  }

  private static func kinds(_ accounts: [ShortfallAccount]) -> Set<PledgeFate.Kind> {
    Set(accounts.flatMap(\.fates).map(\.kind))
  }

  private static let cases = Result {
    let shipped = try ["three-crises", "kazakhstan-2022"].map { try ShippedModel.read($0) }
    return try (shipped + (1...60).map { RandomModel(seed: $0).model }).compactMap { try Case($0) }
  }

  /// The cases that show a kind of fate; there must be some.
  private func cases(showing kind: PledgeFate.Kind) throws -> [Case] {
    let found = try Self.cases.get().filter { Self.kinds($0.accounts).contains(kind) }
    try #require(!found.isEmpty, "no model shows \(kind)")
    return found
  }

  /// "there on day X, D late": with notice D days shorter, the pledge is there when the requirement opens.
  @Test func `a pledge that is late by so many days comes in time with so much less notice`() throws
  {
    for shown in try cases(showing: .late) {
      for account in shown.accounts {
        for fate in account.fates where fate.kind == .late {
          let index = try #require(
            shown.model.contributions.firstIndex { $0.id == fate.contribution })
          let words = fate.detail.split { " ,".contains($0) }
          let late = try #require(words.firstIndex(of: "late:").flatMap { Double(words[$0 - 1]) })
          let notice = shown.model.contributions[index].noticeToMove
          guard fate.detail.hasSuffix("notice decides"), late > 0, late <= notice else { continue }
          func isLate(by days: Double) throws -> Bool {
            try shown.accounts(planningAnew: false) {
              $0.contributions[index].noticeToMove = max(0, notice - days)
            }.contains { changed in
              changed.requirement == account.requirement
                && changed.fates.contains {
                  $0.kind == .late && $0.contribution == fate.contribution
                }
            }
          }
          #expect(try !isLate(by: late + 1e-6), "\(account.requirement): \(fate.detail)")
          #expect(try isLate(by: late - 0.01), "\(account.requirement): \(fate.detail)")
        }
      }
    }
  }

  @Test func `without caveats none keeps a pledge away`() throws {
    for shown in try cases(showing: .caveat) {
      let after = try shown.accounts(planningAnew: true) { $0.caveats = [] }
      #expect(!Self.kinds(after).contains(.caveat), "\(shown.model.name)")
    }
  }

  @Test func `without caps on shares none holds a pledge`() throws {
    for shown in try cases(showing: .shareCap) {
      let after = try shown.accounts(planningAnew: true) { model in
        model.policy.shareCapPerCrisis = 1
        model.policy.shareCapOverall = 1
        for member in model.contributors.indices { model.contributors[member].shareCap = nil }
      }
      #expect(!Self.kinds(after).contains(.shareCap), "\(shown.model.name)")
    }
  }

  @Test func `with lift in plenty none lacks it`() throws {
    for shown in try cases(showing: .lift) {
      let after = try shown.accounts(planningAnew: true) { model in
        for pool in model.liftPools.indices { model.liftPools[pool].assets = 1e6 }
      }
      #expect(!Self.kinds(after).contains(.lift), "\(shown.model.name)")
    }
  }

  @Test func `where one crisis is all there is, no pledge is used elsewhere for more`() throws {
    for shown in try cases(showing: .elsewhere) {
      for account in shown.accounts where account.fates.contains(where: { $0.kind == .elsewhere }) {
        let after = try shown.accounts(planningAnew: true) { model in
          let here = model.crises.firstIndex { $0.id == account.crisis }
          model.requirements.removeAll { $0.crisis != here }
          model.fixedDeployments.removeAll { $0.crisis != here }
        }
        #expect(!Self.kinds(after).contains(.elsewhere), "\(shown.model.name) \(account.crisis)")
      }
    }
  }

  /// "at C for R, weight W": R is required there with that weight, and the plan's tasks serve it.
  @Test func `what a pledge does elsewhere is in the plan, with its weight`() throws {
    for shown in try cases(showing: .elsewhere) {
      for fate in shown.accounts.flatMap(\.fates) where fate.kind == .elsewhere {
        guard fate.detail.contains(" for ") else { continue }
        let words = fate.detail.split { " ,".contains($0) }.map(String.init)
        let need = try #require(shown.model.requirements.first { $0.id == words[3] })
        #expect(shown.model.crises[need.crisis].id == words[1])
        #expect(Double(words[5]) == need.weight)
        let lines = Set(
          shown.plan.deployments.filter { $0.contribution == fate.contribution }.map(\.line))
        #expect(
          shown.plan.tasks.contains { lines.contains($0.line) && $0.requirement == need.id },
          "\(fate.detail)")
      }
    }
  }
}
