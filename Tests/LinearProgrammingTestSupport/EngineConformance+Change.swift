import LinearProgramming

// After each kind of change, going on from the basis at hand leads to the optimum that a cold start
// finds; and input that must not be given is refused without harm.
extension EngineConformance {
  static let changeChecks: [Check] = [
    changeCheck("limits of rows", .dual) { engine, program in
      program.rowBounds[0] = .atMost(2)
      program.rowBounds[1] = .fixed(3)
      try engine.setRowBounds([0, 1], [.atMost(2), .fixed(3)])
    },
    changeCheck("limits of columns", .dual) { engine, program in
      let bounds = [Bounds(lower: 0, upper: 0.5), .fixed(1), .nonNegative, .nonNegative]
      program = program.replacing(bounds: bounds)
      try engine.setColumnBounds([0, 1], Array(bounds.prefix(2)))
    },
    changeCheck("limits of columns to none and back", .primal) { engine, program in
      try engine.setColumnBounds([0], [.free])
      try engine.setColumnBounds([0], [.atMost(3)])
      program = program.replacing(
        bounds: [.atMost(3), .nonNegative, .nonNegative, .nonNegative])
    },
    changeCheck("costs", .primal) { engine, program in
      let costs = [1, -5, -2, 0.25]
      program = program.replacing(costs: costs)
      try engine.setCosts(costs)
    },
    changeCheck("costs of another order of magnitude", .primal) { engine, program in
      let costs = [1e-6, -5e-6, -2e-6, 0]
      program = program.replacing(costs: costs)
      try engine.setCosts(costs)
    },
    changeCheck("new columns", .primal) { engine, program in
      program.addColumn("y1", cost: -9, entries: [(row: 0, coefficient: 2)])
      program.addColumn(
        "y2", cost: -4000, bounds: Bounds(lower: -1, upper: 1),
        entries: [(row: 0, coefficient: 1), (row: 1, coefficient: -1)])
      var batch = ColumnBatch()
      batch.appendEntry(row: 0, coefficient: 2)
      batch.finishColumn(cost: -9, bounds: .nonNegative)
      batch.appendEntry(row: 0, coefficient: 1)
      batch.appendEntry(row: 1, coefficient: -1)
      batch.finishColumn(cost: -4000, bounds: Bounds(lower: -1, upper: 1))
      try engine.addColumns(batch)
    },
    changeCheck("a new row with a column of its own", .dual) { engine, program in
      let row = program.addRow("r3", .atLeast(1))
      program.addColumn(
        "y", cost: 1, entries: [(row: 1, coefficient: 1), (row: row, coefficient: 1)])
      try engine.addRows([.atLeast(1)])
      var batch = ColumnBatch()
      batch.appendEntry(row: 1, coefficient: 1)
      batch.appendEntry(row: row, coefficient: 1)
      batch.finishColumn(cost: 1, bounds: .nonNegative)
      try engine.addColumns(batch)
    },
    changeCheck("a new row across the columns", .dual) { engine, program in
      let row = program.addRow("r3", .atMost(1))
      program = program.replacing(entries: [0: (row: row, coefficient: 1)])
      var batch = RowBatch()
      batch.appendEntry(column: 0, coefficient: 1)
      batch.finishRow(bounds: .atMost(1))
      try engine.addRows(batch)
    },
    changeCheck("nothing", .dual) { engine, _ in
      try engine.addRows(RowBatch())
      try engine.addRows([])
      try engine.addColumns(ColumnBatch())
      try engine.setRowBounds([], [])
      try engine.setColumnBounds([], [])
    },
    Check(description: "a second solve without a change takes no iterations") { provider in
      try provider.withEngine { engine in
        try engine.load(warm)
        _ = try engine.solve(.primal, limits: SolveLimits())
        let before = engine.iterationCount
        try expect(before > 0, "the first solve took no iterations")
        for method in [SimplexMethod.primal, .dual] {
          let termination = try engine.solve(method, limits: SolveLimits())
          try expect(termination == .optimal, "it ended \(termination)")
        }
        try expect(engine.iterationCount == before, "iterations were made")
      }
    },
    Check(description: "counts of rows and columns follow what is added") { provider in
      try provider.withEngine { engine in
        try expect(engine.rowCount == 0 && engine.columnCount == 0, "a new engine is not empty")
        try engine.load(warm)
        try expect(engine.rowCount == 2 && engine.columnCount == 4, "the counts are wrong")
      }
    },
    Check(description: "input that must not be given is refused, and nothing is changed") {
      try checkRefusals(by: $0)
    },
  ]

  /// A transport-like program with four columns.
  private static let warm = LinearProgram(
    minimise: [-3, -2, -1, 1], rows: [([1, 1, 2, 1], .atMost(4)), ([1, 3, 0, -1], .atMost(6))])

  private static func changeCheck(
    _ what: String, _ method: SimplexMethod,
    _ change:
      @escaping @Sendable (any LinearProgramEngine, inout LinearProgram) throws -> Void
  ) -> Check {
    Check(description: "after a change of \(what) a warm start finds the optimum") { provider in
      try provider.withEngine { engine in
        var program = warm
        try engine.load(program)
        _ = try engine.solve(.primal, limits: SolveLimits())
        try change(engine, &program)
        let termination = try engine.solve(method, limits: SolveLimits())
        let cold = try solveCold(program, by: provider)
        try expect(
          termination == cold.termination, "it ended \(termination), not \(cold.termination)")
        try expect(try engine.cost(), is: cold.cost, "the cost")
        try checkOptimum(of: program, in: engine)
      }
    }
  }

