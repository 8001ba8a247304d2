import TextFormats

/// Text from files, made safe to show on a terminal.
enum SafeText {
  /// The text in quotes, shortened, with characters that a terminal would act on written as codes.
  static func quoted(_ text: String) -> String {
    "'\(VisibleText.excerpt(text))'"
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
