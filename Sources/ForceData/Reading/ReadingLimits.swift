import TextFormats
import Workbooks

/// Limits that keep hostile or broken files from taking all time and memory.
public struct ReadingLimits: Sendable {
  /// Most bytes in a table.
  public var tableBytes: Int
  /// Most rows in a table.
  public var rows: Int
  /// Most cells in a table.
  public var cells: Int
  /// Most bytes in a JSON file.
  public var jsonBytes: Int
  /// Most bytes in a workbook's file.
  public var workbookBytes: Int
  /// Most bytes that the parts of a workbook unpack to.
  public var unpackedBytes: Int
  /// Most bytes that one packed byte of a workbook's part unpacks to, beyond the first MiB.
  public var packingRatio: Int
  /// Most fields in a row.
  public var columns: Int
  /// Most bytes in a cell.
  public var cellBytes: Int
  /// Most periods in the time grid.
  public var periods: Int
  /// Most combinations and periods that are looked at for pledges that can reach nothing.
  public var reachSteps: Int
  /// Most errors that are kept, and most warnings.
  public var findings: Int

  /// Creates limits; what is not said has the documented default.
  public init(
    tableBytes: Int = 256 << 20, rows: Int = 1_000_000, cells: Int = 20_000_000,
    jsonBytes: Int = 4 << 20, workbookBytes: Int = 64 << 20, unpackedBytes: Int = 256 << 20,
    packingRatio: Int = 300, columns: Int = 1000, cellBytes: Int = 100_000, periods: Int = 5000,
    reachSteps: Int = 10_000_000,
    findings: Int = 10_000
  ) {
    self.tableBytes = tableBytes
    self.rows = rows
    self.cells = cells
    self.jsonBytes = jsonBytes
    self.workbookBytes = workbookBytes
    self.unpackedBytes = unpackedBytes
    self.packingRatio = packingRatio
    self.columns = columns
    self.cellBytes = cellBytes
    self.periods = periods
    self.reachSteps = reachSteps
    self.findings = findings
  }

  var csv: CSVLimits {
    CSVLimits(
      bytes: tableBytes, rows: rows, columns: columns, fields: cells, fieldBytes: cellBytes,
      problems: 1000)
  }

  var workbook: WorkbookLimits {
    WorkbookLimits(unpackedBytes: unpackedBytes, packingRatio: packingRatio, sheet: csv)
  }
}
