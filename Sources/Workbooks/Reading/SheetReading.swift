/// A sheet of a workbook, read as the CSV that holds the same cells.
public struct SheetReading: Sendable {
  /// The cells as CSV.
  ///
  /// Row and field of a record are row and column of the sheet, and a row without cells is a blank line.
  /// Numbers have the fewest digits that read back as the same number; yes and
  /// no are `true` and `false`.
  public internal(set) var csv: [UInt8] = []
  /// Cells that are not what they seem, by row and column.
  public internal(set) var problems: [SheetProblem] = []
  /// Number of cells whose value a formula gave when the workbook was last saved.
  public internal(set) var formulaCount = 0
  /// Row and column of the first of them.
  public internal(set) var firstFormula: (row: Int, column: Int)?
}

/// A cell from which no value can be taken.
public struct SheetProblem: Equatable, Sendable {
  /// The defect.
  public enum Kind: Equatable, Sendable {
    /// The cell shows a date or a time.
    case date
    /// The cell has a formula and no value, because no spreadsheet has worked it out.
    case formulaWithoutValue
    /// The cell shows this error.
    case error(String)
    /// The cell and its neighbours, so many in all, are merged into one, so only the first has a value.
    case merged(cells: Int)
  }

  /// The defect.
  public var kind: Kind
  /// Row of the cell, counted from 1.
  public var row: Int
  /// Column of the cell, counted from 1.
  public var column: Int
}
