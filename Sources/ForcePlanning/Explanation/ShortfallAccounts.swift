public import ForceModel

/// Explains shortfalls of a plan: works from the plan as it is written, whoever made it.
public struct ShortfallAccounts {
  private let plan: Plan
  private let model: PlanningModel
  private let network: DeploymentNetwork
  /// Deployments of each pledge, with what they do.
  private let stays: [[Stay]]
  /// Prices of share caps and lift at the shortfall levels, by subject.
  private let priced: [String: [Price]]

  /// A deployment of a pledge and its tasks.
  fileprivate struct Stay {
    let deployment: Deployment
    let tasks: [DeploymentTask]
    /// Day until which its units are held, dwell included.
    let releaseDay: Double
  }

  /// Takes a plan and the model that it was made for.
  public init(of plan: Plan, for model: PlanningModel) {
    self.plan = plan
    self.model = model
    network = DeploymentNetwork(model)
    var tasks: [Int: [DeploymentTask]] = [:]
    for task in plan.tasks { tasks[task.line, default: []].append(task) }
    var stays: [[Stay]] = model.contributions.map { _ in [] }
    var places: [String: Int] = [:]
    for (index, pledge) in model.contributions.enumerated() { places[pledge.id] = index }
    for deployment in plan.deployments {
      guard let pledge = places[deployment.contribution] else { continue }
      let dwell = model.contributions[pledge].dwellRatio
      stays[pledge].append(
        Stay(
          deployment: deployment, tasks: tasks[deployment.line] ?? [],
          releaseDay: deployment.returnDay + dwell * (deployment.untilDay - deployment.closeDay)))
    }
    self.stays = stays
    let shortfallLevels = Set(
      plan.goals.filter { $0.name.hasPrefix(Goal.shortfall.rawValue) }.map(\.level))
    var priced: [String: [Price]] = [:]
    for price in plan.prices
    where shortfallLevels.contains(price.level) && (price.kind == .share || price.kind == .lift) {
      priced[price.subject, default: []].append(price)
    }
    self.priced = priced
  }

  /// The account of every requirement that is short, the largest weighted shortfall first.
  ///
  /// - Complexity: O(short requirements x pledges x (periods + deployments of the pledge)).
  public func accounts() -> [ShortfallAccount] {
    model.requirements.indices.compactMap { account(of: $0) }.enumerated().sorted { one, other in
      let (first, second) = (
        one.element.shortfall * one.element.weight, other.element.shortfall * other.element.weight
      )
      return first != second ? first > second : one.offset < other.offset
    }.map(\.element)
  }

  // MARK: One requirement

  /// A stretch of days on which a requirement is short.
  private struct Stretch {
    let from: Double
    let until: Double
    var days: Double { until - from }
  }

  private func account(of requirement: Int) -> ShortfallAccount? {
    let need = model.requirements[requirement]
    let lines = plan.shortfalls.filter { $0.requirement == need.id && $0.shortfall > 0 }
    guard let first = lines.first, let last = lines.last else { return nil }
    let stretches = lines.flatMap { line in
      network.window(of: requirement).filter {
        network.grid.start($0) >= line.fromDay - TimeGrid.tolerance
          && network.grid.end($0) <= line.untilDay + TimeGrid.tolerance
      }.map { Stretch(from: network.grid.start($0), until: network.grid.end($0)) }
    }
    var ledger = Ledger()
    var pledged = 0.0
    for contribution in model.contributions.indices {
      let strength = network.strength(of: contribution, for: requirement)
      let available = network.availableUnits[contribution]
      guard strength > 0, available > 0 else { continue }
      for stretch in stretches {
        pledged += strength * available * stretch.days
        for fate in fates(
          of: contribution, requirement: requirement, stretch: stretch, lastDay: last.untilDay)
        {
          ledger.add(
            fate.kind, model.contributions[contribution].id,
            amount: strength * fate.units * stretch.days, detail: fate.detail)
        }
      }
    }
    let days = lines.map { ($0.untilDay - $0.fromDay, $0) }
    return ShortfallAccount(
      requirement: need.id, crisis: model.crises[need.crisis].id,
      capability: model.capabilities[need.capability].id, unit: need.unit, weight: need.weight,
      fromDay: first.fromDay, untilDay: last.untilDay,
      required: days.reduce(0) { $0 + $1.0 * $1.1.required },
      met: days.reduce(0) { $0 + $1.0 * $1.1.met },
      shortfall: days.reduce(0) { $0 + $1.0 * $1.1.shortfall }, pledged: pledged,
      fates: ledger.fates)
  }

