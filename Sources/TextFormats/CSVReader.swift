/// Comma-separated values as RFC 4180 describes them, in UTF-8.
///
/// A byte-order mark is skipped; lines end with LF, CRLF or CR; a quoted field may hold commas, line
/// breaks and doubled quotes; blank lines are skipped but counted as rows.
public enum CSV {
  /// A table and everything that is wrong with its file.
  public struct Reading: Sendable {
    /// What could be read; complete only if there are no problems.
    public var table: CSVTable
    /// Defects in the order of the file.
    public var problems: [CSVProblem]
  }

  /// Reads a file's bytes.
  ///
  /// Reading goes on after a defect wherever the rest can still be told apart, so one reading finds
  /// as much as possible; defects that end it say so (`CSVProblem.Kind`).
  ///
  /// - Complexity: linear in the number of bytes.
  public static func read(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> Reading {
    var reader = CSVReader(bytes: bytes, limits: limits)
    reader.read()
    return Reading(table: reader.table, problems: reader.problems)
  }
}

/// The state of one reading.
private struct CSVReader {
  var table = CSVTable()
  var problems: [CSVProblem] = []

  private let limits: CSVLimits
  private var bytes: [UInt8]
  /// The next byte to read.
  private var position = 0
  /// Row of the record that is being read.
  private var row = 1
  /// The last row that was a blank line; -1: none yet.
  private var lastBlankRow = -1
  /// Whether quotes in the record are so wrong that its fields cannot be told apart.
  private var isDamaged = false
  /// Whether the file can be read further.
  private var goesOn = true

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(bytes: [UInt8], limits: CSVLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func read() {
    guard bytes.count <= limits.bytes else {
      report(.tooLong(limit: limits.bytes), column: 1)
      return
    }
    if let format = Self.otherFormat(bytes) {
      report(.otherFormat(format), column: 1)
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    var hasHeader = false
    while goesOn, position < bytes.count {
      if skipLineEnd() {
        noteBlankRow()
        row += 1
        continue
      }
      if hasHeader, table.rows.count == limits.rows {
        report(.tooManyRows(limit: limits.rows), column: 1)
        break
      }
      guard table.fields.count < limits.fields else {
        report(.tooManyFields(limit: limits.fields), column: 1)
        break
      }
      let firstField = table.fields.count
      isDamaged = false
      readRecord()
      if hasHeader {
        close(firstField: firstField)
      } else {
        hasHeader = true
        takeHeader()
      }
      row += 1
    }
    if !hasHeader { problems.append(CSVProblem(kind: .empty, row: 1, column: 1)) }
    table.bytes = bytes
  }

  private mutating func noteBlankRow() {
    defer { lastBlankRow = row }
    guard lastBlankRow != row - 1, table.blankRows.count < limits.problems else { return }
    table.blankRows.append(row)
  }

  private mutating func takeHeader() {
    table.headerRow = row
    guard !isDamaged else {
      goesOn = false
      return
    }
    table.header = table.fields.map { field in
      let start = Int(field.start)
      return String(decoding: bytes[start..<start + Int(field.count)], as: UTF8.self)
    }
    table.fields.removeAll(keepingCapacity: true)
  }

  private mutating func close(firstField: Int) {
    guard !isDamaged else {
      table.fields.removeSubrange(firstField...)
      return
    }
    let count = table.fields.count - firstField
    table.rows.append(row)
    table.starts.append(table.fields.count)
    let expected = table.header.count
    if count != expected, goesOn {
      report(
        .raggedRow(fields: count, expected: expected), column: min(count, expected) + 1)
    }
  }

  /// Reads fields up to and with the line end.
  private mutating func readRecord() {
    var column = 1
    while goesOn {
      if column > limits.columns {
        report(.tooManyColumns(limit: limits.columns), column: column)
        goesOn = false
        return
      }
      readField(column: column)
      guard goesOn, position < bytes.count, bytes[position] == Self.comma else { break }
      position += 1
      column += 1
    }
    _ = skipLineEnd()
  }

  /// Reads one field and leaves the position on the comma or line end after it.
  private mutating func readField(column: Int) {
    if position < bytes.count, bytes[position] == Self.quote {
      readQuotedField(column: column)
      return
    }
    let start = position
    let plain = scanPlainField()
    position = plain.end
    if plain.hasQuote { report(.strayQuote, column: column) }
    append(start: start, end: plain.end, isASCII: plain.isASCII, column: column)
  }

  /// Looks for the end of a field without quotes around it.
  private func scanPlainField() -> (end: Int, isASCII: Bool, hasQuote: Bool) {
    let span = bytes.span
    var index = position
    var highBits: UInt8 = 0
    var hasQuote = false
    while index < span.count, !Self.isFieldEnd(span[index]) {
      highBits |= span[index]
      if span[index] == Self.quote { hasQuote = true }
      index += 1
    }
    return (index, highBits < 0x80, hasQuote)
  }

  private mutating func readQuotedField(column: Int) {
    position += 1
    let start = position
    // Doubled quotes shrink, so the unquoted text is written over the quoted one.
    var end = start
    var highBits: UInt8 = 0
    while true {
      guard position < bytes.count else {
        // The rest of the file is inside the quote: no row of it may pass for read.
        report(.unclosedQuote(linesUnread: linesUnread(from: start)), column: column)
        isDamaged = true
        goesOn = false
        return
      }
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard position < bytes.count, bytes[position] == Self.quote else { break }
        position += 1
      }
      highBits |= byte
      bytes[end] = byte
      end += 1
    }
    append(start: start, end: end, isASCII: highBits < 0x80, column: column)
    if position < bytes.count, !Self.isFieldEnd(bytes[position]) {
      report(.textAfterQuote, column: column)
      isDamaged = true
      while position < bytes.count, !Self.isFieldEnd(bytes[position]) { position += 1 }
    }
  }

  private mutating func append(start: Int, end: Int, isASCII: Bool, column: Int) {
    if end - start > limits.fieldBytes {
      report(.fieldTooLong(limit: limits.fieldBytes), column: column)
    }
    if !isASCII, String(validating: bytes[start..<end], as: UTF8.self) == nil {
      report(.invalidUTF8, column: column)
    }
    // What is too long is cut, so that nothing that works on with the table meets more.
    let count = min(end - start, limits.fieldBytes)
    table.fields.append(CSVTable.Field(start: UInt32(start), count: UInt32(count)))
  }

  private mutating func report(_ kind: CSVProblem.Kind, column: Int) {
    guard goesOn, !isDamaged else { return }
    problems.append(CSVProblem(kind: kind, row: row, column: column))
    if problems.count >= limits.problems {
      problems.append(
        CSVProblem(kind: .tooManyProblems(limit: limits.problems), row: row, column: column))
      goesOn = false
    }
  }

  /// Steps over one line end, if the position is on one.
  private mutating func skipLineEnd() -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case Self.lineFeed:
      position += 1
    case Self.carriageReturn:
      position += 1
      if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
    default:
      return false
    }
    return true
  }

  private static func isFieldEnd(_ byte: UInt8) -> Bool {
    byte == comma || byte == lineFeed || byte == carriageReturn
  }

  /// Lines that begin after a byte and hold something.
  private func linesUnread(from start: Int) -> Int {
    var lines = 0
    var atLineStart = false
    for byte in bytes[start...] {
      if byte == Self.lineFeed || byte == Self.carriageReturn {
        atLineStart = true
      } else if atLineStart {
        lines += 1
        atLineStart = false
      }
    }
    return lines
  }

  /// The name of a format that is often saved in the place of CSV.
  private static func otherFormat(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "UTF-16 text"
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a workbook or ZIP archive" }
    return nil
  }
}
