import ForceModel

/// Gathers findings while files are read and sorts them for showing.
///
/// A class, because every step of reading adds to the same list.
final class FindingCollector {
  /// A file in which findings can lie; its number is its place in the order of showing.
  struct File: Hashable {
    fileprivate let number: Int
  }

  private let limit: Int
  private var files: [(name: String, sheet: String?)] = []
  /// Cells of which nothing more is to be said.
  private var settled: Set<Place> = []
  private var findings: [(file: Int, finding: Finding)] = []
  /// The file of a plan made by hand, and what is said of its lines.
  private var handPlan: File?
  private var impossible: [(place: Place, line: ImpossibleLine)] = []
  private var errors = 0
  private var warnings = 0

  /// - Parameter limit: how many errors are kept, and how many warnings; at least one of each.
  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Adds a file, or a sheet of a workbook, after those added before.
  func addFile(_ name: String, sheet: String? = nil) -> File {
    files.append((name, sheet))
    return File(number: files.count - 1)
  }

  func name(of file: File) -> String { files[file.number].name }

  /// Lets what was reported of a cell be all: whatever else is found there only follows from it.
  func settle(_ place: Place) {
    settled.insert(place)
  }

  /// Lets lines of a file that can never be wait for the review of the plan, instead of being findings.
  func review(handPlan file: File) {
    handPlan = file
  }

  /// Reports a deployment that can never be; true where it is a line of a plan made by hand, which stays among
  /// the lines.
  func report(
    impossible rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) -> Bool {
    guard place.file == handPlan else {
      report(rule, place, message, remedy: remedy)
      return false
    }
    let line = ImpossibleLine(
      row: place.row, place: finding(rule, place, message, remedy: remedy).place, cause: message,
      remedy: remedy)
    impossible.append((place, line))
    return true
  }

  /// What keeps lines of a plan made by hand from being, by row and column.
  var impossibleLines: [ImpossibleLine] {
    impossible.enumerated().sorted { first, second in
      let (one, other) = (first.element.place, second.element.place)
      return (one.row, one.column, first.offset) < (other.row, other.column, second.offset)
    }.map(\.element.line)
  }

  func report(
    _ rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) {
    guard !settled.contains(place) else { return }
    switch rule.severity {
    case .error:
      errors += 1
      guard errors <= limit else { return }
    case .warning:
      warnings += 1
      guard warnings <= limit else { return }
    }
    findings.append((place.file.number, finding(rule, place, message, remedy: remedy)))
  }

  private func finding(
    _ rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) -> Finding {
    Finding(
      rule: rule, file: files[place.file.number].name, sheet: files[place.file.number].sheet,
      row: place.row, column: place.column, message: message, remedy: remedy)
  }

  /// Whether any error was reported.
  var hasErrors: Bool { errors > 0 }

  /// Number of findings so far, to tell whether a step added any.
  var count: Int { errors + warnings }

  /// All findings, sorted by file in the order of adding, row and column.
  func sorted() -> [Finding] {
    var result = findings.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      return (left.file, left.finding.row, left.finding.column, first.offset)
        < (right.file, right.finding.row, right.finding.column, second.offset)
    }.map(\.element.finding)
    let leftOut = count - findings.count
    if leftOut > 0, let last = result.last {
      result.append(
        Finding(
          rule: .findingsLeftOut, file: last.file, sheet: last.sheet, row: last.row,
          column: last.column,
          message:
            "\(leftOut) further findings are not kept, because \(limit) of a kind is the limit",
          remedy: "mend the findings above and check again"))
    }
    return result
  }
}

/// A place in a file.
struct Place: Hashable {
  var file: FindingCollector.File
  var row: Int
  var column: Int
}
