import Workbooks

/// Something that is wrong, or at least odd, in a planner's file: what, where, and what to do.
public struct Finding: Sendable, Equatable {
  /// How much a finding weighs.
  public enum Severity: String, Sendable, CaseIterable {
    /// The model cannot be used.
    case error
    /// The model can be used, but probably says something else than was meant.
    case warning
  }

  /// The rule that is broken.
  public var rule: FindingRule
  /// The file, relative to the model's folder; a variant's files begin with the variant's name.
  public var file: String
  /// The sheet, where the file is a workbook.
  public var sheet: String?
  /// Row of a table as a spreadsheet shows it (the header is row 1), or line of a JSON file.
  public var row: Int
  /// Number of the field in its row, or of the character in its line, counted from 1.
  public var column: Int
  /// What is wrong.
  public var message: String
  /// What to do about it.
  public var remedy: String

  /// Creates a finding.
  public init(
    rule: FindingRule, file: String, sheet: String? = nil, row: Int, column: Int, message: String,
    remedy: String
  ) {
    self.rule = rule
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
    self.message = message
    self.remedy = remedy
  }

  /// How much the finding weighs, which its rule says.
  public var severity: Severity { rule.severity }

  /// Where: `file:row:column`, or as a spreadsheet says it, `workbook:sheet:row 7:column E`.
  public var place: String {
    guard let sheet else { return "\(file):\(row):\(column)" }
    return "\(file):\(sheet):row \(row):column \(CellReference.letters(ofColumn: column))"
  }

  /// One line: `file:row:column: error[rule]: message; remedy`.
  public var text: String {
    "\(place): \(severity.rawValue)[\(rule.rawValue)]: \(message); \(remedy)"
  }
}

extension [Finding] {
  /// Whether any finding makes the model unusable.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// How many findings are errors and how many warnings, in words: `2 errors and 1 warning`.
  public var summary: String {
    func count(_ severity: Finding.Severity) -> String? {
      let number = self.count { $0.severity == severity }
      guard number > 0 else { return nil }
      return "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
    }
    let parts = Finding.Severity.allCases.compactMap(count)
    return parts.isEmpty ? "no findings" : parts.joined(separator: " and ")
  }

  /// The findings as lines, with `and N more` in the place of those beyond a limit.
  ///
  /// Errors are shown before warnings are left out: where the limit cuts, warnings go first.
  public func lines(limit: Int = .max) -> [String] {
    guard count > limit else { return map(\.text) }
    let errors = count { $0.severity == .error }
    var room = [Finding.Severity.error: limit, .warning: Swift.max(0, limit - errors)]
    let shown = filter { finding in
      guard let left = room[finding.severity], left > 0 else { return false }
      room[finding.severity] = left - 1
      return true
    }
    return shown.map(\.text) + ["and \(count - shown.count) more"]
  }
}
