import TextFormats

/// The sheet of a workbook that says what datapackage.json says of a model in a folder: its name and
/// title, and the keys of the `forceplan` object, one a row.
struct PolicySheet {
  /// The sheet's name.
  static let name = "forceplan"
  /// What the header has to name; columns for notes may follow.
  static let columns = ["key", "value"]
  /// Keys that are not of the policy.
  static let identityKeys = ["name", "title"]

  let collector: FindingCollector
  let file: FindingCollector.File

  /// Reads the sheet as the descriptor that says the same.
  func read(_ csv: [UInt8], limits: ReadingLimits) -> PackageDescriptor? {
    let reading = CSV.read(csv, limits: limits.csv)
    for problem in reading.problems {
      problem.report(in: file, header: Self.columns, to: collector)
    }
    let table = reading.table
    guard let (keyColumn, valueColumn) = columns(of: table) else { return nil }
    var identity: [JSONNode.Member] = []
    var policy: [JSONNode.Member] = []
    var rowOfKey: [String: Int] = [:]
    for record in 0..<table.recordCount {
      func cell(_ column: Int) -> (text: String, position: TextPosition) {
        let text = column < table.fieldCount(ofRecord: record) ? table[record, column] : ""
        return (text, TextPosition(row: table.row(ofRecord: record), column: column + 1))
      }
      let (key, keyPosition) = cell(keyColumn)
      let (text, position) = cell(valueColumn)
      // An empty cell means the default, as in every table.
      guard !key.isEmpty, !text.isEmpty else { continue }
      if let first = rowOfKey[key] {
        collector.report(
          .duplicateRow, place(keyPosition), "\(SafeText.quoted(key)) is already in row \(first)",
          remedy: "delete one of the two rows")
        continue
      }
      rowOfKey[key] = keyPosition.row
      let member = JSONNode.Member(
        key: key, keyPosition: keyPosition,
        value: JSONNode(content: content(text, of: key, at: position), position: position))
      if Self.identityKeys.contains(key) {
        identity.append(member)
      } else {
        add(member, to: &policy)
      }
    }
    let start = TextPosition(row: 1, column: 1)
    let object = JSONNode(content: .object(policy), position: start)
    let root = JSONNode(
      content: .object(
        identity + [JSONNode.Member(key: Self.name, keyPosition: start, value: object)]),
      position: start)
    return DescriptorReader(collector: collector, file: file).read(root, isVariant: true)
  }

  /// The columns of keys and values, counted from 0; nil, which is reported, where one is missing.
  private func columns(of table: CSVTable) -> (key: Int, value: Int)? {
    guard !table.header.isEmpty else { return nil }
    for (index, name) in table.header.enumerated()
    where !Self.columns.contains(name) && !name.hasPrefix(ModelSchema.notePrefix) {
      collector.report(
        .unknownColumn, Place(file: file, row: table.headerRow, column: index + 1),
        "the sheet knows no column \(SafeText.quoted(name))",
        remedy: "begin the name with 'note' if it is your own; known are key and value")
    }
    let found = Self.columns.map { table.header.firstIndex(of: $0) }
    guard let key = found[0], let value = found[1] else {
      collector.report(
        .missingColumn, Place(file: file, row: table.headerRow, column: 1),
        "the sheet has no column '\(found[0] == nil ? "key" : "value")'",
        remedy: "begin it with a header row: key, value")
      return nil
    }
    return (key, value)
  }

  /// Adds a member; `shareCap.overall` becomes a member of the object `shareCap`.
  private func add(_ member: JSONNode.Member, to policy: inout [JSONNode.Member]) {
    guard let dot = member.key.firstIndex(of: ".") else {
      policy.append(member)
      return
    }
    let owner = String(member.key[..<dot])
    var part = member
    part.key = String(member.key[member.key.index(after: dot)...])
    if let index = policy.firstIndex(where: { $0.key == owner }),
      case .object(let parts) = policy[index].value.content
    {
      policy[index].value.content = .object(parts + [part])
    } else if policy.contains(where: { $0.key == owner }) {
      collector.report(
        .duplicateRow, place(member.keyPosition),
        "\(SafeText.quoted(member.key)) is part of '\(owner)', which is given as a whole, too",
        remedy: "delete one of the two rows")
    } else {
      policy.append(
        JSONNode.Member(
          key: owner, keyPosition: member.keyPosition,
          value: JSONNode(content: .object([part]), position: member.value.position)))
    }
  }

  /// The text of a cell as the kind of value that a key takes; as a text where it is none.
  private func content(_ text: String, of key: String, at position: TextPosition)
    -> JSONNode.Content
  {
    let owner = String(key.prefix { $0 != "." })
    switch ModelSchema.policy.first(where: { $0.name == owner })?.kind {
    case .number, .integer, .shareCap:
      return (try? DecimalText.parse(text)).map { .number($0) } ?? .string(text)
    case .boolean:
      if SchemaField.trueWords.contains(text) { return .bool(true) }
      return SchemaField.falseWords.contains(text) ? .bool(false) : .string(text)
    case .list:
      let words = text.split { ",; ".contains($0) }
      return .array(words.map { JSONNode(content: .string(String($0)), position: position) })
    case .identifier, .text, .choice, .reference, nil: return .string(text)
    }
  }

  private func place(_ position: TextPosition) -> Place {
    Place(file: file, row: position.row, column: position.column)
  }
}
