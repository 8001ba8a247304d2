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
    Check(description: "prices say what a small change of a bound does to the cost") { provider in
      for seed in 0..<60 {
        try checkRanges(of: .random(seed: seed), by: provider)
      }
    },
    Check(description: "a price holds in its whole range, and no further") { provider in
      // 2 units of x1 and 1 of x2 are the cheapest; the range of row 1 ends where either runs out.
      let program = LinearProgram(
        minimise: [1, 3], rows: [([1, 1], .atLeast(3)), ([1, 0], .atMost(2))],
        bounds: [.nonNegative, Bounds(lower: 0, upper: 5)])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.dual, limits: SolveLimits())
        let ranges = try engine.boundRanges(rows: [0, 1])
        try expect(
          ranges == [Bounds(lower: 2, upper: 7), Bounds(lower: 0, upper: 3)],
          "the ranges are \(ranges)")
      }
    },
    Check(description: "a row that is not at a bound has no range") { provider in
      let program = LinearProgram(minimise: [1], rows: [([1], .atMost(2)), ([1], .atLeast(1))])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.dual, limits: SolveLimits())
        let ranges = try engine.boundRanges(rows: [0])
        try expect(ranges == [nil], "the range is \(ranges)")
        try expect(
          try engine.boundRanges(rows: [1, 0, 1]).map { $0 == nil } == [false, true, false],
          "ranges do not follow the order asked for")
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
    Check(description: "a range without an end is infinite") { provider in
      let program = LinearProgram(minimise: [1], rows: [([1], .atLeast(1))])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.dual, limits: SolveLimits())
        let ranges = try engine.boundRanges(rows: [0])
        try expect(ranges == [Bounds(lower: 0, upper: .infinity)], "the range is \(ranges)")
      }
    },
  ]

  /// Moves the active bound of each row within and out of its range, and compares costs.
  private static func checkRanges(
    of program: LinearProgram, by provider: any LinearProgramEngineProvider
  ) throws {
    try provider.withEngine { engine in
      try engine.load(program)
      guard try engine.solve(.primal, limits: SolveLimits()) == .optimal else { return }
      let cost = try engine.cost()
      let prices = try engine.prices()
      let values = try engine.values()
      let ranges = try engine.boundRanges(rows: Array(program.rowBounds.indices))
      for row in program.rowBounds.indices {
        guard let range = ranges[row] else {
          try expect(prices[row], is: 0, "the price of row \(row), which is at no bound,")
          continue
        }
        let bounds = program.rowBounds[row]
        let activity = zip(0..<program.columns.count, values).reduce(0.0) { sum, item in
          sum + program.coefficient(row: row, column: item.0) * item.1
        }
        try expect(
          range.lower <= activity + 1e-7 && range.upper >= activity - 1e-7,
          "the range \(range) of row \(row) does not hold its bound \(activity)")
        let inside = [
          max(range.lower, activity - 1), max(range.lower, activity - 0.25),
          min(range.upper, activity + 0.25), min(range.upper, activity + 1),
        ]
        let outside = [range.lower - 0.5, range.upper + 0.5].filter(\.isFinite)
        for (bound, isInside) in inside.map({ ($0, true) }) + outside.map({ ($0, false) }) {
          guard let moved = bounds.moving(activity, to: bound) else { continue }
          try engine.setRowBounds([row], [moved])
          let termination = try engine.solve(.dual, limits: SolveLimits())
          let expected = cost + prices[row] * (bound - activity)
          if isInside {
            try expect(termination == .optimal, "row \(row) at \(bound) ended \(termination)")
            try expect(try engine.cost(), is: expected, "the cost with row \(row) at \(bound)")
          } else if termination == .optimal {
            // Beyond the range the cost can only be worse than the price promises.
            try expect(
              try engine.cost() >= expected - 1e-6,
              "row \(row) at \(bound) is better than its price")
          }
        }
        try engine.setRowBounds([row], [bounds])
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
}

extension LinearProgram {
  fileprivate func coefficient(row: Int, column: Int) -> Double {
    let entries = columns.starts[column]..<columns.starts[column + 1]
    return entries.first { Int(columns.rows[$0]) == row }.map { columns.coefficients[$0] } ?? 0
  }
}
