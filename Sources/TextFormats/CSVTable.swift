/// A CSV file that was read: a header and records of fields, with the place of each in the file.
///
/// Fields are slices of one buffer, so a table costs little more than its file.
public struct CSVTable: Sendable {
  /// Names of the columns, from the first record.
  public internal(set) var header: [String] = []
  /// Row of the header: 1 unless blank lines come before it.
  public internal(set) var headerRow = 1

  /// Rows of blank lines, the first of each run of them, up to the limit on problems.
  public internal(set) var blankRows: [Int] = []

  /// The file's bytes; quoted fields have been unquoted in place.
  var bytes: [UInt8] = []
  /// Fields of all records, one record after the other.
  var fields: [Field] = []
  /// Index of the first field of each record, and the number of fields at the end.
  var starts: [Int] = [0]
  /// Row of each record.
  var rows: [Int] = []

  struct Field {
    var start: UInt32
    var count: UInt32
  }

  /// Number of records; the header and blank lines are not counted.
  public var recordCount: Int { rows.count }

  /// Row of a record as a spreadsheet shows it: the header is row 1, a record with line breaks
  /// inside quotes is one row, a blank line is a row of its own.
  public func row(ofRecord record: Int) -> Int { rows[record] }

  /// Number of fields of a record, which may differ from the header's (`CSVProblem.Kind.raggedRow`).
  public func fieldCount(ofRecord record: Int) -> Int { starts[record + 1] - starts[record] }

  /// Whether all fields of a record are empty.
  public func isBlank(record: Int) -> Bool {
    fields[starts[record]..<starts[record + 1]].allSatisfy { $0.count == 0 }
  }

  /// Text of a field, without its quotes; bytes that are not UTF-8 are replaced by U+FFFD.
  public subscript(record: Int, field: Int) -> String {
    let place = fields[starts[record] + field]
    let start = Int(place.start)
    return String(decoding: bytes[start..<start + Int(place.count)], as: UTF8.self)
  }
}

/// What is wrong in a CSV file, and where.
public struct CSVProblem: Error, Equatable, Sendable {
  /// The defect.
  public enum Kind: Equatable, Sendable {
    /// The file holds no header.
    case empty
    /// The file is another format, named here.
    case otherFormat(String)
    /// The field is not UTF-8.
    case invalidUTF8
    /// A quoted field is not closed before the end of the file; its record is left out, and so many
    /// lines after it are unread.
    case unclosedQuote(linesUnread: Int)
    /// Text follows the closing quote of the field; its record is left out, because it cannot be told
    /// where the field was meant to end.
    case textAfterQuote
    /// A quote stands inside a field that does not begin with one.
    case strayQuote
    /// The record has another number of fields than the header.
    case raggedRow(fields: Int, expected: Int)
    /// The field is longer than the limit in bytes.
    case fieldTooLong(limit: Int)
    /// The record has more fields than the limit; reading stopped.
    case tooManyColumns(limit: Int)
    /// The file has more records than the limit; reading stopped.
    case tooManyRows(limit: Int)
    /// The file has more fields in all than the limit; reading stopped.
    case tooManyFields(limit: Int)
    /// The file is longer than the limit in bytes; it was not read.
    case tooLong(limit: Int)
    /// The limit on reported problems was reached; reading stopped.
    case tooManyProblems(limit: Int)
  }

  /// The defect.
  public var kind: Kind
  /// Row, counted as `CSVTable.row(ofRecord:)` counts.
  public var row: Int
  /// Number of the field in its row, counted from 1.
  public var column: Int

  /// Creates a problem.
  public init(kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}

/// Limits that keep hostile files from taking all memory.
public struct CSVLimits: Sendable {
  /// Most bytes in a file, less than 4 GiB.
  public var bytes: Int
  /// Most records, without the header.
  public var rows: Int
  /// Most fields in a record.
  public var columns: Int
  /// Most fields in a file.
  public var fields: Int
  /// Most bytes in a field; a longer one is a problem, and the table holds what comes before.
  public var fieldBytes: Int
  /// Most problems that are collected before reading stops.
  public var problems: Int

  /// Creates limits.
  public init(
    bytes: Int = 256 << 20, rows: Int = 1_000_000, columns: Int = 1000,
    fields: Int = 20_000_000, fieldBytes: Int = 100_000, problems: Int = 1000
  ) {
    self.bytes = min(bytes, Int(UInt32.max))
    self.rows = rows
    self.columns = columns
    self.fields = fields
    self.fieldBytes = fieldBytes
    self.problems = problems
  }
}
