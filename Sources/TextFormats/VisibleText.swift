/// Text from files made safe and measurable for a terminal.
public enum VisibleText {
  /// The text with everything that a terminal would act on, and not show, written as an escape.
  ///
  /// Control characters (so every terminal sequence, which begins with one), line and paragraph
  /// separators and marks that turn the direction of writing become `\u{1B}` and the like.
  public static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": visible += "\\n"
      case "\r": visible += "\\r"
      case "\t": visible += "\\t"
      case _ where isUnsafe(scalar):
        visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// The text shortened for a place in a sentence, and escaped.
  public static func excerpt(_ text: String) -> String { escaped(shortened(text, to: 60)) }

  /// Columns that the text takes on a terminal: its Unicode scalars without combining marks.
  public static func width(_ text: some StringProtocol) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars where !isCombining(scalar) { columns += 1 }
    return columns
  }

  /// The text cut to a number of columns, its end marked with `…` where anything was cut.
  public static func shortened(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    guard columns > 1 else { return columns == 1 ? "…" : "" }
    return String(head(of: text[...], columns: columns - 1)) + "…"
  }

  /// The longest start of the text that fits into a number of columns.
  static func head(of text: Substring, columns: Int) -> Substring {
    var taken = 0
    var index = text.unicodeScalars.startIndex
    while index < text.unicodeScalars.endIndex {
      if !isCombining(text.unicodeScalars[index]) {
        if taken == columns { break }
        taken += 1
      }
      index = text.unicodeScalars.index(after: index)
    }
    return text[..<index]
  }

  /// Whether a character steers a terminal or turns the direction of text around.
  public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }
}
