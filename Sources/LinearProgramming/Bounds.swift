/// Lower and upper limit of a variable or of a row's activity; infinities mean no limit.
public struct Bounds: Sendable, Equatable {
  /// Smallest value allowed; `-infinity`: no limit.
  public var lower: Double
  /// Largest value allowed; `infinity`: no limit.
  public var upper: Double

  /// Creates bounds; neither is NaN and `lower <= upper`, which the engine checks.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// No limit on either side.
  public static let free = Bounds(lower: -.infinity, upper: .infinity)
  /// Zero or more.
  public static let nonNegative = Bounds(lower: 0, upper: .infinity)

  /// At most the given value.
  public static func atMost(_ value: Double) -> Bounds { Bounds(lower: -.infinity, upper: value) }
  /// At least the given value.
  public static func atLeast(_ value: Double) -> Bounds { Bounds(lower: value, upper: .infinity) }
  /// Exactly the given value.
  public static func fixed(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }

  /// Whether there are two limits that differ.
  var isRange: Bool { lower > -.infinity && upper < .infinity && lower != upper }
}
