import TextFormats

/// A line of a comparison's tables, which can be read back from the journal.
protocol ComparisonLine: TableLine {
  /// A line to put cells into.
  static var blank: Self { get }
}

/// Rows of a table without their header.
enum TableRows {
  /// Rows may be as long as what was written.
  private static let limits = CSVLimits(
    bytes: .max, rows: .max, fields: .max, fieldBytes: .max, problems: 1)

  static func bytes<Line: TableLine>(of lines: [Line]) -> [UInt8] {
    var writer = CSVWriter()
    for line in lines { writer.append(Line.columns.map { $0.cell(of: line).text }) }
    return writer.bytes
  }

  static func header<Line: TableLine>(of line: Line.Type) -> [UInt8] {
    CSVWriter(header: line.columns.map(\.name)).bytes
  }

  /// The lines again; nil where these are no rows of the table.
  static func lines<Line: ComparisonLine>(_ rows: [UInt8], of line: Line.Type) -> [Line]? {
    let columns = line.columns
    let reading = CSV.read(header(of: line) + rows, limits: limits)
    // Rows that end within a line, or within quotes, would run into those of the next record.
    guard reading.problems.isEmpty, rows.isEmpty || rows.last == UInt8(ascii: "\n") else {
      return nil
    }
    let table = reading.table
    var lines: [Line] = []
    for record in 0..<table.recordCount {
      guard table.fieldCount(ofRecord: record) == columns.count else { return nil }
      var line = Line.blank
      for (field, column) in columns.enumerated() {
        guard let cell = cell(table[record, field], isNumeric: column.isNumeric),
          column.set(cell, in: &line)
        else { return nil }
      }
      lines.append(line)
    }
    return lines
  }

  private static func cell(_ text: String, isNumeric: Bool) -> TableCell? {
    guard isNumeric else { return .text(text) }
    // What an invalid plan has may be no number that readers of files take.
    return text.isEmpty
      ? .empty : ((try? DecimalText.parse(text)) ?? Double(text)).map { .number($0) }
  }
}
