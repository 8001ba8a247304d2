import ForceModel
import LinearProgramming

// What a first-order run hands over: a plan, and what the exact solver begins with.

extension FirstOrderRun {
  /// A plan that keeps every limit, close to the point; room that is left goes to the tours of the pool that are worth
  /// most, then to any to requirements of which something is missing.
  ///
  /// - Complexity: O(tours in the pool x (rows that one enters + log of their number)), and a search.
  func feasiblePlan() -> FeasiblePlan {
    let onTours = tours.indices.filter { units[$0] > 0 }
      .map { (column: MasterColumn.tour(tours[$0]), value: units[$0]) }
    let onTasks = rows.changes.indices.filter { changed[$0] > 0 }
      .map { (column: MasterColumn.retasking(rows.changes[$0].retasking), value: changed[$0]) }
    var plan = FeasiblePlan(
      network: network, layout: layout, levels: levels, wanted: onTours + onTasks)
    plan.fill(with: toursByWorth)
    plan.fill(with: tours(toWhatIsShortIn: plan))
    return plan
  }

  /// The tours of the pool, those first that cost least for each person at the prices at hand.
  private var toursByWorth: [Tour] {
    rows.gather(prices)
    let sums = GatheredPrices(rows, prices: prices)
    return cheapestFirst(tours, costs: terms.map { sums.reducedCost(of: $0) })
  }

  /// Tours that one pledge may offer to requirements that are short.
  private static let offersPerPledge = 16

  /// The best tours of each pledge to requirements of which a plan leaves something missing, were there no limits;
  /// those first that relieve most for each person.
  private func tours(toWhatIsShortIn plan: FeasiblePlan) -> [Tour] {
    var prices = rowPrices
    for row in prices.values.indices {
      let isMet = row < layout.retasking && highestPrices[row] < .infinity && !plan.isShort(row)
      prices.values[row] = isMet ? -highestPrices[row] : 0
    }
    let found = search(at: prices, guide: 0, tolerance: 0)
      .bestTours(perPledge: Self.offersPerPledge)
    return cheapestFirst(found.map(\.tour), costs: found.map(\.reducedCost))
  }

  /// Tours in the order of what a unit of each costs, for each person.
  private func cheapestFirst(_ tours: [Tour], costs: [Double]) -> [Tour] {
    let costs = zip(tours, costs).map { scale(of: $0) * $1 }
    return tours.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.map { tours[$0] }
  }

  /// Tours and changes of task that carry units, and idleness where tours meet more than is needed.
  var columnsInUse: [MasterColumn] {
    let carried = 1e-7
    let inUse = tours.indices.filter { units[$0] > carried }.map { tours[$0] }
    return inUse.map { .tour($0) } + idleness(on: inUse).map { .retasking($0) }
      + rows.changes.indices.filter { changed[$0] > carried }
      .map { .retasking(rows.changes[$0].retasking) }
  }

  /// Idleness wherever units on tours are in place and strength is worth nothing.
  private func idleness(on tours: [Tour]) -> [Retasking] {
    let periods = network.grid.count
    var isSeen = Array(repeating: false, count: network.services.count * periods)
    var idle: [Retasking] = []
    for tour in tours {
      let service = network.services.index(of: tour.contribution, at: tour.crisis)
      for period in tour.first...tour.last where !isSeen[service * periods + period] {
        isSeen[service * periods + period] = true
        guard let use = network.services.defaultUse(of: service, period: period) else { continue }
        let row = layout.requirement[network.services.use(use).requirement] + period
        if prices[row] >= (1 - 1e-6) * highestPrices[row] {
          idle.append(Retasking(service: service, period: period, use: nil))
        }
      }
    }
    return idle
  }

  /// Rows of the layout with a price.
  var pricedRows: [Int] { (0..<layout.retasking).filter { prices[$0] > 1e-9 } }
}
