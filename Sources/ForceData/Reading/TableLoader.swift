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
      report(problem, table: table, file: file)
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
        .missingColumn, place(1), "\(table.fileName) has no column '\(field.name)'",
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
      .unknownColumn, place, "\(table.fileName) knows no column \(SafeText.quoted(name))",
      remedy: remedy)
  }

  // MARK: - Problems of the form

  private func report(_ problem: CSVProblem, table: ModelTable, file: FindingCollector.File) {
    let place = Place(file: file, row: problem.row, column: problem.column)
    func add(_ rule: FindingRule, _ message: String, remedy: String) {
      collector.report(rule, place, message, remedy: remedy)
    }
    switch problem.kind {
    case .empty:
      let columns = table.schema.fields.filter(\.isRequired).map(\.name)
      add(
        .missingColumn, "the file is empty",
        remedy: "begin it with a header row: " + columns.joined(separator: ","))
    case .otherFormat(let format):
      add(.notText, "the file is \(format), not CSV", remedy: "save it as CSV in UTF-8")
    case .invalidUTF8:
      add(.notText, "the cell is not UTF-8 text", remedy: "save the table as CSV in UTF-8")
    case .unclosedQuote(let lines):
      let rest = lines == 0 ? "" : "; the \(lines) lines after it were not read"
      add(
        .quoting, "the quote that begins here is not closed\(rest)",
        remedy: "close the quote, and double quotes inside it")
    case .textAfterQuote:
      add(
        .quoting, "text follows the closing quote of this cell",
        remedy: "put the whole cell in quotes, and double quotes inside it")
    case .strayQuote:
      add(
        .quoting, "a quote stands inside this cell, which does not begin with one",
        remedy: "put the whole cell in quotes, and double quotes inside it")
    case .raggedRow(let fields, let expected):
      add(
        .raggedRow, "the row has \(fields) cells, the header has \(expected)",
        remedy: fields < expected
          ? "fill the row up with commas"
          : "delete what is too much, or put a cell with a comma in quotes")
    case .fieldTooLong(let limit):
      add(.limitExceeded, "the cell has more than \(limit) bytes", remedy: "shorten the cell")
    case .tooManyColumns(let limit):
      add(
        .limitExceeded, "the row has more than \(limit) cells; the rest of the file was not read",
        remedy: "see whether the file is a table with one row a line")
    case .tooManyRows(let limit):
      add(
        .limitExceeded, "the table has more than \(limit) rows; the rest was not read",
        remedy: "divide the model, or raise the limit on rows")
    case .tooLong(let limit):
      add(
        .limitExceeded, "the file has more than \(limit) bytes",
        remedy: "divide the model, or raise the limit on bytes")
    case .tooManyProblems(let limit):
      add(
        .limitExceeded, "the file has more than \(limit) faults; the rest was not read",
        remedy: "mend those that are shown and check again")
    }
  }
}

extension CSVProblem {
  /// Whether the problem's row, or rows after it, are not in the table.
  fileprivate var losesRows: Bool {
    switch kind {
    case .empty, .otherFormat, .unclosedQuote, .textAfterQuote, .tooManyColumns, .tooManyRows,
      .tooLong, .tooManyProblems:
      true
    case .invalidUTF8, .strayQuote, .raggedRow, .fieldTooLong: false
    }
  }
}
