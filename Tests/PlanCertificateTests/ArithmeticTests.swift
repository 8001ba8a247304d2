import TestSupport
import Testing

@testable import PlanCertificate

@Suite struct ArithmeticTests {
  /// Numbers of all magnitudes, and those at which rounding has corner cases.
  private static func numbers(seed: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    let drawn = (0..<40).map { _ in
      Double.random(in: -1...1, using: &generator)
        * Double(
          sign: .plus, exponent: Int.random(in: -300...300, using: &generator), significand: 1)
    }
    return drawn + [0, 1, -1, 0.1, 1.0 / 3, 3, 0x1p53, .leastNonzeroMagnitude, 0x1p-1022]
  }

  @Test(arguments: 0..<4)
  func `sums and products enclose the true value within one step`(seed: Int) {
    let numbers = Self.numbers(seed: seed)
    for a in numbers {
      for b in numbers {
        let sums = (Directed.sumDown(a, b), Directed.sumUp(a, b))
        #expect(sums.0 <= a + b && a + b <= sums.1)
        #expect(sums.1 == sums.0 || sums.1 == sums.0.nextUp)
        let products = (Directed.productDown(a, b), Directed.productUp(a, b))
        #expect(products.0 <= a * b && a * b <= products.1)
        #expect(products.1 == products.0 || products.1 <= products.0.nextUp.nextUp)
      }
    }
  }

  @Test func `exact results are left alone`() {
    #expect(Directed.sumDown(2375, -125) == 2250)
    #expect(Directed.sumUp(0.5, 0.25) == 0.75)
    #expect(Directed.productDown(3, 1250) == 3750)
    #expect(Directed.quotientUp(7, 2) == 3.5)
    #expect(Directed.productUp(0, .leastNonzeroMagnitude) == 0)
  }

  @Test func `inexact results err on the side asked for`() {
    // The double 0.1 is above a tenth, so ten of them, exactly, are above 1.
    #expect(Directed.productDown(0.1, 10) == 1)
    #expect(Directed.productUp(0.1, 10) == 1.0.nextUp)
    #expect(Directed.quotientDown(1, 3) == 1.0 / 3)
    #expect(Directed.quotientUp(1, 3) == (1.0 / 3).nextUp)
    #expect(Directed.sumDown(1, 1e-30) == 1)
    #expect(Directed.sumUp(1, 1e-30) == 1.0.nextUp)
    #expect(Directed.sumDown(1, -1e-30) == 1.0.nextDown)
    #expect(Directed.productDown(-1e-300, 1e-300) < 0)
    #expect(Directed.productUp(1e-300, 1e-300) > 0)
  }

  @Test(arguments: 0..<200)
  func `the heaviest chain is the heaviest set of stays that hold no period in common`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let periods = Int.random(in: 1...6, using: &generator)
    var stays: [(first: Int, last: Int, weight: Double)] = []
    for _ in 0..<Int.random(in: 0...7, using: &generator) {
      let first = Int.random(in: 0..<periods, using: &generator)
      stays.append(
        (
          first, Int.random(in: first..<periods, using: &generator),
          Double(Int.random(in: 1...20, using: &generator))
        ))
    }
    var heaviest = 0.0
    for choice in 0..<(1 << stays.count) {
      let chosen = stays.indices.filter { choice >> $0 & 1 == 1 }.map { stays[$0] }
      let overlaps = chosen.indices.contains { one in
        chosen.indices.contains { other in
          one < other && chosen[one].first <= chosen[other].last
            && chosen[other].first <= chosen[one].last
        }
      }
      if !overlaps { heaviest = max(heaviest, chosen.reduce(0) { $0 + $1.weight }) }
    }
    var chain = HoldChain(periodCount: periods)
    for stay in stays { chain.offer(first: stay.first, last: stay.last, weight: stay.weight) }
    #expect(chain.takeHeaviest() == heaviest)
    #expect(chain.takeHeaviest() == 0)
  }
}
