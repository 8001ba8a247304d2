import ForceModel

/// The periods in which tours depart and return, by transit: what a tour holds without dwell.
package struct HoldTable: Sendable {
  private let periodCount: Int
  /// By transit x periods + first period in place.
  let departures: [Int16]
  /// By transit x periods + last period in place.
  let lastHeld: [Int16]

  init(transits: [Double], grid: TimeGrid) {
    periodCount = grid.count
    var departures: [Int16] = []
    var lastHeld: [Int16] = []
    for transit in transits {
      for period in 0..<grid.count {
        // Tours depart on or after day 0; what would depart before is never asked for.
        departures.append(Int16(grid.period(containing: max(0, grid.start(period) - transit))))
        let back = grid.end(period) + transit
        lastHeld.append(Int16(min(grid.firstBoundary(notBefore: back), grid.count) - 1))
      }
    }
    self.departures = departures
    self.lastHeld = lastHeld
  }

  /// The period that contains the departure of a tour in place from the start of `first`.
  package func departurePeriod(transit: Int, first: Int) -> Int {
    Int(departures[transit * periodCount + first])
  }

  /// The last period before the return of a tour in place to the end of `last` is over.
  package func lastHeldPeriod(transit: Int, last: Int) -> Int {
    Int(lastHeld[transit * periodCount + last])
  }
}
