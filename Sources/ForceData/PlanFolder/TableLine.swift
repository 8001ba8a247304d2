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
    self.init(
      name: Line.fileName, bytes: TableRows.header(of: Line.self) + TableRows.bytes(of: lines))
  }
}

extension TableLine {
  /// Name of the table's file.
  static var fileName: String { tableName + ".csv" }

  /// The line as an object.
  var json: JSONValue {
    var object = JSONObject()
    for column in Self.columns { object[column.name] = column.cell(of: self).json }
    return .object(object)
  }
}

extension JSONValue {
  /// A table as a list of objects.
  static func table<Line: TableLine>(_ lines: [Line]) -> JSONValue {
    .array(lines.map(\.json))
  }
}
