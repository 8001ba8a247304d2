import TextFormats

/// Differences between plans as text.
enum SignedChange {
  /// A difference with its sign.
  static func amount(_ value: Double) -> String {
    if abs(value) < 5e-7 { return "same" }
    return (value > 0 ? "+" : "") + PlanPage.figure(value)
  }

  static func percent(_ part: Double) -> String {
    if abs(part) < 5e-9 { return "" }
    if abs(part) < 5e-4 { return part > 0 ? "< +0.1 %" : "> -0.1 %" }
    return (part > 0 ? "+" : "-") + ReadableNumber.percent(abs(part))
  }
}
