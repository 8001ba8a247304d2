import ForceModel
import LinearProgramming

/// Finds nearly right prices and plans by a first-order method over a pool of tours.
///
/// The method is the primal-dual hybrid gradient with steps by row and column (Pock and Chambolle 2011),
/// reflection, a pull back to an anchor (Halpern), and restarts (Applegate and others 2021; Lu and Yang
/// 2024). A step costs a pass over the tours and one over the rows, no factorisation, and a tour meets
/// its rows through differences of running sums, however many periods it spans.
final class FirstOrderRun {
  let rows: FirstOrderRows
  private let network: DeploymentNetwork
  private let layout: RowLayout
  private let levels: [GoalLevel]
  private let level: Int
  private let guide: Double
  private let coefficients: ColumnCoefficients

  /// What a tour meets: places in the sums of `FirstOrderRows`, and coefficients of one unit.
  private struct Term {
    let supplyFrom: Int32
    let supplyTo: Int32
    let placeFrom: Int32
    let placeTo: Int32
    /// -1: no share is capped.
    let presenceFrom: Int32
    let presenceTo: Int32
    /// Rows of lift; -1: none.
    let lift: Int32
    let back: Int32
    let factor: Double
    let personnel: Double
    let assetDays: Double
    let cost: Double
    /// Units that make one person.
    let scale: Double
  }

  private(set) var tours: [Tour] = []
  private(set) var known: Set<Tour> = []
  private var terms: [Term] = []
  /// Units on each tour, indexed as `tours`.
  private(set) var units: [Double] = []
  /// Lengths of steps of units.
  private var unitSteps: [Double] = []

  /// Persons who change their task, indexed as `rows.changes`.
  let changed: Numbers<Double>
  private let changedNext: Numbers<Double>
  private let changedAnchor: Numbers<Double>
  private let changedSteps: Numbers<Double>
  private let changedAhead: Numbers<Double>
  private let changeCosts: Numbers<Double>

  /// Prices of the rows, never negative: what one more of the limit is worth.
  let prices: Numbers<Double>
  private let pricesNext: Numbers<Double>
  private let pricesAnchor: Numbers<Double>
  private let priceSteps: Numbers<Double>
  /// The highest price of each row.
  ///
  /// Strength beyond a requirement is worth nothing, but does no harm, for units may stand idle. So a
  /// requirement's price takes away what strength is worth, and no more.
  private let highestPrices: Numbers<Double>

