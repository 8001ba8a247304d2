/// How far a written number may be from the number recomputed.
enum Tolerance {
  /// Relative to max(1, |reference|); numbers in a plan are rounded to 9 decimals.
  static let relative = 1e-6

  /// The difference that is allowed at a reference.
  static func allowance(at reference: Double) -> Double { relative * max(1, abs(reference)) }

  /// Whether a written number is as near to the reference as rounding explains; never for NaN.
  static func agree(_ written: Double, _ reference: Double) -> Bool {
    abs(written - reference) <= allowance(at: reference)
  }
}
