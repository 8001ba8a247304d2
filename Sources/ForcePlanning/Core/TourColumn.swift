import ForceModel
import LinearProgramming

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
}

/// The entries of a tour column in rows of a layout (formulation.md, "Rows").
struct ColumnEntries {
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
      let strength = network.services.strength(of: route.service, for: Int(task))
      body(layout.requirement[Int(task)] + tour.first + offset, strength)
    }
    if let lift = route.lift, let base = layout.lift[lift], route.assetDaysPerUnit > 0 {
      body(base + held.lowerBound, route.assetDaysPerUnit)
      if let back = network.returnPeriod(of: tour) { body(base + back, route.assetDaysPerUnit) }
    }
    for base in presenceRows(contributor: pledge.contributor, crisis: route.crisis) {
      for period in tour.first...tour.last { body(base + period, pledge.personnel) }
    }
    if let row = layout.burden[pledge.contributor] {
      let weight = network.model.contributors[pledge.contributor].burdenWeight
      body(row, pledge.personnel * network.length(of: tour) / weight)
    }
    for (index, fixed) in network.fixedTours.enumerated() where fixed == tour {
      body(layout.commitment[index], 1)
    }
    for (level, row) in layout.heldGoal.enumerated() {
      let cost = cost(of: tour, level: levels[level])
      if cost != 0 { body(row, cost) }
    }
  }

  /// What one unit of a tour costs at a level.
  func cost(of tour: Tour, level: GoalLevel) -> Double {
    level.cost(of: network.route(of: tour), in: network)
      .value(start: network.grid.start(tour.first), end: network.grid.end(tour.last))
  }

  private func presenceRows(contributor: Int, crisis: Int) -> [Int] {
    [
      layout.share[contributor * layout.crisisCount + crisis], layout.presence[crisis],
      layout.shareOverall[contributor], layout.presenceOverall,
    ].compactMap { $0 }
  }
}
