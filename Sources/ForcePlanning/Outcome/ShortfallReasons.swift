import ForceModel

/// Says why strength is missing: what became of every pledge that could have served.
struct ShortfallReasons {
  private let point: PlanPoint
  private let network: DeploymentNetwork
  private let layout: RowLayout
  /// Why there are no reasons, where planning did not come to its end.
  private let interruption: String?
  /// Sum of the prices of all shortfall levels, by row.
  private let prices: [Double]
  private let effectiveness: EffectivenessTable
  /// Units held, by contribution and period.
  private let held: [[Double]]
  /// Units at work.
  private let serving: [Service: Double]

  /// What units of a pledge work at in a period.
  private struct Service: Hashable {
    let contribution: Int
    let requirement: Int
    let period: Int
  }

  init(
    point: PlanPoint, layout: RowLayout, levels: [GoalLevel], settled: [SettledLevel],
    interruption: String?
  ) {
    self.point = point
    self.interruption = interruption
    self.layout = layout
    let network = point.network
    self.network = network
    effectiveness = EffectivenessTable(model: network.model)
    var prices = Array(repeating: 0.0, count: layout.rows.count)
    for (level, settledLevel) in zip(levels, settled) where level.goal == .shortfall {
      for row in prices.indices { prices[row] += settledLevel.prices.values[row] }
    }
    self.prices = prices
    var held = network.model.contributions.map { _ in
      Array(repeating: 0.0, count: network.grid.count)
    }
    var serving: [Service: Double] = [:]
    for use in point.uses {
      for period in network.heldPeriods(of: use.tour) {
        held[use.tour.contribution][period] += use.units
      }
      for work in use.work {
        let service = Service(
          contribution: use.tour.contribution, requirement: work.requirement, period: work.period)
        serving[service, default: 0] += work.units
      }
    }
    self.held = held
    self.serving = serving
  }

  /// What keeps a pledge from serving, in the order in which causes are named.
  private enum Cause: CaseIterable {
    case late, caveat, noWay, shareCap, lift, elsewhere, tourLimits

    /// What becomes of strength for this cause.
    var words: String {
      switch self {
      case .late: "too late"
      case .caveat: "barred by caveat"
      case .noWay: "without a way to move"
      case .shareCap: "held by the share cap"
      case .lift: "without lift"
      case .elsewhere: "in use elsewhere"
      case .tourLimits: "held by tour limits"
      }
    }
  }

  /// The rows of shortfalls.csv: stretches of periods with the same shortfall for the same reason.
  func shortfalls() -> [Shortfall] {
    let model = network.model
    var lines: [Shortfall] = []
    let order = model.requirements.indices.sorted {
      (model.requirements[$0].crisis, $0) < (model.requirements[$1].crisis, $1)
    }
    for index in order {
      let need = model.requirements[index]
      let window = network.window(of: index)
      var open: Shortfall?
      for (period, missing) in zip(window, point.shortfalls[index]) {
        let reason = missing > 0 ? reason(requirement: index, period: period) : ""
        let days = network.grid.days(period)
        if var line = open, line.shortfall == missing, line.reason == reason {
          line.untilDay = network.grid.end(period).roundedForPlans
          line.weightedShortfall =
            (line.weightedShortfall + need.weight * days * missing).roundedForPlans
          open = line
          continue
        }
        if let line = open { lines.append(line) }
        guard missing > 0 else {
          open = nil
          continue
        }
        open = Shortfall(
          requirement: need.id, crisis: model.crises[need.crisis].id,
          capability: model.capabilities[need.capability].id,
          fromDay: network.grid.start(period).roundedForPlans,
          untilDay: network.grid.end(period).roundedForPlans,
          required: need.quantity.roundedForPlans, met: (need.quantity - missing).roundedForPlans,
          shortfall: missing, weightedShortfall: (need.weight * days * missing).roundedForPlans,
          reason: reason)
      }
      if let line = open { lines.append(line) }
    }
    return lines
  }

