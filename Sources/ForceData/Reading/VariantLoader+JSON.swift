import TextFormats

extension VariantLoader {
  /// Applies a JSON file: an object with the policy, and tables as lists of objects.
  func applyJSON(_ bytes: [UInt8], file: FindingCollector.File, to model: inout RawModel) {
    let reader = DescriptorReader(collector: collector, file: file)
    guard let root = reader.parse(bytes) else { return }
    guard case .object(let members) = root.content else {
      collector.report(
        .packageShape, reader.place(root.position),
        "the file holds \(root.kindName), not an object",
        remedy: "write { \"forceplan\": {...}, \"contributions\": [ {...} ] }")
      return
    }
    let before = collector.count
    var isEmpty = true
    for member in members {
      if member.key == "forceplan" {
        isEmpty = false
        model.policy += reader.readPolicy(member.value)
      } else if let table = ModelTable(rawValue: member.key) {
        isEmpty = false
        applyJSON(member.value, table: table, reader: reader, to: &model)
      } else if !["name", "title", "description"].contains(member.key),
        !member.key.hasPrefix(ModelSchema.notePrefix)
      {
        let known = ["forceplan"] + ModelTable.allCases.map(\.rawValue)
        collector.report(
          .unknownKey, reader.place(member.keyPosition),
          "a variant knows no key \(SafeText.quoted(member.key))",
          remedy: NearestName.among(known, to: member.key).map { "did you mean '\($0)'?" }
            ?? "known are " + SafeText.list(known, limit: 20))
      }
    }
    if isEmpty, collector.count == before {
      collector.report(
        .emptyVariant, reader.place(root.position), "the file holds no table and no policy",
        remedy: "write { \"forceplan\": {...}, \"contributions\": [ {...} ] }")
    }
  }

  private func applyJSON(
    _ node: JSONNode, table: ModelTable, reader: DescriptorReader, to model: inout RawModel
  ) {
    guard case .array(let rows) = node.content else {
      collector.report(
        .packageShape, reader.place(node.position),
        "'\(table.rawValue)' is \(node.kindName) instead of a list of rows",
        remedy: "write \"\(table.rawValue)\": [ {...}, {...} ]")
      return
    }
    let edits = rows.compactMap { readEdit($0, table: table, reader: reader) }
    let source = RawTable.Source(
      file: reader.file, headerRow: 1, columns: table.schema.fields.map { _ in nil })
    RowEdits(collector: collector).apply(edits, to: table, source: source, of: &model)
  }

  private func readEdit(_ node: JSONNode, table: ModelTable, reader: DescriptorReader) -> RowEdit? {
    guard case .object(let members) = node.content else {
      collector.report(
        .packageShape, reader.place(node.position),
        "a row of '\(table.rawValue)' is \(node.kindName) instead of an object",
        remedy: "write { \"\(table.schema.key[0])\": ... }")
      return nil
    }
    let known = table.schema.fields.map(\.name)
    var edit = RowEdit(
      cells: known.map { _ in nil }, deletes: false, place: reader.place(node.position))
    for member in members {
      let place = reader.place(member.value.position)
      guard let text = member.value.cellText else {
        collector.report(
          .packageShape, place, "\(SafeText.quoted(member.key)) is \(member.value.kindName)",
          remedy: "write a text, a number, true or false")
        continue
      }
      if let field = table.schema.position(of: member.key) {
        if !text.isEmpty { edit.cells[field] = (text, place) }
      } else if member.key == Self.deleteColumn {
        edit.deletes = readMark(text, at: place)
      } else if !member.key.hasPrefix(ModelSchema.notePrefix) {
        collector.report(
          .unknownColumn, reader.place(member.keyPosition),
          "\(table.rawValue) knows no column \(SafeText.quoted(member.key))",
          remedy: NearestName.among(known, to: member.key).map { "did you mean '\($0)'?" }
            ?? "known are " + SafeText.list(known, limit: 20))
      }
    }
    return edit
  }
}

extension JSONNode {
  /// The value as a cell of a table; nil for what a cell cannot hold.
  fileprivate var cellText: String? {
    switch content {
    case .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): DecimalText.format(number)
    case .string(let text): text
    case .array, .object: nil
    }
  }
}