  /// How much longer steps of prices are than those of tours.
  private var balance = 1.0

  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel], level: Int, guide: Double
  ) {
    self.guide = guide
    self.network = network
    self.layout = layout
    self.levels = levels
    self.level = level
    coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: levels, retaskingUnit: 1)
    rows = FirstOrderRows(network: network, layout: layout)
    let count = rows.changes.count
    changed = Numbers(count, of: 0)
    changedNext = Numbers(count, of: 0)
    changedAnchor = Numbers(count, of: 0)
    changedSteps = Numbers(count, of: 0)
    changedAhead = Numbers(count, of: 0)
    changeCosts = Numbers(count, of: 0)
    prices = Numbers(rows.count, of: 0)
    pricesNext = Numbers(rows.count, of: 0)
    pricesAnchor = Numbers(rows.count, of: 0)
    priceSteps = Numbers(rows.count, of: 0)
    highestPrices = Numbers(rows.count, of: .infinity)
    for (requirement, need) in network.model.requirements.enumerated() {
      let weight = levels[level].weight(of: need)
      for period in network.window(of: requirement) {
        highestPrices[layout.requirement[requirement] + period] =
          weight * network.grid.days(period)
      }
    }
    for (index, change) in rows.changes.enumerated() {
      changeCosts[index] = coefficients.cost(of: .retasking(change.retasking), level: level)
    }
  }

  /// Prices in the form in which tours are searched by.
  var rowPrices: RowPrices {
    var values = Array(repeating: 0.0, count: layout.rows.count)
    for row in 0..<layout.retasking { values[row] = -prices[row] }
    var weights = Array(repeating: 0.0, count: levels.count)
    weights[level] = 1
    return RowPrices(values: values, goalWeights: weights)
  }

  // MARK: The pool

  /// Adds tours that are not in the pool.
  func add(_ newTours: [Tour]) {
    let sums = network.grid.count + 1
    for tour in newTours where known.insert(tour).inserted {
      let route = network.route(of: tour)
      let pledge = network.pledges[route.contribution]
      let held = network.heldPeriods(of: tour)
      let lift = route.lift.flatMap { layout.lift[$0] }
      let supply = route.contribution * sums
      let place = route.service * sums
      let presence = (pledge.contributor * layout.crisisCount + route.crisis) * sums
      tours.append(tour)
      terms.append(
        Term(
          supplyFrom: Int32(supply + held.lowerBound),
          supplyTo: Int32(supply + held.upperBound + 1),
          placeFrom: Int32(place + tour.first), placeTo: Int32(place + tour.last + 1),
          presenceFrom: layout.hasShares ? Int32(presence + tour.first) : -1,
          presenceTo: Int32(presence + tour.last + 1),
          lift: lift.map { Int32($0 + held.lowerBound) } ?? -1,
          back: lift.flatMap { row in network.returnPeriod(of: tour).map { Int32(row + $0) } }
            ?? -1,
          factor: network.services.factor(of: tour.contribution), personnel: pledge.personnel,
          assetDays: route.assetDaysPerUnit,
          cost: coefficients.cost(of: .tour(tour), level: level)
            + guide * coefficients.guideCost(of: tour),
          scale: 1 / FirstOrderRows.size(of: pledge)))
      units.append(0)
    }
  }

  /// Drops tours without units that cost more than a limit.
  func drop(costingMoreThan limit: Double) {
    rows.gather(prices)
    var kept = 0
    for index in tours.indices {
      if units[index] == 0, reducedCost(of: terms[index], prices.base) > limit {
        known.remove(tours[index])
        continue
      }
      tours[kept] = tours[index]
      terms[kept] = terms[index]
      units[kept] = units[index]
      kept += 1
    }
    tours.removeLast(tours.count - kept)
    terms.removeLast(terms.count - kept)
    units.removeLast(units.count - kept)
  }

  @inline(__always)
  private func reducedCost(of term: Term, _ prices: UnsafeMutablePointer<Double>) -> Double {
    term.cost + price(of: term, prices)
  }

  @inline(__always)
  private func price(of term: Term, _ prices: UnsafeMutablePointer<Double>) -> Double {
    let (supply, place, presence) = (rows.supply.base, rows.place.base, rows.presence.base)
    var value = supply[Int(term.supplyTo)] - supply[Int(term.supplyFrom)]
    value += term.factor * (place[Int(term.placeTo)] - place[Int(term.placeFrom)])
    if term.presenceFrom >= 0 {
      value += term.personnel * (presence[Int(term.presenceTo)] - presence[Int(term.presenceFrom)])
    }
    if term.lift >= 0 { value += term.assetDays * prices[Int(term.lift)] }
    if term.back >= 0 { value += term.assetDays * prices[Int(term.back)] }
    return value
  }

  /// Enters units on a tour into the sums of what is used.
  @inline(__always)
  private func enter(_ term: Term, _ units: Double, _ flows: Flows) {
    flows.supply[Int(term.supplyFrom)] += units
    flows.supply[Int(term.supplyTo)] -= units
    let strength = units * term.factor
    flows.place[Int(term.placeFrom)] += strength
    flows.place[Int(term.placeTo)] -= strength
    if term.presenceFrom >= 0 {
      let persons = units * term.personnel
      flows.presence[Int(term.presenceFrom)] += persons
      flows.presence[Int(term.presenceTo)] -= persons
    }
    if term.lift >= 0 { flows.activity[Int(term.lift)] += units * term.assetDays }
    if term.back >= 0 { flows.activity[Int(term.back)] += units * term.assetDays }
  }

  private struct Flows {
    let supply: UnsafeMutablePointer<Double>
    let place: UnsafeMutablePointer<Double>
    let presence: UnsafeMutablePointer<Double>
    let activity: UnsafeMutablePointer<Double>
  }

  private var flows: Flows {
    Flows(
      supply: rows.supply.base, place: rows.place.base, presence: rows.presence.base,
      activity: rows.activity.base)
  }

  // MARK: Steps

  /// Sets the lengths of steps from the sums of coefficients of each column and row.
  private func setSteps() {
    let inverse = Numbers(rows.count, of: 0.0)
    for row in 0..<rows.count { inverse[row] = 1 / rows.units[row] }
    rows.gather(inverse, magnitudes: true)
    unitSteps = terms.map { $0.scale / price(of: $0, inverse.base) }
    for (index, change) in rows.changes.enumerated() {
      changedSteps[index] =
        rows.units[change.cell]
        / (inverse[change.cell] + inverse[change.served] * change.strengthServed
          + inverse[change.left] * change.strengthLeft)
      changedAhead[index] = rows.units[change.cell]
    }
    rows.clear()
    let flows = self.flows
    for term in terms { enter(term, term.scale, flows) }
    rows.spread(changedAhead, magnitudes: true)
    for row in 0..<rows.count {
      let sum = rows.activity[row]
      priceSteps[row] = sum > 1e-12 ? 1 / (rows.units[row] * sum) : 0
    }
  }

  /// Takes at most so many steps, fewer where one moves by no more than a part of the point's size.
  func iterate(_ steps: Int, until closeEnough: Double, limits: SolveLimits) {
    setSteps()
    var next = units
    var anchor = units
    changedAnchor.copy(changed)
    pricesAnchor.copy(prices)
    var sinceRestart = 0
    var firstMove = -1.0
    var lastMove = Double.infinity
    for iteration in 1...steps {
      let pull = 1 / Double(sinceRestart + 2)
      step(next: &next, anchor: anchor, pull: pull)
      sinceRestart += 1
      let isLast = iteration == steps
      guard sinceRestart == 1 || sinceRestart.isMultiple(of: 8) || isLast else { continue }
      let move = lastStepLength(next: next, anchor: anchor, pull: pull)
      if firstMove < 0 { firstMove = move }
      let isDue =
        move <= 0.2 * firstMove || (move <= 0.8 * firstMove && move > lastMove)
        || Double(sinceRestart) > 0.36 * Double(iteration) + 24
      lastMove = move
      let isClose = move <= closeEnough * size || limits.shouldStop()
      guard isDue || isClose || isLast else { continue }
      rebalance(next: next, anchor: anchor)
      units = next
      changed.copy(changedNext)
      prices.copy(pricesNext)
      anchor = next
      changedAnchor.copy(changed)
      pricesAnchor.copy(prices)
      sinceRestart = 0
      firstMove = -1
      lastMove = .infinity
      if isClose { return }
    }
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

  /// One step: `next` and its like are where it leads; the point itself moves twice as far (reflection)
  /// and is pulled back towards the anchor.
  private func step(next: inout [Double], anchor: [Double], pull: Double) {
    let reach = 0.998
    let prices = self.prices.base
    rows.gather(self.prices)
    // The sums of prices are read before anything is entered: tours read theirs in a first pass.
    let tourStep = reach / balance
    let ahead = 1 - pull
    let count = terms.count
    terms.withUnsafeBufferPointer { terms in
      next.withUnsafeMutableBufferPointer { next in
        units.withUnsafeBufferPointer { units in
          unitSteps.withUnsafeBufferPointer { steps in
            for index in 0..<count {
              let term = terms[index]
              let slope = reducedCost(of: term, prices)
              next[index] = max(0, units[index] - tourStep * steps[index] * slope)
            }
          }
        }
      }
    }
    for (index, change) in rows.changes.enumerated() {
      let slope =
        changeCosts.base[index] + prices[change.cell]
        + change.strengthServed * prices[change.served]
        - change.strengthLeft * prices[change.left]
      let value = max(
        0, changed.base[index] - tourStep * changedSteps.base[index] * slope)
      changedNext.base[index] = value
      changedAhead.base[index] = 2 * value - changed.base[index]
      changed.base[index] = ahead * changedAhead.base[index] + pull * changedAnchor.base[index]
    }
    rows.clear()
    let flows = self.flows
    terms.withUnsafeBufferPointer { terms in
      next.withUnsafeBufferPointer { next in
        anchor.withUnsafeBufferPointer { anchor in
          units.withUnsafeMutableBufferPointer { units in
            for index in 0..<count {
              let reflected = 2 * next[index] - units[index]
              if reflected != 0 { enter(terms[index], reflected, flows) }
              units[index] = ahead * reflected + pull * anchor[index]
            }
          }
        }
      }
    }
    rows.spread(changedAhead)
    let priceStep = reach * balance
    let (activity, limits, steps) = (rows.activity.base, rows.limits.base, priceSteps.base)
    let (nextPrices, anchors) = (pricesNext.base, pricesAnchor.base)
    let highest = highestPrices.base
    for row in 0..<rows.count {
      let old = prices[row]
      let value = min(
        highest[row], max(0, old + priceStep * steps[row] * (activity[row] - limits[row])))
      nextPrices[row] = value
      prices[row] = ahead * (2 * value - old) + pull * anchors[row]
    }
  }

  /// The distance between a point and where its step led, each coordinate in its own step length.
  private func lastStepLength(next: [Double], anchor: [Double], pull: Double) -> Double {
    // The point has moved on: u' = (1 - pull)(2 n - u) + pull a, so n - u = (u' - pull a)/(1 - pull) - n.
    let ahead = 1 - pull
    return length(
      squares(
        units: { (units[$0] - pull * anchor[$0]) / ahead - next[$0] },
        changed: { changedAhead[$0] - changedNext[$0] },
        prices: { (prices[$0] - pull * pricesAnchor[$0]) / ahead - pricesNext[$0] }))
  }

  /// The length of the point itself, measured alike; changes of task are left out.
  private var size: Double {
    max(
      1e-30, length(squares(units: { units[$0] }, changed: { _ in 0 }, prices: { prices[$0] })))
  }

  /// Moves the balance of steps towards the ratio of the ways that prices and tours went since the
  /// last restart.
  private func rebalance(next: [Double], anchor: [Double]) {
    let ways = squares(
      units: { next[$0] - anchor[$0] }, changed: { changedNext[$0] - changedAnchor[$0] },
      prices: { pricesNext[$0] - pricesAnchor[$0] })
    guard ways.tours > 1e-30, ways.prices > 1e-30 else { return }
    let ratio = (ways.prices / ways.tours).squareRoot()
    balance = (ratio * balance).squareRoot()
  }

  private func length(_ squares: (tours: Double, prices: Double)) -> Double {
    (balance * squares.tours + squares.prices / balance).squareRoot()
  }

  /// Sums of the squares of what is given for each tour and change, and for each row, each over its own
  /// step length.
  @inline(__always)
  private func squares(
    units: (Int) -> Double, changed: (Int) -> Double, prices: (Int) -> Double
  ) -> (tours: Double, prices: Double) {
    var sums = (tours: 0.0, prices: 0.0)
    for index in unitSteps.indices { sums.tours += units(index) * units(index) / unitSteps[index] }
    for index in rows.changes.indices {
      sums.tours += changed(index) * changed(index) / changedSteps[index]
    }
    for row in 0..<rows.count where priceSteps[row] > 0 {
      sums.prices += prices(row) * prices(row) / priceSteps[row]
    }
    return sums
  }
}
