import ForceModel

/// Prices arranged so that the reduced cost of any tour is a few differences of running sums
/// (formulation.md, "The solver core").
final class PriceTable: Sendable {
  let network: DeploymentNetwork
  fileprivate let layout: RowLayout
  let prices: RowPrices
  fileprivate let periods: Int
  fileprivate let weights: MovementWeights
  /// Running sums of supply prices, by contribution x (periods + 1) + period.
  fileprivate let supply: [Double]
  /// Running sums of the best task's value, by service x (periods + 1) + period; times the factor of
  /// a pledge they are those of one unit.
  fileprivate let tasks: [Double]
  /// The number of the best use, -1 where that is idleness, by service x periods + period.
  private let bestTask: [Int32]
  /// Weight of one person (or unit) short for one day in the cost, by requirement.
  private let shortfallWeights: [Double]
  /// Running sums of the prices that one person in place meets, by (contributor x crises + crisis)
  /// x (periods + 1) + period; empty where no share is capped.
  fileprivate let presence: [Double]
  /// The tours of fixed deployments and the prices of their commitments; mostly none.
  private let commitments: [(tour: Tour, price: Double)]

  /// Arranges prices; `face` limits the tasks that a tour may do.
  ///
  /// - Complexity: O((contributions + uses) x periods).
  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel], prices: RowPrices,
    face: TaskFace, guide: Double = 0
  ) {
    self.network = network
    self.layout = layout
    self.prices = prices
    periods = network.grid.count
    weights = MovementWeights(
      levels: levels + [.guide], weights: prices.goalWeights + [guide])
    let shortfallWeights = network.model.requirements.map {
      prices.worth(of: $0, levels: levels)
    }
    self.shortfallWeights = shortfallWeights
    supply = Self.supplySums(network: network, layout: layout, prices: prices)
    (tasks, bestTask) = Self.taskSums(
      network: network, layout: layout, prices: prices, weights: shortfallWeights, face: face)
    presence = Self.presenceSums(network: network, layout: layout, prices: prices)
    commitments = zip(network.fixedTours, layout.commitment).compactMap { tour, row in
      tour.map { ($0, prices.values[row]) }
    }
  }

  /// What strength for a requirement is worth in a period: the shortfall that it relieves, less the
  /// price of the row that keeps strength from counting beyond the quantity.
  func worth(of requirement: Int, period: Int) -> Double {
    shortfallWeights[requirement] * network.grid.days(period)
      + prices.values[layout.requirement[requirement] + period]
  }

  /// What a use is worth in a period, before the factor of a pledge.
  func value(of use: UsableRequirement, period: Int) -> Double {
    use.strength * worth(of: use.requirement, period: period)
  }

  /// What the best task allowed of a service is worth in a period, before the factor of a pledge.
  func taskValue(service: Int, period: Int) -> Double {
    let base = service * (periods + 1) + period
    return tasks[base + 1] - tasks[base]
  }

  /// The number of the best use; nil: idle.
  func bestUse(service: Int, period: Int) -> Int? {
    let use = bestTask[service * periods + period]
    return use < 0 ? nil : Int(use)
  }

  /// What a use is worth in a period, before the factor of a pledge; idleness is worth nothing.
  func value(ofUse use: Int?, period: Int) -> Double {
    use.map { value(of: network.services.use($0), period: period) } ?? 0
  }

  /// The cost of one unit of a tour less the prices of what it uses and serves, best tasks counted.
  func reducedCost(of tour: Tour) -> Double {
    let scan = RouteScan(table: self, route: network.route(of: tour))
    return scan.reducedCost(first: tour.first, last: tour.last) - commitment(on: tour)
  }

  /// The same for a tour whose uses are given, one for each period in place.
  func reducedCost(of tour: Tour, uses: [Int?]) -> Double {
    let service = network.services.index(of: tour.contribution, at: tour.crisis)
    let factor = network.services.factor(of: tour.contribution)
    var value = reducedCost(of: tour)
    for (offset, use) in uses.enumerated() {
      let period = tour.first + offset
      value +=
        factor
        * (taskValue(service: service, period: period) - self.value(ofUse: use, period: period))
    }
    return value
  }

  /// The best use of each period of a tour.
  func bestUses(of tour: Tour) -> [Int?] {
    let service = network.services.index(of: tour.contribution, at: tour.crisis)
    return (tour.first...tour.last).map { bestUse(service: service, period: $0) }
  }

  /// The price of the commitments that a tour serves.
  func commitment(on tour: Tour) -> Double {
    commitments.reduce(0) { $1.tour == tour ? $0 + $1.price : $0 }
  }
}

// MARK: - One route

/// The reduced costs of the tours of one route, fixed deployments left out of account.
///
/// Where units do not dwell, a reduced cost is a term of the first period plus one of the last.
struct RouteScan {
  private let table: PriceTable
  private let route: Route
  private let supplyBase: Int
  private let taskBase: Int
  private let presenceBase: Int?
  private let personnel: Double
  private let factor: Double
  private let liftBase: Int?
  private let returnIsCharged: Bool
  private let fixedCost: Double
  private let perDayOfStart: Double
  private let perDayInPlace: Double
  private let dwellRatio: Double

