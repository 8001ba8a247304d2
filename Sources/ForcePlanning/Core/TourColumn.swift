import ForceModel

/// A tour with the task that its units do in each period: one column of the master program.
struct TourColumn: Sendable, Hashable {
  /// The tour.
  let tour: Tour
  /// The requirement served in each period of the tour, from its first; -1: idle.
  let tasks: [Int32]

  /// The tour with the tasks that a table of prices finds best.
  init(tour: Tour, bestBy table: PriceTable) {
    self.tour = tour
    let service = table.network.services.index(of: tour.contribution, at: tour.crisis)
    tasks = (tour.first...tour.last).map { table.bestTask(service: service, period: $0) }
  }

  /// The requirement served in a period; -1: idle or not in place.
  func task(in period: Int) -> Int32 {
    tour.first <= period && period <= tour.last ? tasks[period - tour.first] : -1
  }
}

/// The coefficients of tour columns in rows and goals, for one unit (formulation.md, "Rows").
struct ColumnCoefficients {
  private let network: DeploymentNetwork
  private let layout: RowLayout
  private let levels: [GoalLevel]

  init(network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel]) {
    self.network = network
    self.layout = layout
    self.levels = levels
  }

  /// Calls `body` with every row that one unit of the column enters, each row once.
  func forEach(of column: TourColumn, _ body: (_ row: Int, _ coefficient: Double) -> Void) {
    let tour = column.tour
    let route = network.route(of: tour)
    let pledge = network.model.contributions[route.contribution]
    let held = network.heldPeriods(of: tour)
    if let base = layout.supply[route.contribution] {
      for period in held { body(base + period, 1) }
    }
    for (offset, task) in column.tasks.enumerated() where task >= 0 {
      body(
        layout.requirement[Int(task)] + tour.first + offset,
        network.strength(of: tour.contribution, for: Int(task)))
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
    for (level, row) in layout.heldGoal.enumerated() {
      let cost = cost(of: column, level: level)
      if cost != 0 { body(row, cost) }
    }
  }

  private func forEachShare(
    _ tour: Tour, pledge: Contribution, _ body: (_ row: Int, _ coefficient: Double) -> Void
  ) {
    let model = network.model
    for contributor in model.contributors.indices {
      let own = contributor == pledge.contributor ? 1.0 : 0.0
      let rows = [
        (
          layout.share[contributor * layout.crisisCount + tour.crisis],
          own - model.shareCap(of: contributor)
        ),
        (layout.shareOverall[contributor], own - model.policy.shareCapOverall),
      ]
      for (base, part) in rows where part != 0 {
        guard let base else { continue }
        for period in tour.first...tour.last { body(base + period, part * pledge.personnel) }
      }
    }
  }

  /// What one unit costs at a level, the shortfall that it relieves counted as a gain.
  func cost(of column: TourColumn, level: Int) -> Double {
    let tour = column.tour
    var cost = levels[level].cost(of: network.route(of: tour), in: network)
      .value(start: network.grid.start(tour.first), end: network.grid.end(tour.last))
    guard levels[level].goal == .shortfall else { return cost }
    for (offset, task) in column.tasks.enumerated() where task >= 0 {
      cost -=
        network.strength(of: tour.contribution, for: Int(task))
        * levels[level].weight(of: network.model.requirements[Int(task)])
        * network.grid.days(tour.first + offset)
    }
    return cost
  }
}
