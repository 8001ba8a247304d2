import ForceModel

/// A stay of units of one contribution at one crisis: the deployment q of formulation.md, "Variables".
package struct Tour: Sendable, Hashable {
  private let storedContribution: Int32
  private let storedOption: Int16
  private let storedFirst: Int16
  private let storedLast: Int16
  private let storedCrisis: Int32

  /// Creates a tour from indices.
  package init(contribution: Int, option: Int, crisis: Int, first: Int, last: Int) {
    storedContribution = Int32(contribution)
    storedOption = Int16(option)
    storedCrisis = Int32(crisis)
    storedFirst = Int16(first)
    storedLast = Int16(last)
  }

  /// The pledge, an index into `PlanningModel.contributions`.
  package var contribution: Int { Int(storedContribution) }
  /// The way of moving, an index into `DeploymentNetwork.options` of the pledge.
  package var option: Int { Int(storedOption) }
  /// The crisis, an index into `PlanningModel.crises`.
  package var crisis: Int { Int(storedCrisis) }
  /// The first period in place.
  package var first: Int { Int(storedFirst) }
  /// The last period in place.
  package var last: Int { Int(storedLast) }
}

extension DeploymentNetwork {
  /// Whether a stay over the given periods is a tour that may exist.
  package func allows(_ tour: Tour) -> Bool {
    guard
      let route = route(contribution: tour.contribution, option: tour.option, crisis: tour.crisis)
    else { return false }
    return allows(route: route, first: tour.first, last: tour.last)
  }

  private func allows(route: Route, first: Int, last: Int) -> Bool {
    guard first >= route.firstPeriod, services.isActive(route.service, period: first),
      services.isActive(route.service, period: last)
    else { return false }
    let days = grid.end(last) - grid.start(first)
    guard days <= pledges[route.contribution].maximumTour + TimeGrid.tolerance else {
      return false
    }
    return days >= minimumTour(on: route) - TimeGrid.tolerance
  }

  /// The shortest tour that a route allows, in days; it does not bind where the windows are shorter.
  package func minimumTour(on route: Route) -> Double {
    let minimum = model.policy.minimumTourDays
    return services.span(of: route.service) < minimum - TimeGrid.tolerance ? 0 : minimum
  }

  /// Every tour that may exist, in the order of (contribution, option, crisis, first, last).
  ///
  /// - Complexity: O(routes x periods²).
  package func allTours() -> [Tour] {
    var tours: [Tour] = []
    forEachTour { tours.append($0) }
    return tours
  }

  /// Number of tours that may exist.
  ///
  /// - Complexity: O(routes x periods²).
  package func tourCount() -> Int {
    var count = 0
    forEachTour { _ in count += 1 }
    return count
  }

  private func forEachTour(_ body: (Tour) -> Void) {
    forEachRoute { route, option in forEachTour(on: route, option: option, body) }
  }

  /// Calls `body` with every tour of a pledge at a crisis, in the order of (option, first, last).
  package func forEachTour(of contribution: Int, at crisis: Int, _ body: (Tour) -> Void) {
    for option in options[contribution].indices {
      if let route = route(contribution: contribution, option: option, crisis: crisis) {
        forEachTour(on: route, option: option, body)
      }
    }
  }

  private func forEachTour(on route: Route, option: Int, _ body: (Tour) -> Void) {
    for first in route.firstPeriod..<grid.count
    where services.isActive(route.service, period: first) {
      for last in first..<grid.count where allows(route: route, first: first, last: last) {
        body(
          Tour(
            contribution: route.contribution, option: option, crisis: route.crisis, first: first,
            last: last))
      }
    }
  }

  /// Days in place.
  package func length(of tour: Tour) -> Double { grid.end(tour.last) - grid.start(tour.first) }

  /// The periods during which a tour holds its units: from departure to return and dwell.
  package func heldPeriods(of tour: Tour) -> ClosedRange<Int> {
    let route = route(of: tour)
    let dwellRatio = pledges[tour.contribution].dwellRatio
    let last =
      dwellRatio == 0
      ? holds.lastHeldPeriod(transit: route.transit, last: tour.last)
      : lastHeldPeriod(
        release: grid.end(tour.last) + transitDays(of: route) + dwellRatio * length(of: tour))
    return holds.departurePeriod(transit: route.transit, first: tour.first)...last
  }

  /// The last period that overlaps the time before units are free again.
  package func lastHeldPeriod(release: Double) -> Int {
    min(grid.firstBoundary(notBefore: release), grid.count) - 1
  }

  /// The period to which the way home is charged; nil: at the horizon, or not charged at all.
  package func returnPeriod(of tour: Tour) -> Int? {
    guard model.policy.chargeReturnLift, tour.last + 1 < grid.count else { return nil }
    return tour.last + 1
  }
}
