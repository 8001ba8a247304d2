/// Writes linear programs as free MPS text, which GLPK, CLP and HiGHS read alike.
///
/// Names are altered where a reader would stumble over them (`ExportNames`).
public enum MPSText {
  /// Writes the program in pieces of some 64 KB.
  ///
  /// - Parameters:
  ///   - program: the program; every column has been closed by `finishColumn`.
  ///   - send: takes the pieces in their order.
  /// - Throws: what `send` throws.
  /// - Complexity: O(columns + rows + entries).
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
  /// Names of all rows, then of the objective, which is a row here.
  private let rowNames: ExportNames

  init(_ program: LinearProgram, _ sink: TextSink<Failure>) {
    self.program = program
    self.sink = sink
    columnNames = ExportNames(program.columnNames)
    rowNames = ExportNames(program.rowNames, derived: [program.objectiveName])
  }

  private var objectiveName: String { rowNames[program.rowNames.count] }

  mutating func write() throws(Failure) {
    // CLP takes the text for fixed MPS without the last word.
    try line("NAME \(ExportNames.plain(program.name)) FREE")
    try writeRows()
    try writeColumns()
    try writeLimits()
    try writeRanges()
    try writeBounds()
    try line("ENDATA")
    try sink.flush()
  }

  // MARK: - Sections

  private mutating func writeRows() throws(Failure) {
    try line("ROWS")
    try line(" N \(objectiveName)")
    for (row, bounds) in program.rowBounds.enumerated() {
      try line(" \(RowForm(bounds).type) \(rowNames[row])")
    }
  }

  private mutating func writeColumns() throws(Failure) {
    try line("COLUMNS")
    let batch = program.columns
    var isInWholeSection = false
    var markerCount = 0
    for column in 0..<batch.count {
      if program.isWhole[column] != isInWholeSection {
        isInWholeSection.toggle()
        markerCount += 1
        try line(" M\(markerCount) 'MARKER' '\(isInWholeSection ? "INTORG" : "INTEND")'")
      }
      let name = columnNames[column]
      let entries = batch.starts[column]..<batch.starts[column + 1]
      if batch.costs[column] != 0 || entries.isEmpty {
        try line(" \(name) \(objectiveName) \(ExportNumber.text(batch.costs[column]))")
      }
      for entry in entries {
        let row = rowNames[Int(batch.rows[entry])]
        try line(" \(name) \(row) \(ExportNumber.text(batch.coefficients[entry]))")
      }
    }
    if isInWholeSection {
      try line(" M\(markerCount + 1) 'MARKER' 'INTEND'")
    }
  }

  private mutating func writeLimits() throws(Failure) {
    try line("RHS")
    for (row, bounds) in program.rowBounds.enumerated() {
      let limit = RowForm(bounds).limit
      if limit != 0 {
        try line(" RHS \(rowNames[row]) \(ExportNumber.text(limit))")
      }
    }
  }

  private mutating func writeRanges() throws(Failure) {
    guard program.rowBounds.contains(where: \.isRange) else { return }
    try line("RANGES")
    for (row, bounds) in program.rowBounds.enumerated() where bounds.isRange {
      try line(" RNG \(rowNames[row]) \(ExportNumber.text(bounds.upper - bounds.lower))")
    }
  }

  private mutating func writeBounds() throws(Failure) {
    try line("BOUNDS")
    for (column, bounds) in program.columns.bounds.enumerated() {
      let name = columnNames[column]
      if bounds == .free {
        try line(" FR BND \(name)")
        continue
      }
      if bounds.lower == bounds.upper {
        try line(" FX BND \(name) \(ExportNumber.text(bounds.lower))")
        continue
      }
      if bounds.lower == -.infinity {
        try line(" MI BND \(name)")
      } else if bounds.lower != 0 || bounds.upper < 0 {
        try line(" LO BND \(name) \(ExportNumber.text(bounds.lower))")
      }
      if bounds.upper < .infinity {
        try line(" UP BND \(name) \(ExportNumber.text(bounds.upper))")
      } else if program.isWhole[column] {
        // Some readers take 1 for the upper bound of a whole column that has none.
        try line(" PL BND \(name)")
      }
    }
  }

  private mutating func line(_ text: String) throws(Failure) {
    try sink.write(text)
    try sink.write("\n")
  }
}

/// How MPS states a row: a type and the limit on the right-hand side.
private struct RowForm {
  var type: String
  var limit: Double

  init(_ bounds: Bounds) {
    if bounds == .free {
      (type, limit) = ("N", 0)
    } else if bounds.lower == bounds.upper {
      (type, limit) = ("E", bounds.lower)
    } else if bounds.isRange {
      // A range is given by its width. The limit on the right-hand side is the one from which the
      // other comes back exactly, if there is one.
      let width = bounds.upper - bounds.lower
      (type, limit) =
        bounds.lower + width == bounds.upper ? ("G", bounds.lower) : ("L", bounds.upper)
    } else if bounds.lower > -.infinity {
      (type, limit) = ("G", bounds.lower)
    } else {
      (type, limit) = ("L", bounds.upper)
    }
  }
}
