/// The columns of a table, as data: this drives reading, defaults, written Table Schemas and help.
public struct TableSchema: Sendable {
  /// The table.
  public var table: ModelTable
  /// What one row is.
  public var summary: String
  /// Whether a model must have the table.
  public var isRequired: Bool
  /// Columns that together tell rows apart, in the order of `fields`.
  public var key: [String]
  /// The columns, in the order in which they are written.
  public var fields: [SchemaField]

  /// The position of a column; nil where the table has no such column.
  func position(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// A column of a table, or a key of the policy.
public struct SchemaField: Sendable, Equatable {
  /// What a cell holds.
  public enum Kind: Sendable, Equatable {
    /// The name of the row itself.
    case identifier
    /// Free text.
    case text
    /// A decimal number.
    case number
    /// A whole number.
    case integer
    /// `true` or `false`.
    case boolean
    /// One of these words.
    case choice([String])
    /// The identifier of a row in another table; `*` for any row, where allowed.
    case reference(ModelTable, allowsAny: Bool)
    /// A list of different words out of these.
    case list([String])
    /// One share cap, or an object of two.
    case shareCap
  }

  /// What an empty cell means.
  public enum Default: Sendable, Equatable {
    /// Nothing: the cell must be filled in.
    case required
    /// The same as this text.
    case text(String)
    /// What this sentence part says, worked out by the reader.
    case derived(String)
  }

  /// A bound on numbers.
  public enum Bound: Sendable, Equatable {
    /// At least (or at most) this.
    case inclusive(Double)
    /// More (or less) than this.
    case exclusive(Double)
  }

  /// Name of the column.
  public var name: String
  /// What a cell holds.
  public var kind: Kind
  /// What an empty cell means.
  public var fallback: Default
  /// Unit of numbers; empty where there is none.
  public var unit: String
  /// Lower bound of numbers.
  public var minimum: Bound?
  /// Upper bound of numbers.
  public var maximum: Bound?
  /// What the column says.
  public var description: String

  init(
    _ name: String, _ kind: Kind, _ fallback: Default, unit: String = "", minimum: Bound? = nil,
    maximum: Bound? = nil, _ description: String
  ) {
    self.name = name
    self.kind = kind
    self.fallback = fallback
    self.unit = unit
    self.minimum = minimum
    self.maximum = maximum
    self.description = description
  }

  /// Whether the column must be there and filled in.
  public var isRequired: Bool { fallback == .required }

  /// The cell that an empty one stands for; nil where it is required or derived.
  var defaultText: String? {
    if case .text(let text) = fallback { text } else { nil }
  }
}