  init(table: PriceTable, route: Route) {
    self.table = table
    self.route = route
    let network = table.network
    let pledge = network.pledges[route.contribution]
    let sums = table.periods + 1
    supplyBase = route.contribution * sums
    taskBase = route.service * sums
    presenceBase =
      table.presence.isEmpty
      ? nil : (pledge.contributor * table.layout.crisisCount + route.crisis) * sums
    personnel = pledge.personnel
    factor = network.services.factor(of: route.contribution)
    dwellRatio = pledge.dwellRatio
    liftBase = route.lift.flatMap { table.layout.lift[$0] }
    returnIsCharged = network.model.policy.chargeReturnLift
    let cost = table.weights.cost(of: route, in: network)
    fixedCost = cost.fixed
    perDayOfStart = cost.perDayOfStart
    let burdenPerDay =
      table.layout.burden[pledge.contributor].map {
        table.prices.values[$0] * pledge.personnel
          / network.model.contributors[pledge.contributor].burdenWeight
      } ?? 0
    perDayInPlace = cost.perDayInPlace - burdenPerDay
  }

  /// Whether a reduced cost is a term of the first period plus one of the last.
  var isSeparable: Bool { dwellRatio == 0 }

  /// The reduced cost of one unit in place from `first` to `last`, best tasks counted.
  func reducedCost(first: Int, last: Int) -> Double {
    guard !isSeparable else { return beginTerm(first) + endTerm(last) }
    let grid = table.network.grid
    let end = grid.end(last)
    let release =
      end + table.network.transitDays(of: route) + dwellRatio * (end - grid.start(first))
    let held = table.network.lastHeldPeriod(release: release)
    return beginTerm(first) + endTerm(last, held: held)
  }

  /// The part of a reduced cost that the first period decides.
  func beginTerm(_ first: Int) -> Double {
    let departure = table.network.holds.departurePeriod(transit: route.transit, first: first)
    let start = table.network.grid.start(first)
    var value = fixedCost + (perDayOfStart - perDayInPlace) * start
    value += table.supply[supplyBase + departure] + factor * table.tasks[taskBase + first]
    if let presenceBase { value += personnel * table.presence[presenceBase + first] }
    if let liftBase {
      value -= route.assetDaysPerUnit * table.prices.values[liftBase + departure]
    }
    return value
  }

  /// The part of a reduced cost that the last period decides where units do not dwell.
  func endTerm(_ last: Int) -> Double {
    endTerm(
      last, held: table.network.holds.lastHeldPeriod(transit: route.transit, last: last))
  }

  private func endTerm(_ last: Int, held: Int) -> Double {
    var value = perDayInPlace * table.network.grid.end(last)
    value -= table.supply[supplyBase + held + 1] + factor * table.tasks[taskBase + last + 1]
    if let presenceBase { value -= personnel * table.presence[presenceBase + last + 1] }
    if let liftBase, returnIsCharged, last + 1 < table.periods {
      value -= route.assetDaysPerUnit * table.prices.values[liftBase + last + 1]
    }
    return value
  }
}

// MARK: - Running sums

extension PriceTable {
  private static func supplySums(
    network: DeploymentNetwork, layout: RowLayout, prices: RowPrices
  ) -> [Double] {
    let periods = network.grid.count
    var sums: [Double] = []
    sums.reserveCapacity(network.model.contributions.count * (periods + 1))
    for contribution in network.model.contributions.indices {
      var sum = 0.0
      sums.append(sum)
      for period in 0..<periods {
        if let base = layout.supply[contribution] { sum += prices.values[base + period] }
        sums.append(sum)
      }
    }
    return sums
  }

  private static func taskSums(
    network: DeploymentNetwork, layout: RowLayout, prices: RowPrices, weights: [Double],
    face: TaskFace
  ) -> ([Double], [Int32]) {
    let periods = network.grid.count
    let services = network.services
    var sums: [Double] = []
    sums.reserveCapacity(services.count * (periods + 1))
    var best: [Int32] = []
    best.reserveCapacity(services.count * periods)
    for service in 0..<services.count {
      var sum = 0.0
      sums.append(sum)
      for period in 0..<periods {
        var bestValue =
          face.isIdleAllowed[service * periods + period] ? 0 : -Double.infinity
        var bestUse: Int32 = -1
        for (number, use) in zip(services.useNumbers(of: service), services.uses(of: service))
        where face.isAllowed[number * periods + period] {
          let worth =
            weights[use.requirement] * network.grid.days(period)
            + prices.values[layout.requirement[use.requirement] + period]
          let value = use.strength * worth
          if value > bestValue {
            bestValue = value
            bestUse = Int32(number)
          }
        }
        sum += bestValue
        sums.append(sum)
        best.append(bestUse)
      }
    }
    return (sums, best)
  }

  private static func presenceSums(
    network: DeploymentNetwork, layout: RowLayout, prices: RowPrices
  ) -> [Double] {
    guard layout.hasShares else { return [] }
    let model = network.model
    let periods = network.grid.count
    let crises = layout.crisisCount
    // What everyone in place earns because it lets the capped members send more.
    var gains = Array(repeating: 0.0, count: crises * periods)
    for (member, base) in layout.share.enumerated() {
      guard let base else { continue }
      let cap = model.shareCap(of: member / crises)
      for period in 0..<periods {
        gains[member % crises * periods + period] += cap * prices.values[base + period]
      }
    }
    var gainsOverall = Array(repeating: 0.0, count: periods)
    for base in layout.shareOverall.compactMap({ $0 }) {
      for period in 0..<periods {
        gainsOverall[period] += model.policy.shareCapOverall * prices.values[base + period]
      }
    }
    var sums: [Double] = []
    sums.reserveCapacity(layout.share.count * (periods + 1))
    for member in layout.share.indices {
      let bases = [layout.share[member], layout.shareOverall[member / crises]].compactMap { $0 }
      var sum = 0.0
      sums.append(sum)
      for period in 0..<periods {
        for base in bases { sum += prices.values[base + period] }
        sum -= gains[member % crises * periods + period] + gainsOverall[period]
        sums.append(sum)
      }
    }
    return sums
  }
}
