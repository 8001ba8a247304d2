import TextFormats

/// comparison.json, record by record: the names of base and variants, then each table as a list of objects.
struct ComparisonDocument {
  let journal: SweepJournal
  let base: String

  /// The file: for the names and for each table a piece that begins it, one of each record, and one that ends it.
  var file: StreamedFile {
    let records = journal.tableRecords
    let length = 1 + records.count + 1
    let tables = VariantRecord.Table.allCases
    let firsts = tables.map { table in
      records.first { journal.hasRows(of: table, inRecord: $0) }
    }
    return StreamedFile(
      name: ComparisonWriter.documentName, pieceCount: (1 + tables.count) * length
    ) { (piece) throws(OutputError) in
      let (section, place) = piece.quotientAndRemainder(dividingBy: length)
      let record = place == 0 || place == length - 1 ? nil : records.lowerBound + place - 1
      let text =
        section == 0
        ? try names(record, isFirst: place == 0)
        : try table(
          tables[section - 1], record, isFirst: place == 0, firstWithRows: firsts[section - 1])
      return Array(text.utf8)
    }
  }

  /// A piece of the members before the tables.
  private func names(_ record: Int?, isFirst: Bool) throws(OutputError) -> String {
    guard let record else {
      return isFirst ? "{\n  \"base\": \(Self.text(base)),\n  \"variants\": [" : "]"
    }
    // The first record is the base's.
    let number = record - journal.tableRecords.lowerBound
    guard number > 0 else { return "" }
    return (number > 1 ? ", " : "") + Self.text(try journal.head(ofRecord: record).name)
  }

  /// A piece of a table.
  private func table(
    _ table: VariantRecord.Table, _ record: Int?, isFirst: Bool, firstWithRows first: Int?
  ) throws(OutputError) -> String {
    guard let record else {
      if isFirst { return ",\n  \"\(table.line.tableName)\": [" }
      let isLast = table == VariantRecord.Table.allCases.last
      return (first == nil ? "]" : "\n  ]") + (isLast ? "\n}\n" : "")
    }
    let objects = try objects(of: table.line, table, record)
    guard !objects.isEmpty else { return "" }
    return (record == first ? "\n    " : ",\n    ")
      + objects.map { JSON.part($0, depth: 2) }.joined(separator: ",\n    ")
  }

  private func objects<Line: ComparisonLine>(
    of line: Line.Type, _ table: VariantRecord.Table, _ record: Int
  ) throws(OutputError) -> [JSONValue] {
    try journal.lines(line, table, ofRecord: record).map { $0.json }
  }

  private static func text(_ name: String) -> String { JSON.part(.string(name), depth: 0) }
}
