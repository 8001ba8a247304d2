/// Columns to be added to an engine, stored one after the other (compressed sparse columns).
///
/// Column k has cost `costs[k]`, bounds `bounds[k]` and the entries
/// `starts[k] ..< starts[k + 1]` of `rows` and `coefficients`. Rows are counted from 0.
public struct ColumnBatch: Sendable, Equatable {
  /// Cost of each column.
  public private(set) var costs: [Double] = []
  /// Bounds of each column.
  public private(set) var bounds: [Bounds] = []
  /// Start of each column's entries, and one past the last entry; `count + 1` values.
  public private(set) var starts: [Int] = [0]
  /// Row of each entry, counted from 0.
  public private(set) var rows: [Int32] = []
  /// Coefficient of each entry.
  public private(set) var coefficients: [Double] = []

  /// An empty batch.
  public init() {}

  /// Number of columns.
  public var count: Int { costs.count }

  /// Appends one entry to the column that `finishColumn` will close; a row may occur once a column.
  public mutating func appendEntry(row: Int, coefficient: Double) {
    rows.append(Int32(row))
    coefficients.append(coefficient)
  }

  /// Closes the column whose entries were appended since the last call.
  public mutating func finishColumn(cost: Double, bounds columnBounds: Bounds) {
    costs.append(cost)
    bounds.append(columnBounds)
    starts.append(rows.count)
  }
}
