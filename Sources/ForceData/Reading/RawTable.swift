/// The cells of a table as text, with the place of each, before anything is made of them.
///
/// Variants change raw cells, so that one checker serves the base and its variants, and a finding
/// names the file in which the cell stands.
struct RawTable {
  /// A row's place, and how the columns of its file lie.
  struct Row {
    /// The row's number in its file.
    var row: Int
    /// The file, an index into `sources`.
    var source: Int
  }

  /// A file that gave rows.
  struct Source {
    var file: FindingCollector.File
    /// Row of the header.
    var headerRow: Int
    /// The column in the file, indexed by field; nil: the file does not have it.
    var columns: [Int?]
  }

  let schema: TableSchema
  var sources: [Source] = []
  private(set) var rows: [Row] = []
  /// Indexed by row x fields + field; nil: neither the file nor the row has the cell.
  private(set) var cells: [String?] = []
  /// Places of cells that a variant gave.
  private var overrides: [Int: Place] = [:]
  /// Whether all rows of all files could be told apart; if not, a name that seems to be missing may
  /// be in a part that was not read.
  var isComplete = true

  init(schema: TableSchema) {
    self.schema = schema
  }

  /// The text of a cell; nil where the file or the row does not have it.
  func cell(row: Int, field: Int) -> String? { cells[row * schema.fields.count + field] }

  /// Whether any row has a cell in a column, be it an empty one.
  func hasCells(_ name: String) -> Bool {
    guard let field = schema.position(of: name) else { return false }
    return rows.indices.contains { cell(row: $0, field: field) != nil }
  }

  /// Where a cell stands; column 1 for a cell that the file does not have.
  func place(row: Int, field: Int) -> Place {
    if let place = overrides[row * schema.fields.count + field] { return place }
    let source = sources[rows[row].source]
    return Place(file: source.file, row: rows[row].row, column: source.columns[field] ?? 1)
  }

  /// Where a row begins.
  func place(row: Int) -> Place {
    Place(file: sources[rows[row].source].file, row: rows[row].row, column: 1)
  }

  /// Adds a row with a cell for each field.
  mutating func append(_ row: Row, cells: [String?]) {
    rows.append(row)
    self.cells += cells
  }

  /// Replaces a cell by that of a variant.
  mutating func override(row: Int, field: Int, text: String, place: Place) {
    let index = row * schema.fields.count + field
    cells[index] = text
    overrides[index] = place
  }

  /// Keeps only the rows that are not in the set.
  mutating func remove(rows removed: Set<Int>) {
    guard !removed.isEmpty else { return }
    let width = schema.fields.count
    var kept = RawTable(schema: schema)
    kept.sources = sources
    kept.isComplete = isComplete
    for row in rows.indices where !removed.contains(row) {
      for field in 0..<width {
        kept.overrides[kept.rows.count * width + field] = overrides[row * width + field]
      }
      kept.append(rows[row], cells: Array(cells[row * width..<(row + 1) * width]))
    }
    self = kept
  }
}
