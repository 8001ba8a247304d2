import CGLPK
import Foundation
import GLPKSolver
import LinearProgramming
import LinearProgrammingTestSupport
import Testing

/// GLPK is made to end the process for real, by a limit on its memory, and does not.
///
/// The limit is on the thread's environment, so it goes away with it.
struct AbortTests {
  /// Adds rows until GLPK's memory is used up, and gives the failure.
  private static func abort(_ engine: any LinearProgramEngine) -> EngineFailure? {
    glp_mem_limit(1)
    do throws(EngineFailure) {
      try engine.addRows([Bounds](repeating: .nonNegative, count: 100_000))
      return nil
    } catch {
      return error
    }
  }

  @Test
  func `an abort inside GLPK becomes a failure with GLPK's words`() throws {
    try GLPKEngineProvider().withEngine { engine in
      let failure = Self.abort(engine)
      guard case .aborted(let message) = failure else {
        Issue.record("the failure is \(String(describing: failure))")
        return
      }
      #expect(message.contains("memory allocation limit exceeded"))
      #expect(!message.contains("\n"))
    }
  }

  @Test
  func `after an abort the engine is lost, and every call says so`() throws {
    try GLPKEngineProvider().withEngine { engine in
      try engine.load(.random(seed: 1))
      _ = Self.abort(engine)
      let calls: [(String, () throws(EngineFailure) -> Void)] = [
        ("addRows", { () throws(EngineFailure) in try engine.addRows([.free]) }),
        ("addRows of nothing", { () throws(EngineFailure) in try engine.addRows([]) }),
        ("addRows of a batch", { () throws(EngineFailure) in try engine.addRows(RowBatch()) }),
        ("addColumns", { () throws(EngineFailure) in try engine.addColumns(ColumnBatch()) }),
        ("setRowBounds", { () throws(EngineFailure) in try engine.setRowBounds([], []) }),
        ("setColumnBounds", { () throws(EngineFailure) in try engine.setColumnBounds([], []) }),
        (
          "setCosts",
          { () throws(EngineFailure) in
            try engine.setCosts([Double](repeating: 1, count: engine.columnCount))
          }
        ),
        (
          "solve",
          { () throws(EngineFailure) in _ = try engine.solve(.primal, limits: SolveLimits()) }
        ),
        ("cost", { () throws(EngineFailure) in _ = try engine.cost() }),
        ("values", { () throws(EngineFailure) in _ = try engine.values() }),
        ("prices", { () throws(EngineFailure) in _ = try engine.prices() }),
        ("reducedCosts", { () throws(EngineFailure) in _ = try engine.reducedCosts() }),
        ("columnChanges", { () throws(EngineFailure) in _ = try engine.columnChanges(row: 0) }),
        (
          "solveWhole",
          { () throws(EngineFailure) in
            _ = try engine.solveWhole(isWhole: [], limits: WholeLimits())
          }
        ),
      ]
      for (name, call) in calls {
        #expect(throws: EngineFailure.lost, "\(name)") { try call() }
      }
    }
  }

  @Test
  func `other engines of the thread are lost with it, and new ones work`() throws {
    let provider = GLPKEngineProvider()
    try provider.withEngine { outer in
      try outer.load(.random(seed: 1))
      try provider.withEngine { inner in
        _ = Self.abort(inner)
        #expect(throws: EngineFailure.lost) { try outer.solve(.primal, limits: SolveLimits()) }
        try provider.withEngine { next in
          try next.load(LinearProgram(minimise: [1], rows: [([1], .atLeast(2))]))
          #expect(try next.solve(.primal, limits: SolveLimits()) == .optimal)
          #expect(try next.cost() == 2)
          #expect(throws: EngineFailure.lost) { try outer.addRows([.free]) }
        }
      }
    }
    try provider.withEngine { engine in
      try engine.load(LinearProgram(minimise: [1], rows: [([1], .atLeast(3))]))
      #expect(try engine.solve(.dual, limits: SolveLimits()) == .optimal)
      #expect(try engine.values() == [3])
    }
  }

  @Test
  func `an abort in the middle of a solve is contained`() throws {
    try GLPKEngineProvider().withEngine { engine in
      var program = LinearProgram(name: "wide", objectiveName: "cost")
      let row = program.addRow("r", .atLeast(1))
      for column in 0..<20_000 {
        program.addColumn("x\(column)", cost: 1, entries: [(row: row, coefficient: 1)])
      }
      try engine.load(program)
      // What is in use fits, but not the working copy of the simplex method.
      var inUse = 0
      glp_mem_usage(nil, nil, &inUse, nil)
      glp_mem_limit(Int32(inUse >> 20) + 1)
      do throws(EngineFailure) {
        let termination = try engine.solve(.primal, limits: SolveLimits())
        Issue.record("the solve ended \(termination)")
      } catch {
        guard case .aborted = error else {
          Issue.record("the failure is \(error)")
          return
        }
      }
      #expect(throws: EngineFailure.lost) { try engine.values() }
    }
  }

  @Test
  func `an abort on one thread leaves engines of other threads alone`() async throws {
    try GLPKEngineProvider().withEngine { engine in
      try engine.load(.random(seed: 3))
      onAnotherThread {
        try? GLPKEngineProvider().withEngine { _ = Self.abort($0) }
      }
      _ = try engine.solve(.primal, limits: SolveLimits())
    }
  }

  @Test
  func `nothing is printed, whatever happens`() async {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let program = LinearProgram(
        minimise: [-5, -4], rows: [([6, 4], .atMost(24)), ([1, 2], .atMost(6))], whole: [0, 1])
      try GLPKEngineProvider().withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.primal, limits: SolveLimits())
        _ = try engine.solveWhole(isWhole: program.isWhole, limits: WholeLimits())
        _ = AbortTests.abort(engine)
      }
      for seed in 0..<50 {
        let program = LinearProgram.badlyScaled(seed: seed, spread: 5)
        _ = try? EngineConformance.solveCold(program, by: GLPKEngineProvider())
      }
    }
    #expect(result?.standardOutputContent == [])
    #expect(result?.standardErrorContent == [])
  }
}
