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
  /// How many times the reach an end is moved.
  private static let widening = 4.0

  /// Moves the ends on that hold a price, as far as they may ever be: only where none does is an optimum one without
  /// ends as well.
  mutating func moveEnds(from prices: [Double]) {
    for row in prices.indices {
      let width = highest[row] - lowest[row]
      let near = Self.holding * min(reach, width / 2)
      if prices[row] - lowest[row] < near {
        lowest[row] = max(0, lowest[row] - Self.widening * reach)
      }
      if highest[row] - prices[row] < near {
        highest[row] = max(highest[row], min(utmost[row], highest[row] + Self.widening * reach))
      }
    }
  }
}
