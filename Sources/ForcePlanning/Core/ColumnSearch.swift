import ForceModel

/// A tour that prices out.
struct PricedTour: Sendable {
  let tour: Tour
  let reducedCost: Double
}

/// The optimal face of a settled level: the tours that have no reduced cost at its prices.
struct LevelFace: Sendable {
  /// The level's prices, tasks limited to the faces of the levels before it.
  let table: PriceTable
  /// Reduced costs below this count as none, for 1 on a column.
  let tolerance: Double
}

extension DeploymentNetwork {
  /// So few tours that a search that finds no more has nearly come to its end.
  var fewTours: Int { max(5, pledges.count / 50) }
}

/// Looks for tours that prices say are worth having: the pricing problem.
struct ColumnSearch: Sendable {
  /// Prices that the tours are judged by, tasks limited to the faces of earlier levels.
  let table: PriceTable
  /// Earlier levels: a tour must have no reduced cost at any of them.
  let faces: [LevelFace]
  /// A tour counts if its reduced cost is below minus this, for 1 on its column.
  let tolerance: Double
  let units: ColumnUnits
  /// Threads that share the pledges; what is found does not hang on their number.
  let threads: Int
  /// Whether every pair of a first and a last period is looked at.
  ///
  /// Otherwise, where that is quicker, only the best first period of each last one is.
  let isExhaustive: Bool
  /// The table's network, held here because to reach it through the table would count references.
  let network: DeploymentNetwork
  private let hasFixedTours: Bool

  init(
    table: PriceTable, faces: [LevelFace], tolerance: Double, units: ColumnUnits, threads: Int,
    isExhaustive: Bool = false
  ) {
    self.table = table
    self.faces = faces
    self.tolerance = tolerance
    self.units = units
    self.threads = threads
    self.isExhaustive = isExhaustive
    network = table.network
    hasFixedTours = !table.network.fixedTours.isEmpty
  }

  /// The best tours that price out: of each route and of each pledge only so many, the best first.
  ///
  /// Prices change with every column that comes in, so columns far from the best are mostly wasted.
  ///
  /// - Parameters:
  ///   - perPledge: Tours that one pledge may give.
  ///   - perRoute: Tours that one route may give; `.max` gives all that were looked at, in no order.
  ///   - known: Tours to pass over.
  /// - Returns: Tours in the order of pledges.
  /// - Complexity: O(routes x periods) where tours are unlimited and units do not dwell and no face
  ///   limits them and the search is not exhaustive, O(routes x periods² x (1 + faces)) otherwise.
  func bestTours(
    perPledge: Int = .max, perRoute: Int = 1, passingOver known: Set<Tour> = []
  ) -> [PricedTour] {
    let found = inParallel(network.pledges.count, threads: threads) { pledge in
      bestTours(of: pledge, perPledge: perPledge, perRoute: perRoute, passingOver: known)
    }
    return found.flatMap { $0 }
  }

  /// The same for one pledge.
  func bestTours(
    of contribution: Int, perPledge: Int = .max, perRoute: Int = 1,
    passingOver known: Set<Tour> = []
  ) -> [PricedTour] {
    var found = FoundTours(perRoute: perRoute, known: known)
    network.forEachRoute(of: contribution) { route, option in
      found.begin(route, option: option)
      scan(route, into: &found)
      if hasFixedTours { considerFixed(route: route, option: option, into: &found) }
    }
    return found.best(perPledge)
  }

  /// Offers tours of a route that price out: for each last period the best first one at least.
  private func scan(_ route: Route, into found: inout FoundTours) {
    let scan = RouteScan(table: table, route: route, network: network)
    let limit = network.pledges[route.contribution].maximumTour
    if faces.isEmpty, limit == .infinity, scan.isSeparable, !isExhaustive {
      scanRunning(scan, route: route, into: &found)
    } else {
      scanPairs(scan, route: route, maximum: limit, into: &found)
    }
  }

