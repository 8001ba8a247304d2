/// What all tours of one contribution to one crisis by one way have in common.
struct TourTable {
  let contribution: Int
  let crisis: Int
  let way: Way
  let demand: Demand
  /// The period that contains the departure, by first period in place; 0 before the way's first.
  let departures: [Int]
  /// The last period that overlaps the time until return, dwell left out, by last period in place.
  let returns: [Int]

  init(contribution: Int, crisis: Int, way: Way, demand: Demand, rules: RuleBook) {
    self.contribution = contribution
    self.crisis = crisis
    self.way = way
    self.demand = demand
    let periods = rules.periods
    departures = (0..<periods.count).map {
      $0 < way.firstPeriod ? 0 : rules.departurePeriod(of: way, first: $0)
    }
    returns = (0..<periods.count).map {
      periods.lastPeriod(beginningBefore: periods.end($0) + way.transit)
    }
  }
}
