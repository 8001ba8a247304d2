/// Rows to be added to an engine, stored one after the other (compressed sparse rows).
///
/// Row k has bounds `bounds[k]` and the entries `starts[k] ..< starts[k + 1]` of `columns` and
/// `coefficients`. Columns are counted from 0.
public struct RowBatch: Sendable {
  /// Bounds of each row.
  public private(set) var bounds: [Bounds] = []
  /// Start of each row's entries, and one past the last entry; `count + 1` values.
  public private(set) var starts: [Int] = [0]
  /// Column of each entry, counted from 0.
  public private(set) var columns: [Int32] = []
  /// Coefficient of each entry.
  public private(set) var coefficients: [Double] = []

  /// An empty batch.
  public init() {}

  /// Number of rows.
  public var count: Int { bounds.count }

  /// Appends one entry to the row that `finishRow` will close; a column may occur once a row.
  public mutating func appendEntry(column: Int, coefficient: Double) {
    columns.append(Int32(column))
    coefficients.append(coefficient)
  }

  /// Closes the row whose entries were appended since the last call.
  public mutating func finishRow(bounds rowBounds: Bounds) {
    bounds.append(rowBounds)
    starts.append(columns.count)
  }
}
