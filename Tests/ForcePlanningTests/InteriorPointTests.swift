import CholmodSolver
@testable import ForcePlanning
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

/// The interior-point method ends at an optimum of a boxed program, with the ends of prices moved on if need be.
@Suite struct InteriorPointTests {
  /// A program with an optimum: every column enters the first row, which has a price that no column can pay.
  private static func program(rows: Int, columns: Int, seed: Int) -> BoxedProgram {
    var generator = SeededGenerator(seed: seed)
    var program = BoxedProgram()
    for _ in 0..<columns {
      program.columns.appendEntry(row: 0, coefficient: 1)
      for row in 1..<rows where Bool.random(using: &generator) {
        program.columns.appendEntry(
          row: row, coefficient: Double(Int.random(in: -3...9, using: &generator)))
      }
      program.columns.finishColumn(
        cost: Double(Int.random(in: -9...1, using: &generator)), bounds: .nonNegative)
    }
    for row in 0..<rows {
      program.limits.append(Double(Int.random(in: 1...20, using: &generator)))
      program.lowest.append(row == 0 ? 0 : Double.random(in: 0...0.5, using: &generator))
      program.highest.append(row == 0 ? 100 : Double.random(in: 1...2, using: &generator))
    }
    program.utmost = program.highest
    program.reach = 0.1
    return program
  }

  /// The least cost, by GLPK.
  private func leastCost(of program: BoxedProgram) throws -> Double {
    try GLPKEngineProvider().withEngine { engine in
      try engine.addRows(program.limits.map { .fixed($0) })
      var columns = program.columns
      for row in program.limits.indices {
        columns.appendEntry(row: row, coefficient: 1)
        columns.finishColumn(cost: -program.lowest[row], bounds: .nonNegative)
        columns.appendEntry(row: row, coefficient: -1)
        columns.finishColumn(cost: program.highest[row], bounds: .nonNegative)
      }
      try engine.addColumns(columns)
      #expect(try engine.solve(.primal, limits: SolveLimits()) == .optimal)
      return try engine.cost()
    }
  }

  private func start(_ program: BoxedProgram) throws -> InteriorPoint {
    InteriorPoint(
      program,
      equations: CholmodEquationsProvider().equations(
        rowCount: program.rowCount, columns: program.columns),
      values: program.columns.costs.map { _ in 1 },
      prices: zip(program.lowest, program.highest).map { ($0 + $1) / 2 }, leastReduced: 0.1,
      product: 1)
  }

  /// Steps until the point is at an optimum.
  private func finish(_ point: inout InteriorPoint) throws {
    for _ in 0..<100 where point.distance(costOfMissing: 1) > 1e-8 { try point.step() }
    #expect(point.distance(costOfMissing: 1) <= 1e-8)
  }

