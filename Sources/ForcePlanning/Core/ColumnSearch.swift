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
  var fewTours: Int { pledges.count / 50 }
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
  var isExhaustive = false

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
    let found = inParallel(table.network.pledges.count, threads: threads) { pledge in
      bestTours(of: pledge, perPledge: perPledge, perRoute: perRoute, passingOver: known)
    }
    return found.flatMap { $0 }
  }

  private func bestTours(
    of contribution: Int, perPledge: Int, perRoute: Int, passingOver known: Set<Tour>
  ) -> [PricedTour] {
    var found: [PricedTour] = []
    table.network.forEachRoute(of: contribution) { route, option in
      let start = found.count
      forEachCandidate(of: route, option: option) { value, first, last in
        let isFull = found.count - start == perRoute
        if isFull, value >= found[found.count - 1].reducedCost { return }
        let tour = Tour(
          contribution: contribution, option: option, crisis: route.crisis, first: first,
          last: last)
        if !known.isEmpty, known.contains(tour) { return }
        if isFull { found.removeLast() }
        var place = found.count
        while perRoute < .max, place > start, found[place - 1].reducedCost > value { place -= 1 }
        found.insert(PricedTour(tour: tour, reducedCost: value), at: place)
      }
    }
    if found.count > perPledge {
      found.sort { $0.reducedCost < $1.reducedCost }
      found.removeLast(found.count - perPledge)
    }
    return found
  }

  /// Calls `body` with tours of a route that price out: for each last period the best first one at
  /// least.
  private func forEachCandidate(
    of route: Route, option: Int, _ body: (_ value: Double, _ first: Int, _ last: Int) -> Void
  ) {
    let scan = RouteScan(table: table, route: route)
    let limit = table.network.pledges[route.contribution].maximumTour
    if faces.isEmpty, limit == .infinity, scan.isSeparable, !isExhaustive {
      scanRunning(scan, route: route, body)
    } else {
      scanPairs(scan, route: route, maximum: limit, body)
    }
    considerFixed(route: route, option: option, body)
  }

  /// Fixed tours earn the price of their commitment on top.
  private func considerFixed(
    route: Route, option: Int, _ body: (Double, _ first: Int, _ last: Int) -> Void
  ) {
    for case let tour? in table.network.fixedTours
    where tour.contribution == route.contribution && tour.option == option
      && tour.crisis == route.crisis
    {
      let unit = units.tours[tour.contribution]
      let value = table.reducedCost(of: tour)
      let isOnFaces = faces.allSatisfy { $0.table.reducedCost(of: tour) * unit <= $0.tolerance }
      if value * unit < -tolerance, isOnFaces { body(value, tour.first, tour.last) }
    }
  }

  /// One pass over last periods with the best first period so far.
  private func scanRunning(
    _ scan: RouteScan, route: Route, _ body: (Double, _ first: Int, _ last: Int) -> Void
  ) {
    let network = table.network
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
      if value < -tolerance { body(value, bestFirst, last) }
    }
  }

  /// All pairs of first and last periods.
  private func scanPairs(
    _ scan: RouteScan, route: Route, maximum: Double,
    _ body: (Double, _ first: Int, _ last: Int) -> Void
  ) {
    let network = table.network
    let services = network.services
    let minimum = network.minimumTour(on: route) - TimeGrid.tolerance
    let unit = units.tours[route.contribution]
    let tolerance = tolerance / unit
    let faceScans = faces.map { (RouteScan(table: $0.table, route: route), $0.tolerance / unit) }
    for first in route.firstPeriod..<network.grid.count
    where services.isActive(route.service, period: first) {
      let start = network.grid.start(first)
      for last in first..<network.grid.count where services.isActive(route.service, period: last) {
        let days = network.grid.end(last) - start
        if days > maximum + TimeGrid.tolerance { break }
        guard days >= minimum else { continue }
        let value = scan.reducedCost(first: first, last: last)
        guard value < -tolerance,
          faceScans.allSatisfy({ $0.0.reducedCost(first: first, last: last) <= $0.1 })
        else { continue }
        body(value, first, last)
      }
    }
  }
}
