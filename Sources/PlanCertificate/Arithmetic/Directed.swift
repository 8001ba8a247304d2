/// Sums, products and quotients that err on a chosen side.
///
/// The processor rounds to nearest. The exact error of one operation is itself a floating-point
/// number that costs a few more operations (Knuth's two-sum for sums, a fused multiply-add for
/// products and quotients), so its sign says whether the result has to move one step. Results that
/// are exact are left alone, so whole numbers stay whole. A sum that overflows gives an infinity or
/// NaN; whoever uses the result refuses what is not finite.
enum Directed {
  /// A number that is not above a + b.
  static func sumDown(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    return errorOfSum(a, b, sum) < 0 ? sum.nextDown : sum
  }

  /// A number that is not below a + b.
  static func sumUp(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    return errorOfSum(a, b, sum) > 0 ? sum.nextUp : sum
  }

  /// A number that is not above a x b.
  static func productDown(_ a: Double, _ b: Double) -> Double {
    let product = a * b
    if isTiny(product) { return a == 0 || b == 0 ? 0 : product.nextDown }
    return (-product).addingProduct(a, b) < 0 ? product.nextDown : product
  }

  /// A number that is not below a x b.
  static func productUp(_ a: Double, _ b: Double) -> Double {
    let product = a * b
    if isTiny(product) { return a == 0 || b == 0 ? 0 : product.nextUp }
    return (-product).addingProduct(a, b) > 0 ? product.nextUp : product
  }

  /// A number that is not above a / b, for b > 0.
  static func quotientDown(_ a: Double, _ b: Double) -> Double {
    let quotient = a / b
    if isTiny(quotient) || isTiny(a) { return a == 0 ? 0 : quotient.nextDown }
    return a.addingProduct(-quotient, b) < 0 ? quotient.nextDown : quotient
  }

  /// A number that is not below a / b, for b > 0.
  static func quotientUp(_ a: Double, _ b: Double) -> Double {
    let quotient = a / b
    if isTiny(quotient) || isTiny(a) { return a == 0 ? 0 : quotient.nextUp }
    return a.addingProduct(-quotient, b) > 0 ? quotient.nextUp : quotient
  }

  /// The exact value of (a + b) - sum, where sum is a + b rounded to nearest.
  private static func errorOfSum(_ a: Double, _ b: Double, _ sum: Double) -> Double {
    let shareOfB = sum - a
    return (a - (sum - shareOfB)) + (b - shareOfB)
  }

  /// Whether the error of a result could be too small to be represented.
  private static func isTiny(_ result: Double) -> Bool { abs(result) < 0x1p-900 }
}
