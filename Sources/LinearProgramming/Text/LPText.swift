/// Writes linear programs as CPLEX LP text, in the part of the format that GLPK, CLP and HiGHS read
/// alike.
///
/// - A row with two different limits becomes two rows, since GLPK knows no ranges.
/// - A row without limits is left out; a comment names it.
/// - A program without rows or columns gets an empty row or a column of value 0, which the format
///   asks for.
/// - A column that occurs nowhere else stands in the objective with coefficient 0.
/// - Names are altered where a reader would stumble over them (`ExportNames`).
public enum LPText {
  /// Writes the program in pieces of some 64 KB.
  ///
  /// - Parameters:
  ///   - program: the program; every column has been closed by `finishColumn`.
  ///   - send: takes the pieces in their order.
  /// - Throws: what `send` throws.
  /// - Complexity: O(columns + rows + entries), with memory for the entries sorted by row.
  public static func write<Failure>(
    _ program: LinearProgram,
    to send: @escaping (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = Writer(program, TextSink(send))
    try writer.write()
  }

  /// The whole text in memory.
  public static func text(of program: LinearProgram) -> String {
    var bytes: [UInt8] = []
    write(program) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// One writing of a program.
private struct Writer<Failure: Error> {
  private let program: LinearProgram
  private var sink: TextSink<Failure>
  private let columnNames: ExportNames
  /// Names of all rows, then of the objective, then of the second rows that ranges need.
  private let rowNames: ExportNames
  /// Bytes in the line that is being written.
  private var lineLength = 0

  /// Lines are broken beyond this; HiGHS takes 560 bytes.
  private static var lineLimit: Int { 100 }

  init(_ program: LinearProgram, _ sink: TextSink<Failure>) {
    self.program = program
    self.sink = sink
    columnNames = ExportNames(program.columnNames)
    let ranges = program.rowBounds.indices.filter { program.rowBounds[$0].isRange }
    rowNames = ExportNames(
      program.rowNames,
      derived: [program.objectiveName] + ranges.map { program.rowNames[$0] + ".upper" })
  }

  mutating func write() throws(Failure) {
    try line("\\ " + program.name.map { $0.isNewline ? " " : String($0) }.joined())
    try writeObjective()
    try writeRows()
    try writeBounds()
    try writeWholeColumns()
    try line("End")
    try sink.flush()
  }

  // MARK: - Sections

  private mutating func writeObjective() throws(Failure) {
    try line("Minimize")
    try begin(rowNames[program.rowNames.count])
    let costs = program.columns.costs
    var isEmpty = true
    for column in costs.indices where costs[column] != 0 || isUnused(column) {
      try term(costs[column], column)
      isEmpty = false
    }
    if isEmpty {
      // The format has no empty sum.
      try term(0, costs.isEmpty ? nil : 0)
    }
    try endLine()
  }

  private mutating func writeRows() throws(Failure) {
    try line("Subject To")
    if program.rowBounds.allSatisfy({ $0 == .free }) {
      try begin(Self.standIn)
      try term(0, program.columnNames.isEmpty ? nil : 0)
      try put(" >= 0")
      try endLine()
    }
    let entries = RowEntries(program)
    var secondName = program.rowNames.count + 1
    for (row, bounds) in program.rowBounds.enumerated() {
      if bounds == .free {
        try line("\\ \(rowNames[row]) has no limits")
      } else if bounds.isRange {
        try writeRow(rowNames[row], entries, row, ">=", bounds.lower)
        try writeRow(rowNames[secondName], entries, row, "<=", bounds.upper)
        secondName += 1
      } else if bounds.lower == bounds.upper {
        try writeRow(rowNames[row], entries, row, "=", bounds.lower)
      } else if bounds.lower > -.infinity {
        try writeRow(rowNames[row], entries, row, ">=", bounds.lower)
      } else {
        try writeRow(rowNames[row], entries, row, "<=", bounds.upper)
      }
    }
  }

  private mutating func writeRow(
    _ name: String, _ entries: RowEntries, _ row: Int, _ relation: String, _ limit: Double
  ) throws(Failure) {
    try begin(name)
    let range = entries.range(of: row)
    if range.isEmpty {
      try term(0, program.columnNames.isEmpty ? nil : 0)
    }
    for position in range {
      let entry = entries.positions[position]
      try term(program.columns.coefficients[entry], entries.columns[position])
    }
    try put(" \(relation) \(ExportNumber.text(limit))")
    try endLine()
  }

  private mutating func writeBounds() throws(Failure) {
    try line("Bounds")
    for (column, bounds) in program.columns.bounds.enumerated() {
      let name = columnNames[column]
      let lower = ExportNumber.text(bounds.lower)
      let upper = ExportNumber.text(bounds.upper)
      if bounds == .free {
        try line(" \(name) free")
      } else if bounds.lower == bounds.upper {
        try line(" \(name) = \(lower)")
      } else if bounds.upper == .infinity {
        if bounds.lower != 0 {
          try line(" \(name) >= \(lower)")
        }
      } else {
        try line(" \(lower) <= \(name) <= \(upper)")
      }
    }
    if program.columnNames.isEmpty {
      try line(" \(Self.standIn) = 0")
    }
  }

  private mutating func writeWholeColumns() throws(Failure) {
    let whole = program.isWhole.indices.filter { program.isWhole[$0] }
    guard !whole.isEmpty else { return }
    try line("Generals")
    for column in whole {
      try line(" \(columnNames[column])")
    }
  }

  // MARK: - Lines and sums

  /// Stands in for the rows or columns of a program that has none.
  private static var standIn: String { "_none" }

  private func isUnused(_ column: Int) -> Bool {
    program.columns.starts[column] == program.columns.starts[column + 1]
  }

  private mutating func line(_ text: String) throws(Failure) {
    try sink.write(text)
    try sink.write("\n")
  }

  private mutating func begin(_ name: String) throws(Failure) {
    lineLength = 0
    try put(" \(name):")
  }

  /// One term; no column is the stand-in.
  private mutating func term(_ coefficient: Double, _ column: Int?) throws(Failure) {
    let name = column.map { columnNames[$0] } ?? Self.standIn
    let sign = coefficient < 0 ? "-" : "+"
    let magnitude = abs(coefficient)
    let text =
      magnitude == 1 ? " \(sign) \(name)" : " \(sign) \(ExportNumber.text(magnitude)) \(name)"
    if lineLength + text.utf8.count > Self.lineLimit {
      try endLine()
    }
    try put(text)
  }

  private mutating func put(_ text: String) throws(Failure) {
    lineLength += text.utf8.count
    try sink.write(text)
  }

  private mutating func endLine() throws(Failure) {
    lineLength = 0
    try sink.write("\n")
  }
}

/// The entries of a program sorted by row; within a row by column.
private struct RowEntries {
  /// Start of each row's entries, and one past the last.
  private var starts: [Int]
  /// Positions of the entries in the column batch.
  private(set) var positions: [Int]
  /// Columns of the entries.
  private(set) var columns: [Int]

  init(_ program: LinearProgram) {
    let batch = program.columns
    let entryCount = batch.starts[batch.count]
    starts = [Int](repeating: 0, count: program.rowBounds.count + 1)
    for entry in 0..<entryCount {
      starts[Int(batch.rows[entry]) + 1] += 1
    }
    for row in program.rowBounds.indices {
      starts[row + 1] += starts[row]
    }
    var next = starts
    positions = [Int](repeating: 0, count: entryCount)
    columns = positions
    for column in 0..<batch.count {
      for entry in batch.starts[column]..<batch.starts[column + 1] {
        let row = Int(batch.rows[entry])
        positions[next[row]] = entry
        columns[next[row]] = column
        next[row] += 1
      }
    }
  }

  func range(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }
}
