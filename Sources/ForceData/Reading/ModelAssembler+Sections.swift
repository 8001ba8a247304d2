/// Rows of a table as values: sorted, with their own names told apart.
extension ModelAssembler {
  /// Rows of a table that has identifiers, sorted by them.
  mutating func section<Value>(
    _ table: ModelTable, id: (Value) -> String, read: (inout RowReader) -> Value
  ) -> (Section<Value>, NameIndex) {
    var found: [(id: String, value: Value, row: Int, isBroken: Bool)] = []
    var lacksNames = false
    let raw = raw.tables[table]
    if let raw {
      found.reserveCapacity(raw.rows.count)
      for row in raw.rows.indices {
        var reader = RowReader(raw: raw, row: row, collector: collector)
        let value = read(&reader)
        found.append((id(value), value, row, reader.isBroken))
        if !reader.hasName { lacksNames = true }
      }
    }
    found.sort { ($0.id, $0.row) < ($1.id, $1.row) }
    if let raw, reportDuplicates(found.map { ($0.id, $0.row) }, in: raw) { lacksNames = true }
    if lacksNames || found.contains(where: \.isBroken) { unsound.insert(table) }
    let broken = Set(found.filter(\.isBroken).map(\.id))
    found.removeAll(where: \.isBroken)
    let isComplete = raw?.isComplete ?? !(table.schema.isRequired || isUnreadable(table))
    if !isComplete { unsound.insert(table) }
    rows[table] = found.map(\.row)
    // What seems to be missing may be the row whose own name is wrong.
    let index = NameIndex(
      table: table, names: found.map(\.id), brokenNames: broken,
      deletedNames: self.raw.deletedNames[table] ?? [], isComplete: isComplete && !lacksNames,
      isThere: self.raw.isInPackage(table))
    return (Section(values: found.map(\.value), rows: found.map(\.row)), index)
  }

  /// Reports identifiers that come again, given with their rows in order; whether there are any.
  func reportDuplicates(_ names: [(id: String, row: Int)], in raw: RawTable) -> Bool {
    var hasDuplicates = false
    var first: (id: String, row: Int)?
    for name in names {
      if let first, first.id == name.id, !name.id.isEmpty {
        hasDuplicates = true
        collector.report(
          .duplicateRow, raw.place(row: name.row, field: 0),
          "\(SafeText.quoted(name.id)) is already in row \(raw.rows[first.row].row)",
          remedy: "rename one of the two, or delete it")
      } else {
        first = name
      }
    }
    return hasDuplicates
  }

  /// Rows of a table without identifiers, in the order of the file.
  mutating func section<Value>(
    _ table: ModelTable, read: (inout RowReader) -> Value
  ) -> Section<Value> {
    var section = Section<Value>()
    guard let raw = raw.tables[table] else {
      if isUnreadable(table) { unsound.insert(table) }
      return section
    }
    if !raw.isComplete { unsound.insert(table) }
    for row in raw.rows.indices {
      var reader = RowReader(raw: raw, row: row, collector: collector)
      let value = read(&reader)
      if reader.isBroken {
        unsound.insert(table)
      } else {
        section.values.append(value)
        section.rows.append(row)
      }
    }
    rows[table] = section.rows
    return section
  }

  /// The rows sorted by their key; a key that comes again is reported.
  mutating func distinct<Value>(
    _ section: Section<Value>, _ table: ModelTable, key: (Value) -> [Int]
  ) -> Section<Value> {
    guard let raw = raw.tables[table] else { return section }
    var first: [[Int]: Int] = [:]
    var kept: [(key: [Int], value: Value, row: Int)] = []
    for (value, row) in zip(section.values, section.rows) {
      let key = key(value)
      if let other = first[key] {
        unsound.insert(table)
        collector.report(
          .duplicateRow, raw.place(row: row), "the same is already in row \(raw.rows[other].row)",
          remedy: "delete one of the two rows")
      } else {
        first[key] = row
        kept.append((key, value, row))
      }
    }
    kept.sort { $0.key.lexicographicallyPrecedes($1.key) }
    rows[table] = kept.map(\.row)
    return Section(values: kept.map(\.value), rows: kept.map(\.row))
  }

  func isUnreadable(_ table: ModelTable) -> Bool { raw.unreadable.contains(table) }
}
