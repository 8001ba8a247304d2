/// How LP and MPS files write numbers.
enum ExportNumber {
  /// The shortest decimal that reads back as the same number; whole numbers without ".0".
  static func text(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