  private func reason(requirement: Int, period: Int) -> String {
    if let interruption { return interruption }
    var found: [Cause: [(strength: Double, pledge: String)]] = [:]
    var couldServe = false
    for contribution in network.model.contributions.indices {
      let strength = strength(of: contribution, for: requirement)
      guard network.availableUnits[contribution] > 0, strength > 0 else { continue }
      couldServe = true
      let service = Service(contribution: contribution, requirement: requirement, period: period)
      let serving = serving[service] ?? 0
      guard network.availableUnits[contribution] - serving > 1e-6 else { continue }
      for (cause, units) in causes(
        contribution: contribution, requirement: requirement, period: period, serving: serving)
      {
        found[cause, default: []].append(
          (units * strength, named(contribution, cause: cause, requirement: requirement)))
      }
    }
    guard couldServe else { return "not pledged: no member offers it or a substitute" }
    let parts = Cause.allCases.compactMap { cause -> String? in
      guard let pledges = found[cause] else { return nil }
      // Two names are read, a list is not: of more pledges the one with the most strength stands for all.
      let named =
        pledges.count <= 2
        ? pledges : pledges.max { $0.strength < $1.strength }.map { [$0] } ?? []
      let names = named.map(\.pledge).joined(separator: ", ")
      let more = pledges.count > 2 ? " and \(pledges.count - 1) more" : ""
      let total = pledges.reduce(0) { $0 + $1.strength }
      let strength = total < 10 ? total.inWords : total.rounded().inWords
      return "\(strength) \(cause.words) (\(names)\(more))"
    }
    return parts.isEmpty
      ? "everything pledged that can serve is in place" : parts.joined(separator: "; ")
  }

  /// What becomes of the units of a pledge that do not serve.
  private func causes(
    contribution: Int, requirement: Int, period: Int, serving: Double
  ) -> [(cause: Cause, units: Double)] {
    let missing = network.availableUnits[contribution] - serving
    let crisis = network.model.requirements[requirement].crisis
    let pledge = network.model.contributions[contribution]
    if network.caveats.forbidsEveryMode(
      contributor: pledge.contributor, capability: pledge.capability, crisis: crisis)
    {
      return [(.caveat, missing)]
    }
    guard arrivalDay(of: contribution, at: crisis) != nil else { return [(.noWay, missing)] }
    let routes = network.options[contribution].indices.compactMap {
      network.route(contribution: contribution, option: $0, crisis: crisis)
    }
    guard let arrival = routes.map(\.firstPeriod).min(), arrival <= period else {
      return [(.late, missing)]
    }
    let elsewhere = max(0, held[contribution][period] - serving)
    let free = max(0, network.availableUnits[contribution] - held[contribution][period])
    var causes: [(cause: Cause, units: Double)] = []
    if free > 1e-6 {
      causes.append(
        (obstacle(contribution: contribution, crisis: crisis, period: period, routes: routes), free)
      )
    }
    if elsewhere > 1e-6 { causes.append((.elsewhere, elsewhere)) }
    return causes
  }

  /// The limit that keeps free units at home, told by its price.
  private func obstacle(
    contribution: Int, crisis: Int, period: Int, routes: [Route]
  ) -> Cause {
    let contributor = network.model.contributions[contribution].contributor
    let shares = [
      layout.share[contributor * layout.crisisCount + crisis], layout.shareOverall[contributor],
    ].compactMap { $0 }
    if shares.contains(where: { abs(prices[$0 + period]) > 1e-9 }) { return .shareCap }
    let isLiftShort = routes.contains { route in
      guard let lift = route.lift, let base = layout.lift[lift] else { return false }
      return (0...period).contains { abs(prices[base + $0]) > 1e-9 }
    }
    return isLiftShort ? .lift : .tourLimits
  }

  private func named(_ contribution: Int, cause: Cause, requirement: Int) -> String {
    let pledge = network.model.contributions[contribution]
    let crisis = network.model.requirements[requirement].crisis
    guard cause == .late, let day = arrivalDay(of: contribution, at: crisis) else {
      return pledge.id
    }
    return "\(pledge.id) from day \(day.inWords)"
  }

  /// The first day on which units can be at a crisis; nil where no way of moving leads there.
  private func arrivalDay(of contribution: Int, at crisis: Int) -> Double? {
    network.quickestTransit(of: contribution, to: crisis).map {
      network.model.crises[crisis].warning
        + network.model.contributions[contribution].noticeToMove + $0
    }
  }

  private func strength(of contribution: Int, for requirement: Int) -> Double {
    let pledge = network.model.contributions[contribution]
    let need = network.model.requirements[requirement]
    let effect = effectiveness.value(of: pledge.capability, for: need.capability)
    return need.unit == .personnel ? effect * pledge.personnel : effect
  }
}
