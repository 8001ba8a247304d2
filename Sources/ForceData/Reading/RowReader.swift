import TextFormats

/// Takes typed values out of one row of raw cells, with the defaults of the table of fields.
///
/// A wrong cell is reported and marks the row as broken; the value then returned only stands in, so
/// that the other cells of the row are looked at too.
struct RowReader {
  let raw: RawTable
  let row: Int
  let collector: FindingCollector
  /// Whether a cell could not be used, so nothing may be made of the row.
  private(set) var isBroken = false
  /// Whether the row's own name can be used, if it has one.
  private(set) var hasName = true

  init(raw: RawTable, row: Int, collector: FindingCollector) {
    self.raw = raw
    self.row = row
    self.collector = collector
  }

  /// Where a column's cell stands.
  func place(_ name: String) -> Place {
    raw.schema.position(of: name).map { raw.place(row: row, field: $0) } ?? raw.place(row: row)
  }

  /// Whether a column's cell is empty or not there.
  func isEmpty(_ name: String) -> Bool {
    raw.schema.position(of: name).map { raw.cell(row: row, field: $0) ?? "" } == ""
  }

  /// Reports a finding at a column of the row and marks the row as broken.
  mutating func fail(_ rule: FindingRule, _ name: String, _ message: String, remedy: String) {
    collector.report(rule, place(name), message, remedy: remedy)
    isBroken = true
  }

  // MARK: - Cells

  /// The row's own name.
  mutating func identifier(_ name: String) -> String {
    guard let (text, _) = cell(name) else {
      hasName = false
      return ""
    }
    guard let objection = Self.objection(toIdentifier: text) else { return text }
    fail(
      .badIdentifier, name, "\(SafeText.quoted(text)) is no identifier: it \(objection)",
      remedy: "use 1 to 64 letters, digits, '_', '-' or '.'")
    hasName = false
    return text
  }

  /// Free text; nil where the cell is empty and its default is derived.
  mutating func text(_ name: String) -> String? {
    guard let (text, _) = cell(name) else { return nil }
    guard text.unicodeScalars.contains(where: VisibleText.isUnsafe) else { return text }
    fail(
      .badText, name, "the text holds control characters: \(SafeText.quoted(text))",
      remedy: "write plain text on one line")
    return nil
  }

  /// A number; 0 stands in for a wrong one.
  mutating func number(_ name: String) -> Double { optionalNumber(name) ?? 0 }

  /// A number; nil where the cell is empty and its default is derived, and for a wrong one.
  mutating func optionalNumber(_ name: String) -> Double? {
    guard let (text, field) = cell(name) else { return nil }
    do throws(DecimalError) {
      let value = try DecimalText.parse(text)
      guard
        let checked = RangeCheck(collector: collector).check(
          value, name: name, field: field, at: place(name))
      else {
        isBroken = true
        return nil
      }
      return checked
    } catch {
      switch error {
      case .notANumber:
        fail(
          .badNumber, name, "\(SafeText.quoted(text)) in '\(name)' is not a number",
          remedy: Self.remedy(forNumber: text))
      case .tooLarge, .tooSmall:
        fail(
          .outOfRange, name, "\(SafeText.quoted(text)) in '\(name)' is beyond all reason",
          remedy: "give a number of at most \(DecimalText.format(SchemaField.largestNumber))")
      }
      return nil
    }
  }

  /// A whole number; 0 stands in for a wrong one.
  mutating func wholeNumber(_ name: String) -> Int {
    guard let value = optionalNumber(name) else { return 0 }
    guard let whole = Int(exactly: value) else {
      fail(
        .badNumber, name, "'\(name)' is \(DecimalText.format(value)), which is not whole",
        remedy: "write a number without a fraction")
      return 0
    }
    return whole
  }

  /// True or false; false stands in for a wrong word.
  mutating func boolean(_ name: String) -> Bool {
    guard let (text, _) = cell(name) else { return false }
    if SchemaField.trueWords.contains(text) { return true }
    if SchemaField.falseWords.contains(text) { return false }
    fail(
      .badBoolean, name, "\(SafeText.quoted(text)) in '\(name)' is neither true nor false",
      remedy: "write true or false")
    return false
  }

  /// One of a column's words; nil for any other word.
  mutating func choice<Word: RawRepresentable<String>>(_ name: String) -> Word? {
    guard let (text, field) = cell(name) else { return nil }
    if let word = Word(rawValue: text) { return word }
    guard case .choice(let words) = field.kind else { return nil }
    fail(
      .unknownWord, name, "\(SafeText.quoted(text)) is no choice for '\(name)'",
      remedy: NearestName.among(words, to: text).map { "did you mean '\($0)'?" }
        ?? "choose " + words.joined(separator: ", "))
    return nil
  }

  /// The index of the row that a cell names; 0 stands in for a name that cannot be used.
  mutating func reference(_ name: String, to index: NameIndex) -> Int {
    optionalReference(name, to: index) ?? 0
  }

  /// The index of the row that a cell names; nil for `*`, for an empty cell without a default and
  /// for a name that cannot be used.
  mutating func optionalReference(_ name: String, to index: NameIndex) -> Int? {
    guard let (text, field) = cell(name) else { return nil }
    guard case .reference(_, let allowsAny) = field.kind else { return nil }
    if allowsAny, text == ModelSchema.any { return nil }
    switch index.find(text) {
    case .row(let row): return row
    case .broken: isBroken = true
    case .unknown:
      fail(
        .unknownReference, name,
        "\(SafeText.quoted(text)) is not in the table '\(index.table.rawValue)'",
        remedy: index.remedy(for: text, isAny: text == ModelSchema.any))
    }
    return nil
  }

  /// The text of a cell or of its default; nil where there is neither.
  ///
  /// An empty cell of a required column is reported; a cell that the file or the row does not have
  /// at all was reported before.
  private mutating func cell(_ name: String) -> (text: String, field: SchemaField)? {
    guard let position = raw.schema.position(of: name) else { return nil }
    let field = raw.schema.fields[position]
    if let text = raw.cell(row: row, field: position), !text.isEmpty { return (text, field) }
    if let text = field.defaultText { return (text, field) }
    guard field.isRequired else { return nil }
    if raw.cell(row: row, field: position) == nil {
      isBroken = true
    } else {
      fail(.missingValue, name, "'\(name)' is empty", remedy: "fill it in: \(field.description)")
    }
    return nil
  }

  // MARK: - Words

  /// What is wrong with an identifier, as a clause; nil for a good one.
  private static func objection(toIdentifier text: String) -> String? {
    guard text.utf8.count <= 64 else { return "is longer than 64 characters" }
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isPlain ? nil : "holds other characters"
  }

  private static func remedy(forNumber text: String) -> String {
    if text.hasSuffix("%") { return "write a fraction, such as 0.5 for 50 %" }
    if text.contains(",") { return "write a decimal point and no thousands separator" }
    return "write digits with a decimal point"
  }
}
