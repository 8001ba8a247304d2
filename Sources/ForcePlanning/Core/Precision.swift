/// How exactly the levels are solved.
enum Precision {
  /// In floating point: right for data whose coefficients lie within a few decades.
  case usual
  /// Every solve of the master ends in rational arithmetic, and next to nothing counts as zero: slow, for small
  /// models in which rounding decides.
  case exact

  /// Reduced costs within this part of the cost unit count as zero when tours are looked for.
  var pricingTolerance: Double {
    switch self {
    case .usual: 1e-9
    case .exact: 1e-12
    }
  }

  /// Reduced costs within this part of the cost unit count as zero on the optimal face.
  var faceTolerance: Double {
    switch self {
    case .usual: 1e-8
    case .exact: 1e-11
    }
  }
}
