public import ForceModel
public import LinearProgramming

/// Finds the least changes that fill a shortfall, each proven by planning with it.
///
/// Plans are made for shortfall alone. Where several best plans share a shortage in different ways, a remedy
/// says that there is one without it.
public struct Remedies: Sendable {
  private let model: PlanningModel
  private let planner: VariantPlanner
  /// More than this many units or assets are not looked for.
  private static let most = 64
  /// Places from which one more unit is tried, and those of them from which more are.
  private static let placesTried = 8
  private static let placesFollowed = 3

  /// Plans the model for its shortfall.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public init(
    for model: PlanningModel, engines: any LinearProgramEngineProvider,
    options: PlanningOptions = PlanningOptions()
  ) throws {
    var measured = model
    measured.policy.goals = [.shortfall]
    self.model = measured
    planner = try VariantPlanner(of: measured, engines: engines, options: options)
  }

  /// The changes that fill the shortfall of an account, or much of it, those that leave least first.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func remedies(for account: ShortfallAccount) throws -> [Remedy] {
    guard let requirement = model.requirements.firstIndex(where: { $0.id == account.requirement })
    else { return [] }
    var found: [Remedy] = []
    found += try later(requirement, account)
    found += try moreUnits(requirement, account)
    found += try moreLift(requirement, account)
    found += try higherCaps(requirement, account)
    found += try readier(requirement, account)
    found += try withoutCaveats(requirement, account)
    let limit = account.shortfall * (1 - 1e-6)
    return found.filter { $0.remaining < limit }.enumerated().sorted { one, other in
      one.element.remaining != other.element.remaining
        ? one.element.remaining < other.element.remaining : one.offset < other.offset
    }.map(\.element)
  }

  // MARK: Proof

  /// Plans with a change and says what is missing at a requirement then; nil: there is no plan.
  private func remedy(_ change: ModelChange, _ requirement: Int) throws -> Remedy? {
    let plan = try planner.plan(model.applying(change), detail: .brief)
    guard plan.status == .optimal || plan.status == .feasible, let goal = plan.goals.first else {
      return nil
    }
    let id = model.requirements[requirement].id
    let remaining = plan.shortfalls.filter { $0.requirement == id }.reduce(0) {
      $0 + $1.shortfall * ($1.untilDay - $1.fromDay)
    }
    return Remedy(
      change: change, description: change.words(in: model), remaining: remaining, goal: goal.value)
  }

  private static func fills(_ remedy: Remedy?) -> Bool { (remedy?.remaining ?? .infinity) <= 1e-6 }

  /// The smallest whole multiple of a change that fills the shortfall; else the largest that was tried.
  private func least(_ change: ModelChange, _ requirement: Int) throws -> Remedy? {
    func attempt(_ number: Int) throws -> Remedy? {
      try change.times(Double(number)).flatMap { try remedy($0, requirement) }
    }
    var enough = 1
    var best = try attempt(enough)
    while !Self.fills(best), enough < Self.most {
      let next = try attempt(2 * enough)
      // Where twice as much fills no more, more will not either.
      guard let next, next.remaining < (best?.remaining ?? .infinity) * (1 - 1e-6) else {
        return best
      }
      enough *= 2
      best = next
    }
    guard Self.fills(best) else { return best }
    var short = enough / 2
    while enough - short > 1 {
      let middle = (enough + short) / 2
      let remedy = try attempt(middle)
      if Self.fills(remedy) {
        enough = middle
        best = remedy
      } else {
        short = middle
      }
    }
    return best
  }

  // MARK: Kinds of change

  /// The requirement opens when the last shortage at its start is over.
  private func later(_ requirement: Int, _ account: ShortfallAccount) throws -> [Remedy] {
    let need = model.requirements[requirement]
    guard account.untilDay < need.until - TimeGrid.tolerance else { return [] }
    let change = ModelChange.laterOpening(requirement: requirement, day: account.untilDay)
    return try remedy(change, requirement).map { [$0] } ?? []
  }

  /// More units of the capability from where one unit is worth most, ready in time.
  private func moreUnits(_ requirement: Int, _ account: ShortfallAccount) throws -> [Remedy] {
    let need = model.requirements[requirement]
    var places: [(contributor: Int, base: Int)] = []
    for pledge in model.contributions
    where !places.contains(where: { $0 == (pledge.contributor, pledge.base) }) {
      places.append((pledge.contributor, pledge.base))
    }
    let notices = model.contributions.filter { $0.capability == need.capability }
      .map(\.noticeToMove)
    let notice = notices.min() ?? 0
    let values = planner.values(
      ofOneUnitOf: places.map { place in
        model.newPledge(
          contributor: place.contributor, capability: need.capability, base: place.base, units: 1,
          noticeToMove: notice)
      })
    // What one unit is worth over all requirements says where to look, not yet what helps here.
    let promising = values.indices.filter { values[$0] > 0 }.sorted {
      values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1
    }.prefix(Self.placesTried)
    let changes = promising.map { place in
      ModelChange.newPledge(
        contributor: places[place].contributor, capability: need.capability,
        base: places[place].base, units: 1, noticeToMove: notice)
    }
    let first = try changes.map { try remedy($0, requirement)?.remaining ?? .infinity }
    let best = changes.indices.sorted { first[$0] != first[$1] ? first[$0] < first[$1] : $0 < $1 }
    return try best.prefix(Self.placesFollowed).compactMap { try least(changes[$0], requirement) }
  }

  private func moreLift(_ requirement: Int, _ account: ShortfallAccount) throws -> [Remedy] {
    guard account.fates.contains(where: { $0.kind == .lift || $0.kind == .late }) else { return [] }
    let pools = Set(planner.base.prices.filter { $0.kind == .lift }.map(\.subject))
    return try model.liftPools.indices.filter { pools.contains(model.liftPools[$0].id) }
      .compactMap { try least(.moreAssets(lift: $0, assets: 1), requirement) }
  }

  private func higherCaps(_ requirement: Int, _ account: ShortfallAccount) throws -> [Remedy] {
    guard account.fates.contains(where: { $0.kind == .shareCap }) else { return [] }
    return try [
      least(.higherShareCap(by: 0.01), requirement),
      least(.higherOverallShareCap(by: 0.01), requirement),
    ].compactMap { $0 }
  }

  /// Each late pledge with the notice that brings it in time, if notice is what makes it late.
  private func readier(_ requirement: Int, _ account: ShortfallAccount) throws -> [Remedy] {
    let late = Set(account.fates.filter { $0.kind == .late }.map(\.contribution))
    return try model.contributions.indices.filter { late.contains(model.contributions[$0].id) }
      .compactMap { index in
        let pledge = model.contributions[index]
        guard pledge.noticeToMove > 0 else { return nil }
        return try least(
          .shorterNotice(contribution: index, days: min(1, pledge.noticeToMove)), requirement)
      }
  }

  private func withoutCaveats(
    _ requirement: Int, _ account: ShortfallAccount
  ) throws -> [Remedy] {
    guard account.fates.contains(where: { $0.kind == .caveat }) else { return [] }
    let crisis = model.requirements[requirement].crisis
    return try model.caveats.indices.filter { model.caveats[$0].crisis ?? crisis == crisis }
      .compactMap { try remedy(.withoutCaveat($0), requirement) }
  }
}
