/// A sheet to be written: a header, and rows of cells below it.
public struct Sheet: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// What the header says.
    public var name: String
    /// What a note at the header says; empty: there is none.
    public var note: String
    /// How numbers are shown.
    public var format: NumberFormat
    /// Words that a cell may hold, offered as a list; empty: any.
    public var choices: [String]

    /// Describes a column.
    public init(
      _ name: String, note: String = "", format: NumberFormat = .general, choices: [String] = []
    ) {
      self.name = name
      self.note = note
      self.format = format
      self.choices = choices
    }
  }

  /// How numbers are shown; what a cell holds is always the number itself.
  public enum NumberFormat: Sendable {
    /// As many digits as fit.
    case general
    /// Thousands grouped, no fraction.
    case whole
    /// Thousands grouped, two digits of fraction.
    case decimal
    /// In hundredths, one digit of fraction.
    case percent
  }

  /// What a cell holds; a text is never taken for a formula.
  public enum Cell: Sendable, Equatable {
    case text(String)
    case number(Double)
    case empty
  }

  /// The name on the sheet's tab: at most 31 characters, none of `[]:*?/\`.
  public var name: String
  /// The columns.
  public var columns: [Column]
  /// The rows, each with a cell for each column.
  public var rows: [[Cell]]

  /// Creates a sheet.
  public init(name: String, columns: [Column], rows: [[Cell]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
