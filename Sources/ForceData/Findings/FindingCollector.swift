/// Gathers findings while files are read and sorts them for showing.
///
/// A class, because every step of reading adds to the same list.
final class FindingCollector {
  /// A file in which findings can lie; its number is its place in the order of showing.
  struct File: Hashable {
    fileprivate let number: Int
  }

  private let limit: Int
  private var names: [String] = []
  private var findings: [(file: Int, finding: Finding)] = []
  private var errors = 0
  private var warnings = 0

  /// - Parameter limit: how many errors are kept, and how many warnings; at least one of each.
  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Adds a file after those added before.
  func addFile(_ name: String) -> File {
    names.append(name)
    return File(number: names.count - 1)
  }

  func name(of file: File) -> String { names[file.number] }

  func report(
    _ rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) {
    switch rule.severity {
    case .error:
      errors += 1
      guard errors <= limit else { return }
    case .warning:
      warnings += 1
      guard warnings <= limit else { return }
    }
    let finding = Finding(
      rule: rule, file: names[place.file.number], row: place.row, column: place.column,
      message: message, remedy: remedy)
    findings.append((place.file.number, finding))
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
          rule: .findingsLeftOut, file: last.file, row: last.row, column: last.column,
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
