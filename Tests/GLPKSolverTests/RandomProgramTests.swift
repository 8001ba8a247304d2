import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Testing

/// Answers on random programs, each proven by other means than the engine's word.
struct RandomProgramTests {
  @Test(arguments: 0..<500)
  func `both methods give an answer that can be proven`(_ seed: Int) throws {
    let program = LinearProgram.random(seed: seed)
    let provider = GLPKEngineProvider()
    // An optimum is proven by its prices in here.
    let answer = try EngineConformance.solveCold(program, by: provider)
    // The least sum of violations is 0 just where there is a point; its own optimum is proven.
    let violation = try EngineConformance.solveCold(program.elastic(), by: provider)
    #expect(violation.termination == .optimal)
    switch answer.termination {
    case .optimal:
      #expect(abs(violation.cost) < 1e-7)
    case .infeasible:
      #expect(violation.cost > 1e-7)
    case .unbounded:
      #expect(abs(violation.cost) < 1e-7)
      let descent = try EngineConformance.solveCold(program.recession(), by: provider)
      #expect(descent.termination == .optimal && descent.cost < -1e-7)
    case .limit:
      Issue.record("a limit stopped the solve, though none was set")
    }
  }

  @Test
  func `random programs end in all three ways`() throws {
    var counts: [Int] = [0, 0, 0]
    for seed in 0..<500 {
      try GLPKEngineProvider().withEngine { engine in
        try engine.load(.random(seed: seed))
        switch try engine.solve(.primal, limits: SolveLimits()) {
        case .optimal: counts[0] += 1
        case .infeasible: counts[1] += 1
        case .unbounded: counts[2] += 1
        case .limit: break
        }
      }
    }
    #expect(counts.allSatisfy { $0 > 50 })
  }

  @Test(arguments: 1...4)
  func `badly scaled programs are solved, or refused, but never answered wrongly`(
    _ spread: Int
  ) throws {
    var refused = 0
    for seed in 0..<400 {
      let program = LinearProgram.badlyScaled(seed: seed, spread: spread)
      for method in [SimplexMethod.primal, .dual] {
        try GLPKEngineProvider().withEngine { engine in
          try engine.load(program)
          do {
            let termination = try engine.solve(method, limits: SolveLimits())
            #expect(termination == .optimal, "seed \(seed) by \(method)")
            try EngineConformance.checkOptimum(of: program, in: engine)
          } catch EngineFailure.numericalTrouble {
            refused += 1
          }
        }
      }
    }
    #expect(refused == 0)
  }
}

extension LinearProgram {
  /// The least sum of violations of rows, within the same column bounds.
  fileprivate func elastic() -> LinearProgram {
    var program = self
    program.columns = ColumnBatch()
    for column in 0..<columns.count {
      program.columns.append(column, of: columns, cost: 0, bounds: columns.bounds[column])
    }
    for row in rowBounds.indices {
      program.addColumn("below\(row)", cost: 1, entries: [(row: row, coefficient: 1)])
      program.addColumn("above\(row)", cost: 1, entries: [(row: row, coefficient: -1)])
    }
    return program
  }

  /// The steepest descent of the cost in directions that no limit stops, each part within -1...1.
  fileprivate func recession() -> LinearProgram {
    func cone(_ bounds: Bounds, _ most: Double) -> Bounds {
      Bounds(lower: bounds.lower.isFinite ? 0 : -most, upper: bounds.upper.isFinite ? 0 : most)
    }
    var program = self
    program.rowBounds = rowBounds.map { cone($0, .infinity) }
    program.columns = ColumnBatch()
    for column in 0..<columns.count {
      program.columns.append(
        column, of: columns, cost: columns.costs[column], bounds: cone(columns.bounds[column], 1))
    }
    return program
  }
}

extension ColumnBatch {
  fileprivate mutating func append(
    _ column: Int, of other: ColumnBatch, cost: Double, bounds: Bounds
  ) {
    for entry in other.starts[column]..<other.starts[column + 1] {
      appendEntry(row: Int(other.rows[entry]), coefficient: other.coefficients[entry])
    }
    finishColumn(cost: cost, bounds: bounds)
  }
}
