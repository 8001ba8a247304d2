/// A table of a model or plan as values, for writers of other formats than CSV and JSON.
public struct DataTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// What the cells hold.
    public enum Kind: Sendable, Equatable {
      case text
      case number
      case integer
      case boolean
    }

    /// Name of the column.
    public var name: String
    /// What the cells hold.
    public var kind: Kind
    /// Whether every row has a value.
    public var isRequired: Bool
    /// Words of which a text is one; empty: any text.
    public var words: [String]
    /// Unit of numbers; empty where there is none.
    public var unit: String
    /// What the column says, in sentences.
    public var description: String

    /// Describes a column.
    public init(
      _ name: String, _ kind: Kind, isRequired: Bool = true, words: [String] = [],
      unit: String = "", _ description: String = ""
    ) {
      self.name = name
      self.kind = kind
      self.isRequired = isRequired
      self.words = words
      self.unit = unit
      self.description = description
    }
  }

  /// A column whose cells name a row of another table.
  public struct Reference: Sendable {
    /// The column.
    public var column: String
    /// The other table.
    public var table: String
    /// The column of the other table that holds the name.
    public var key: String
  }

  /// Name of the table.
  public var name: String
  /// Columns that together tell rows apart.
  public var key: [String]
  /// The columns, in the order of data-package.md.
  public var columns: [Column]
  /// Columns that name rows of other tables.
  public var references: [Reference]
  /// The rows, each with a cell for each column.
  public var rows: [[TableCell]]

  /// Creates a table.
  public init(
    name: String, key: [String], columns: [Column], references: [Reference] = [],
    rows: [[TableCell]]
  ) {
    self.name = name
    self.key = key
    self.columns = columns
    self.references = references
    self.rows = rows
  }
}
