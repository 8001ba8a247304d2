/// Finds the row that an identifier names.
struct NameIndex {
  /// What became of a name.
  enum Outcome: Equatable {
    /// It names this row of the sorted table.
    case row(Int)
    /// It names a row that cannot be used, or may name one that was not read.
    case broken
    /// It names nothing.
    case unknown
  }

  let table: ModelTable
  private let rows: [String: Int]
  private let names: [String]
  private let brokenNames: Set<String>
  private let deletedNames: Set<String>
  private let isComplete: Bool
  private let isThere: Bool
  private let suggestions: Suggestions

  init(
    table: ModelTable, names: [String], brokenNames: Set<String>, deletedNames: Set<String>,
    isComplete: Bool, isThere: Bool
  ) {
    self.table = table
    self.names = names
    suggestions = Suggestions(names)
    self.brokenNames = brokenNames
    self.deletedNames = deletedNames
    self.isComplete = isComplete
    self.isThere = isThere
    rows = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  func find(_ name: String) -> Outcome {
    if let row = rows[name] { return .row(row) }
    return isComplete && !brokenNames.contains(name) ? .unknown : .broken
  }

  /// What to do about a name that is not in the table.
  func remedy(for name: String, isAny: Bool) -> String {
    if isAny { return "name one: '*' is not allowed here" }
    if deletedNames.contains(name) {
      return "the variant deletes it: delete or change this row there too"
    }
    if let nearest = suggestions.nearest(to: name) { return "did you mean '\(nearest)'?" }
    if !isThere, names.isEmpty { return "add the table '\(table.rawValue)' with this row" }
    if !isThere { return "add the table '\(table.rawValue)', or choose \(SafeText.list(names))" }
    return "add it there, or name another"
  }
}
