import LinearProgramming

/// A linear program whose prices are to stay between two ends.
///
/// Minimise what the columns cost, values not below 0, each row using at most its limit. What a row leaves earns its
/// lowest price, and what it exceeds costs its highest.
struct BoxedProgram {
  /// The columns, of any cost; their own bounds do not count.
  var columns = ColumnBatch()
  /// What each row may use.
  var limits: [Double] = []
  /// The lowest price of each row, at least 0.
  var lowest: [Double] = []
  /// The highest price of each row, above the lowest.
  var highest: [Double] = []
  /// The price of each row beyond which the highest is never moved.
  var utmost: [Double] = []
  /// By how much ends are moved that hold a price.
  var reach = 0.0

  var rowCount: Int { limits.count }

  /// An end holds a price that is nearer to it than this part of the reach.
  private static let holding = 0.04
  /// An end is in the way where a price meets it after so small a part of its move.
  private static let early = 0.1
  /// How many times the reach an end is moved, or half its distance from the other end where that is more.
  private static let widening = 4.0

  /// Moves the ends on that hold a price, as far as they may ever be: only where none does is an optimum one without
  /// ends as well.
  mutating func moveEnds(from prices: [Double]) {
    for row in prices.indices {
      let near = Self.holding * min(reach, halfWidth(row))
      if prices[row] - lowest[row] < near { lower(row) }
      if highest[row] - prices[row] < near { raise(row) }
    }
  }

  /// Moves the ends on that are in the way of prices that are to move: with a new tour to serve it, a price may fall to a
  /// fraction.
  mutating func moveEnds(inTheWayOf moves: [Double], from prices: [Double]) {
    for row in prices.indices {
      let price = prices[row] + Self.early * moves[row]
      if price < lowest[row] { lower(row) }
      if price > highest[row] { raise(row) }
    }
  }

  private func halfWidth(_ row: Int) -> Double { (highest[row] - lowest[row]) / 2 }

  private mutating func lower(_ row: Int) {
    lowest[row] = max(0, lowest[row] - Self.widening * max(reach, halfWidth(row)))
  }

  private mutating func raise(_ row: Int) {
    let farther = highest[row] + Self.widening * max(reach, halfWidth(row))
    highest[row] = max(highest[row], min(utmost[row], farther))
  }
}
