import TextFormats

/// A row of a variant.
struct RowEdit {
  /// Cells by field; nil: not given.
  var cells: [(text: String, place: Place)?]
  /// Whether the row is removed.
  var deletes: Bool
  /// Where the row begins.
  var place: Place
}

/// Applies the rows of a variant to a table, each to the row with the same key.
struct RowEdits {
  let collector: FindingCollector

  /// Changes, adds and removes rows of a table.
  func apply(
    _ edits: [RowEdit], to table: ModelTable, source: RawTable.Source, of model: inout RawModel
  ) {
    // A base table that could not be read is no ground to change rows on.
    guard !model.unreadable.contains(table) else { return }
    var raw = model.tables[table] ?? RawTable(schema: table.schema)
    let schema = raw.schema
    var rowOfKey: [[String]: Int] = [:]
    for row in raw.rows.indices {
      let key = Self.key(schema) { raw.cell(row: row, field: $0) }
      if rowOfKey[key] == nil { rowOfKey[key] = row }
    }
    raw.sources.append(source)
    let suggestions = Suggestions(
      schema.key.count == 1 ? rowOfKey.keys.map { $0[0] }.sorted() : [])
    var seen: [[String]: Place] = [:]
    var removed: Set<Int> = []
    for edit in edits where hasKey(edit, schema: schema) {
      let key = Self.key(schema) { edit.cells[$0]?.text }
      if let first = seen[key] {
        collector.report(
          .duplicateRow, edit.place,
          "\(Self.shown(key)) is already in row \(first.row) of the variant",
          remedy: "put all changes of a row into one row")
        continue
      }
      seen[key] = edit.place
      switch (rowOfKey[key], edit.deletes) {
      case (let row?, true):
        removed.insert(row)
        if schema.key.count == 1 { model.deletedNames[table, default: []].insert(key[0]) }
      case (nil, true): reportUnknown(key, edit: edit, table: table, suggestions: suggestions)
      case (let row?, false):
        for (field, cell) in edit.cells.enumerated() where !schema.isKey(field) {
          if let cell { raw.override(row: row, field: field, text: cell.text, place: cell.place) }
        }
      case (nil, false):
        raw.append(
          RawTable.Row(row: edit.place.row, source: raw.sources.count - 1),
          cells: edit.cells.map { $0?.text ?? "" })
        for (field, cell) in edit.cells.enumerated() {
          if let cell {
            raw.override(
              row: raw.rows.count - 1, field: field, text: cell.text, place: cell.place)
          }
        }
      }
    }
    raw.remove(rows: removed)
    model.tables[table] = raw
  }

  /// The cells that tell rows apart, defaults filled in and numbers in one form.
  private static func key(_ schema: TableSchema, cell: (Int) -> String?) -> [String] {
    schema.fields.indices.filter(schema.isKey).map { index in
      let field = schema.fields[index]
      var text = cell(index) ?? ""
      if text.isEmpty { text = field.defaultText ?? "" }
      if field.kind == .number, let number = try? DecimalText.parse(text) {
        text = DecimalText.format(number)
      }
      return text
    }
  }

  /// Whether the columns that tell rows apart are given; those that are not are reported.
  private func hasKey(_ edit: RowEdit, schema: TableSchema) -> Bool {
    let missing = schema.fields.indices.filter { index in
      schema.isKey(index) && schema.fields[index].isRequired && edit.cells[index] == nil
    }
    for index in missing {
      collector.report(
        .missingValue, edit.place, "'\(schema.fields[index].name)' is empty",
        remedy: "fill it in: it says which row is meant")
    }
    return missing.isEmpty
  }

  private func reportUnknown(
    _ key: [String], edit: RowEdit, table: ModelTable, suggestions: Suggestions
  ) {
    let nearest = key.count == 1 ? suggestions.nearest(to: key[0]) : nil
    collector.report(
      .unknownRow, edit.place,
      "\(Self.shown(key)) is not in the table '\(table.rawValue)' of the base",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "take the row out of the variant")
  }

  private static func shown(_ key: [String]) -> String {
    SafeText.quoted(key.filter { !$0.isEmpty }.joined(separator: ", "))
  }
}

extension TableSchema {
  /// Whether a field is one of those that tell rows apart.
  func isKey(_ field: Int) -> Bool { key.contains(fields[field].name) }
}
