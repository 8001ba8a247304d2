import TextFormats

/// Turns the bytes of a CSV file into raw cells, and reports what is wrong with the file's form.
struct TableLoader {
  let collector: FindingCollector
  let limits: ReadingLimits

  /// A CSV file whose columns are known.
  struct LoadedFile {
    var table: CSVTable
    var source: RawTable.Source
    /// Column of the variant's `delete` mark, an index into the row; nil: there is none.
    var deleteColumn: Int?
    /// Whether all rows were read.
    var isComplete: Bool
  }

  /// Reads the rows of a base table.
  func loadTable(_ table: ModelTable, bytes: [UInt8], file: FindingCollector.File) -> RawTable {
    var raw = RawTable(schema: table.schema)
    guard let loaded = load(table, bytes: bytes, file: file, isVariant: false) else {
      raw.isComplete = false
      return raw
    }
    raw.sources = [loaded.source]
    raw.isComplete = loaded.isComplete
    forEachRow(of: loaded, file: file) { record, row in
      raw.append(
        RawTable.Row(row: row, source: 0), cells: cells(ofRecord: record, in: loaded))
    }
    return raw
  }

  /// Reads a file and its header; nil where nothing of it can be used.
  func load(
    _ table: ModelTable, bytes: [UInt8], file: FindingCollector.File, isVariant: Bool
  ) -> LoadedFile? {
    let reading = CSV.read(bytes, limits: limits.csv)
    var isComplete = true
    for problem in reading.problems {
      problem.report(
        in: file, header: table.schema.fields.filter(\.isRequired).map(\.name), to: collector)
      if problem.losesRows { isComplete = false }
    }
    let csv = reading.table
    for row in csv.blankRows { reportBlank(Place(file: file, row: row, column: 1)) }
    guard !csv.header.isEmpty else { return nil }
    guard let columns = readHeader(table, csv, file: file, isVariant: isVariant) else { return nil }
    return LoadedFile(
      table: csv,
      source: RawTable.Source(file: file, headerRow: csv.headerRow, columns: columns.fields),
      deleteColumn: columns.delete, isComplete: isComplete)
  }

  /// Visits the records that hold anything, with their rows.
  func forEachRow(
    of loaded: LoadedFile, file: FindingCollector.File, body: (_ record: Int, _ row: Int) -> Void
  ) {
    for record in 0..<loaded.table.recordCount {
      let row = loaded.table.row(ofRecord: record)
      if loaded.table.isBlank(record: record) {
        reportBlank(Place(file: file, row: row, column: 1))
      } else {
        body(record, row)
      }
    }
  }

  /// The cells of a record in the order of the schema's fields.
  func cells(ofRecord record: Int, in loaded: LoadedFile) -> [String?] {
    let count = loaded.table.fieldCount(ofRecord: record)
    return loaded.source.columns.map { column in
      guard let column, column <= count else { return nil }
      return loaded.table[record, column - 1]
    }
  }

  private func reportBlank(_ place: Place) {
    collector.report(.blankRow, place, "the row is empty", remedy: "delete the row")
  }

  // MARK: - Header

  private func readHeader(
    _ table: ModelTable, _ csv: CSVTable, file: FindingCollector.File, isVariant: Bool
  ) -> (fields: [Int?], delete: Int?)? {
    let schema = table.schema
    func place(_ column: Int) -> Place { Place(file: file, row: csv.headerRow, column: column) }

    if csv.header.count == 1, let separator = [";", "\t"].first(where: csv.header[0].contains) {
      collector.report(
        .separator, place(1),
        "the fields are separated by \(separator == ";" ? "semicolons" : "tabs")",
        remedy: "save the table as CSV with commas")
      return nil
    }
    var columns: [Int?] = Array(repeating: nil, count: schema.fields.count)
    var delete: Int?
    var firstColumn: [String: Int] = [:]
    let known = schema.fields.map(\.name)
    for (index, name) in csv.header.enumerated() {
      let column = index + 1
      if let first = firstColumn[name], !name.hasPrefix(ModelSchema.notePrefix) {
        collector.report(
          .duplicateColumn, place(column),
          "the column \(SafeText.quoted(name)) is already column \(first)",
          remedy: "delete or rename one of the two")
        continue
      }
      firstColumn[name] = column
      if let field = schema.position(of: name) {
        columns[field] = column
      } else if name == VariantLoader.deleteColumn, isVariant {
        delete = column
      } else if !name.hasPrefix(ModelSchema.notePrefix) {
        reportUnknown(name, known: known, table: table, place: place(column))
      }
    }
    let needed = isVariant ? schema.fields.filter { schema.key.contains($0.name) } : schema.fields
    for field in needed where field.isRequired && firstColumn[field.name] == nil {
      collector.report(
        .missingColumn, place(1), "the table '\(table.rawValue)' has no column '\(field.name)'",
        remedy: "add the column: \(field.description)")
    }
    return (columns, delete)
  }

  private func reportUnknown(_ name: String, known: [String], table: ModelTable, place: Place) {
    guard !name.isEmpty else {
      collector.report(
        .unknownColumn, place, "the column has no name",
        remedy: "name the column, or delete it with its cells")
      return
    }
    let remedy: String
    if name == VariantLoader.deleteColumn {
      remedy = "leave it out here: only a variant removes rows"
    } else if let nearest = NearestName.among(known, to: name) {
      remedy = "did you mean '\(nearest)'? Or begin the name with 'note'"
    } else {
      remedy =
        "begin the name with 'note' if it is your own; known are " + SafeText.list(known, limit: 20)
    }
    collector.report(
      .unknownColumn, place,
      "the table '\(table.rawValue)' knows no column \(SafeText.quoted(name))",
      remedy: remedy)
  }
}
