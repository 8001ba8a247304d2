/// Breaks text into lines of a given width, at spaces.
public enum TextWrapping {
  /// What happens to a word that is longer than a line.
  public enum LongWords: Sendable {
    /// It stands alone on a line that is too long, so that a path or command stays whole.
    case kept
    /// It is cut, so that no line is too long.
    case cut
  }

  /// The text as lines of at most `width` columns; one empty line for a text without words.
  public static func lines(_ text: String, width: Int, longWords: LongWords = .kept) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = word
      if !line.isEmpty {
        if VisibleText.width(line) + 1 + VisibleText.width(rest) <= width {
          line += " " + rest
          continue
        }
        lines.append(line)
        line = ""
      }
      while longWords == .cut, VisibleText.width(rest) > max(1, width) {
        let head = VisibleText.head(of: rest, columns: max(1, width))
        lines.append(String(head))
        rest = rest[head.endIndex...]
      }
      line = String(rest)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A paragraph with a hanging indent: `first` begins the first line, `indent` columns the others.
  public static func paragraph(
    _ text: String, width: Int, first: String = "", indent: Int, longWords: LongWords = .kept
  ) -> [String] {
    let start = first + String(repeating: " ", count: max(0, indent - VisibleText.width(first)))
    let margin = String(repeating: " ", count: indent)
    return lines(text, width: max(1, width - indent), longWords: longWords).enumerated().map {
      trimmed(($0.offset == 0 ? start : margin) + $0.element)
    }
  }

  /// The line without spaces at its end.
  static func trimmed(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
