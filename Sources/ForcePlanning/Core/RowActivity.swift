import ForceModel
import LinearProgramming

/// How far a point uses each limit, whether the master has its row or not.
struct RowActivity {
  private let network: DeploymentNetwork
  private let layout: RowLayout
  /// Activity by row of the layout; shares hold personnel less the share of all personnel.
  private var values: [Double]

  /// Adds up what uses take; commitments and held goals are left out: their rows are always there.
  ///
  /// - Complexity: O(rows + periods of the uses x capped members).
  init(
    network: DeploymentNetwork, layout: RowLayout, uses: [TourUse],
    columns: [(column: MasterColumn, value: Double)]
  ) {
    self.network = network
    self.layout = layout
    values = Array(repeating: 0, count: layout.rows.count)
    for use in uses { add(use) }
    for (column, value) in columns { addTasks(of: column, value) }
  }

  /// Strength by task, and what leaves the default tasks, as the master's columns have it.
  private mutating func addTasks(of column: MasterColumn, _ value: Double) {
    let services = network.services
    switch column {
    case .tour(let tour):
      let service = services.index(of: tour.contribution, at: tour.crisis)
      let persons = value * services.factor(of: tour.contribution)
      for period in tour.first...tour.last {
        values[layout.retasking + service * network.grid.count + period] -= persons
        addStrength(
          services.defaultUse(of: service, period: period), period: period, persons: persons)
      }
    case .retasking(let change):
      values[layout.retasking + change.service * network.grid.count + change.period] += value
      let usual = services.defaultUse(of: change.service, period: change.period)
      addStrength(usual, period: change.period, persons: -value)
      addStrength(change.use, period: change.period, persons: value)
    }
  }

  private mutating func addStrength(_ use: Int?, period: Int, persons: Double) {
    guard let use else { return }
    let need = network.services.use(use)
    values[layout.requirement[need.requirement] + period] += need.strength * persons
  }

  private mutating func add(_ use: TourUse) {
    let tour = use.tour
    let route = network.route(of: tour)
    let pledge = network.model.contributions[tour.contribution]
    let held = network.heldPeriods(of: tour)
    if let base = layout.supply[tour.contribution] {
      for period in held { values[base + period] += use.units }
    }
    if let lift = route.lift, let base = layout.lift[lift] {
      let assetDays = use.units * route.assetDaysPerUnit
      values[base + held.lowerBound] += assetDays
      if let back = network.returnPeriod(of: tour) { values[base + back] += assetDays }
    }
    let personnel = use.units * pledge.personnel
    if layout.hasShares { addShares(tour, contributor: pledge.contributor, personnel: personnel) }
    if let row = layout.burden[pledge.contributor] {
      values[row] +=
        personnel * network.length(of: tour)
        / network.model.contributors[pledge.contributor].burdenWeight
    }
  }

  private mutating func addShares(_ tour: Tour, contributor: Int, personnel: Double) {
    let model = network.model
    for member in model.contributors.indices {
      let own = member == contributor ? 1.0 : 0.0
      let rows = [
        (
          layout.share[member * layout.crisisCount + tour.crisis],
          own - model.shareCap(of: member)
        ),
        (layout.shareOverall[member], own - model.policy.shareCapOverall),
      ]
      for (base, part) in rows {
        guard let base else { continue }
        for period in tour.first...tour.last { values[base + period] += part * personnel }
      }
    }
  }

  /// The rows that are broken and not there; of neighbouring periods of one pledge only the worst,
  /// for the others mostly follow.
  func brokenRows(largestBurden: Double, isPresent: (Int) -> Bool) -> [Int] {
    var broken: [Int] = []
    var worst: (row: Int, excess: Double, contribution: Int, period: Int)?
    for row in layout.rows.indices where !isPresent(row) {
      let limit =
        if case .burden = layout.rows[row] { largestBurden } else { layout.bounds[row].upper }
      let excess = values[row] - limit
      guard excess > 1e-9 * max(1, abs(limit)) else { continue }
      guard case .supply(let contribution, let period) = layout.rows[row] else {
        broken.append(row)
        continue
      }
      if let last = worst, last.contribution == contribution, last.period + 1 == period {
        let isWorse = excess > last.excess
        worst = (
          isWorse ? row : last.row, isWorse ? excess : last.excess, contribution, period
        )
      } else {
        if let last = worst { broken.append(last.row) }
        worst = (row, excess, contribution, period)
      }
    }
    if let last = worst { broken.append(last.row) }
    return broken
  }
}
