import TextFormats

/// A line of a table that is written, as CSV and as JSON.
protocol TableLine: Sendable {
  /// Name of the table; its file is named after it.
  static var tableName: String { get }
  /// What one row is.
  static var summary: String { get }
  /// Columns that together tell rows apart; empty where several rows may be alike in them.
  static var key: [String] { get }
  /// The columns, in the order in which they are written.
  static var columns: [PlanColumn<Self>] { get }
}

extension OutputFile {
  /// A table as CSV; a number that is not finite, which only an invalid plan has, stays a word that
  /// no reader takes for a number.
  init<Line: TableLine>(table lines: [Line]) {
    let columns = Line.columns
    var writer = CSVWriter(header: columns.map(\.name))
    for line in lines {
      writer.append(columns.map { $0.cell(of: line).text })
    }
    self.init(name: Line.tableName + ".csv", bytes: writer.bytes)
  }
}

extension JSONValue {
  /// A table as a list of objects.
  static func table<Line: TableLine>(_ lines: [Line]) -> JSONValue {
    .array(
      lines.map { line in
        var object = JSONObject()
        for column in Line.columns { object[column.name] = column.cell(of: line).json }
        return .object(object)
      })
  }
}
