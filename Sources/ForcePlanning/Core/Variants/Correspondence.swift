import ForceModel

/// What of one model another model has too: the same identifiers, the same days.
struct Correspondence {
  private let origin: DeploymentNetwork
  private let target: DeploymentNetwork
  // Indices in the target, by index in the origin; nil: the target has no such thing.
  private let contributors: [Int?]
  private let contributions: [Int?]
  private let crises: [Int?]
  private let requirements: [Int?]
  private let modes: [Int?]
  private let liftPools: [Int?]
  private let fixedDeployments: [Int?]
  private let kinds: [Int: Int]
  private let periods: [Int?]

  init(from origin: DeploymentNetwork, to target: DeploymentNetwork) {
    self.origin = origin
    self.target = target
    let (former, model) = (origin.model, target.model)
    contributors = Self.match(former.contributors.map(\.id), model.contributors.map(\.id))
    contributions = Self.match(former.contributions.map(\.id), model.contributions.map(\.id))
    crises = Self.match(former.crises.map(\.id), model.crises.map(\.id))
    requirements = Self.match(former.requirements.map(\.id), model.requirements.map(\.id))
    modes = Self.match(former.modes.map(\.id), model.modes.map(\.id))
    liftPools = Self.match(former.liftPools.map(\.id), model.liftPools.map(\.id))
    fixedDeployments = former.fixedDeployments.map { fixed in
      model.fixedDeployments.firstIndex { $0.row == fixed.row }
    }
    var kinds: [Int: Int] = [:]
    for (index, match) in contributions.enumerated() {
      guard let match else { continue }
      let kind = origin.services.kind(of: index)
      if kinds[kind] == nil { kinds[kind] = target.services.kind(of: match) }
    }
    self.kinds = kinds
    periods = (0..<origin.grid.count).map { period in
      guard let first = target.grid.boundary(at: origin.grid.start(period)),
        let end = target.grid.boundary(at: origin.grid.end(period)), end == first + 1
      else { return nil }
      return first
    }
  }

  /// The place of each identifier in a second list; both lists are sorted.
  private static func match(_ identifiers: [String], _ others: [String]) -> [Int?] {
    var next = 0
    return identifiers.map { identifier in
      while next < others.count, others[next] < identifier { next += 1 }
      return next < others.count && others[next] == identifier ? next : nil
    }
  }

  /// The same row in the target.
  func row(_ row: PlanRow) -> PlanRow? {
    switch row {
    case .supply(let contribution, let period):
      guard let contribution = contributions[contribution], let period = periods[period] else {
        return nil
      }
      return .supply(contribution: contribution, period: period)
    case .requirement(let requirement, let period):
      guard let requirement = requirements[requirement], let period = periods[period] else {
        return nil
      }
      return .requirement(requirement, period: period)
    case .lift(let lift, let period):
      guard let lift = liftPools[lift], let period = periods[period] else { return nil }
      return .lift(lift, period: period)
    case .share(let contributor, let crisis, let period):
      guard let contributor = contributors[contributor], let crisis = crises[crisis],
        let period = periods[period]
      else { return nil }
      return .share(contributor: contributor, crisis: crisis, period: period)
    case .shareOverall(let contributor, let period):
      guard let contributor = contributors[contributor], let period = periods[period] else {
        return nil
      }
      return .shareOverall(contributor: contributor, period: period)
    case .burden(let contributor):
      return contributors[contributor].map { .burden(contributor: $0) }
    case .retasking(let service, let period):
      guard let service = self.service(service), let period = periods[period] else { return nil }
      return .retasking(service: service, period: period)
    case .commitment(let fixed):
      return fixedDeployments[fixed].map { .commitment($0) }
    case .heldGoal:
      return nil
    }
  }

  /// The same column in the target, if it may exist there.
  func column(_ column: MasterColumn) -> MasterColumn? {
    switch column {
    case .tour(let tour): self.tour(tour).map { .tour($0) }
    case .retasking(let change): retasking(change).map { .retasking($0) }
    }
  }

  /// The same static column in the target.
  func column(_ column: StaticColumn) -> StaticColumn? {
    switch column {
    case .largestBurden: .largestBurden
    case .violation(let fixed): fixedDeployments[fixed].map { .violation(fixed: $0) }
    }
  }

  private func tour(_ tour: Tour) -> Tour? {
    guard let contribution = contributions[tour.contribution], let crisis = crises[tour.crisis],
      let first = periods[tour.first], let last = periods[tour.last]
    else { return nil }
    let way = origin.options[tour.contribution][tour.option]
    let lift = way.lift.map { liftPools[$0] }
    // A pool that is gone is not the same as no pool.
    if case .some(.none) = lift { return nil }
    let option = target.options[contribution].firstIndex {
      $0.mode == modes[way.mode] && $0.lift == lift ?? nil
    }
    guard let option else { return nil }
    let match = Tour(
      contribution: contribution, option: option, crisis: crisis, first: first, last: last)
    return target.allows(match) ? match : nil
  }

  private func retasking(_ change: Retasking) -> Retasking? {
    guard let service = service(change.service), let period = periods[change.period] else {
      return nil
    }
    var use: Int?
    if let former = change.use {
      let requirement = requirements[origin.services.use(former).requirement]
      use = target.services.useNumbers(of: service).first {
        target.services.use($0).requirement == requirement
      }
      guard let use, target.window(of: target.services.use(use).requirement).contains(period) else {
        return nil
      }
    }
    // With other weights a task may have become the default one, which takes no change.
    guard use != target.services.defaultUse(of: service, period: period) else { return nil }
    return Retasking(service: service, period: period, use: use)
  }

  private func service(_ service: Int) -> Int? {
    let crisisCount = crises.count
    guard let kind = kinds[service / crisisCount], let crisis = crises[service % crisisCount] else {
      return nil
    }
    return target.services.index(ofKind: kind, at: crisis)
  }
}
