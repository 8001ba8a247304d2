/// A cell of the model that a variant changes, or a row that it adds or drops.
public struct InputDifference: Sendable, Equatable {
  /// What becomes of the row.
  public enum Change: String, Sendable, CaseIterable {
    case added
    case dropped
    case changed
  }

  /// The variant.
  public var variant: String
  /// The table, or `policy`.
  public var table: String
  /// The row, by its key; of a policy, the policy's name.
  public var row: String
  /// What becomes of it.
  public var change: Change
  /// The column that changes; empty for a row that is added or dropped.
  public var column: String
  /// The base's cell; for a dropped row all of it.
  public var before: String
  /// The variant's cell; for an added row all of it.
  public var after: String

  /// Creates a difference.
  public init(
    variant: String, table: String, row: String, change: Change, column: String, before: String,
    after: String
  ) {
    self.variant = variant
    self.table = table
    self.row = row
    self.change = change
    self.column = column
    self.before = before
    self.after = after
  }
}
