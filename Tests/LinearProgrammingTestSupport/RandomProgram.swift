public import LinearProgramming
import TestSupport

extension LinearProgram {
  /// A small program with small whole numbers and every kind of bound; it may be infeasible,
  /// unbounded or degenerate.
  public static func random(seed: Int) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    let rowCount = Int.random(in: 0...8, using: &generator)
    let columnCount = Int.random(in: 1...10, using: &generator)
    let rows = (0..<rowCount).map { _ in
      let coefficients = (0..<columnCount).map { _ in
        Bool.random(using: &generator) ? Double(Int.random(in: -9...9, using: &generator)) : 0
      }
      return (coefficients, Bounds.random(using: &generator))
    }
    return LinearProgram(
      minimise: (0..<columnCount).map { _ in Double(Int.random(in: -4...9, using: &generator)) },
      rows: rows,
      bounds: (0..<columnCount).map { _ in
        Bool.random(using: &generator) ? .nonNegative : .random(using: &generator)
      })
  }

  /// A program that has an optimum by construction, and coefficients that lie far apart: each is
  /// multiplied with a random power of ten between 10^-spread and 10^spread.
  public static func badlyScaled(seed: Int, spread: Int) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    let rowCount = Int.random(in: 2...8, using: &generator)
    let columnCount = Int.random(in: 2...10, using: &generator)
    let point = (0..<columnCount).map { _ in Double(Int.random(in: 0...9, using: &generator)) }
    func scaled() -> Double {
      var power = 1.0
      let exponent = Int.random(in: -spread...spread, using: &generator)
      for _ in 0..<abs(exponent) {
        power *= 10
      }
      return Double(Int.random(in: -9...9, using: &generator)) * (exponent < 0 ? 1 / power : power)
    }
    let rows = (0..<rowCount).map { _ in
      let coefficients = (0..<columnCount).map { _ in
        Bool.random(using: &generator) ? scaled() : 0
      }
      let activity = zip(coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
      let bounds: Bounds =
        switch Int.random(in: 0...3, using: &generator) {
        case 0: .fixed(activity)
        case 1: .atLeast(activity - abs(activity) / 4)
        case 2: .atMost(activity + abs(activity) / 4)
        default: Bounds(lower: activity - 1, upper: activity + 1)
        }
      return (coefficients, bounds)
    }
    return LinearProgram(
      minimise: (0..<columnCount).map { _ in scaled() }, rows: rows,
      bounds: point.map { Bounds(lower: 0, upper: $0 + 5) })
  }
}

extension Bounds {
  /// Small whole bounds of any kind.
  static func random(using generator: inout SeededGenerator) -> Bounds {
    let lower = Double(Int.random(in: -9...9, using: &generator))
    let width = Double(Int.random(in: 0...9, using: &generator))
    return switch Int.random(in: 0...5, using: &generator) {
    case 0: .free
    case 1: .atLeast(lower)
    case 2: .atMost(lower)
    case 3: .fixed(lower)
    default: Bounds(lower: lower, upper: lower + width)
    }
  }
}
