/// A column of a plan's table: its name, what a cell holds, and the property that it stands for.
///
/// One list of columns for each kind of line drives the CSV files, the JSON members, reading both
/// back, and the Table Schemas.
struct PlanColumn<Line: Sendable>: Sendable {
  /// The property, by what a cell holds.
  enum Property: Sendable {
    case text(any WritableKeyPath<Line, String> & Sendable)
    case number(any WritableKeyPath<Line, Double> & Sendable)
    /// A number or nothing.
    case optionalNumber(any WritableKeyPath<Line, Double?> & Sendable)
    case integer(any WritableKeyPath<Line, Int> & Sendable)
    /// One of these words; setting gives whether the word is one of them.
    case word(
      [String], get: @Sendable (Line) -> String, set: @Sendable (inout Line, String) -> Bool)
  }

  let name: String
  let property: Property
  /// Unit of numbers; empty where there is none.
  let unit: String
  let description: String

  private init(_ name: String, _ property: Property, unit: String, _ description: String) {
    self.name = name
    self.property = property
    self.unit = unit
    self.description = description
  }

  static func text(
    _ name: String, _ path: any WritableKeyPath<Line, String> & Sendable, _ description: String
  ) -> PlanColumn {
    PlanColumn(name, .text(path), unit: "", description)
  }

  static func number(
    _ name: String, _ path: any WritableKeyPath<Line, Double> & Sendable, unit: String,
    _ description: String
  ) -> PlanColumn {
    PlanColumn(name, .number(path), unit: unit, description)
  }

  static func optionalNumber(
    _ name: String, _ path: any WritableKeyPath<Line, Double?> & Sendable, unit: String,
    _ description: String
  ) -> PlanColumn {
    PlanColumn(name, .optionalNumber(path), unit: unit, description)
  }

  static func integer(
    _ name: String, _ path: any WritableKeyPath<Line, Int> & Sendable, unit: String = "",
    _ description: String
  ) -> PlanColumn {
    PlanColumn(name, .integer(path), unit: unit, description)
  }

  static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Line, Word> & Sendable, _ description: String
  ) -> PlanColumn {
    PlanColumn(
      name,
      .word(
        Word.allCases.map(\.rawValue), get: { $0[keyPath: path].rawValue },
        set: { line, text in
          guard let word = Word(rawValue: text) else { return false }
          line[keyPath: path] = word
          return true
        }), unit: "", description)
  }

  /// What the line has in this column.
  func cell(of line: Line) -> TableCell {
    switch property {
    case .text(let path): .text(line[keyPath: path])
    case .number(let path): .number(line[keyPath: path])
    case .optionalNumber(let path): line[keyPath: path].map { .number($0) } ?? .empty
    case .integer(let path): .number(Double(line[keyPath: path]))
    case .word(_, let get, _): .text(get(line))
    }
  }

  /// Puts a cell into the line; gives whether the column can hold it.
  func set(_ cell: TableCell, in line: inout Line) -> Bool {
    switch (property, cell) {
    case (.text(let path), .text(let text)): line[keyPath: path] = text
    case (.number(let path), .number(let number)): line[keyPath: path] = number
    case (.optionalNumber(let path), .number(let number)): line[keyPath: path] = number
    case (.optionalNumber(let path), .empty): line[keyPath: path] = nil
    case (.integer(let path), .number(let number)):
      guard let whole = Int(exactly: number) else { return false }
      line[keyPath: path] = whole
    case (.word(_, _, let set), .text(let text)): return set(&line, text)
    default: return false
    }
    return true
  }

  /// What the column says, with its unit.
  var sentences: String { unit.isEmpty ? description : "\(description) Unit: \(unit)." }

  /// Whether a cell holds digits rather than words.
  var isNumeric: Bool {
    switch property {
    case .number, .optionalNumber, .integer: true
    case .text, .word: false
    }
  }

  /// What a cell has to be, for a sentence.
  var expectation: String {
    switch property {
    case .text: "a text"
    case .number: "a number"
    case .optionalNumber: "a number or nothing"
    case .integer: "a whole number"
    case .word(let words, _, _): "one of " + words.joined(separator: ", ")
    }
  }
}

/// A line of one of a plan's tables, which can be read back.
protocol PlanLine: TableLine, Equatable {
  static var table: PlanTable { get }
  /// A line to put cells into.
  static var blank: Self { get }
}

extension PlanLine {
  static var tableName: String { table.rawValue }
  static var summary: String { table.summary }
  static var key: [String] { table.key }
}
