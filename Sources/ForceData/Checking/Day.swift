import TextFormats

/// Days in messages.
enum Day {
  /// A day with at most three decimals.
  static func text(_ day: Double) -> String {
    DecimalText.format((day * 1000).rounded() / 1000)
  }

  /// A number of days, with the word.
  static func count(_ days: Double) -> String {
    let text = text(days)
    return text == "1" ? "1 day" : text + " days"
  }
}
