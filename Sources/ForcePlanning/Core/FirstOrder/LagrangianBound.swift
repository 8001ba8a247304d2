import ForceModel
import LinearProgramming

extension ColumnSearch {
  /// A value that no plan can be below at a level, by the prices of its table (Lagrange): what the prices
  /// say, less what units could still gain on tours that price out.
  ///
  /// Units of a pledge can take one tour after the other, so what a unit gains is the heaviest chain of
  /// tours that hold no period in common. Unless the search is exhaustive each route offers its best tour only,
  /// which is near enough for prices that are nearly right; the certificate looks at all of them.
  ///
  /// - Complexity: that of `bestTours` with all that it finds sorted.
  func lagrangianBound(level: GoalLevel, layout: RowLayout) -> Double {
    var bound = level.valueWithoutDeployments(in: network.model)
    for row in 0..<layout.retasking {
      bound += table.prices.values[row] * layout.bounds[row].upper
    }
    for row in layout.commitment { bound += table.prices.values[row] * layout.bounds[row].lower }
    let found = bestTours(perRoute: isExhaustive ? .max : 1)
    var start = 0
    while start < found.count {
      let contribution = found[start].tour.contribution
      var end = start
      while end < found.count, found[end].tour.contribution == contribution { end += 1 }
      bound -= network.availableUnits[contribution] * heaviestChain(found[start..<end])
      start = end
    }
    return bound
  }

  /// The most that one unit gains on tours that hold no period in common.
  private func heaviestChain(_ tours: ArraySlice<PricedTour>) -> Double {
    let stays = tours.map { (held: network.heldPeriods(of: $0.tour), gain: -$0.reducedCost) }
      .sorted { $0.held.upperBound < $1.held.upperBound }
    // heaviest[t]: the heaviest chain that ends before period t.
    var heaviest = Array(repeating: 0.0, count: network.grid.count + 1)
    var reached = 0
    for stay in stays {
      let next = stay.held.upperBound + 1
      while reached < next {
        heaviest[reached + 1] = max(heaviest[reached + 1], heaviest[reached])
        reached += 1
      }
      heaviest[next] = max(heaviest[next], heaviest[stay.held.lowerBound] + stay.gain)
    }
    return heaviest[reached]
  }
}