  private typealias Fate = (kind: PledgeFate.Kind, units: Double, detail: String)

  /// What becomes of the units of a pledge in a stretch; they add up to the units that count.
  private func fates(
    of contribution: Int, requirement: Int, stretch: Stretch, lastDay: Double
  ) -> [Fate] {
    let need = model.requirements[requirement]
    var fates: [Fate] = []
    var left = network.availableUnits[contribution]
    func take(_ kind: PledgeFate.Kind, _ units: Double, _ detail: String) {
      let part = min(units, left)
      guard part > 1e-9 else { return }
      left -= part
      fates.append((kind, part, detail))
    }
    for stay in stays[contribution] {
      let working = stay.units(on: need.id, stretch.from, stretch.until)
      take(.serving, working, "in place")
    }
    if let barrier = barrier(of: contribution, requirement: requirement, from: stretch.from) {
      take(barrier.kind, .infinity, barrier.detail)
      return fates
    }
    for stay in stays[contribution] {
      for other in stay.otherWork(than: need.id, stretch.from, stretch.until) {
        let weight = model.requirements.first { $0.id == other.requirement }?.weight ?? 0
        let isHere = stay.deployment.crisis == model.crises[need.crisis].id
        take(
          isHere ? .otherTask : .elsewhere, other.units,
          isHere
            ? "serves \(other.requirement), weight \(weight.inWords)"
            : "at \(stay.deployment.crisis) for \(other.requirement), weight \(weight.inWords)")
      }
      take(
        .elsewhere, stay.idleUnits(stretch.from, stretch.until),
        "at \(stay.deployment.crisis), kept there without a task by tour limits")
      take(
        .moving, stay.unitsOnTheWay(stretch.from, stretch.until),
        "on the way to \(stay.deployment.crisis)")
      take(
        .dwelling, stay.unitsAfter(stretch.from, stretch.until),
        "back from \(stay.deployment.crisis), free on day \(stay.releaseDay.inWords)")
    }
    let obstacle = obstacle(
      of: contribution, requirement: requirement, stretch, lastDay: lastDay)
    take(obstacle.kind, .infinity, obstacle.detail)
    return fates
  }

  // MARK: Causes

  /// What keeps a pledge from the requirement whatever else is decided; nil: nothing.
  private func barrier(
    of contribution: Int, requirement: Int, from day: Double
  ) -> (kind: PledgeFate.Kind, detail: String)? {
    let crisis = model.requirements[requirement].crisis
    let pledge = model.contributions[contribution]
    if network.caveats.forbidsEveryMode(
      contributor: pledge.contributor, capability: pledge.capability, crisis: crisis)
    {
      return (.caveat, caveatText(of: pledge, at: crisis))
    }
    let routes = network.options[contribution].indices.compactMap { option in
      network.route(contribution: contribution, option: option, crisis: crisis)
    }
    guard let way = network.quickestTransit(of: contribution, to: crisis) else {
      return (.noWay, "no mode that it may use leads there")
    }
    let warning = model.crises[crisis].warning
    let arrival = warning + pledge.noticeToMove + way
    guard let first = routes.map(\.firstPeriod).min(), network.grid.start(first) <= day else {
      let opening = model.requirements[requirement].from
      let lateWithoutNotice = warning + way - opening
      let cause =
        lateWithoutNotice <= TimeGrid.tolerance
        ? "notice decides" : "without notice still \(lateWithoutNotice.inWords) late"
      let call = warning > 0 ? "warning on day \(warning.inWords), " : ""
      return (
        .late,
        "there on day \(arrival.inWords), \(max(0, arrival - opening).inWords) late: \(call)"
          + "notice \(pledge.noticeToMove.inWords), way \(way.inWords) days; \(cause)"
      )
    }
    return nil
  }

  private func caveatText(of pledge: Contribution, at crisis: Int) -> String {
    let caveat = model.caveats.first {
      $0.contributor == pledge.contributor && $0.crisis ?? crisis == crisis
        && $0.capability ?? pledge.capability == pledge.capability
    }
    let reason = caveat?.reason ?? ""
    let member = model.contributors[pledge.contributor].id
    return "caveat of \(member)" + (reason.isEmpty ? "" : ": \(reason)")
  }

