import CholmodSolver
import LinearProgramming
import TestSupport
import Testing

extension ColumnBatch {
  /// Rows and coefficients, column by column.
  fileprivate var columns: [[(row: Int, coefficient: Double)]] {
    (0..<count).map { column in
      (starts[column]..<starts[column + 1]).map { (Int(rows[$0]), coefficients[$0]) }
    }
  }
}

/// Normal equations are solved, whatever the weights, and by several threads as by one.
@Suite struct CholmodEquationsTests {
  /// A sparse matrix by columns.
  private static func matrix(rows: Int, columns: Int, seed: Int) -> ColumnBatch {
    var generator = SeededGenerator(seed: seed)
    var matrix = ColumnBatch()
    for _ in 0..<columns {
      // Rows in any order, as callers come across them.
      for row in (0..<rows).shuffled(using: &generator).prefix(3) {
        matrix.appendEntry(row: row, coefficient: Double.random(in: -2...2, using: &generator))
      }
      matrix.finishColumn(cost: 0, bounds: .nonNegative)
    }
    return matrix
  }

  private static func weights(_ count: Int, decades: Int, seed: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var weight = Double.random(in: 0.5...1, using: &generator)
      for _ in 0..<Int.random(in: 0...decades, using: &generator) { weight /= 10 }
      return weight
    }
  }

  /// A diag(w) Aᵀ x + diag(v) x.
  private static func product(
    _ matrix: ColumnBatch, _ columnWeights: [Double], _ rowWeights: [Double], _ x: [Double]
  ) -> [Double] {
    var product = zip(rowWeights, x).map { $0 * $1 }
    for column in 0..<matrix.count {
      let entries = matrix.starts[column]..<matrix.starts[column + 1]
      let sum = entries.reduce(0) { $0 + matrix.coefficients[$1] * x[Int(matrix.rows[$1])] }
      for entry in entries {
        product[Int(matrix.rows[entry])] += columnWeights[column] * matrix.coefficients[entry] * sum
      }
    }
    return product
  }

  @Test(arguments: 0..<20)
  func `what the equations turn into the right side is found`(_ seed: Int) throws {
    let (rows, columns) = (5 + 7 * seed, 20 + 20 * seed)
    let matrix = Self.matrix(rows: rows, columns: columns, seed: seed)
    let equations = CholmodEquationsProvider().equations(rowCount: rows, columns: matrix)
    // Weights change, the pattern stays.
    for round in 0..<3 {
      let columnWeights = Self.weights(columns, decades: 2 * round, seed: seed + 100)
      let byColumns = matrix.squares(weights: columnWeights, rowCount: rows)
      // Some rows stand apart, others in the next round.
      let rowWeights = Self.weights(rows, decades: 2 * round, seed: seed + 200).enumerated().map {
        row, weight in (row + round).isMultiple(of: 3) ? 3 * byColumns[row] : weight / 1_000
      }
      let wanted = Self.weights(rows, decades: 0, seed: seed + 300)
      let side = Self.product(matrix, columnWeights, rowWeights, wanted)
      try equations.factorise(columnWeights: columnWeights, rowWeights: rowWeights)
      let found = try equations.solution(of: side)
      let left = zip(side, Self.product(matrix, columnWeights, rowWeights, found)).map(-)
      var ofApart = 0.0
      for row in 0..<rows {
        if rowWeights[row] < 0.25 * byColumns[row] {
          #expect(abs(left[row]) < 1e-11)
        } else {
          ofApart += left[row] * left[row] / (rowWeights[row] + byColumns[row])
        }
      }
      let energy = zip(side, wanted).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(ofApart < 1e-5 * energy)
    }
  }

  @Test(arguments: 0..<20)
  func `where no row stands apart, all are right but for rounding`(_ seed: Int) throws {
    let (rows, columns) = (5 + 7 * seed, 20 + 20 * seed)
    let matrix = Self.matrix(rows: rows, columns: columns, seed: seed)
    let equations = CholmodEquationsProvider().equations(rowCount: rows, columns: matrix)
    let columnWeights = Self.weights(columns, decades: 3, seed: seed + 100)
    let rowWeights = matrix.squares(weights: columnWeights, rowCount: rows).map { 0.2 * $0 + 1e-6 }
    let wanted = Self.weights(rows, decades: 0, seed: seed + 300)
    try equations.factorise(columnWeights: columnWeights, rowWeights: rowWeights)
    let found = try equations.solution(
      of: Self.product(matrix, columnWeights, rowWeights, wanted))
    for (found, wanted) in zip(found, wanted) { #expect(abs(found - wanted) < 1e-9) }
  }

  @Test(arguments: 0..<20)
  func `columns and rows that come later are in the equations`(_ seed: Int) throws {
    let (rows, columns) = (5 + 7 * seed, 20 + 20 * seed)
    let early = Self.matrix(rows: rows, columns: columns, seed: seed)
    let columnWeights = Self.weights(columns + 5, decades: 3, seed: seed + 100)
    let rowWeights = Array(repeating: 1e-6, count: rows + 2)
    let equations = CholmodEquationsProvider().equations(rowCount: rows, columns: early)
    try equations.factorise(
      columnWeights: Array(columnWeights.prefix(columns)),
      rowWeights: Array(rowWeights.prefix(rows)))
    // First columns only, then rows as well.
    for newRows in [0, 2] {
      var all = early
      for column in Self.matrix(rows: rows + newRows, columns: 5, seed: seed + 1).columns {
        for (row, coefficient) in column { all.appendEntry(row: row, coefficient: coefficient) }
        all.finishColumn(cost: 0, bounds: .nonNegative)
      }
      equations.replaceColumns(by: all, rowCount: rows + newRows)
      let own = Array(rowWeights.prefix(rows + newRows))
      let wanted = Self.weights(rows + newRows, decades: 0, seed: seed + 300)
      try equations.factorise(columnWeights: columnWeights, rowWeights: own)
      let found = try equations.solution(of: Self.product(all, columnWeights, own, wanted))
      for (found, wanted) in zip(found, wanted) { #expect(abs(found - wanted) < 1e-6) }
    }
  }

  @Test func `rows that stand apart need no factors`() throws {
    let (rows, columns) = (50, 200)
    let matrix = Self.matrix(rows: rows, columns: columns, seed: 1)
    let equations = CholmodEquationsProvider(mostEntries: 0).equations(
      rowCount: rows, columns: matrix)
    let columnWeights = Self.weights(columns, decades: 1, seed: 2)
    let rowWeights = matrix.squares(weights: columnWeights, rowCount: rows).map { 1_000 * $0 }
    let wanted = Self.weights(rows, decades: 0, seed: 3)
    try equations.factorise(columnWeights: columnWeights, rowWeights: rowWeights)
    let found = try equations.solution(
      of: Self.product(matrix, columnWeights, rowWeights, wanted))
    for (found, wanted) in zip(found, wanted) { #expect(abs(found - wanted) < 1e-2 * wanted) }
  }

  @Test func `a row that nothing holds has no factors`() throws {
    var matrix = ColumnBatch()
    matrix.appendEntry(row: 0, coefficient: 1)
    matrix.finishColumn(cost: 0, bounds: .nonNegative)
    let equations = CholmodEquationsProvider().equations(rowCount: 2, columns: matrix)
    #expect {
      try equations.factorise(columnWeights: [1], rowWeights: [1, 0])
    } throws: { error in
      if case .numericalTrouble? = error as? EngineFailure { true } else { false }
    }
    // And is forgotten with the next weights.
    try equations.factorise(columnWeights: [1], rowWeights: [1, 4])
    let solution = try equations.solution(of: [2, 4])
    #expect(solution.allSatisfy { abs($0 - 1) < 1e-15 }, "\(solution)")
  }

  @Test func `factors that would be too large are refused`() throws {
    let matrix = Self.matrix(rows: 50, columns: 200, seed: 1)
    let equations = CholmodEquationsProvider(mostEntries: 100).equations(
      rowCount: 50, columns: matrix)
    #expect {
      try equations.factorise(
        columnWeights: Self.weights(200, decades: 0, seed: 2),
        rowWeights: Self.weights(50, decades: 3, seed: 3))
    } throws: { error in
      if case .aborted? = error as? EngineFailure { true } else { false }
    }
  }

  @Test func `equations of several threads have the results of one`() async throws {
    let rows = 300
    let solve: @Sendable (Int) throws -> [Double] = { seed in
      let matrix = Self.matrix(rows: rows, columns: 3_000, seed: seed)
      let equations = CholmodEquationsProvider().equations(rowCount: rows, columns: matrix)
      try equations.factorise(
        columnWeights: Self.weights(3_000, decades: 3, seed: seed),
        rowWeights: Self.weights(rows, decades: 3, seed: seed))
      return try equations.solution(of: Self.weights(rows, decades: 1, seed: seed))
    }
    let alone = try (0..<8).map(solve)
    let together = try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
      for seed in 0..<8 { group.addTask { (seed, try solve(seed)) } }
      return try await group.reduce(into: [Int: [Double]]()) { $0[$1.0] = $1.1 }
    }
    // METIS orders by the C library's random numbers, of which other tests may take some meanwhile (libxlsxwriter does),
    // so that rounding may differ.
    for (seed, solution) in alone.enumerated() {
      for (number, expected) in zip(try #require(together[seed]), solution) {
        #expect(abs(number - expected) < 1e-12)
      }
    }
  }
}
