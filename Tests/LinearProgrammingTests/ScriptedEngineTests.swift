import LinearProgramming
import LinearProgrammingTestSupport
import Testing

/// The scripted engine is what other tests stand on.
struct ScriptedEngineTests {
  @Test
  func `answers come in the order of the script, padded to the size of the program`() throws {
    let provider = ScriptedEngineProvider([
      .init(cost: 7, values: [1], prices: [2], reducedCosts: [3]),
      .init(
        .success(.limit(feasible: true)),
        whole: .success(WholeSolution(values: [1, 0], bound: 6, isComplete: false))),
      .init(.failure(.numericalTrouble("all of it"))),
    ])
    try provider.withEngine { engine in
      #expect(throws: EngineFailure.self) { try engine.values() }
      try engine.load(LinearProgram(minimise: [1, 1], rows: [([1, 1], .free), ([1, 0], .free)]))
      #expect(try engine.solve(.primal, limits: SolveLimits()) == .optimal)
      #expect(try engine.cost() == 7)
      #expect(try engine.values() == [1, 0])
      #expect(try engine.prices() == [2, 0])
      #expect(try engine.reducedCosts() == [3, 0])
      #expect(try engine.solve(.dual, limits: SolveLimits()) == .limit(feasible: true))
      #expect(
        try engine.solveWhole(isWhole: [true, false], limits: WholeLimits()).values == [1, 0])
      #expect(throws: EngineFailure.numericalTrouble("all of it")) {
        try engine.solve(.dual, limits: SolveLimits())
      }
      #expect(throws: EngineFailure.self) { try engine.solve(.dual, limits: SolveLimits()) }
    }
  }

  @Test
  func `what an engine was given is kept for each engine`() throws {
    let provider = ScriptedEngineProvider([.init()])
    let program = LinearProgram(minimise: [1], rows: [([2], .atMost(3))])
    try provider.withEngine { engine in
      try engine.load(program)
      try engine.setRowBounds([0], [.free])
      try engine.setColumnBounds([0], [.fixed(1)])
      try engine.setCosts([5])
      _ = try engine.solve(.dual, limits: SolveLimits())
      _ = try? engine.solveWhole(isWhole: [true], limits: WholeLimits())
    }
    try provider.withEngine { try $0.addRows([.free]) }
    #expect(
      provider.events == [
        [
          .addRows([.atMost(3)]), .addColumns(program.columns), .setRowBounds([0], [.free]),
          .setColumnBounds([0], [.fixed(1)]), .setCosts([5]), .solve(.dual), .solveWhole([true]),
        ],
        [.addRows([.free])],
      ])
  }

  @Test
  func `an entry in a row that was not added is refused`() throws {
    try ScriptedEngineProvider([]).withEngine { engine in
      var batch = ColumnBatch()
      batch.appendEntry(row: 0, coefficient: 1)
      batch.finishColumn(cost: 1, bounds: .nonNegative)
      #expect(throws: EngineFailure.invalidInput("row 0 does not exist")) {
        try engine.addColumns(batch)
      }
    }
  }
}