  /// The limit that keeps free units at home, told by its price.
  private func obstacle(
    of contribution: Int, requirement: Int, _ stretch: Stretch, lastDay: Double
  ) -> (kind: PledgeFate.Kind, detail: String) {
    let crisis = model.requirements[requirement].crisis
    let member = model.contributions[contribution].contributor
    let memberName = model.contributors[member].id
    func isPriced(_ subject: String, _ kind: PriceKind, _ from: Double, _ until: Double) -> Bool {
      (priced[subject] ?? []).contains {
        $0.kind == kind && $0.fromDay < until - TimeGrid.tolerance
          && $0.untilDay > from + TimeGrid.tolerance
      }
    }
    if isPriced("\(memberName)@\(model.crises[crisis].id)", .share, stretch.from, stretch.until) {
      let cap = model.shareCap(of: member)
      return (.shareCap, "\(memberName) may have \((100 * cap).inWords) % of those in place")
    }
    if isPriced(memberName, .share, stretch.from, stretch.until) {
      let cap = model.policy.shareCapOverall
      return (.shareCap, "\(memberName) may have \((100 * cap).inWords) % of all in place")
    }
    let pools = network.options[contribution].indices.compactMap { option in
      network.route(contribution: contribution, option: option, crisis: crisis)?.lift
    }.map { model.liftPools[$0].id }
    let short = pools.filter { isPriced($0, .lift, 0, stretch.until) }
    if let pool = short.first {
      let days = (priced[pool] ?? []).filter { $0.kind == .lift && $0.fromDay < lastDay }
      let from = days.map(\.fromDay).min() ?? 0
      let until = days.map(\.untilDay).max() ?? 0
      return (
        .lift,
        "\(short.uniqued().joined(separator: ", ")) fully used in days \(from.inWords) to "
          + until.inWords
      )
    }
    return (.free, "tour limits, or other limits that share its units")
  }
}

// MARK: - What a stay does

extension ShortfallAccounts.Stay {
  private func covers(_ from: Double, _ until: Double) -> Bool {
    deployment.closeDay <= from + TimeGrid.tolerance
      && deployment.untilDay >= until - TimeGrid.tolerance
  }

  fileprivate func units(on requirement: String, _ from: Double, _ until: Double) -> Double {
    tasks(from, until).filter { $0.requirement == requirement }.reduce(0) { $0 + $1.units }
  }

  private func tasks(_ from: Double, _ until: Double) -> [DeploymentTask] {
    tasks.filter {
      $0.fromDay <= from + TimeGrid.tolerance && $0.untilDay >= until - TimeGrid.tolerance
    }
  }

  /// Units in place that serve nothing.
  fileprivate func idleUnits(_ from: Double, _ until: Double) -> Double {
    guard covers(from, until) else { return 0 }
    return max(0, deployment.units - tasks(from, until).reduce(0) { $0 + $1.units })
  }

  /// Units in place that serve something else.
  fileprivate func otherWork(
    than requirement: String, _ from: Double, _ until: Double
  ) -> [(requirement: String, units: Double)] {
    tasks(from, until).filter { $0.requirement != requirement }.map { ($0.requirement, $0.units) }
  }

  /// Units that have left for the crisis and are not there for all of the stretch.
  fileprivate func unitsOnTheWay(_ from: Double, _ until: Double) -> Double {
    let isHeld = deployment.departDay < until - TimeGrid.tolerance
    let isBefore = deployment.closeDay > from + TimeGrid.tolerance
    return isHeld && isBefore ? deployment.units : 0
  }

  /// Units that have left the crisis and are not free for all of the stretch.
  fileprivate func unitsAfter(_ from: Double, _ until: Double) -> Double {
    let hasLeft = deployment.untilDay < until - TimeGrid.tolerance
    let isHeld = releaseDay > from + TimeGrid.tolerance
    return hasLeft && isHeld && !covers(from, until) ? deployment.units : 0
  }
}

/// Adds up fates that are alike.
private struct Ledger {
  private var entries: [PledgeFate] = []

  mutating func add(
    _ kind: PledgeFate.Kind, _ contribution: String, amount: Double, detail: String
  ) {
    let place = entries.firstIndex {
      $0.kind == kind && $0.contribution == contribution && $0.detail == detail
    }
    guard let place else {
      entries.append(
        PledgeFate(kind: kind, contribution: contribution, amount: amount, detail: detail))
      return
    }
    entries[place].amount += amount
  }

  /// The fates, in the order of kinds, the largest first.
  var fates: [PledgeFate] {
    let order = PledgeFate.Kind.allCases
    return entries.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      let (kind, otherKind) = (order.firstIndex(of: first.kind), order.firstIndex(of: second.kind))
      if kind != otherKind { return kind ?? 0 < otherKind ?? 0 }
      return first.amount != second.amount
        ? first.amount > second.amount : one.offset < other.offset
    }.map(\.element)
  }
}
