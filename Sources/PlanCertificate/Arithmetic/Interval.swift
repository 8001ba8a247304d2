/// Two numbers with the true one between them, whatever was rounded on the way.
struct Interval: Equatable {
  /// Not above the true number.
  var lower: Double
  /// Not below the true number.
  var upper: Double

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// A number that is known exactly.
  init(_ exact: Double) {
    lower = exact
    upper = exact
  }

  static let zero = Interval(0)

  static func + (a: Interval, b: Interval) -> Interval {
    Interval(
      lower: Directed.sumDown(a.lower, b.lower), upper: Directed.sumUp(a.upper, b.upper))
  }

  static func - (a: Interval, b: Interval) -> Interval {
    Interval(
      lower: Directed.sumDown(a.lower, -b.upper), upper: Directed.sumUp(a.upper, -b.lower))
  }

  static func += (a: inout Interval, b: Interval) { a = a + b }

  /// The product of two numbers that are not negative.
  static func * (a: Interval, b: Interval) -> Interval {
    Interval(
      lower: Directed.productDown(a.lower, b.lower), upper: Directed.productUp(a.upper, b.upper))
  }

  /// The quotient of a number that is not negative and an exact number above 0.
  static func / (a: Interval, b: Double) -> Interval {
    Interval(lower: Directed.quotientDown(a.lower, b), upper: Directed.quotientUp(a.upper, b))
  }

  /// The number, or 0 where it is negative.
  var positivePart: Interval { Interval(lower: max(0, lower), upper: max(0, upper)) }

  /// Sums of the first n numbers, indexed by n; one more entry than there are numbers.
  static func runningSums(of numbers: some Sequence<Double>) -> [Interval] {
    var sums = [Interval.zero]
    for number in numbers {
      sums.append((sums.last ?? .zero) + Interval(number))
    }
    return sums
  }
}
