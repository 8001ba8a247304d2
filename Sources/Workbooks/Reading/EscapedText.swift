/// Text of cells, in which a workbook writes characters that XML cannot hold as `_x001F_`.
enum EscapedText {
  /// The text that an escaped one stands for.
  static func decoded(_ text: String) -> String {
    replacingEscapes(in: text) { (String($0), bytes: length) }
  }

  /// The text with what would be taken for an escape escaped itself.
  static func encoded(_ text: String) -> String {
    // Only the first character is used up: its last one may begin another escape.
    replacingEscapes(in: text) { _ in ("_x005F_", bytes: 1) }
  }

  /// The text with something else in the place of so many bytes of each escape, given by the character
  /// that it stands for.
  private static func replacingEscapes(
    in text: String, by replacement: (Unicode.Scalar) -> (String, bytes: Int)
  ) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "_")) {
      result += String(decoding: rest[..<start], as: UTF8.self)
      rest = rest[start...]
      if let scalar = scalar(at: rest) {
        let (new, bytes) = replacement(scalar)
        result += new
        rest = rest.dropFirst(bytes)
      } else {
        result += "_"
        rest = rest.dropFirst()
      }
    }
    return result + String(decoding: rest, as: UTF8.self)
  }

  /// Bytes of an escape.
  private static let length = 7

  /// The character for which an escape at the beginning of a text stands.
  private static func scalar(at text: Substring.UTF8View.SubSequence) -> Unicode.Scalar? {
    let escape = text.prefix(length)
    guard escape.count == length, escape.starts(with: "_x".utf8), escape.last == UInt8(ascii: "_")
    else { return nil }
    let digits = escape.dropFirst(2).dropLast()
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }
}
