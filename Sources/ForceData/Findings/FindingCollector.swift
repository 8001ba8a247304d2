import ForceModel

/// Gathers findings while files are read and sorts them for showing.
///
/// A class, because every step of reading adds to the same list.
final class FindingCollector {
  /// A file in which findings can lie; its number is its place in the order of showing.
  struct File: Hashable {
    fileprivate let number: Int
  }

  /// What was gathered up to a moment, from which any number of collectors may go on.
  struct State: Sendable {
    fileprivate let limit: Int
    fileprivate var files: [(name: String, sheet: String?)] = []
    /// Cells of which nothing more is to be said.
    fileprivate var settled: Set<Place> = []
    fileprivate var findings: [(file: Int, finding: Finding)] = []
    /// The file of a plan made by hand, and what is said of its lines.
    fileprivate var handPlan: File?
    fileprivate var impossible: [(place: Place, line: ImpossibleLine)] = []
    fileprivate var errors = 0
    fileprivate var warnings = 0
  }

  private(set) var state: State

  /// - Parameter limit: how many errors are kept, and how many warnings; at least one of each.
  init(limit: Int) {
    state = State(limit: max(1, limit))
  }

  /// Goes on from what another collector had gathered.
  init(after state: State) {
    self.state = state
  }

  /// Adds a file, or a sheet of a workbook, after those added before.
  func addFile(_ name: String, sheet: String? = nil) -> File {
    state.files.append((name, sheet))
    return File(number: state.files.count - 1)
  }

  func name(of file: File) -> String { state.files[file.number].name }

  /// Lets what was reported of a cell be all: whatever else is found there only follows from it.
  func settle(_ place: Place) {
    state.settled.insert(place)
  }

  /// Lets lines of a file that can never be wait for the review of the plan, instead of being findings.
  func review(handPlan file: File) {
    state.handPlan = file
  }

  /// Reports a deployment that can never be; true where it is a line of a plan made by hand, which stays among
  /// the lines.
  func report(
    impossible rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) -> Bool {
    guard place.file == state.handPlan else {
      report(rule, place, message, remedy: remedy)
      return false
    }
    let line = ImpossibleLine(
      row: place.row, place: finding(rule, place, message, remedy: remedy).place, cause: message,
      remedy: remedy)
    state.impossible.append((place, line))
    return true
  }

  /// What keeps lines of a plan made by hand from being, by row and column.
  var impossibleLines: [ImpossibleLine] {
    state.impossible.enumerated().sorted { first, second in
      let (one, other) = (first.element.place, second.element.place)
      return (one.row, one.column, first.offset) < (other.row, other.column, second.offset)
    }.map(\.element.line)
  }

  func report(
    _ rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) {
    guard !state.settled.contains(place) else { return }
    switch rule.severity {
    case .error:
      state.errors += 1
      guard state.errors <= state.limit else { return }
    case .warning:
      state.warnings += 1
      guard state.warnings <= state.limit else { return }
    }
    state.findings.append((place.file.number, finding(rule, place, message, remedy: remedy)))
  }

  private func finding(
    _ rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) -> Finding {
    let file = state.files[place.file.number]
    return Finding(
      rule: rule, file: file.name, sheet: file.sheet, row: place.row, column: place.column,
      message: message, remedy: remedy)
  }

  /// Whether any error was reported.
  var hasErrors: Bool { state.errors > 0 }

  /// Number of findings so far, to tell whether a step added any.
  var count: Int { state.errors + state.warnings }

  /// All findings, sorted by file in the order of adding, row and column.
  func sorted() -> [Finding] {
    var result = state.findings.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      return (left.file, left.finding.row, left.finding.column, first.offset)
        < (right.file, right.finding.row, right.finding.column, second.offset)
    }.map(\.element.finding)
    let leftOut = count - state.findings.count
    if leftOut > 0, let last = result.last {
      result.append(
        Finding(
          rule: .findingsLeftOut, file: last.file, sheet: last.sheet, row: last.row,
          column: last.column,
          message:
            "\(leftOut) further findings are not kept, because \(state.limit) of a kind is the "
            + "limit",
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
