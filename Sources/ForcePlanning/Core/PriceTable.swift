import ForceModel

/// Prices arranged so that the reduced cost of any tour is a few differences of running sums
/// (formulation.md, "The solver core").
final class PriceTable: Sendable {
  let network: DeploymentNetwork
  private let layout: RowLayout
  let prices: RowPrices
  private let periods: Int
  fileprivate let weights: MovementWeights
  /// What scans of routes read.
  fileprivate let sums: PriceSums
  /// The number of the best use, -1 where that is idleness, by service x periods + period.
  private let bestTask: [Int32]
  /// Weight of one person (or unit) short for one day in the cost, by requirement.
  private let shortfallWeights: [Double]
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
    let (tasks, bestTask) = Self.taskSums(
      network: network, layout: layout, prices: prices, weights: shortfallWeights, face: face)
    self.bestTask = bestTask
    sums = PriceSums(network: network, layout: layout, prices: prices, tasks: tasks)
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
    return sums.tasks[base + 1] - sums.tasks[base]
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
    let scan = RouteScan(table: self, route: network.route(of: tour), network: network)
    return scan.reducedCost(first: tour.first, last: tour.last, in: network)
      - commitment(on: tour)
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
/// Where units do not dwell, a reduced cost is a term of the first period plus one of the last. A scan points into the
/// table that it was made from, which has to outlive it: it counts no reference, because there are millions of scans
/// in a search, on several threads, that would wait for each other's counting.
struct RouteScan {
  private let supply: UnsafePointer<Double>
  private let tasks: UnsafePointer<Double>
  /// Nil where no share is capped.
  private let presence: UnsafePointer<Double>?
  /// Nil where the way needs no lift.
  private let lift: UnsafePointer<Double>?
  private let departures: UnsafePointer<Int16>
  private let lastHeld: UnsafePointer<Int16>
  private let boundaries: UnsafePointer<Double>
  private let periods: Int
  private let transit: Int
  private let personnel: Double
  private let factor: Double
  private let assetDays: Double
  private let returnIsCharged: Bool
  private let fixedCost: Double
  private let perDayOfStart: Double
  private let perDayInPlace: Double
  private let dwellRatio: Double

  /// `network` is the table's.
  init(table: PriceTable, route: Route, network: borrowing DeploymentNetwork) {
    let sums = table.sums.places
    let pledge = network.pledges[route.contribution]
    supply = sums.supply + route.contribution * (sums.periods + 1)
    tasks = sums.tasks + route.service * (sums.periods + 1)
    presence = sums.presence.map {
      $0 + (pledge.contributor * sums.crises + route.crisis) * (sums.periods + 1)
    }
    lift = route.lift.map { sums.lift + $0 * sums.periods }
    departures = sums.departures + route.transit * sums.periods
    lastHeld = sums.lastHeld + route.transit * sums.periods
    boundaries = sums.boundaries
    periods = sums.periods
    transit = route.transit
    personnel = pledge.personnel
    factor = network.services.factor(of: route.contribution)
    dwellRatio = pledge.dwellRatio
    assetDays = route.assetDaysPerUnit
    returnIsCharged = sums.returnIsCharged
    let cost = table.weights.cost(of: route, in: network)
    fixedCost = cost.fixed
    perDayOfStart = cost.perDayOfStart
    perDayInPlace = cost.perDayInPlace - sums.burden[pledge.contributor] * pledge.personnel
  }

  /// Whether a reduced cost is a term of the first period plus one of the last.
  var isSeparable: Bool { dwellRatio == 0 }

  /// The reduced cost of one unit in place from `first` to `last`, best tasks counted.
  func reducedCost(first: Int, last: Int, in network: borrowing DeploymentNetwork) -> Double {
    guard !isSeparable else { return beginTerm(first) + endTerm(last) }
    let end = boundaries[last + 1]
    let release = end + network.ways.transits[transit] + dwellRatio * (end - boundaries[first])
    return beginTerm(first) + endTerm(last, held: network.lastHeldPeriod(release: release))
  }

  /// The part of a reduced cost that the first period decides.
  func beginTerm(_ first: Int) -> Double {
    let departure = Int(departures[first])
    var value = fixedCost + (perDayOfStart - perDayInPlace) * boundaries[first]
    value += supply[departure] + factor * tasks[first]
    if let presence { value += personnel * presence[first] }
    if let lift { value -= assetDays * lift[departure] }
    return value
  }

  /// The part of a reduced cost that the last period decides where units do not dwell.
  func endTerm(_ last: Int) -> Double { endTerm(last, held: Int(lastHeld[last])) }

  private func endTerm(_ last: Int, held: Int) -> Double {
    var value = perDayInPlace * boundaries[last + 1]
    value -= supply[held + 1] + factor * tasks[last + 1]
    if let presence { value -= personnel * presence[last + 1] }
    if let lift, returnIsCharged, last + 1 < periods { value -= assetDays * lift[last + 1] }
    return value
  }
}

// MARK: - Running sums

extension PriceTable {
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
}
