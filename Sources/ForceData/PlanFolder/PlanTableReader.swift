import TextFormats

/// Reads one of a plan's CSV files.
struct PlanTableReader<Line: PlanLine> {
  let collector: FindingCollector
  let file: FindingCollector.File
  let limits: ReadingLimits

  /// A line with where it stands.
  struct Row {
    let line: Line
    let row: Int
    /// Number of each column's field, by position in `Line.columns`.
    let fields: [Int]
  }

  /// The lines; nil where the file has faults, which are reported.
  func read(_ bytes: [UInt8]) -> [Row]? {
    let found = collector.count
    let reading = CSV.read(bytes, limits: limits.csv)
    for problem in reading.problems {
      problem.report(in: file, header: Line.columns.map(\.name), to: collector)
    }
    guard collector.count == found, let fields = fields(of: reading.table) else { return nil }
    let rows = (0..<reading.table.recordCount).map { record in
      Row(
        line: line(ofRecord: record, fields, reading.table),
        row: reading.table.row(ofRecord: record), fields: fields)
    }
    return collector.count == found ? rows : nil
  }

  /// The number of the field that holds each column; nil where the header is not the table's.
  private func fields(of table: CSVTable) -> [Int]? {
    let found = collector.count
    let names = Line.columns.map(\.name)
    for (index, name) in table.header.enumerated() {
      let place = Place(file: file, row: table.headerRow, column: index + 1)
      if table.header.firstIndex(of: name) != index {
        collector.report(
          .duplicateColumn, place, "the column \(SafeText.quoted(name)) comes twice",
          remedy: "delete one of the two")
      } else if !names.contains(name) {
        collector.report(
          .unknownColumn, place,
          "\(Line.table.fileName) knows no column \(SafeText.quoted(name))",
          remedy: NearestName.among(names, to: name).map { "did you mean '\($0)'?" }
            ?? "delete the column")
      }
    }
    let fields = names.map { table.header.firstIndex(of: $0) }
    for (name, field) in zip(names, fields) where field == nil {
      collector.report(
        .missingColumn, Place(file: file, row: table.headerRow, column: 1),
        "\(Line.table.fileName) has no column '\(name)'", remedy: "write the plan again")
    }
    return collector.count == found ? fields.compactMap { $0 } : nil
  }

  private func line(ofRecord record: Int, _ fields: [Int], _ table: CSVTable) -> Line {
    var line = Line.blank
    for (column, field) in zip(Line.columns, fields) {
      let text = table[record, field]
      let place = Place(file: file, row: table.row(ofRecord: record), column: field + 1)
      guard !text.unicodeScalars.contains(where: VisibleText.isUnsafe) else {
        collector.report(
          .badText, place, "the cell holds control characters: \(SafeText.quoted(text))",
          remedy: "write the plan again")
        continue
      }
      guard let cell = cell(text, of: column), column.set(cell, in: &line) else {
        collector.report(
          column.isNumeric ? .badNumber : .unknownWord, place,
          "\(SafeText.quoted(text)) in '\(column.name)' is not \(column.expectation)",
          remedy: "write the plan again")
        continue
      }
    }
    return line
  }

  private func cell(_ text: String, of column: PlanColumn<Line>) -> TableCell? {
    guard column.isNumeric else { return .text(text) }
    if text.isEmpty { return .empty }
    return (try? DecimalText.parse(text)).map { .number($0) }
  }

  /// Reports where the file and plan.json say different things.
  func compare(_ rows: [Row], with stated: [Line]) {
    let remedy = "undo the change in one of the two files, or write the plan again"
    for (row, other) in zip(rows, stated) where row.line != other {
      for (column, field) in zip(Line.columns, row.fields) {
        let (here, there) = (column.cell(of: row.line), column.cell(of: other))
        guard here != there else { continue }
        collector.report(
          .planDisagreement, Place(file: file, row: row.row, column: field + 1),
          "'\(column.name)' is \(here.words), plan.json says \(there.words)", remedy: remedy)
      }
    }
    guard rows.count != stated.count else { return }
    let extra = rows.count > stated.count ? rows[stated.count].row : (rows.last?.row ?? 1)
    collector.report(
      .planDisagreement, Place(file: file, row: extra, column: 1),
      "the table has \(rows.count) rows, plan.json has \(stated.count)", remedy: remedy)
  }
}

extension TableCell {
  /// The cell as a sentence shows it.
  fileprivate var words: String {
    switch self {
    case .text(let text): SafeText.quoted(text)
    case .number, .boolean: text
    case .empty: "empty"
    }
  }
}
