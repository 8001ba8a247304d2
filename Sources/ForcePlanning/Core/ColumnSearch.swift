import ForceModel

/// A tour that prices out.
struct PricedTour {
  let tour: Tour
  let reducedCost: Double
}

/// The optimal face of a settled level: the tours that have no reduced cost at its prices.
struct LevelFace: Sendable {
  /// The level's prices, tasks limited to the faces of the levels before it.
  let table: PriceTable
  /// Reduced costs below this count as none.
  let tolerance: Double
}

/// Looks for tours that prices say are worth having: the pricing problem.
struct ColumnSearch {
  /// Prices that the tours are judged by, tasks limited to the faces of earlier levels.
  let table: PriceTable
  /// Earlier levels: a tour must have no reduced cost at any of them.
  let faces: [LevelFace]
  /// A tour counts if its reduced cost is below minus this.
  let tolerance: Double

  /// The best tour of each route that prices out, at most `limit` for each pledge, the best first.
  ///
  /// Prices change with every column that comes in, so columns far from the best are mostly wasted.
  ///
  /// - Complexity: O(routes x periods) where tours are unlimited and units do not dwell and no face
  ///   limits them, O(routes x periods² x (1 + faces)) otherwise.
  func bestTours(limit: Int = .max) -> [PricedTour] {
    var found: [PricedTour] = []
    var ofPledge: [PricedTour] = []
    func close() {
      if ofPledge.count > limit {
        ofPledge.sort { $0.reducedCost < $1.reducedCost }
        ofPledge.removeLast(ofPledge.count - limit)
      }
      found += ofPledge
      ofPledge.removeAll(keepingCapacity: true)
    }
    table.network.forEachRoute { route, option in
      guard let tour = bestTour(of: route, option: option) else { return }
      if let last = ofPledge.last, last.tour.contribution != route.contribution { close() }
      ofPledge.append(tour)
    }
    close()
    return found
  }

  private func bestTour(of route: Route, option: Int) -> PricedTour? {
    let network = table.network
    let scan = RouteScan(table: table, route: route)
    let limit = network.model.contributions[route.contribution].maximumTour
    var best: PricedTour?
    func consider(_ value: Double, first: Int, last: Int) {
      guard value < best?.reducedCost ?? -tolerance else { return }
      best = PricedTour(
        tour: Tour(
          contribution: route.contribution, option: option, crisis: route.crisis, first: first,
          last: last),
        reducedCost: value)
    }
    if faces.isEmpty, limit == nil, scan.isSeparable {
      scanRunning(scan, route: route, consider)
    } else {
      scanPairs(scan, route: route, maximum: limit ?? .infinity, consider)
    }
    considerFixed(route: route, option: option, consider)
    return best
  }

  /// Fixed tours earn the price of their commitment on top.
  private func considerFixed(
    route: Route, option: Int, _ consider: (Double, _ first: Int, _ last: Int) -> Void
  ) {
    for case let tour? in table.network.fixedTours
    where tour.contribution == route.contribution && tour.option == option
      && tour.crisis == route.crisis
    {
      let isOnFaces = faces.allSatisfy { $0.table.reducedCost(of: tour) <= $0.tolerance }
      if isOnFaces { consider(table.reducedCost(of: tour), tour.first, tour.last) }
    }
  }

  /// One pass over last periods with the best first period so far.
  private func scanRunning(
    _ scan: RouteScan, route: Route, _ consider: (Double, _ first: Int, _ last: Int) -> Void
  ) {
    let network = table.network
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
      if bestBegin < .infinity { consider(bestBegin + scan.endTerm(last), bestFirst, last) }
    }
  }

  /// All pairs of first and last periods.
  private func scanPairs(
    _ scan: RouteScan, route: Route, maximum: Double,
    _ consider: (Double, _ first: Int, _ last: Int) -> Void
  ) {
    let network = table.network
    let services = network.services
    let minimum = network.minimumTour(on: route) - TimeGrid.tolerance
    let faceScans = faces.map { (RouteScan(table: $0.table, route: route), $0.tolerance) }
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
        consider(value, first, last)
      }
    }
  }
}
