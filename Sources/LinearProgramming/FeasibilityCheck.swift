/// Whether a point keeps the limits of a program, computed from the program alone.
public struct FeasibilityCheck: Sendable {
  /// What a point can break.
  public enum Limit: Sendable, Equatable {
    /// Bounds of the row with this index.
    case row(Int)
    /// Bounds of the column with this index.
    case column(Int)
    /// That the column with this index is a whole number.
    case wholeness(Int)
  }

  /// A limit that the point breaks.
  public struct Violation: Sendable, Equatable {
    /// The limit.
    public var limit: Limit
    /// By how much, over max(1, |bound|) for bounds; NaN if the point is not made of numbers.
    public var amount: Double

    /// Creates a violation.
    public init(limit: Limit, amount: Double) {
      self.limit = limit
      self.amount = amount
    }
  }

  /// The cost at the point.
  public let cost: Double
  /// Every limit broken by more than the tolerance: rows, then columns, then whole numbers.
  public let violations: [Violation]

  /// Whether every limit is kept.
  public var isFeasible: Bool { violations.isEmpty }

  /// Checks a point.
  ///
  /// - Parameters:
  ///   - values: the point, indexed by column; as many as the program has columns.
  ///   - program: the program.
  ///   - tolerance: how much a limit may be broken, over max(1, |bound|).
  /// - Complexity: O(rows + columns + entries)
  public init(of values: [Double], in program: LinearProgram, tolerance: Double = 1e-6) {
    precondition(values.count == program.columns.count, "a point has a value for each column")
    let batch = program.columns
    var cost = 0.0
    var activities = [Double](repeating: 0, count: program.rowBounds.count)
    for column in 0..<batch.count {
      cost += batch.costs[column] * values[column]
      for entry in batch.starts[column]..<batch.starts[column + 1] {
        activities[Int(batch.rows[entry])] += batch.coefficients[entry] * values[column]
      }
    }
    var violations: [Violation] = []
    func note(_ limit: Limit, _ amount: Double) {
      // Written so that NaN counts as a violation.
      if !(amount <= tolerance) {
        violations.append(Violation(limit: limit, amount: amount))
      }
    }
    for (row, bounds) in program.rowBounds.enumerated() {
      note(.row(row), bounds.violation(by: activities[row]))
    }
    for (column, bounds) in batch.bounds.enumerated() {
      note(.column(column), bounds.violation(by: values[column]))
    }
    for column in values.indices where program.isWhole[column] {
      note(.wholeness(column), abs(values[column] - values[column].rounded()))
    }
    self.cost = cost
    self.violations = violations
  }
}

extension Bounds {
  /// How much a value breaks the bounds, over max(1, |bound|); 0 if it keeps them.
  fileprivate func violation(by value: Double) -> Double {
    guard !value.isNaN else { return .nan }
    if value < lower { return (lower - value) / max(1, abs(lower)) }
    if value > upper { return (value - upper) / max(1, abs(upper)) }
    return 0
  }
}
