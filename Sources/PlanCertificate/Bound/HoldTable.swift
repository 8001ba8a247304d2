/// Which periods the tours of one family hold.
///
/// There may be millions of families, so one table is filled again for each of them.
struct HoldTable {
  /// The period that contains the departure, by first period in place; 0 before the way's first.
  private(set) var departures: [Int]
  /// The last period that overlaps the time until return, dwell left out, by last period in place.
  private(set) var returns: [Int]

  init(periodCount: Int) {
    departures = Array(repeating: 0, count: periodCount)
    returns = departures
  }

  /// Turns to a way.
  mutating func fill(_ way: Way, rules: RuleBook) {
    for period in departures.indices {
      departures[period] =
        period < way.firstPeriod ? 0 : rules.departurePeriod(of: way, first: period)
      returns[period] = rules.periods.lastPeriod(
        beginningBefore: rules.periods.end(period) + way.transit)
    }
  }
}
