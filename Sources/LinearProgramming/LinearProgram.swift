/// A whole linear program with names: minimise costs x subject to bounds on columns and rows.
public struct LinearProgram: Sendable {
  /// Name of the program.
  public var name: String
  /// Name of the objective.
  public var objectiveName: String
  /// Names of rows, indexed by row; unique.
  public var rowNames: [String]
  /// Bounds of rows, indexed by row.
  public var rowBounds: [Bounds]
  /// Names of columns, indexed by column; unique.
  public var columnNames: [String]
  /// Costs, bounds and entries, indexed by column.
  public var columns: ColumnBatch
  /// Whether a column must be a whole number, indexed by column.
  public var isWhole: [Bool]

  /// Creates an empty program.
  public init(name: String, objectiveName: String) {
    self.name = name
    self.objectiveName = objectiveName
    rowNames = []
    rowBounds = []
    columnNames = []
    columns = ColumnBatch()
    isWhole = []
  }

  /// Adds a row and gives its index.
  public mutating func addRow(_ rowName: String, _ bounds: Bounds) -> Int {
    rowNames.append(rowName)
    rowBounds.append(bounds)
    return rowNames.count - 1
  }

  /// Adds a column with its entries, each row at most once, and gives its index.
  @discardableResult
  public mutating func addColumn(
    _ columnName: String, cost: Double, bounds: Bounds = .nonNegative, isWhole whole: Bool = false,
    entries: [(row: Int, coefficient: Double)]
  ) -> Int {
    for entry in entries {
      columns.appendEntry(row: entry.row, coefficient: entry.coefficient)
    }
    columns.finishColumn(cost: cost, bounds: bounds)
    columnNames.append(columnName)
    isWhole.append(whole)
    return columnNames.count - 1
  }
}
