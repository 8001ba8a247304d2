import Glibc
import TextFormats

/// Applies a pledge variant to raw cells (data-package.md, "Pledge variants").
///
/// A variant is a folder of tables with an optional datapackage.json, one CSV file named as its
/// table, or one JSON file with a `forceplan` object and tables as lists of objects.
struct VariantLoader {
  /// The column that removes a row.
  static let deleteColumn = "delete"

  let collector: FindingCollector
  let limits: ReadingLimits

  /// A row of a variant.
  private struct Edit {
    /// Cells by field; nil: not given.
    var cells: [(text: String, place: Place)?]
    /// Whether the row is removed.
    var deletes: Bool
    /// Where the row begins.
    var place: Place
  }

  /// Changes the model as the variant at a path says.
  func apply(_ path: String, to model: inout RawModel, digest: inout ModelDigest) {
    let resolved: String
    let kind: mode_t
    do throws(InputError) {
      resolved = try InputFile.resolve(path)
      kind = try InputFile.kind(of: resolved)
    } catch {
      reportUnreadable(path, error)
      return
    }
    let fileName = resolved.split(separator: "/").last.map(String.init) ?? resolved
    digest.add(name: "variant", bytes: [])
    if kind == S_IFDIR {
      model.name += "." + Self.label(of: fileName)
      applyFolder(path, name: SafeText.shown(fileName), to: &model, digest: &digest)
    } else {
      let stem = fileName.split(separator: ".").dropLast().joined(separator: ".")
      model.name += "." + Self.label(of: stem.isEmpty ? fileName : stem)
      applyFile(resolved, name: fileName, to: &model, digest: &digest)
    }
  }

