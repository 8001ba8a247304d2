extension RawModelLoader {
  /// Reads the workbook of a model; nil where there is nothing to go on with.
  func load(workbook path: String, digest: inout ModelDigest) -> RawModel? {
    guard let workbook = ModelWorkbook(path: path, collector: collector, limits: limits) else {
      return nil
    }
    let policy = workbook.read(PolicySheet.name)
    var descriptor: PackageDescriptor?
    if let policy {
      digest.add(name: PolicySheet.name, bytes: policy.csv)
      descriptor = PolicySheet(collector: collector, file: policy.file)
        .read(policy.csv, limits: limits)
    }
    var model = RawModel(
      name: descriptor?.name ?? Self.unnamed, title: descriptor?.title,
      policy: descriptor?.policy ?? [], policyPlace: descriptor?.policyPlace ?? workbook.start())
    for table in ModelTable.allCases {
      guard workbook.holds(table.rawValue) else {
        if table.schema.isRequired { reportMissing(table, in: workbook) }
        continue
      }
      guard let sheet = workbook.read(table.rawValue) else {
        model.unreadable.insert(table)
        continue
      }
      digest.add(name: table.rawValue, bytes: sheet.csv)
      model.tables[table] = TableLoader(collector: collector, limits: limits).loadTable(
        table, bytes: sheet.csv, file: sheet.file)
    }
    workbook.reportMisspelt()
    addDefaultModes(to: &model)
    return model
  }

  private func reportMissing(_ table: ModelTable, in workbook: ModelWorkbook) {
    let header = table.schema.fields.filter(\.isRequired).map(\.name)
    collector.report(
      .missingTable, workbook.start(), "the workbook has no sheet '\(table.rawValue)'",
      remedy: "add the sheet, with a header row: " + header.joined(separator: ", "))
  }
}
