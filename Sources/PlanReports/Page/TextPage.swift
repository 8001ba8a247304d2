import TextFormats

/// Lines of a page that is being laid out; what it is given may hold anything, it escapes it.
///
/// A number and its percent sign are never torn apart at the end of a line.
struct TextPage {
  let width: Int
  let style: TextStyle
  private var lines: [String] = []

  /// Stands for a space at which lines do not break, until the page is done.
  private static let glue = "\u{A0}"

  init(width: Int, style: TextStyle) {
    self.width = width
    self.style = style
  }

  /// The page, ended by a line feed.
  var text: String {
    lines.joined(separator: "\n").replacing(Self.glue, with: " ") + "\n"
  }

  /// A heading, one free line above it unless it is the first.
  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines += TextWrapping.lines(VisibleText.escaped(text), width: width).map(style.heading)
  }

  /// A paragraph; `first` begins its first line, `indent` columns the others.
  mutating func paragraph(_ text: String, first: String = "", indent: Int = 2) {
    lines += TextWrapping.paragraph(
      Self.glued(VisibleText.escaped(text)), width: width, first: first, indent: indent)
  }

  /// An entry of a list.
  mutating func entry(_ text: String) { paragraph(text, first: "  - ", indent: 4) }

  /// A table, indented.
  mutating func table(_ columns: [TextTable.Column], _ rows: [[String]]) {
    let glued = rows.map { $0.map(Self.glued) }
    lines += TextTable(columns: columns, rows: glued).lines(width: width, indent: 2)
  }

  private static func glued(_ text: String) -> String { text.replacing(" %", with: glue + "%") }
}
