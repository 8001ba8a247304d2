public import LinearProgramming

/// Whether a point and prices prove each other optimal, computed from the program alone.
///
/// The point keeps all limits; each reduced cost, recomputed from the prices, has the sign that the
/// bounds ask for; and the cost equals the bound that the prices prove. No engine is asked.
public struct OptimalityCheck {
  /// What does not hold, in sentences.
  public private(set) var complaints: [String] = []

  /// Checks an answer to relative 1e-6.
  public init(
    _ program: LinearProgram, values: [Double], prices: [Double], reducedCosts: [Double]
  ) {
    let tolerance = 1e-6
    let batch = program.columns
    let point = FeasibilityCheck(of: values, in: program, tolerance: tolerance)
    for violation in point.violations {
      if case .wholeness = violation.limit { continue }
      complaints.append("\(violation.limit) is broken by \(violation.amount)")
    }
    let costScale = max(1e-300, batch.costs.map(abs).max() ?? 0)
    var proven = 0.0
    var magnitude = abs(point.cost) + costScale
    /// Adds the least that `weight x quantity` can be within the bounds.
    func prove(_ weight: Double, _ bounds: Bounds, _ label: String) {
      let limit = weight > 0 ? bounds.lower : bounds.upper
      if limit.isFinite {
        proven += weight * limit
        magnitude += abs(weight * limit)
      } else if abs(weight) > tolerance * costScale {
        complaints.append("\(label) has the wrong sign: \(weight)")
      }
    }
    for (row, bounds) in program.rowBounds.enumerated() {
      prove(prices[row], bounds, "the price of row \(row)")
    }
    for column in 0..<batch.count {
      var reducedCost = batch.costs[column]
      var terms = abs(reducedCost) + costScale
      for entry in batch.starts[column]..<batch.starts[column + 1] {
        let term = batch.coefficients[entry] * prices[Int(batch.rows[entry])]
        reducedCost -= term
        terms += abs(term)
      }
      if abs(reducedCost - reducedCosts[column]) > 1e-9 * terms {
        complaints.append(
          "the reduced cost of column \(column) is \(reducedCosts[column]), not \(reducedCost)")
      }
      prove(reducedCost, batch.bounds[column], "the reduced cost of column \(column)")
    }
    if !(abs(point.cost - proven) <= tolerance * magnitude) {
      complaints.append("the cost is \(point.cost), but the prices prove \(proven)")
    }
  }
}
