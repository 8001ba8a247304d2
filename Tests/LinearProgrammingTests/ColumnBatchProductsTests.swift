import LinearProgramming
import TestSupport
import Testing

/// What columns and rows make of each other's numbers is what their coefficients say.
@Suite struct ColumnBatchProductsTests {
  private let rows = 7
  private let columns = 5
  /// Coefficients by row and column.
  private let matrix: [[Double]]
  private let batch: ColumnBatch

  init() {
    var generator = SeededGenerator(seed: 1)
    var matrix = Array(repeating: Array(repeating: 0.0, count: 5), count: 7)
    var batch = ColumnBatch()
    for column in 0..<5 {
      // The last column has no entries.
      for row in (0..<7).shuffled(using: &generator).prefix(column == 4 ? 0 : 3) {
        matrix[row][column] = Double(Int.random(in: 1...9, using: &generator))
        batch.appendEntry(row: row, coefficient: matrix[row][column])
      }
      batch.finishColumn(cost: Double(column), bounds: .nonNegative)
    }
    (self.matrix, self.batch) = (matrix, batch)
  }

  @Test func `rows are used, columns are worth, squares are summed`() {
    let values = [1.0, 2, 3, 5, 7]
    let prices = [1.0, 2, 4, 8, 16, 32, 64]
    let use = matrix.map { zip($0, values).reduce(0) { $0 + $1.0 * $1.1 } }
    let squares = matrix.map { zip($0, values).reduce(0) { $0 + $1.0 * $1.0 * $1.1 } }
    let worth = (0..<columns).map { column in
      (0..<rows).reduce(0) { $0 + matrix[$1][column] * prices[$1] }
    }
    #expect(batch.use(by: values, rowCount: rows) == use)
    #expect(batch.squares(weights: values, rowCount: rows) == squares)
    #expect(batch.worth(at: prices) == worth)
  }

  @Test func `rows without a place are left out, all columns stay`() {
    let left = batch.restricted(toPlaces: [-1, 2, 1, -1, 0, -1, -1])
    let values = [1.0, 2, 3, 5, 7]
    let use = batch.use(by: values, rowCount: rows)
    #expect(left.use(by: values, rowCount: 3) == [use[4], use[2], use[1]])
    #expect(left.costs == batch.costs)
    #expect(left.bounds == batch.bounds)
  }
}
