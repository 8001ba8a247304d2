/// A table of text that is fitted to the width of a terminal.
///
/// Cells may hold anything: what a terminal would act on is escaped.
public struct TextTable: Sendable {
  /// One column of a table.
  public struct Column: Sendable {
    /// On which side the cells of a column stand.
    public enum Alignment: Sendable {
      case left
      case right
    }

    /// How a column gives way where the table is wider than the terminal.
    public enum Fit: Sendable {
      /// It does not: numbers and days.
      case whole
      /// Its text goes on in lines below.
      case wrapped
      /// Its text is cut and the end marked with `…`.
      case shortened
    }

    /// What stands above the column; may be empty.
    public var heading: String
    /// On which side the cells stand.
    public var alignment: Alignment
    /// How it gives way.
    public var fit: Fit

    /// Creates a column.
    public init(_ heading: String, _ alignment: Alignment = .left, fit: Fit = .whole) {
      self.heading = heading
      self.alignment = alignment
      self.fit = fit
    }
  }

  /// Columns narrower than this are not made narrower still.
  private static let narrowest = 6
  /// Between two columns.
  private static let gap = "  "

  private let columns: [Column]
  private let rows: [[String]]

  /// Creates a table; every row has one cell for each column.
  public init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows.map { $0.map(VisibleText.escaped) }
  }

  /// The lines of the table, none wider than `width` unless columns that do not give way need more;
  /// the headings are the first line where any is not empty.
  public func lines(width: Int, indent: Int = 0) -> [String] {
    let widths = fittedWidths(available: width - indent)
    var lines: [String] = []
    if columns.contains(where: { !$0.heading.isEmpty }) {
      lines += laidOut(columns.map(\.heading), widths: widths, indent: indent)
    }
    for row in rows { lines += laidOut(row, widths: widths, indent: indent) }
    return lines
  }

  /// The width of each column: what its cells need, taken from the widest columns that give way.
  private func fittedWidths(available: Int) -> [Int] {
    var widths = columns.indices.map { column in
      rows.reduce(VisibleText.width(columns[column].heading)) {
        max($0, VisibleText.width($1[column]))
      }
    }
    let gaps = Self.gap.count * max(0, columns.count - 1)
    while widths.reduce(gaps, +) > available {
      let yielding = columns.indices.filter {
        columns[$0].fit != .whole && widths[$0] > Self.narrowest
      }
      guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// One row, which takes as many lines as its tallest cell.
  private func laidOut(_ cells: [String], widths: [Int], indent: Int) -> [String] {
    let pieces = columns.indices.map { column in
      columns[column].fit == .wrapped
        ? TextWrapping.lines(cells[column], width: widths[column], longWords: .cut)
        : [
          columns[column].fit == .whole
            ? cells[column] : VisibleText.shortened(cells[column], to: widths[column])
        ]
    }
    let height = pieces.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let texts = columns.indices.map { column in
        padded(
          line < pieces[column].count ? pieces[column][line] : "", to: widths[column],
          columns[column].alignment)
      }
      return TextWrapping.trimmed(
        String(repeating: " ", count: indent) + texts.joined(separator: Self.gap))
    }
  }

  private func padded(_ text: String, to width: Int, _ alignment: Column.Alignment) -> String {
    let space = String(repeating: " ", count: max(0, width - VisibleText.width(text)))
    return alignment == .left ? text + space : space + text
  }
}
