extension VariantLoader {
  /// Applies a workbook: sheets with the rows that change, and a sheet with the policy.
  func applyWorkbook(_ path: String, to model: inout RawModel, digest: inout ModelDigest) {
    guard let workbook = ModelWorkbook(path: path, collector: collector, limits: limits) else {
      return
    }
    let before = collector.count
    var isEmpty = true
    if let policy = workbook.read(PolicySheet.name) {
      isEmpty = false
      digest.add(name: PolicySheet.name, bytes: policy.csv)
      let sheet = PolicySheet(collector: collector, file: policy.file)
      model.policy += sheet.read(policy.csv, limits: limits)?.policy ?? []
    }
    for table in ModelTable.allCases {
      guard let sheet = workbook.read(table.rawValue) else { continue }
      isEmpty = false
      applyTable(table, bytes: sheet.csv, file: sheet.file, to: &model, digest: &digest)
    }
    workbook.reportMisspelt()
    guard isEmpty, collector.count == before else { return }
    collector.report(
      .emptyVariant, workbook.start(), "the workbook holds no table and no policy",
      remedy: "name a sheet as its table, such as contributions, with the rows that change")
  }
}
