/// Text from files, made safe to show on a terminal.
enum SafeText {
  /// The text in quotes, shortened, with characters that a terminal would act on written as codes.
  static func quoted(_ text: String) -> String {
    "'\(shown(text))'"
  }

  /// The text, shortened, with characters that a terminal would act on written as codes.
  static func shown(_ text: String) -> String {
    var result = ""
    for (position, scalar) in text.unicodeScalars.enumerated() {
      guard position < 60 else { return result + "..." }
      if isUnsafe(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a character steers a terminal or turns the direction of text around.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  /// A list for a sentence: `a, b and c`, shortened to the first few.
  static func list(_ items: [String], limit: Int = 5) -> String {
    guard items.count <= limit else {
      return items.prefix(limit).joined(separator: ", ") + " and \(items.count - limit) more"
    }
    guard let last = items.last else { return "" }
    let others = items.dropLast()
    return others.isEmpty ? last : others.joined(separator: ", ") + " and " + last
  }
}