  /// The part of a model's name that a variant's file gives: only what names of packages may hold.
  private static func label(of fileName: String) -> String {
    String(
      fileName.lowercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
          ? character : "-"
      })
  }

  private func reportUnreadable(_ path: String, _ error: InputError) {
    let reason =
      switch error {
      case .system(let reason): reason
      case .notARegularFile(let kind): "it is \(kind)"
      case .tooLarge(let limit): "it has more than \(limit) bytes"
      case .missing, .unsafePath: "there is no such file or folder"
      }
    let file = collector.addFile(SafeText.shown(path))
    collector.report(
      .cannotRead, Place(file: file, row: 1, column: 1), "the variant cannot be read: \(reason)",
      remedy: "name a folder of tables, a table's CSV file or a JSON file")
  }

  // MARK: - Folder

  private func applyFolder(
    _ path: String, name: String, to model: inout RawModel, digest: inout ModelDigest
  ) {
    let folder: InputFolder
    do throws(InputError) {
      folder = try InputFolder(path: path)
    } catch {
      reportUnreadable(path, error)
      return
    }
    let before = collector.count
    var files: [ModelTable: PackageDescriptor.TableFile] = [:]
    let descriptorFile = collector.addFile(name + "/" + PackageDescriptor.fileName)
    let start = Place(file: descriptorFile, row: 1, column: 1)
    var changesPolicy = false
    if folder.holds(PackageDescriptor.fileName) {
      guard
        let descriptor = readDescriptor(in: folder, file: descriptorFile, digest: &digest)
      else { return }
      files = descriptor.tables
      model.policy += descriptor.policy
      changesPolicy = !descriptor.policy.isEmpty
    }
    for table in ModelTable.allCases {
      let isListed = files[table] != nil
      guard isListed || folder.holds(table.fileName) else { continue }
      let named =
        files[table] ?? PackageDescriptor.TableFile(path: table.fileName, place: start)
      files[table] = named
      guard let path = named.path else { continue }
      do throws(InputError) {
        let bytes = try folder.read(path, limit: limits.tableBytes)
        let file = collector.addFile(name + "/" + SafeText.shown(path))
        applyTable(table, bytes: bytes, file: file, to: &model, digest: &digest)
      } catch {
        error.report(path: path, at: named.place, to: collector)
      }
    }
    reportMisspelt(in: folder, known: Set(files.values.compactMap(\.path)), at: start)
    if files.isEmpty, !changesPolicy, collector.count == before {
      collector.report(
        .emptyVariant, start, "the folder holds no table and no policy",
        remedy: "put a table into it, such as contributions.csv with the rows that change")
    }
  }

  private func readDescriptor(
    in folder: InputFolder, file: FindingCollector.File, digest: inout ModelDigest
  ) -> PackageDescriptor? {
    let start = Place(file: file, row: 1, column: 1)
    do throws(InputError) {
      let bytes = try folder.read(PackageDescriptor.fileName, limit: limits.jsonBytes)
      digest.add(name: PackageDescriptor.fileName, bytes: bytes)
      let reader = DescriptorReader(collector: collector, file: file)
      guard let root = reader.parse(bytes) else { return nil }
      return reader.read(root, isVariant: true)
    } catch {
      error.report(path: PackageDescriptor.fileName, at: start, to: collector)
      return nil
    }
  }

  /// Reports CSV files with almost the name of a table.
  private func reportMisspelt(in folder: InputFolder, known: Set<String>, at place: Place) {
    let tables = ModelTable.allCases.map(\.rawValue)
    for name in folder.names() where name.hasSuffix(".csv") && !known.contains(name) {
      guard let nearest = NearestName.among(tables, to: String(name.dropLast(4))) else { continue }
      collector.report(
        .misspeltResource, place, "the file \(SafeText.quoted(name)) is not read",
        remedy: "did you mean '\(nearest).csv'?")
    }
  }

  // MARK: - One file

  private func applyFile(
    _ path: String, name: String, to model: inout RawModel, digest: inout ModelDigest
  ) {
    let isJSON = name.lowercased().hasSuffix(".json")
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile.read(path, limit: isJSON ? limits.jsonBytes : limits.tableBytes)
    } catch {
      reportUnreadable(path, error)
      return
    }
    let file = collector.addFile(SafeText.shown(name))
    if isJSON {
      digest.add(name: "json", bytes: bytes)
      applyJSON(bytes, file: file, to: &model)
      return
    }
    let stem = name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
    guard let table = ModelTable(rawValue: stem) else {
      let nearest = NearestName.among(ModelTable.allCases.map(\.rawValue), to: stem)
      collector.report(
        .emptyVariant, Place(file: file, row: 1, column: 1),
        "the file's name does not say which table it changes",
        remedy: nearest.map { "did you mean '\($0).csv'?" }
          ?? "name it as its table, such as contributions.csv, or give a folder")
      return
    }
    applyTable(table, bytes: bytes, file: file, to: &model, digest: &digest)
  }

  private func applyTable(
    _ table: ModelTable, bytes: [UInt8], file: FindingCollector.File, to model: inout RawModel,
    digest: inout ModelDigest
  ) {
    digest.add(name: table.rawValue, bytes: bytes)
    let loader = TableLoader(collector: collector, limits: limits)
    guard let loaded = loader.load(table, bytes: bytes, file: file, isVariant: true),
      table.schema.fields.indices.allSatisfy({ index in
        // Without the columns that say which row is meant, which is reported, no row can be used.
        loaded.source.columns[index] != nil || !table.schema.isKey(index)
          || !table.schema.fields[index].isRequired
      })
    else { return }
    var edits: [Edit] = []
    loader.forEachRow(of: loaded, file: file) { record, row in
      let cells = loader.cells(ofRecord: record, in: loaded)
      var mark = ""
      if let column = loaded.deleteColumn, column <= loaded.table.fieldCount(ofRecord: record) {
        mark = loaded.table[record, column - 1]
      }
      edits.append(
        Edit(
          cells: zip(cells, loaded.source.columns).map { cell, column in
            guard let cell, let column, !cell.isEmpty else { return nil }
            return (cell, Place(file: file, row: row, column: column))
          },
          deletes: readMark(
            mark, at: Place(file: file, row: row, column: loaded.deleteColumn ?? 1)),
          place: Place(file: file, row: row, column: 1)))
    }
    apply(edits, to: table, source: loaded.source, of: &model)
  }

  private func readMark(_ text: String, at place: Place) -> Bool {
    if SchemaField.trueWords.contains(text) { return true }
    if !text.isEmpty, !SchemaField.falseWords.contains(text) {
      collector.report(
        .badBoolean, place, "\(SafeText.quoted(text)) in 'delete' is neither true nor false",
        remedy: "write true to remove the row, or leave the cell empty")
    }
    return false
  }

  // MARK: - JSON

  private func applyJSON(_ bytes: [UInt8], file: FindingCollector.File, to model: inout RawModel) {
    let reader = DescriptorReader(collector: collector, file: file)
    guard let root = reader.parse(bytes) else { return }
    guard case .object(let members) = root.content else {
      collector.report(
        .packageShape, reader.place(root.position),
        "the file holds \(root.kindName), not an object",
        remedy: "write { \"forceplan\": {...}, \"contributions\": [ {...} ] }")
      return
    }
    let before = collector.count
    var isEmpty = true
    for member in members {
      if member.key == "forceplan" {
        isEmpty = false
        model.policy += reader.readPolicy(member.value)
      } else if let table = ModelTable(rawValue: member.key) {
        isEmpty = false
        applyJSON(member.value, table: table, reader: reader, to: &model)
      } else if !["name", "title", "description"].contains(member.key),
        !member.key.hasPrefix(ModelSchema.notePrefix)
      {
        let known = ["forceplan"] + ModelTable.allCases.map(\.rawValue)
        collector.report(
          .unknownKey, reader.place(member.keyPosition),
          "a variant knows no key \(SafeText.quoted(member.key))",
          remedy: NearestName.among(known, to: member.key).map { "did you mean '\($0)'?" }
            ?? "known are " + SafeText.list(known, limit: 20))
      }
    }
    if isEmpty, collector.count == before {
      collector.report(
        .emptyVariant, reader.place(root.position), "the file holds no table and no policy",
        remedy: "write { \"forceplan\": {...}, \"contributions\": [ {...} ] }")
    }
  }

  private func applyJSON(
    _ node: JSONNode, table: ModelTable, reader: DescriptorReader, to model: inout RawModel
  ) {
    guard case .array(let rows) = node.content else {
      collector.report(
        .packageShape, reader.place(node.position),
        "'\(table.rawValue)' is \(node.kindName) instead of a list of rows",
        remedy: "write \"\(table.rawValue)\": [ {...}, {...} ]")
      return
    }
    let edits = rows.compactMap { readEdit($0, table: table, reader: reader) }
    let source = RawTable.Source(
      file: reader.file, headerRow: 1, columns: table.schema.fields.map { _ in nil })
    apply(edits, to: table, source: source, of: &model)
  }

  private func readEdit(_ node: JSONNode, table: ModelTable, reader: DescriptorReader) -> Edit? {
    guard case .object(let members) = node.content else {
      collector.report(
        .packageShape, reader.place(node.position),
        "a row of '\(table.rawValue)' is \(node.kindName) instead of an object",
        remedy: "write { \"\(table.schema.key[0])\": ... }")
      return nil
    }
    let known = table.schema.fields.map(\.name)
    var edit = Edit(
      cells: known.map { _ in nil }, deletes: false, place: reader.place(node.position))
    for member in members {
      let place = reader.place(member.value.position)
      guard let text = member.value.cellText else {
        collector.report(
          .packageShape, place, "\(SafeText.quoted(member.key)) is \(member.value.kindName)",
          remedy: "write a text, a number, true or false")
        continue
      }
      if let field = table.schema.position(of: member.key) {
        if !text.isEmpty { edit.cells[field] = (text, place) }
      } else if member.key == Self.deleteColumn {
        edit.deletes = readMark(text, at: place)
      } else if !member.key.hasPrefix(ModelSchema.notePrefix) {
        collector.report(
          .unknownColumn, reader.place(member.keyPosition),
          "\(table.rawValue) knows no column \(SafeText.quoted(member.key))",
          remedy: NearestName.among(known, to: member.key).map { "did you mean '\($0)'?" }
            ?? "known are " + SafeText.list(known, limit: 20))
      }
    }
    return edit
  }

  // MARK: - Rows

  private func apply(
    _ edits: [Edit], to table: ModelTable, source: RawTable.Source, of model: inout RawModel
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
  private func hasKey(_ edit: Edit, schema: TableSchema) -> Bool {
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
    _ key: [String], edit: Edit, table: ModelTable, suggestions: Suggestions
  ) {
    let nearest = key.count == 1 ? suggestions.nearest(to: key[0]) : nil
    collector.report(
      .unknownRow, edit.place, "\(Self.shown(key)) is not in \(table.fileName) of the base",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "take the row out of the variant")
  }

  private static func shown(_ key: [String]) -> String {
    SafeText.quoted(key.filter { !$0.isEmpty }.joined(separator: ", "))
  }
}

extension TableSchema {
  /// Whether a field is one of those that tell rows apart.
  fileprivate func isKey(_ field: Int) -> Bool { key.contains(fields[field].name) }
}

extension JSONNode {
  /// The value as a cell of a table; nil for what a cell cannot hold.
  fileprivate var cellText: String? {
    switch content {
    case .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): DecimalText.format(number)
    case .string(let text): text
    case .array, .object: nil
    }
  }
}
