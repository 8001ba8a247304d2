import TextFormats
import Workbooks

/// A workbook whose sheets are tables of a model or variant: one sheet a table, under the table's name.
///
/// A sheet is handed on as the CSV that holds the same cells, so tables are read, checked and digested in
/// one way, wherever they come from.
struct ModelWorkbook {
  /// What a sheet holds, and the file that findings about it name.
  struct Contents {
    let csv: [UInt8]
    let file: FindingCollector.File
  }

  let name: String
  private let reader: WorkbookReader
  private let collector: FindingCollector

  /// Whether a file's name is that of a workbook.
  static func isNamedAsOne(_ path: String) -> Bool { path.lowercased().hasSuffix(".xlsx") }

  /// Opens the workbook at a path; nil where it cannot be read, which is reported.
  ///
  /// The path is free of links.
  init?(path: String, collector: FindingCollector, limits: ReadingLimits) {
    name = VisibleText.excerpt(path.split(separator: "/").last.map(String.init) ?? path)
    self.collector = collector
    do throws(InputError) {
      let bytes = try InputFile.read(path, limit: limits.workbookBytes)
      do throws(WorkbookFault) {
        reader = try WorkbookReader(bytes, limits: limits.workbook)
      } catch {
        Self.report(error, in: collector.addFile(name), to: collector)
        return nil
      }
    } catch {
      let place = Place(file: collector.addFile(name), row: 1, column: 1)
      error.report(path: name, at: place, to: collector)
      return nil
    }
  }

  /// Whether a sheet is there.
  func holds(_ sheet: String) -> Bool { reader.sheetNames.contains(sheet) }

  /// The name of the sheet that comes first.
  var firstSheet: String? { reader.sheetNames.first }

  /// Whether the sheets are those of a whole model, and not of a variant.
  var isWholeModel: Bool {
    ModelTable.allCases.allSatisfy { !$0.schema.isRequired || holds($0.rawValue) }
  }

  /// Where a finding about the workbook as a whole goes.
  func start() -> Place { Place(file: collector.addFile(name), row: 1, column: 1) }

  /// Reads a sheet and reports cells that have no value of their own.
  ///
  /// - Returns: nil where there is no such sheet, and where it is damaged, which is reported.
  func read(_ sheet: String) -> Contents? {
    guard let number = reader.sheetNames.firstIndex(of: sheet) else { return nil }
    let file = collector.addFile(name, sheet: sheet)
    if let again = reader.sheetNames[(number + 1)...].firstIndex(of: sheet) {
      collector.report(
        .duplicateResource, Place(file: file, row: 1, column: 1),
        "the sheets \(number + 1) and \(again + 1) have the same name",
        remedy: "delete or rename one of the two")
    }
    do throws(WorkbookFault) {
      let reading = try reader.read(sheet: number)
      report(reading, in: file)
      return Contents(csv: reading.csv, file: file)
    } catch {
      Self.report(error, in: file, to: collector)
      return nil
    }
  }

  /// Reports sheets with almost the name of one that is read.
  func reportMisspelt() {
    let known = [PolicySheet.name] + ModelTable.allCases.map(\.rawValue)
    for sheet in reader.sheetNames where !known.contains(sheet) {
      guard let nearest = NearestName.among(known, to: sheet.lowercased()) else { continue }
      collector.report(
        .misspeltResource, start(), "the sheet \(SafeText.quoted(sheet)) is not read",
        remedy: "did you mean '\(nearest)'?")
    }
  }

  // MARK: - Findings

  private static func report(
    _ fault: WorkbookFault, in file: FindingCollector.File, to collector: FindingCollector
  ) {
    let rule: FindingRule =
      switch fault {
      case .notAWorkbook: .cannotRead
      case .encrypted, .broken: .brokenWorkbook
      case .tooLarge: .limitExceeded
      }
    collector.report(
      rule, Place(file: file, row: 1, column: 1), VisibleText.escaped(fault.message),
      remedy: fault.remedy)
  }

  private func report(_ reading: SheetReading, in file: FindingCollector.File) {
    if let (row, column) = reading.firstFormula {
      let count = reading.formulaCount
      collector.report(
        .formulaCell, Place(file: file, row: row, column: column),
        count == 1
          ? "the cell holds a formula; the value that was last saved is read"
          : "\(count) cells hold formulas, this the first; the values that were last saved are read",
        remedy: "see that the workbook was saved after the last change")
    }
    guard !reading.problems.isEmpty else { return }
    let header = CSV.read(reading.csv).table.header
    for problem in reading.problems {
      let isNote =
        header.indices.contains(problem.column - 1)
        && header[problem.column - 1].hasPrefix(ModelSchema.notePrefix)
      if !isNote { report(problem, in: file) }
    }
  }

  private func report(_ problem: SheetProblem, in file: FindingCollector.File) {
    let place = Place(file: file, row: problem.row, column: problem.column)
    switch problem.kind {
    case .date:
      collector.report(
        .dateCell, place, "the cell holds a date or a time",
        remedy: "write days as numbers counted from the decision, and format the cell as a number")
    case .formulaWithoutValue:
      collector.report(
        .formulaWithoutValue, place, "the formula has no value",
        remedy: "open the workbook in a spreadsheet and save it, or write the value itself")
    case .error(let text):
      collector.report(
        .formulaWithoutValue, place, "the cell shows the error \(SafeText.quoted(text))",
        remedy: "mend the formula, or write the value itself")
    case .merged(let cells):
      collector.report(
        .mergedCells, place, "\(cells) cells are merged into this one",
        remedy: "take the merge apart and fill in every cell")
    }
    collector.settle(place)
  }
}
