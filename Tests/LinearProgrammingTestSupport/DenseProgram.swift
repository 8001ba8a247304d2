public import LinearProgramming

extension LinearProgram {
  /// A program written down row by row; rows are named `r1`, `r2`, …, columns `x1`, `x2`, ….
  ///
  /// - Parameters:
  ///   - costs: cost of each column.
  ///   - rows: coefficients of all columns, and limits, of each row; a coefficient of 0 is no entry.
  ///   - bounds: bounds of each column; nil: zero or more.
  ///   - whole: indices of columns that must be whole numbers.
  public init(
    minimise costs: [Double], rows: [(coefficients: [Double], bounds: Bounds)],
    bounds: [Bounds]? = nil, whole: Set<Int> = []
  ) {
    self.init(name: "test", objectiveName: "cost")
    for (row, content) in rows.enumerated() {
      _ = addRow("r\(row + 1)", content.bounds)
    }
    for column in costs.indices {
      let entries = rows.indices.compactMap { row in
        let coefficient = rows[row].coefficients[column]
        return coefficient == 0 ? nil : (row: row, coefficient: coefficient)
      }
      addColumn(
        "x\(column + 1)", cost: costs[column], bounds: bounds?[column] ?? .nonNegative,
        isWhole: whole.contains(column), entries: entries)
    }
  }
}