  /// Fixed tours earn the price of their commitment on top.
  private func considerFixed(route: Route, option: Int, into found: inout FoundTours) {
    for case let tour? in network.fixedTours
    where tour.contribution == route.contribution && tour.option == option
      && tour.crisis == route.crisis
    {
      let unit = units.tours[tour.contribution]
      let value = table.reducedCost(of: tour)
      let isOnFaces = faces.allSatisfy { $0.table.reducedCost(of: tour) * unit <= $0.tolerance }
      if value * unit < -tolerance, isOnFaces {
        found.offer(value, first: tour.first, last: tour.last)
      }
    }
  }

  /// One pass over last periods with the best first period so far.
  private func scanRunning(_ scan: RouteScan, route: Route, into found: inout FoundTours) {
    let tolerance = tolerance / units.tours[route.contribution]
    let minimum = network.minimumTour(on: route) - TimeGrid.tolerance
    var next = route.firstPeriod
    var bestBegin = Double.infinity
    var bestFirst = next
    for last in route.firstPeriod..<network.grid.count
    where network.services.isActive(route.service, period: last) {
      while next <= last, network.grid.end(last) - network.grid.start(next) >= minimum {
        if network.services.isActive(route.service, period: next) {
          let begin = scan.beginTerm(next)
          if begin < bestBegin {
            bestBegin = begin
            bestFirst = next
          }
        }
        next += 1
      }
      guard bestBegin < .infinity else { continue }
      let value = bestBegin + scan.endTerm(last)
      if value < -tolerance { found.offer(value, first: bestFirst, last: last) }
    }
  }

  /// All pairs of first and last periods.
  private func scanPairs(
    _ scan: RouteScan, route: Route, maximum: Double, into found: inout FoundTours
  ) {
    let minimum = network.minimumTour(on: route) - TimeGrid.tolerance
    let unit = units.tours[route.contribution]
    let tolerance = tolerance / unit
    let faceScans = faces.map {
      (RouteScan(table: $0.table, route: route, network: network), $0.tolerance / unit)
    }
    for first in route.firstPeriod..<network.grid.count
    where network.services.isActive(route.service, period: first) {
      let start = network.grid.start(first)
      for last in first..<network.grid.count
      where network.services.isActive(route.service, period: last) {
        let days = network.grid.end(last) - start
        if days > maximum + TimeGrid.tolerance { break }
        guard days >= minimum else { continue }
        let value = scan.reducedCost(first: first, last: last, in: network)
        guard value < -tolerance,
          faceScans.allSatisfy({
            $0.0.reducedCost(first: first, last: last, in: network) <= $0.1
          })
        else { continue }
        found.offer(value, first: first, last: last)
      }
    }
  }
}

/// The best tours of one pledge as they are met, route by route.
private struct FoundTours {
  /// Tours that one route may give; `.max`: all, in no order.
  private let perRoute: Int
  /// Tours to pass over.
  private let known: Set<Tour>
  private var tours: [PricedTour] = []
  /// Where those of the route at hand begin.
  private var start = 0
  private var contribution = 0
  private var option = 0
  private var crisis = 0

  init(perRoute: Int, known: Set<Tour>) {
    self.perRoute = perRoute
    self.known = known
  }

  mutating func begin(_ route: Route, option: Int) {
    start = tours.count
    (contribution, crisis) = (route.contribution, route.crisis)
    self.option = option
  }

  /// Takes a tour of the route at hand, if it is among the best.
  mutating func offer(_ reducedCost: Double, first: Int, last: Int) {
    let isFull = tours.count - start == perRoute
    if isFull, reducedCost >= tours[tours.count - 1].reducedCost { return }
    let tour = Tour(
      contribution: contribution, option: option, crisis: crisis, first: first, last: last)
    if !known.isEmpty, known.contains(tour) { return }
    if isFull { tours.removeLast() }
    var place = tours.count
    while perRoute < .max, place > start, tours[place - 1].reducedCost > reducedCost { place -= 1 }
    tours.insert(PricedTour(tour: tour, reducedCost: reducedCost), at: place)
  }

  /// So many tours of the pledge.
  func best(_ count: Int) -> [PricedTour] {
    tours.count <= count
      ? tours : Array(tours.sorted { $0.reducedCost < $1.reducedCost }.prefix(count))
  }
}