  private func value(of point: InteriorPoint) -> Double {
    -zip(point.program.limits, point.prices).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test(arguments: 0..<100)
  func `an optimum costs what GLPK says`(_ seed: Int) throws {
    let program = Self.program(rows: 2 + seed % 12, columns: 3 + seed % 31, seed: seed)
    var point = try start(program)
    try finish(&point)
    // Ends that hold a price stay where they may not be moved; the lowest may.
    #expect(zip(point.program.highest, program.highest).allSatisfy { $0 == $1 })
    let cost = try leastCost(of: point.program)
    #expect(abs(value(of: point) - cost) <= 1e-6 * max(1, abs(cost)), "\(value(of: point)) \(cost)")
    #expect(point.values.allSatisfy { $0 > 0 })
  }

  /// Equations that leave a thousandth of the right side in rows with a large weight of their own.
  private final class RoughEquations: NormalEquations {
    private let exact: any NormalEquations
    private let columns: ColumnBatch
    private var roughRows: [Int] = []
    private(set) var hasRoughRows = false

    init(_ program: BoxedProgram) {
      columns = program.columns
      exact = CholmodEquationsProvider().equations(
        rowCount: program.rowCount, columns: program.columns)
    }

    func factorise(columnWeights: [Double], rowWeights: [Double]) throws(EngineFailure) {
      try exact.factorise(columnWeights: columnWeights, rowWeights: rowWeights)
      let byColumns = columns.squares(weights: columnWeights, rowCount: rowWeights.count)
      roughRows = rowWeights.indices.filter { rowWeights[$0] >= byColumns[$0] }
      if !roughRows.isEmpty { hasRoughRows = true }
    }

    func replaceColumns(by columns: ColumnBatch, rowCount: Int) {
      exact.replaceColumns(by: columns, rowCount: rowCount)
    }

    func solution(of rightSide: [Double]) throws(EngineFailure) -> [Double] {
      var rough = rightSide
      for row in roughRows { rough[row] *= 0.999 }
      return try exact.solution(of: rough)
    }
  }

  @Test(arguments: 0..<20)
  func `an optimum is found by equations that are off where rows leave or exceed much`(
    _ seed: Int
  ) throws {
    var program = Self.program(rows: 12, columns: 20, seed: seed)
    // Far from full.
    for row in 1..<12 where row.isMultiple(of: 2) { program.limits[row] = 2_000 }
    let equations = RoughEquations(program)
    var point = InteriorPoint(
      program, equations: equations, values: program.columns.costs.map { _ in 1 },
      prices: zip(program.lowest, program.highest).map { ($0 + $1) / 2 }, leastReduced: 0.1,
      product: 1)
    try finish(&point)
    #expect(equations.hasRoughRows)
    let cost = try leastCost(of: point.program)
    #expect(abs(value(of: point) - cost) <= 1e-6 * max(1, abs(cost)), "\(value(of: point)) \(cost)")
  }

  @Test func `ends of prices move on before a price that comes to them`() throws {
    // One column earns 5 for one of a row that has 2 of it: the price is 5.
    var program = BoxedProgram()
    program.columns.appendEntry(row: 0, coefficient: 1)
    program.columns.finishColumn(cost: -5, bounds: .nonNegative)
    (program.limits, program.lowest, program.highest) = ([2], [0.5], [1])
    (program.utmost, program.reach) = ([.infinity], 0.25)
    var point = try start(program)
    try finish(&point)
    #expect(abs(point.prices[0] - 5) < 1e-6)
    #expect(abs(point.values[0] - 2) < 1e-6)
  }

  @Test(arguments: 0..<20)
  func `a larger program is solved from a point of a smaller one`(_ seed: Int) throws {
    // The last row has none of the first columns.
    let larger = Self.program(rows: 8, columns: 30, seed: seed)
    var smaller = larger
    smaller.columns = ColumnBatch()
    for column in 0..<20 {
      for entry in larger.columns.starts[column]..<larger.columns.starts[column + 1]
      where larger.columns.rows[entry] < 7 {
        smaller.columns.appendEntry(
          row: Int(larger.columns.rows[entry]), coefficient: larger.columns.coefficients[entry])
      }
      smaller.columns.finishColumn(cost: larger.columns.costs[column], bounds: .nonNegative)
    }
    for places in [\BoxedProgram.limits, \.lowest, \.highest, \.utmost] {
      smaller[keyPath: places].removeLast()
    }
    var next = larger
    next.columns = smaller.columns
    for column in 20..<30 {
      for entry in larger.columns.starts[column]..<larger.columns.starts[column + 1] {
        next.columns.appendEntry(
          row: Int(larger.columns.rows[entry]), coefficient: larger.columns.coefficients[entry])
      }
      next.columns.finishColumn(cost: larger.columns.costs[column], bounds: .nonNegative)
    }
    var point = try start(smaller)
    for _ in 0..<5 { try point.step() }
    next.lowest.replaceSubrange(0..<7, with: point.program.lowest)
    next.highest.replaceSubrange(0..<7, with: point.program.highest)
    var continued = InteriorPoint(
      next, from: point, columns: (0..<30).map { $0 < 20 ? $0 : nil }, leastReduced: 0.1)
    try finish(&continued)
    let cost = try leastCost(of: continued.program)
    #expect(abs(value(of: continued) - cost) <= 1e-6 * max(1, abs(cost)))
  }
}
