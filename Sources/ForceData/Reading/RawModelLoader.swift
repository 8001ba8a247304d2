import Glibc
import TextFormats

/// Reads a model's folder or workbook into raw cells.
struct RawModelLoader {
  /// The name of a model that does not say its own.
  static let unnamed = "model"

  let collector: FindingCollector
  let limits: ReadingLimits

  /// Reads a model, be it a folder or a workbook; nil where there is nothing to go on with.
  func load(_ path: String, digest: inout ModelDigest) -> RawModel? {
    if let resolved = try? InputFile.resolve(path),
      (try? InputFile.kind(of: resolved)) == S_IFREG
    {
      return load(workbook: resolved, digest: &digest)
    }
    return load(folder: path, digest: &digest)
  }

  /// Reads datapackage.json and the tables that it names; nil where there is nothing to go on with.
  private func load(folder path: String, digest: inout ModelDigest) -> RawModel? {
    guard let folder = open(folder: path) else { return nil }
    let file = collector.addFile(PackageDescriptor.fileName)
    let start = Place(file: file, row: 1, column: 1)
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try folder.read(PackageDescriptor.fileName, limit: limits.jsonBytes)
    } catch {
      if error == .missing {
        collector.report(
          .cannotRead, start,
          "the folder holds no \(PackageDescriptor.fileName), so it is no model",
          remedy: "name a model's folder; 'forceplan new DIR' writes one to start from")
      } else {
        error.report(path: PackageDescriptor.fileName, at: start, to: collector)
      }
      return nil
    }
    digest.add(name: PackageDescriptor.fileName, bytes: bytes)
    let reader = DescriptorReader(collector: collector, file: file)
    guard let root = reader.parse(bytes), let descriptor = reader.read(root, isVariant: false)
    else {
      return nil
    }
    var model = RawModel(
      name: descriptor.name ?? Self.unnamed, title: descriptor.title, policy: descriptor.policy,
      policyPlace: descriptor.policyPlace)
    if descriptor.hasResources { reportAbsentTables(descriptor, folder: folder) }
    for table in ModelTable.allCases {
      guard let named = descriptor.tables[table] else { continue }
      if let raw = load(table, named, from: folder, digest: &digest) {
        model.tables[table] = raw
      } else {
        model.unreadable.insert(table)
      }
    }
    addDefaultModes(to: &model)
    return model
  }

  /// Reads tables and policy that a program holds as text.
  func load(
    name: String, tables: [ModelTable: String], policy: String, digest: inout ModelDigest
  ) -> RawModel {
    let file = collector.addFile(PackageDescriptor.fileName)
    let reader = DescriptorReader(collector: collector, file: file)
    digest.add(name: PackageDescriptor.fileName, bytes: Array(policy.utf8))
    var model = RawModel(
      name: name, policy: reader.parse(Array(policy.utf8)).map(reader.readPolicy) ?? [],
      policyPlace: Place(file: file, row: 1, column: 1))
    for table in ModelTable.allCases {
      guard let text = tables[table] else {
        if table.schema.isRequired {
          collector.report(
            .missingTable, model.policyPlace, "the table '\(table.rawValue)' is not given",
            remedy: "add it, with the header "
              + table.schema.fields.filter(\.isRequired).map(\.name).joined(separator: ","))
        }
        continue
      }
      digest.add(name: table.rawValue, bytes: Array(text.utf8))
      model.tables[table] = TableLoader(collector: collector, limits: limits).loadTable(
        table, bytes: Array(text.utf8), file: collector.addFile(table.fileName))
    }
    addDefaultModes(to: &model)
    return model
  }

  private func open(folder path: String) -> InputFolder? {
    do throws(InputError) {
      return try InputFolder(path: path)
    } catch {
      let file = collector.addFile(VisibleText.excerpt(path))
      let reason =
        switch error {
        case .system(let reason): reason
        default: "there is no such folder or workbook"
        }
      collector.report(
        .cannotRead, Place(file: file, row: 1, column: 1), "the model cannot be read: \(reason)",
        remedy: "name a model's folder or workbook; 'forceplan new DIR' writes one to start from")
      return nil
    }
  }

  private func load(
    _ table: ModelTable, _ named: PackageDescriptor.TableFile, from folder: InputFolder,
    digest: inout ModelDigest
  ) -> RawTable? {
    guard let path = named.path else { return nil }
    do throws(InputError) {
      let bytes = try folder.read(path, limit: limits.tableBytes)
      digest.add(name: table.rawValue, bytes: bytes)
      let file = collector.addFile(VisibleText.excerpt(path))
      return TableLoader(collector: collector, limits: limits).loadTable(
        table, bytes: bytes, file: file)
    } catch {
      error.report(path: path, at: named.place, to: collector)
      return nil
    }
  }

  /// Reports required tables that are not named, and tables that lie in the folder but are not named.
  private func reportAbsentTables(_ descriptor: PackageDescriptor, folder: InputFolder) {
    for table in ModelTable.allCases where descriptor.tables[table] == nil {
      let example = "{ \"name\": \"\(table.rawValue)\", \"path\": \"\(table.fileName)\" }"
      if table.schema.isRequired {
        collector.report(
          .missingTable, descriptor.resourcesPlace, "the table '\(table.rawValue)' is not named",
          remedy: "add the resource \(example)")
      } else if folder.holds(table.fileName) {
        collector.report(
          .unlistedTable, descriptor.resourcesPlace,
          "\(table.fileName) lies in the folder but is not named, so it is not read",
          remedy: "add the resource \(example), or move the file away")
      }
    }
  }

  /// Gives a model without a table of modes the default one.
  func addDefaultModes(to model: inout RawModel) {
    guard model.tables[.modes] == nil, !model.unreadable.contains(.modes) else { return }
    model.tables[.modes] = defaultModes()
    model.defaultTables = [.modes]
  }

  /// The table of modes of a model that has none: findings cannot lie in it, variants can change it.
  private func defaultModes() -> RawTable {
    var raw = RawTable(schema: ModelTable.modes.schema)
    let file = collector.addFile(ModelTable.modes.fileName)
    raw.sources = [
      RawTable.Source(
        file: file, headerRow: 1, columns: raw.schema.fields.indices.map { $0 + 1 })
    ]
    for (index, row) in ModelSchema.defaultModes.enumerated() {
      raw.append(
        RawTable.Row(row: index + 2, source: 0),
        cells: raw.schema.fields.map { row[$0.name] ?? "" })
    }
    return raw
  }
}
