import Glibc
public import ForceModel
import TextFormats

/// A plan that was read, or what stands against it.
public struct PlanReading: Sendable {
  /// The plan; nil where a finding is an error.
  public var plan: Plan?
  /// What is wrong in the files, in the order of data-package.md, each file by row and column.
  public var findings: [Finding]

  /// Whether files could not be opened at all, rather than holding something wrong.
  public var cannotRead: Bool {
    findings.contains { $0.rule == .cannotRead || $0.rule == .missingFile }
  }
}

/// Reads plan folders back, as files that anyone may have changed.
///
/// Goals and certificate are in plan.json only. Everything that has a table is in both, and both must
/// say the same, cell by cell; a folder in which a writer or a person left them at odds is refused
/// with the cells that differ. Whether the plan is any good is for the certificate's check to say.
public struct PlanFolderReader: Sendable {
  /// Limits on what is read; `tableBytes` holds for plan.json too, which repeats all tables.
  public var limits: ReadingLimits

  /// Creates a reader.
  public init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
  }

  /// Whether a path leads to a plan, and not to a model: a folder that holds plan.json, or a JSON file.
  public static func isPlan(_ path: String) -> Bool {
    if let folder = try? InputFolder(path: path) { return folder.holds(PlanDocument.fileName) }
    return path.hasSuffix(".json")
  }

  /// Reads the plan in a folder, or of a plan.json.
  ///
  /// A plan.json that lies without any table of a plan is taken alone: it holds the whole plan.
  ///
  /// - Complexity: linear in the size of the files.
  public func read(path: String) -> PlanReading {
    let collector = FindingCollector(limit: limits.findings)
    let plan = read(path: path, collector)
    return PlanReading(
      plan: collector.hasErrors ? nil : plan, findings: collector.sorted())
  }

  private func read(path: String, _ collector: FindingCollector) -> Plan? {
    let folder: InputFolder
    var documentName = PlanDocument.fileName
    var needsTables = true
    do throws(InputError) {
      let resolved = try InputFile.resolve(path)
      if try InputFile.kind(of: resolved) != S_IFDIR, let slash = resolved.lastIndex(of: "/") {
        documentName = String(resolved[resolved.index(after: slash)...])
        folder = try InputFolder(
          path: slash == resolved.startIndex ? "/" : String(resolved[..<slash]))
        needsTables = PlanTable.allCases.contains { folder.holds($0.fileName) }
      } else {
        folder = try InputFolder(path: resolved)
      }
    } catch {
      let place = Place(file: collector.addFile(VisibleText.excerpt(path)), row: 1, column: 1)
      error.report(path: path, at: place, to: collector)
      return nil
    }
    let documentFile = collector.addFile(VisibleText.excerpt(documentName))
    guard let bytes = read(documentName, documentFile, folder, collector) else { return nil }
    guard
      let plan = PlanDocumentReader(collector: collector, file: documentFile).read(bytes)
    else { return nil }
    guard needsTables else { return plan }
    var joined = plan
    joined.deployments = agreed(plan.deployments, folder, collector)
    joined.tasks = agreed(plan.tasks, folder, collector)
    joined.shortfalls = agreed(plan.shortfalls, folder, collector)
    joined.prices = agreed(plan.prices, folder, collector)
    joined.contributors = agreed(plan.contributors, folder, collector)
    joined.crises = agreed(plan.crises, folder, collector)
    return joined
  }

  private func read(
    _ name: String, _ file: FindingCollector.File, _ folder: InputFolder,
    _ collector: FindingCollector
  ) -> [UInt8]? {
    do throws(InputError) {
      return try folder.read(name, limit: limits.tableBytes)
    } catch {
      error.report(path: name, at: Place(file: file, row: 1, column: 1), to: collector)
      return nil
    }
  }

  /// The lines of a table's file, compared with those of plan.json.
  private func agreed<Line: PlanLine>(
    _ stated: [Line], _ folder: InputFolder, _ collector: FindingCollector
  ) -> [Line] {
    let file = collector.addFile(Line.table.fileName)
    guard let bytes = read(Line.table.fileName, file, folder, collector) else { return [] }
    let reader = PlanTableReader<Line>(collector: collector, file: file, limits: limits)
    guard let rows = reader.read(bytes) else { return [] }
    reader.compare(rows, with: stated)
    return rows.map(\.line)
  }
}
