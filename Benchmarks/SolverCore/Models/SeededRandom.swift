import Glibc

/// Random numbers that are the same for the same seed on every machine (SplitMix64; Steele, Lea and
/// Flood 2014), with the distributions that models are drawn from.
///
/// The standard library's own draws may change from one release to the next; these do not.
struct SeededRandom {
  private var state: UInt64

  /// Starts the sequence of a seed; each part of a model draws from a stream of its own, so that a
  /// change to one part leaves the others as they were.
  init(seed: Int, stream: String) {
    // FNV-1a of the stream's name.
    let name = stream.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    state = UInt64(bitPattern: Int64(seed)) ^ name
  }

  /// The next 64 bits of the sequence.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in [low, high).
  mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  /// A whole number from low to high, both included.
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.count))
  }

  /// True with a probability.
  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// A normally distributed number (Box and Muller 1958).
  mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return mean + deviation * radius * cos(2 * Double.pi * unit())
  }

  /// A number whose logarithm is normally distributed.
  mutating func logNormal(median: Double, spread: Double) -> Double {
    median * exp(normal(deviation: spread))
  }

  /// An index, drawn in proportion to weights that are not negative and not all 0.
  mutating func index(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// An element of an array that is not empty.
  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[integer(0...elements.count - 1)]
  }

  /// Different indices below a count, ascending.
  mutating func indices(_ number: Int, of count: Int) -> [Int] {
    var rest = Array(0..<count)
    var drawn: [Int] = []
    for _ in 0..<min(number, count) {
      drawn.append(rest.remove(at: integer(0...rest.count - 1)))
    }
    return drawn.sorted()
  }
}
