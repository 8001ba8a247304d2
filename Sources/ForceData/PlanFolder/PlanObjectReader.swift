import TextFormats

/// Takes typed values out of one object of plan.json.
///
/// What is missing or of another type is reported, and a stand-in is given, so that one reading finds
/// all faults. A class, because it remembers which keys were asked for.
final class PlanObjectReader {
  private let node: JSONNode
  /// What the object is, for sentences.
  private let subject: String
  private let collector: FindingCollector
  private let file: FindingCollector.File
  private let isObject: Bool
  private var values: [String: JSONNode] = [:]
  private var asked: Set<String> = []

  init(
    _ node: JSONNode, subject: String, collector: FindingCollector, file: FindingCollector.File
  ) {
    self.node = node
    self.subject = subject
    self.collector = collector
    self.file = file
    switch node.content {
    case .object(let members):
      isObject = true
      for member in members { values[member.key] = member.value }
    default:
      isObject = false
      fail(node, "\(subject) is not an object")
    }
  }

  /// Stands in for an object that is missing, which was reported.
  private init(missingFrom parent: PlanObjectReader) {
    node = parent.node
    subject = parent.subject
    collector = parent.collector
    file = parent.file
    isObject = false
  }

  /// Where the value of a key stands; nil where there is none.
  func place(of key: String) -> Place? { values[key].map { place($0.position) } }

  func text(_ key: String) -> String {
    guard let node = value(key) else { return "" }
    return text(node, key)
  }

  func texts(_ key: String) -> [String] { elements(key).map { text($0, key) } }

  func number(_ key: String) -> Double {
    guard let node = value(key) else { return 0 }
    return number(node, key)
  }

  func numbers(_ key: String) -> [Double] { elements(key).map { number($0, key) } }

  func optionalNumber(_ key: String) -> Double? {
    guard let node = value(key) else { return nil }
    return optionalNumber(node, key)
  }

  /// Whether a key is there that need not be.
  func isGiven(_ key: String) -> Bool {
    asked.insert(key)
    return values[key] != nil
  }

  func optionalNumbers(_ key: String) -> [Double?] {
    elements(key).map { optionalNumber($0, key) }
  }

  func integer(_ key: String) -> Int {
    guard let node = value(key) else { return 0 }
    if case .number(let number) = node.content, let whole = Int(exactly: number) { return whole }
    fail(node, "'\(key)' of \(subject) is not a whole number")
    return 0
  }

  func boolean(_ key: String) -> Bool {
    guard let node = value(key) else { return false }
    if case .bool(let bool) = node.content { return bool }
    fail(node, "'\(key)' of \(subject) is not true or false")
    return false
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String) -> Word? {
    guard let node = value(key) else { return nil }
    if case .string(let text) = node.content, let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    fail(node, "'\(key)' of \(subject) is not one of \(words)")
    return nil
  }

  func object(_ key: String) -> PlanObjectReader {
    guard let node = value(key) else { return PlanObjectReader(missingFrom: self) }
    return PlanObjectReader(node, subject: "'\(key)'", collector: collector, file: file)
  }

  func objects(_ key: String) -> [PlanObjectReader] {
    elements(key).enumerated().map { index, element in
      PlanObjectReader(
        element, subject: "entry \(index + 1) of '\(key)'", collector: collector, file: file)
    }
  }

  /// A line of one of the plan's tables.
  func line<Line: PlanLine>() -> Line {
    var line = Line.blank
    for column in Line.columns {
      guard let node = value(column.name) else { continue }
      let cell: TableCell? =
        switch node.content {
        case .string: .text(text(node, column.name))
        case .number(let number): .number(number)
        case .null: .empty
        case .bool, .array, .object: nil
        }
      if let cell, column.set(cell, in: &line) { continue }
      fail(node, "'\(column.name)' of \(subject) is not \(column.expectation)")
    }
    return line
  }

  /// Reports keys that nobody asked for.
  func finish() {
    guard isObject, case .object(let members) = node.content else { return }
    for member in members where !asked.contains(member.key) {
      collector.report(
        .unknownKey, place(member.keyPosition),
        "\(subject) knows no key \(SafeText.quoted(member.key))",
        remedy: NearestName.among(asked.sorted(), to: member.key).map { "did you mean '\($0)'?" }
          ?? "delete it, or write the plan again")
    }
  }

  // MARK: - Parts

  private func value(_ key: String) -> JSONNode? {
    asked.insert(key)
    if let value = values[key] { return value }
    if isObject { fail(node, "\(subject) has no '\(key)'") }
    return nil
  }

  private func elements(_ key: String) -> [JSONNode] {
    guard let node = value(key) else { return [] }
    if case .array(let elements) = node.content { return elements }
    fail(node, "'\(key)' of \(subject) is not a list")
    return []
  }

  private func text(_ node: JSONNode, _ key: String) -> String {
    guard case .string(let text) = node.content else {
      fail(node, "'\(key)' of \(subject) is not a text")
      return ""
    }
    guard text.unicodeScalars.contains(where: VisibleText.isUnsafe) else { return text }
    collector.report(
      .badText, place(node.position),
      "'\(key)' of \(subject) holds control characters: \(SafeText.quoted(text))",
      remedy: "write the plan again")
    return ""
  }

  private func number(_ node: JSONNode, _ key: String) -> Double {
    if case .number(let number) = node.content { return number }
    fail(node, "'\(key)' of \(subject) is not a number")
    return 0
  }

  private func optionalNumber(_ node: JSONNode, _ key: String) -> Double? {
    if case .null = node.content { return nil }
    return number(node, key)
  }

  private func fail(_ node: JSONNode, _ message: String) {
    collector.report(
      .planShape, place(node.position), message,
      remedy: "the file was changed or is of another version; write the plan again")
  }

  private func place(_ position: TextPosition) -> Place {
    Place(file: file, row: position.row, column: position.column)
  }
}
