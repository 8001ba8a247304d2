extension ModelChange {
  /// The family of the change, one word or two.
  public var kind: String {
    switch self {
    case .moreUnits: "units"
    case .newPledge: "new pledge"
    case .shorterNotice: "notice"
    case .forwardBase: "base"
    case .moreAssets: "lift"
    case .withoutCaveat: "caveat"
    case .higherShareCap, .higherOverallShareCap: "share cap"
    case .laterOpening: "requirement"
    case .withoutContribution: "withdrawal"
    case .withoutContributor: "member"
    }
  }

  /// The change so many times as large; nil where it has no size.
  public func times(_ multiple: Double) -> ModelChange? {
    switch self {
    case .moreUnits(let contribution, let units):
      .moreUnits(contribution: contribution, units: multiple * units)
    case .newPledge(let contributor, let capability, let base, let units, let notice):
      .newPledge(
        contributor: contributor, capability: capability, base: base, units: multiple * units,
        noticeToMove: notice)
    case .shorterNotice(let contribution, let days):
      .shorterNotice(contribution: contribution, days: multiple * days)
    case .forwardBase(let contribution, let location, let units):
      .forwardBase(contribution: contribution, location: location, units: multiple * units)
    case .moreAssets(let lift, let assets):
      .moreAssets(lift: lift, assets: multiple * assets)
    case .higherShareCap(let points): .higherShareCap(by: multiple * points)
    case .higherOverallShareCap(let points): .higherOverallShareCap(by: multiple * points)
    case .withoutCaveat, .laterOpening, .withoutContribution, .withoutContributor: nil
    }
  }

  /// What the change concerns, in identifiers of the model.
  public func subject(in model: PlanningModel) -> String {
    switch self {
    case .moreUnits(let contribution, _), .shorterNotice(let contribution, _),
      .forwardBase(let contribution, _, _), .withoutContribution(let contribution):
      model.contributions[contribution].id
    case .newPledge(let contributor, let capability, let base, _, _):
      "\(model.contributors[contributor].id)/\(model.capabilities[capability].id)@"
        + model.locations[base].id
    case .moreAssets(let lift, _): model.liftPools[lift].id
    case .withoutCaveat(let caveat): model.contributors[model.caveats[caveat].contributor].id
    case .higherShareCap: "perCrisis"
    case .higherOverallShareCap: "overall"
    case .laterOpening(let requirement, _): model.requirements[requirement].id
    case .withoutContributor(let contributor): model.contributors[contributor].id
    }
  }

  /// The change as a clause: `1 more unit of kz-police`.
  public func words(in model: PlanningModel) -> String {
    switch self {
    case .moreUnits(let contribution, let units):
      return "\(Self.count(units, "more unit")) of \(model.contributions[contribution].id)"
    case .newPledge(let contributor, let capability, let base, let units, let notice):
      let (member, kind) = (model.contributors[contributor], model.capabilities[capability])
      return "\(Self.count(units, "unit")) of \(kind.name) from \(member.name) at "
        + "\(model.locations[base].name), notice \(Self.count(notice, "day"))"
    case .shorterNotice(let contribution, let days):
      let pledge = model.contributions[contribution]
      let after = max(0, pledge.noticeToMove - days)
      return "\(pledge.id) ready after \(Self.count(after, "day")) instead of "
        + Self.number(pledge.noticeToMove)
    case .forwardBase(let contribution, let location, let units):
      let pledge = model.contributions[contribution]
      return "\(Self.count(min(units, pledge.units), "unit")) of \(pledge.id) based at "
        + "\(model.locations[location].name) from the start"
    case .moreAssets(let lift, let assets):
      return "\(Self.count(assets, "more asset")) in \(model.liftPools[lift].id)"
    case .withoutCaveat(let caveat):
      return "without \(Self.words(of: model.caveats[caveat], in: model))"
    case .higherShareCap(let points):
      return "cap on a member's share at a crisis up by \(Self.number(100 * points)) points"
    case .higherOverallShareCap(let points):
      return "cap on a member's share overall up by \(Self.number(100 * points)) points"
    case .laterOpening(let requirement, let day):
      let need = model.requirements[requirement]
      return "\(need.id) required from day \(Self.number(day)) instead of \(Self.number(need.from))"
    case .withoutContribution(let contribution):
      return "without \(model.contributions[contribution].id)"
    case .withoutContributor(let contributor):
      return "without \(model.contributors[contributor].name)"
    }
  }

  private static func words(of caveat: Caveat, in model: PlanningModel) -> String {
    let parts = [
      caveat.capability.map { " on " + model.capabilities[$0].name },
      caveat.crisis.map { " at " + model.crises[$0].name },
      caveat.mode.map { " by " + model.modes[$0].id },
    ]
    return "the caveat of \(model.contributors[caveat.contributor].name)"
      + parts.compactMap { $0 }.joined()
  }

  private static func count(_ number: Double, _ noun: String) -> String {
    "\(self.number(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
