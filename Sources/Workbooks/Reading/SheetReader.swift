import TextFormats

/// Turns the cells of one sheet into CSV as they come, so only the row at hand is held as cells.
final class SheetReader: XMLHandler {
  private(set) var reading = SheetReading()

  private let part: String
  private let strings: [String]
  private let styles: CellStyles
  private let limits: CSVLimits
  private var writer = CSVWriter()
  /// Rows that are in the CSV, blank ones counted.
  private var writtenRows = 0
  /// Cells of the header; 0: there is none yet.
  private var width = 0
  /// The row that is being read, counted from 1, and its cells up to the last one that holds anything.
  private var row = 0
  private var fields: [String] = []
  private var cell = Cell()
  private var merges: [SheetProblem] = []

  /// The cell that is being read.
  private struct Cell {
    /// Counted from 1.
    var column = 0
    var type = ""
    var style = 0
    var hasFormula = false
    var hasValue = false
    /// What the text of the open element is.
    var openText = OpenText.other
    var text: [UInt8] = []
    /// The beginning of the formula.
    var formula: [UInt8] = []

    enum OpenText { case value, formula, other }

    /// Whether the formula is only another way to write yes or no, which LibreOffice chooses.
    var isConstant: Bool {
      formula.elementsEqual("TRUE()".utf8) || formula.elementsEqual("FALSE()".utf8)
    }
  }

  init(part: String, strings: [String], styles: CellStyles, limits: CSVLimits) {
    self.part = part
    self.strings = strings
    self.styles = styles
    self.limits = limits
  }

  /// Ends the reading and gives what was read.
  func finish() -> SheetReading {
    reading.csv = writer.bytes
    // Merged cells outside the table are decoration.
    reading.problems += merges.filter { $0.row <= writtenRows && $0.column <= width }
    reading.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return reading
  }

  // MARK: - Elements

  func begin(
    _ name: String, in parent: String, _ attributes: XMLAttributes
  ) throws(WorkbookFault) {
    cell.openText = .other
    switch (name, parent) {
    case ("row", "sheetData"): try beginRow(attributes)
    case ("c", "row"): try beginCell(attributes)
    case ("f", "c"):
      cell.hasFormula = true
      cell.openText = .formula
    case ("v", "c"): beginText()
    // An inline text may be divided into runs; its pronunciation is none of them.
    case ("t", "is"), ("t", "r"): beginText()
    case ("mergeCell", "mergeCells"): try noteMerge(attributes["ref"] ?? "")
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, in name: String) {
    switch cell.openText {
    case .value: cell.text.append(contentsOf: bytes)
    case .formula where cell.formula.count < 16: cell.formula.append(contentsOf: bytes)
    case .formula, .other: break
    }
  }

  func end(_ name: String, in parent: String) throws(WorkbookFault) {
    cell.openText = .other
    switch (name, parent) {
    case ("c", "row"): try endCell()
    case ("row", "sheetData"): try endRow()
    default: break
    }
  }

  private func beginRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
    let next = attributes["r"].map { Int($0) ?? 0 } ?? row + 1
    guard next > row, next <= CellReference.rowLimit else { throw broken("rows out of order") }
    row = next
    fields.removeAll(keepingCapacity: true)
    cell.column = 0
  }

  private func beginCell(_ attributes: XMLAttributes) throws(WorkbookFault) {
    var column = cell.column + 1
    if let reference = attributes["r"] {
      guard let place = CellReference.parse(reference), place.row == row, place.column >= column
      else { throw broken("cells out of order") }
      column = place.column
    }
    guard column <= CellReference.columnLimit else { throw broken("too many cells in a row") }
    cell = Cell(
      column: column, type: attributes["t"] ?? "n",
      style: attributes["s"].flatMap { Int($0) } ?? 0, text: cell.text)
    cell.text.removeAll(keepingCapacity: true)
  }

  private func beginText() {
    cell.hasValue = true
    cell.openText = .value
  }

  private func noteMerge(_ range: String) throws(WorkbookFault) {
    let corners = range.split(separator: ":").compactMap { CellReference.parse($0) }
    guard let first = corners.first, let last = corners.last, last.row >= first.row,
      last.column >= first.column
    else { throw broken("merged cells without a range") }
    let cells = (last.row - first.row + 1) * (last.column - first.column + 1)
    guard cells > 1, merges.count < limits.problems else { return }
    merges.append(
      SheetProblem(kind: .merged(cells: cells), row: first.row, column: first.column))
  }

  // MARK: - Values

  private func endCell() throws(WorkbookFault) {
    if cell.hasFormula, !cell.isConstant {
      if !cell.hasValue || (cell.text.isEmpty && cell.type != "str") {
        report(.formulaWithoutValue)
        return
      }
      reading.formulaCount += 1
      if reading.firstFormula == nil { reading.firstFormula = (row, cell.column) }
    }
    guard cell.hasValue else { return }
    let value = try value(of: String(decoding: cell.text, as: UTF8.self))
    guard !value.isEmpty else { return }
    while fields.count < cell.column - 1 { fields.append("") }
    fields.append(value)
  }

  /// The text of a cell whose content is given.
  private func value(of text: String) throws(WorkbookFault) -> String {
    switch cell.type {
    case "s":
      guard let number = Int(text), strings.indices.contains(number) else {
        throw broken("a cell whose text is missing")
      }
      return strings[number]
    case "inlineStr", "str": return EscapedText.decoded(text)
    case "b": return text == "1" || text == "true" ? "true" : "false"
    case "e":
      report(.error(text))
      return ""
    case "d":
      report(.date)
      return ""
    default:
      if styles.showsDate(cell.style) { report(.date) }
      // What is no number stays as it is, so whoever asks for one says so.
      return (try? DecimalText.parse(text)).map(DecimalText.format) ?? text
    }
  }

  private func endRow() throws(WorkbookFault) {
    guard !fields.isEmpty else { return }
    while writtenRows < row - 1 {
      writer.appendBlankLine()
      writtenRows += 1
    }
    if width == 0 { width = fields.count }
    while fields.count < width { fields.append("") }
    writer.append(fields)
    writtenRows += 1
    guard writer.bytes.count <= limits.bytes else {
      throw .tooLarge(part: part, limit: "more than \(limits.bytes) bytes of cells")
    }
  }

  private func report(_ kind: SheetProblem.Kind) {
    guard reading.problems.count < limits.problems else { return }
    reading.problems.append(SheetProblem(kind: kind, row: row, column: cell.column))
  }

  private func broken(_ reason: String) -> WorkbookFault { .broken(part: part, reason: reason) }
}
