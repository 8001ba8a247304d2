/// Reads variants of one model, whose own files are read once.
///
/// Files of the model that change meanwhile do not matter: every variant changes the same tables. A reader
/// holds values only and may be used by any number of threads.
public struct VariantReader: Sendable {
  /// The model's files: datapackage.json and the tables, each with its digest; of a workbook, its sheets.
  public let files: [FileDigest]

  private let reader: ModelReader
  /// The model's raw tables; nil where there is nothing to go on with.
  private let raw: RawModel?
  private let digest: ModelDigest
  private let findings: FindingCollector.State

  /// Reads the files of a model.
  ///
  /// - Parameters:
  ///   - folder: The model's folder, or its workbook.
  ///   - limits: Limits on what is read.
  public init(of folder: String, limits: ReadingLimits = ReadingLimits()) {
    reader = ModelReader(limits: limits)
    let collector = FindingCollector(limit: limits.findings)
    var digest = ModelDigest(keepsFiles: true)
    raw = RawModelLoader(collector: collector, limits: limits).load(folder, digest: &digest)
    files = digest.files ?? []
    self.digest = digest
    findings = collector.state
  }

  /// The model itself, if no finding is an error, and all findings.
  public func base() -> ModelReading {
    reading { _, _, _ in }
  }

  /// Reads a variant: the model with the variant's changes; or, where the variant is a whole model, that
  /// one.
  ///
  /// A folder is a whole model if it holds datapackage.json and every required table under its usual name, a
  /// workbook if it has a sheet for every required table.
  /// - Parameter path: The variant.
  /// - Returns: The variant's model, if no finding is an error, and all findings.
  public func read(_ path: String) -> ModelReading {
    if isWholeModel(path) { return reader.read(folder: path) }
    return reading { raw, collector, digest in
      VariantLoader(collector: collector, limits: reader.limits).apply(
        path, to: &raw, digest: &digest)
    }
  }

  private func reading(
    changing change: (inout RawModel, FindingCollector, inout ModelDigest) -> Void
  ) -> ModelReading {
    let collector = FindingCollector(after: findings)
    guard var raw else {
      return ModelReading(model: nil, findings: collector.sorted(), isPartial: true)
    }
    var digest = digest
    change(&raw, collector, &digest)
    return reader.checked(raw, digest: digest, collector: collector)
  }

  private func isWholeModel(_ path: String) -> Bool {
    if let own = try? InputFolder(path: path) {
      return own.holds(PackageDescriptor.fileName)
        && ModelTable.allCases.allSatisfy { !$0.schema.isRequired || own.holds($0.fileName) }
    }
    guard let resolved = try? InputFile.resolve(path), ModelWorkbook.isNamedAsOne(resolved) else {
      return false
    }
    // What is wrong with the workbook is found when it is read in earnest.
    let silent = FindingCollector(limit: 1)
    return ModelWorkbook(path: resolved, collector: silent, limits: reader.limits)?.isWholeModel
      ?? false
  }
}
