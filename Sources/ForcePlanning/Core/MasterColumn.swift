import ForceModel

/// A change of task: persons (or units) of a service who leave its default task in one period.
struct Retasking: Sendable, Hashable {
  /// The service, an index into the network's services.
  let service: Int
  /// The period.
  let period: Int
  /// The number of the use they turn to; nil: they stand idle.
  let use: Int?
}

/// A column of the master program.
///
/// Units on a tour serve the default task of their service in each period. Where another task is worth
/// more, a retasking column moves strength over, for all pledges of the kind at once; so a tour is one
/// column whatever its units do.
enum MasterColumn: Sendable, Hashable {
  case tour(Tour)
  case retasking(Retasking)
}

/// The coefficients of master columns in rows and goals (formulation.md, "Rows"), for 1 on a column.
struct ColumnCoefficients {
  private let network: DeploymentNetwork
  private let layout: RowLayout
  private let levels: [GoalLevel]
  private let units: ColumnUnits
  /// The share that each member may have at a crisis, indexed by contributor.
  private let shareCaps: [Double]

  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel], units: ColumnUnits
  ) {
    self.units = units
    self.network = network
    self.layout = layout
    self.levels = levels
    shareCaps = network.model.contributors.indices.map { network.model.shareCap(of: $0) }
  }

  /// Calls `body` with every row that the column enters, each row once.
  func forEach(of column: MasterColumn, _ body: (_ row: Int, _ coefficient: Double) -> Void) {
    switch column {
    case .tour(let tour):
      let unit = units.tours[tour.contribution]
      forEachOfOneUnit(on: tour) { body($0, unit * $1) }
    case .retasking(let change): forEach(of: change, body)
    }
    for (level, row) in layout.heldGoal.enumerated() {
      let cost = cost(of: column, level: level)
      if cost != 0 { body(row, cost) }
    }
  }

  private func forEachOfOneUnit(
    on tour: Tour, _ body: (_ row: Int, _ coefficient: Double) -> Void
  ) {
    let route = network.route(of: tour)
    let pledge = network.pledges[route.contribution]
    let held = network.heldPeriods(of: tour)
    if let base = layout.supply[route.contribution] {
      for period in held { body(base + period, 1) }
    }
    let factor = network.services.factor(of: tour.contribution)
    for period in tour.first...tour.last {
      guard let use = network.services.defaultUse(of: route.service, period: period) else {
        continue
      }
      let need = network.services.use(use)
      body(layout.requirement[need.requirement] + period, need.strength * factor)
      body(retaskingRow(route.service, period), -factor)
    }
    if let lift = route.lift, let base = layout.lift[lift], route.assetDaysPerUnit > 0 {
      body(base + held.lowerBound, route.assetDaysPerUnit)
      if let back = network.returnPeriod(of: tour) { body(base + back, route.assetDaysPerUnit) }
    }
    if layout.hasShares { forEachShare(tour, pledge: pledge, body) }
    if let row = layout.burden[pledge.contributor] {
      let weight = network.model.contributors[pledge.contributor].burdenWeight
      body(row, pledge.personnel * network.length(of: tour) / weight)
    }
    for (index, fixed) in network.fixedTours.enumerated() where fixed == tour {
      body(layout.commitment[index], 1)
    }
  }

  private func forEachShare(
    _ tour: Tour, pledge: PledgeFigures, _ body: (_ row: Int, _ coefficient: Double) -> Void
  ) {
    let shareCapOverall = network.model.policy.shareCapOverall
    func enter(_ base: Int?, part: Double) {
      guard let base, part != 0 else { return }
      for period in tour.first...tour.last { body(base + period, part * pledge.personnel) }
    }
    for (contributor, shareCap) in shareCaps.enumerated() {
      let own = contributor == pledge.contributor ? 1.0 : 0.0
      enter(
        layout.share[contributor * layout.crisisCount + tour.crisis], part: own - shareCap)
      enter(layout.shareOverall[contributor], part: own - shareCapOverall)
    }
  }

  private func forEach(of change: Retasking, _ body: (_ row: Int, _ coefficient: Double) -> Void) {
    body(retaskingRow(change.service, change.period), units.retasking)
    if let use = network.services.defaultUse(of: change.service, period: change.period) {
      let need = network.services.use(use)
      body(layout.requirement[need.requirement] + change.period, -need.strength * units.retasking)
    }
    if let use = change.use {
      let need = network.services.use(use)
      body(layout.requirement[need.requirement] + change.period, need.strength * units.retasking)
    }
  }

  private func retaskingRow(_ service: Int, _ period: Int) -> Int {
    layout.retasking + service * network.grid.count + period
  }

  /// The cost at a level, the shortfall that is relieved counted as a gain.
  func cost(of column: MasterColumn, level: Int) -> Double {
    switch column {
    case .tour(let tour): cost(of: tour, level: levels[level])
    case .retasking(let change): cost(of: change, level: levels[level])
    }
  }

  /// The cost of a tour at the guide.
  func guideCost(of tour: Tour) -> Double { cost(of: tour, level: .guide) }

  private func cost(of tour: Tour, level: GoalLevel) -> Double {
    let route = network.route(of: tour)
    let unit = units.tours[tour.contribution]
    guard level.goal == .shortfall else {
      return unit
        * level.cost(of: route, in: network).value(
          start: network.grid.start(tour.first), end: network.grid.end(tour.last))
    }
    var relief = 0.0
    for period in tour.first...tour.last {
      if let use = network.services.defaultUse(of: route.service, period: period) {
        relief += self.relief(use, period: period, level: level)
      }
    }
    return -relief * unit * network.services.factor(of: tour.contribution)
  }

  private func cost(of change: Retasking, level: GoalLevel) -> Double {
    guard level.goal == .shortfall else { return 0 }
    let left = network.services.defaultUse(of: change.service, period: change.period)
    let lost = left.map { relief($0, period: change.period, level: level) } ?? 0
    let gained = change.use.map { relief($0, period: change.period, level: level) } ?? 0
    return (lost - gained) * units.retasking
  }

  /// The shortfall that a use relieves in a period, weighted.
  private func relief(_ use: Int, period: Int, level: GoalLevel) -> Double {
    let need = network.services.use(use)
    return need.strength * level.weight(of: network.model.requirements[need.requirement])
      * network.grid.days(period)
  }
}
