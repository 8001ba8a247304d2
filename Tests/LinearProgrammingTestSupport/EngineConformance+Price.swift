import LinearProgramming

// What prices mean, shown by moving bounds a little and solving again:
//
// | row        | price of the row for minimising              |
// | ---------- | -------------------------------------------- |
// | at least b | 0 or more: asking for more costs more        |
// | at most b  | 0 or less: allowing more costs less          |
// | equal to b | either sign                                  |
//
// A reduced cost says the same of a column that is held at its value.
extension EngineConformance {
  static let priceChecks: [Check] = [
    Check(description: "prices have the sign of d(cost) / d(row activity)") { provider in
      // At least 3, of what costs 2 a piece; at most 1 of what would save 5.
      let program = LinearProgram(
        minimise: [2, -5], rows: [([1, 0], .atLeast(3)), ([0, 1], .atMost(1))])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.primal, limits: SolveLimits())
        let prices = try engine.prices()
        try expect(prices == [2, -5], "prices are \(prices)")
        try expect(try engine.reducedCosts() == [0, 0], "reduced costs are not 0")
      }
    },
    Check(description: "reduced costs have the sign of d(cost) / d(column value)") { provider in
      let program = LinearProgram(
        minimise: [2, -5, 1], rows: [([1, 1, 1], .free)],
        bounds: [.nonNegative, Bounds(lower: 0, upper: 3), .fixed(4)])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.dual, limits: SolveLimits())
        let reducedCosts = try engine.reducedCosts()
        try expect(reducedCosts == [2, -5, 1], "reduced costs are \(reducedCosts)")
      }
    },
    Check(description: "prices and column changes say what a moved bound does") { provider in
      for seed in 0..<60 {
        try checkChanges(of: .random(seed: seed), by: provider)
      }
    },
    Check(description: "a row that is not at a bound changes no column") { provider in
      let program = LinearProgram(minimise: [1], rows: [([1], .atMost(2)), ([1], .atLeast(1))])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.dual, limits: SolveLimits())
        let changes = try (0...1).map { try engine.columnChanges(row: $0) }
        try expect(changes == [nil, [1]], "the changes are \(changes)")
      }
    },
    Check(description: "columns change with a bound as the basis makes them") { provider in
      // One more of x1 and x2 together is one more of x2; one more of x1 takes one of x2 away.
      let program = LinearProgram(
        minimise: [1, 3], rows: [([1, 1], .atLeast(3)), ([1, 0], .atMost(2)), ([0, 1], .free)])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.dual, limits: SolveLimits())
        let changes = try (0...2).map { try engine.columnChanges(row: $0) }
        try expect(changes == [[0, 1], [1, -1], nil], "the changes are \(changes)")
      }
    },
  ]

  /// Moves the active bound of each row as far as the column changes allow, and further, and
  /// compares costs.
  private static func checkChanges(
    of program: LinearProgram, by provider: any LinearProgramEngineProvider
  ) throws {
    try provider.withEngine { engine in
      try engine.load(program)
      guard try engine.solve(.primal, limits: SolveLimits()) == .optimal else { return }
      let cost = try engine.cost()
      let prices = try engine.prices()
      let values = try engine.values()
      let activities = program.activities(of: values)
      let allChanges = try program.rowBounds.indices.map { try engine.columnChanges(row: $0) }
      for row in program.rowBounds.indices {
        guard let changes = allChanges[row] else {
          try expect(prices[row], is: 0, "the price of row \(row), which is at no bound,")
          continue
        }
        let slopes = program.activities(of: changes)
        for other in program.rowBounds.indices where allChanges[other] != nil {
          try expect(
            slopes[other], is: other == row ? 1 : 0, "the change of row \(other) by row \(row)")
        }
        let costChange = zip(program.columns.costs, changes).reduce(0) { $0 + $1.0 * $1.1 }
        try expect(costChange, is: prices[row], "the change of the cost by row \(row)")

        var steps = Bounds.free
        for column in values.indices {
          steps.keep(
            values[column], changingBy: changes[column], within: program.columns.bounds[column])
        }
        for other in program.rowBounds.indices where allChanges[other] == nil {
          steps.keep(
            activities[other], changingBy: slopes[other], within: program.rowBounds[other])
        }
        let inside = [
          max(steps.lower, -1), max(steps.lower, -0.25),
          min(steps.upper, 0.25), min(steps.upper, 1),
        ]
        let outside = [steps.lower - 0.5, steps.upper + 0.5].filter(\.isFinite)
        for (step, isInside) in inside.map({ ($0, true) }) + outside.map({ ($0, false) }) {
          let activity = activities[row]
          let bounds = program.rowBounds[row]
          guard let moved = bounds.moving(activity, to: activity + step) else { continue }
          try engine.setRowBounds([row], [moved])
          let termination = try engine.solve(.dual, limits: SolveLimits())
          let expected = cost + prices[row] * step
          if isInside {
            try expect(termination == .optimal, "row \(row) moved by \(step) ended \(termination)")
            try expect(try engine.cost(), is: expected, "the cost with row \(row) moved by \(step)")
          } else if termination == .optimal {
            // Where the basis no longer holds, the cost can only be worse than the price promises.
            try expect(
              try engine.cost() >= expected - 1e-6,
              "row \(row) moved by \(step) is better than its price")
          }
        }
        try engine.setRowBounds([row], [program.rowBounds[row]])
      }
    }
  }
}

extension Bounds {
  /// The bounds with the one that is active at the activity moved; nil if they would cross.
  fileprivate func moving(_ activity: Double, to bound: Double) -> Bounds? {
    if lower == upper { return .fixed(bound) }
    let isLower = abs(lower - activity) <= abs(upper - activity)
    let moved =
      isLower
      ? (lower: bound, upper: upper) : (lower: lower, upper: bound)
    return moved.lower <= moved.upper ? Bounds(lower: moved.lower, upper: moved.upper) : nil
  }

  /// Cuts these steps to those at which the value stays within limits; step 0 always stays.
  fileprivate mutating func keep(
    _ value: Double, changingBy slope: Double, within limits: Bounds
  ) {
    // Smaller slopes are rounding errors: coefficients are whole numbers below 10.
    guard abs(slope) > 1e-9 else { return }
    let ends = [(limits.lower - value) / slope, (limits.upper - value) / slope]
    lower = max(lower, min(ends[0], ends[1], 0))
    upper = min(upper, max(ends[0], ends[1], 0))
  }
}

extension LinearProgram {
  /// Activities of all rows at values of the columns.
  fileprivate func activities(of values: [Double]) -> [Double] {
    var activities = Array(repeating: 0.0, count: rowBounds.count)
    for (column, value) in values.enumerated() {
      for entry in columns.starts[column]..<columns.starts[column + 1] {
        activities[Int(columns.rows[entry])] += columns.coefficients[entry] * value
      }
    }
    return activities
  }
}