  private static func checkRefusals(by provider: any LinearProgramEngineProvider) throws {
    try provider.withEngine { engine in
      try engine.load(warm)
      func refused(_ what: String, _ body: () throws(EngineFailure) -> Void) throws {
        let isInvalidInput = { (failure: EngineFailure) in
          if case .invalidInput = failure { true } else { false }
        }
        try expectFailure(what, isInvalidInput, body)
      }
      func addColumn(
        _ entries: [(Int, Double)], cost: Double = 0, bounds: Bounds = .nonNegative
      ) throws(EngineFailure) {
        var batch = ColumnBatch()
        batch.finishColumn(cost: 0, bounds: .nonNegative)
        for (row, coefficient) in entries {
          batch.appendEntry(row: row, coefficient: coefficient)
        }
        batch.finishColumn(cost: cost, bounds: bounds)
        try engine.addColumns(batch)
      }
      let wrongBounds: [Bounds] = [
        Bounds(lower: 1, upper: 0), Bounds(lower: .nan, upper: 0), Bounds(lower: 0, upper: .nan),
        Bounds(lower: .infinity, upper: .infinity), Bounds(lower: -.infinity, upper: -.infinity),
      ]
      for bounds in wrongBounds {
        try refused("a row with \(bounds)") { () throws(EngineFailure) in
          try engine.addRows([.free, bounds])
        }
        try refused("a row set to \(bounds)") { () throws(EngineFailure) in
          try engine.setRowBounds([1], [bounds])
        }
        try refused("a column set to \(bounds)") { () throws(EngineFailure) in
          try engine.setColumnBounds([1], [bounds])
        }
        try refused("a column with \(bounds)") { () throws(EngineFailure) in
          try addColumn([], bounds: bounds)
        }
      }
      for number in [Double.nan, .infinity, -.infinity] {
        try refused("a coefficient \(number)") { () throws(EngineFailure) in
          try addColumn([(0, number)])
        }
        try refused("a cost \(number)") { () throws(EngineFailure) in
          try addColumn([(0, 1)], cost: number)
        }
        try refused("costs with \(number)") { () throws(EngineFailure) in
          try engine.setCosts([0, 0, number, 0])
        }
      }
      for index in [-1, 2, 4, Int(Int32.max)] {
        try refused("an entry in row \(index)") { () throws(EngineFailure) in
          try addColumn([(index, 1)])
        }
      }
      for index in [-1, 4, Int.max, Int.min] {
        try refused("bounds of row \(index)") { () throws(EngineFailure) in
          try engine.setRowBounds([0, index], [.free, .free])
        }
        try refused("bounds of column \(index)") { () throws(EngineFailure) in
          try engine.setColumnBounds([index], [.free])
        }
      }
      try refused("two entries in a row") { () throws(EngineFailure) in
        try addColumn([(0, 1), (1, 1), (0, 2)])
      }
      for entries in [[(4, 1.0)], [(-1, 1)], [(0, .nan)], [(0, .infinity)], [(0, 1), (0, 1)]] {
        try refused("a row with the entries \(entries)") { () throws(EngineFailure) in
          var batch = RowBatch()
          batch.finishRow(bounds: .free)
          for (column, coefficient) in entries {
            batch.appendEntry(column: column, coefficient: coefficient)
          }
          batch.finishRow(bounds: .free)
          try engine.addRows(batch)
        }
      }
      try refused("too few costs") { () throws(EngineFailure) in try engine.setCosts([1]) }
      try refused("fewer bounds than rows") { () throws(EngineFailure) in
        try engine.setRowBounds([0, 1], [.free])
      }
      try refused("fewer bounds than columns") { () throws(EngineFailure) in
        try engine.setColumnBounds([0, 1], [.free])
      }
      try refused("values before a solve") { () throws(EngineFailure) in _ = try engine.values() }
      try refused("changes before a solve") { () throws(EngineFailure) in
        _ = try engine.columnChanges(row: 0)
      }
      try refused("whole numbers before a solve") { () throws(EngineFailure) in
        _ = try engine.solveWhole(
          isWhole: [true, true, true, true], limits: WholeLimits())
      }
      let termination = try engine.solve(.primal, limits: SolveLimits())
      try expect(termination == .optimal, "it ended \(termination)")
      try checkOptimum(of: warm, in: engine)
      for row in [-1, 2, Int.max, Int.min] {
        try refused("changes by row \(row), which does not exist") { () throws(EngineFailure) in
          _ = try engine.columnChanges(row: row)
        }
      }
      try refused("too few marks") { () throws(EngineFailure) in
        _ = try engine.solveWhole(isWhole: [true], limits: WholeLimits())
      }
      try refused("a negative gap") { () throws(EngineFailure) in
        _ = try engine.solveWhole(
          isWhole: [true, true, true, true], limits: WholeLimits(relativeGap: -1))
      }
      try engine.setRowBounds([0], [.atMost(5)])
      try refused("changes after a change") { () throws(EngineFailure) in
        _ = try engine.columnChanges(row: 0)
      }
    }
  }
}

extension LinearProgram {
  /// The same program with other costs or column bounds.
  fileprivate func replacing(
    costs: [Double]? = nil, bounds: [Bounds]? = nil,
    entries: [Int: (row: Int, coefficient: Double)] = [:]
  ) -> LinearProgram {
    var program = self
    var batch = ColumnBatch()
    for column in 0..<columns.count {
      for entry in columns.starts[column]..<columns.starts[column + 1] {
        batch.appendEntry(
          row: Int(columns.rows[entry]), coefficient: columns.coefficients[entry])
      }
      if let entry = entries[column] {
        batch.appendEntry(row: entry.row, coefficient: entry.coefficient)
      }
      batch.finishColumn(
        cost: costs?[column] ?? columns.costs[column],
        bounds: bounds?[column] ?? columns.bounds[column])
    }
    program.columns = batch
    return program
  }
}
