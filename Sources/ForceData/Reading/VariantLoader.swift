import Glibc
import TextFormats

/// Applies a pledge variant to raw cells (data-package.md, "Pledge variants").
///
/// A variant is a folder of tables with an optional datapackage.json, one CSV file named as its
/// table, one JSON file with a `forceplan` object and tables as lists of objects, or one workbook.
struct VariantLoader {
  /// The column that removes a row.
  static let deleteColumn = "delete"

  let collector: FindingCollector
  let limits: ReadingLimits

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
      applyFolder(path, name: VisibleText.excerpt(fileName), to: &model, digest: &digest)
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
    let file = collector.addFile(VisibleText.excerpt(path))
    collector.report(
      .cannotRead, Place(file: file, row: 1, column: 1),
      "the variant cannot be read: \(error.clause)",
      remedy: "name a folder of tables, a workbook, a table's CSV file or a JSON file")
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
        let file = collector.addFile(name + "/" + VisibleText.excerpt(path))
        applyTable(table, bytes: bytes, file: file, to: &model, digest: &digest)
      } catch {
        error.report(path: path, at: named.place, to: collector)
      }
    }
    let findings = collector.count
    reportMisspelt(in: folder, known: Set(files.values.compactMap(\.path)), at: start)
    if files.isEmpty, !changesPolicy, findings == before {
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
    if ModelWorkbook.isNamedAsOne(path) {
      applyWorkbook(path, to: &model, digest: &digest)
      return
    }
    let isJSON = name.lowercased().hasSuffix(".json")
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try InputFile.read(path, limit: isJSON ? limits.jsonBytes : limits.tableBytes)
    } catch {
      reportUnreadable(path, error)
      return
    }
    let file = collector.addFile(VisibleText.excerpt(name))
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

  func applyTable(
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
    var edits: [RowEdit] = []
    loader.forEachRow(of: loaded, file: file) { record, row in
      let cells = loader.cells(ofRecord: record, in: loaded)
      var mark = ""
      if let column = loaded.deleteColumn, column <= loaded.table.fieldCount(ofRecord: record) {
        mark = loaded.table[record, column - 1]
      }
      edits.append(
        RowEdit(
          cells: zip(cells, loaded.source.columns).map { cell, column in
            guard let cell, let column, !cell.isEmpty else { return nil }
            return (cell, Place(file: file, row: row, column: column))
          },
          deletes: readMark(
            mark, at: Place(file: file, row: row, column: loaded.deleteColumn ?? 1)),
          place: Place(file: file, row: row, column: 1)))
    }
    RowEdits(collector: collector).apply(
      edits, to: table, source: loaded.source, of: &model)
  }

  func readMark(_ text: String, at place: Place) -> Bool {
    if SchemaField.trueWords.contains(text) { return true }
    if !text.isEmpty, !SchemaField.falseWords.contains(text) {
      collector.report(
        .badBoolean, place, "\(SafeText.quoted(text)) in 'delete' is neither true nor false",
        remedy: "write true to remove the row, or leave the cell empty")
    }
    return false
  }
}
