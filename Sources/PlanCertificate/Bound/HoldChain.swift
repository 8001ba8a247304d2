/// The heaviest use that one unit can make of a plan: stays that do not overlap, one after the other.
///
/// The periods that a stay holds its units are consecutive, so among all plans that keep the supply
/// rows of one contribution the largest total weight is (units available) x (weight of the heaviest
/// chain of disjoint stays): the matrix of intervals is totally unimodular.
struct HoldChain {
  private let periodCount: Int
  /// The heaviest stay that holds units from the first to the last period, by last x count + first.
  private var weights: [Int: Double] = [:]

  init(periodCount: Int) { self.periodCount = periodCount }

  /// Adds a stay that holds units through the given periods; weights are above 0.
  mutating func offer(first: Int, last: Int, weight: Double) {
    weights[last * periodCount + first, default: 0].formMaximum(with: weight)
  }

  /// A number that is not below the weight of the heaviest chain; forgets all stays.
  ///
  /// - Complexity: O(periods + stays x log(stays)).
  mutating func takeHeaviest() -> Double {
    guard !weights.isEmpty else { return 0 }
    // heaviest[t]: the heaviest chain that ends before period t.
    var heaviest = Array(repeating: 0.0, count: periodCount + 1)
    var reached = 0
    for key in weights.keys.sorted() {
      let (last, first) = key.quotientAndRemainder(dividingBy: periodCount)
      while reached < last + 1 {
        heaviest[reached + 1] = max(heaviest[reached + 1], heaviest[reached])
        reached += 1
      }
      let weight = Directed.sumUp(heaviest[first], weights[key] ?? 0)
      heaviest[last + 1] = max(heaviest[last + 1], weight)
    }
    weights.removeAll(keepingCapacity: true)
    return heaviest[reached]
  }
}

extension Double {
  /// Keeps the larger of two numbers; NaN wins, so that it is not lost.
  fileprivate mutating func formMaximum(with other: Double) {
    if !(other <= self) { self = other }
  }
}
