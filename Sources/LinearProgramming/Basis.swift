/// Which rows and columns of a linear program are basic; the others are at a bound.
public struct Basis: Sendable, Equatable {
  /// Whether a row is basic, indexed by row.
  public var rows: [Bool]
  /// Whether a column is basic, indexed by column.
  public var columns: [Bool]

  /// Creates a basis.
  public init(rows: [Bool], columns: [Bool]) {
    self.rows = rows
    self.columns = columns
  }
}
