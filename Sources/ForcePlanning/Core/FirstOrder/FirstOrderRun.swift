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
  let network: DeploymentNetwork
  let layout: RowLayout
  let levels: [GoalLevel]
  private let level: Int
  /// Weight of the guide in the cost of tours.
  var guide: Double {
    didSet { for index in terms.indices { terms[index].cost = cost(of: tours[index]) } }
  }
  let coefficients: ColumnCoefficients
  /// What the master counts in, by which tours are judged that are missing.
  private let columnUnits: ColumnUnits
  /// Threads that share the tours of a step.
  private let threads: Int
  /// So few tours that a second thread is not worth waking.
  private static let fewTours = 16_384

  /// So few tours that steps pass over all of them: more where periods are many, for there neighbouring tours take turns
  /// in gaining, and a small pool is led astray by one that is let in late.
  static func fewToChooseFrom(periods: Int) -> Int { periods > fewPeriods ? 16_384 : 4_096 }

  /// So few periods that a pledge has hardly a choice of neighbouring tours.
  private static let fewPeriods = 8

  private(set) var tours: [Tour] = []
  private(set) var known: Set<Tour> = []
  private(set) var terms: [TourTerm] = []
  /// Units on each tour, indexed as `tours`.
  private(set) var units: [Double] = []
  /// Lengths of steps of units.
  private var unitSteps: [Double] = []
  /// The tours that steps move, ascending indices into `tours`.
  private var moving: [Int32] = []

  /// Persons who change their task, indexed as `rows.changes`.
  let changed: Numbers<Double>
  private let changedNext: Numbers<Double>
  private let changedAnchor: Numbers<Double>
  private let changedSteps: Numbers<Double>
  private let changedAhead: Numbers<Double>
  let changeCosts: Numbers<Double>

  /// Prices of the rows, never negative: what one more of the limit is worth.
  let prices: Numbers<Double>
  private let pricesNext: Numbers<Double>
  private let pricesAnchor: Numbers<Double>
  private let priceSteps: Numbers<Double>
  /// Sums of the coefficients by which the tours of the pool, for one person each, enter the rows.
  private let magnitudes: Numbers<Double>
  /// The highest price of each row.
  ///
  /// Strength beyond a requirement is worth nothing, but does no harm, for units may stand idle. So a
  /// requirement's price takes away what strength is worth, and no more.
  let highestPrices: Numbers<Double>

  /// How much longer steps of prices are than those of tours.
  private var balance = 1.0
  /// What the balance follows from one restart to the next.
  enum Balancing {
    /// The ways that prices and units went. Where many plans are equally good, units wander far and the balance
    /// falls until prices stand still: right for a start, for few tours carry units then, but no way to a proof.
    case ways
    /// How far prices and units are from their ends, what is wrong with units counted so many times: less than 1
    /// gets prices right first, and with them the pool; 1 closes the proof.
    case complementarity(ofUnits: Double)
  }
  var balancing = Balancing.ways
  private var isProving: Bool {
    if case .complementarity = balancing { true } else { false }
  }
  /// Whether tours that would be next to serve a requirement come into the pool with those that are missing.
  var holdsPrices = false

  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel], level: Int, guide: Double,
    threads: Int
  ) {
    self.guide = guide
    self.threads = threads
    self.network = network
    self.layout = layout
    self.levels = levels
    self.level = level
    coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: levels, units: .plain(network))
    columnUnits = ColumnUnits(network)
    rows = FirstOrderRows(network: network, layout: layout, threads: threads)
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
    magnitudes = Numbers(rows.count, of: 0)
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

  /// The level that is made small.
  var goal: GoalLevel { levels[level] }

  /// A run on the same level of a network with the same crises, from an empty pool.
  func ofSample(_ sample: DeploymentNetwork) -> FirstOrderRun {
    FirstOrderRun(
      network: sample, layout: RowLayout(network: sample, levels: levels, holdsGoals: false),
      levels: levels, level: level, guide: guide, threads: threads)
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

  /// Tours that one pledge may give in a round: steps are cheap, so many.
  private static let toursPerPledge = 32
  /// Tours that one route may give in a round: in time-phased models neighbours belong together.
  private static let toursPerRoute = 2
  /// Tours that hold the price of one requirement: some times what serves it.
  private static let toursPerRequirement = 64

  /// A search by the prices at hand, over all possible tours.
  func search(tolerance: Double) -> ColumnSearch {
    search(at: rowPrices, guide: guide, tolerance: tolerance)
  }

  func search(at prices: RowPrices, guide: Double, tolerance: Double) -> ColumnSearch {
    let table = PriceTable(
      network: network, layout: layout, levels: levels, prices: prices, face: TaskFace(network),
      guide: guide)
    return ColumnSearch(
      table: table, faces: [], tolerance: tolerance, units: columnUnits, threads: threads)
  }

  /// The best tours that price out and are not in the pool.
  func missingTours(tolerance: Double) -> [Tour] {
    search(tolerance: tolerance).bestTours(
      perPledge: Self.toursPerPledge, perRoute: Self.toursPerRoute, passingOver: known
    ).map(\.tour)
  }

  /// Adds tours that were missing, and those that hold the price of each requirement, if they are to.
  func takeIn(_ missing: [Tour]) {
    add(missing)
    if holdsPrices {
      add(search(tolerance: -.infinity).supportingTours(perRequirement: Self.toursPerRequirement))
    }
  }

  /// Begins with the prices of a run of a sample of the pledges: a unit is worth what the best tour gains at the
  /// prices of all else, and the tours that gain most come into the pool.
  func begin(atPricesOf sample: FirstOrderRun) {
    for row in 0..<sample.layout.retasking {
      let identity = sample.layout.rows[row]
      if case .supply = identity { continue }
      if let place = layout.number(of: identity) { prices[place] = sample.prices[row] }
    }
    let tours = search(tolerance: 0).bestTours(
      perPledge: Self.toursPerPledge, perRoute: Self.toursPerRoute)
    var highest = Array(repeating: 0.0, count: network.pledges.count)
    for priced in tours where -priced.reducedCost > highest[priced.tour.contribution] {
      let contribution = priced.tour.contribution
      highest[contribution] = -priced.reducedCost
      guard let row = layout.supply[contribution] else { continue }
      let held = network.heldPeriods(of: priced.tour)
      for period in 0..<network.grid.count {
        prices[row + period] =
          held.contains(period) ? -priced.reducedCost / Double(held.count) : 0
      }
    }
    add(tours.map(\.tour))
  }

  /// Adds tours that are not in the pool.
  func add(_ newTours: [Tour]) {
    for tour in newTours where known.insert(tour).inserted {
      tours.append(tour)
      terms.append(rows.term(of: tour, cost: cost(of: tour)))
      units.append(0)
    }
  }

  private func cost(of tour: Tour) -> Double {
    coefficients.cost(of: .tour(tour), level: level) + guide * coefficients.guideCost(of: tour)
  }

  /// Drops tours without units that cost more than a limit.
  func drop(costingMoreThan limit: Double) {
    rows.gather(prices)
    let sums = GatheredPrices(rows, prices: prices)
    var kept = 0
    for index in tours.indices {
      if units[index] == 0, sums.reducedCost(of: terms[index]) > limit {
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
  private func reducedCost(
    of change: FirstOrderRows.TaskChange, _ index: Int, _ prices: UnsafeMutablePointer<Double>
  ) -> Double {
    changeCosts.base[index] + prices[change.cell] + change.strengthServed * prices[change.served]
      - change.strengthLeft * prices[change.left]
  }

  /// Units on a tour that make one person.
  func scale(of tour: Tour) -> Double {
    1 / FirstOrderRows.size(of: network.pledges[tour.contribution])
  }

  /// Moves to another point of the same pool: units indexed as `tours`, persons who change their task as
  /// `rows.changes`.
  func move(to units: [Double], changed: [Double]) {
    self.units = units
    for (index, value) in changed.enumerated() { self.changed[index] = value }
  }

  // MARK: Steps

  /// Sets the lengths of steps from the sums of coefficients of each column and row.
  private func setSteps() {
    rows.partsInUse = terms.count < Self.fewTours ? 1 : FirstOrderRows.parts
    let inverse = Numbers(rows.count, of: 0.0)
    for row in 0..<rows.count { inverse[row] = 1 / rows.units[row] }
    rows.gather(inverse, magnitudes: true)
    let sums = GatheredPrices(rows, prices: inverse)
    unitSteps = zip(tours, terms).map { scale(of: $0) / sums.price(of: $1) }
    for (index, change) in rows.changes.enumerated() {
      changedSteps[index] =
        rows.units[change.cell]
        / (inverse[change.cell] + inverse[change.served] * change.strengthServed
          + inverse[change.left] * change.strengthLeft)
    }
    sumMagnitudes(of: tours.indices)
    for row in 0..<rows.count {
      let sum = rows.activity[row]
      magnitudes[row] = sum
      priceSteps[row] = sum > 1e-12 ? 1 / (rows.units[row] * sum) : 0
      // Where no tour of the pool meets a row, no step would ever move its price, and a price without
      // a tour hides all the tours that it makes dear.
      if priceSteps[row] == 0, isProving { prices[row] = 0 }
    }
  }

  /// Sums up the coefficients by which tours, for one person each, and changes of task enter the rows.
  private func sumMagnitudes(of places: some Sequence<Int>) {
    let use = UseSums(rows.flows[0])
    for index in places { use.enter(terms[index], scale(of: tours[index])) }
    for (index, change) in rows.changes.enumerated() {
      changedAhead[index] = rows.units[change.cell]
    }
    rows.spread(changedAhead, magnitudes: true)
  }

  /// The least part of a row's sum over the pool that lengths of steps go by.
  private static let leastPartMoving = 0.3

  /// Sets the lengths of steps of prices from the tours that move, where the run is on its way to a proof.
  ///
  /// Of a large pool they are few, and steps may be as much longer.
  private func setStepsOfMoving() {
    guard isProving, moving.count < tours.count else { return }
    sumMagnitudes(of: moving.lazy.map { Int($0) })
    for row in 0..<rows.count where priceSteps[row] > 0 {
      let sum = max(rows.activity[row], Self.leastPartMoving * magnitudes[row])
      priceSteps[row] = 1 / (rows.units[row] * sum)
    }
  }

  /// Steps after which it is seen anew which tours move.
  private static let stepsBetweenChoices = 16

  /// Chooses the tours that the next steps move: those with units, and those that gain at the prices at hand.
  ///
  /// All others would stay at nothing: passing over them changes no step until prices have one of them gain. Of the
  /// tours of a large pool they are nine in ten, and steps are as much quicker.
  private func chooseMoving(next: [Double], anchor: [Double]) {
    guard tours.count >= Self.fewToChooseFrom(periods: network.grid.count) else {
      moving = tours.indices.map { Int32($0) }
      return
    }
    rows.gather(prices)
    let sums = GatheredPrices(rows, prices: prices)
    moving.removeAll(keepingCapacity: true)
    for index in tours.indices
    where units[index] != 0 || anchor[index] != 0 || next[index] != 0
      || sums.reducedCost(of: terms[index]) < 0
    {
      moving.append(Int32(index))
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
      if iteration % Self.stepsBetweenChoices == 1 {
        chooseMoving(next: next, anchor: anchor)
        setStepsOfMoving()
      }
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
      switch balancing {
      case .ways: balanceByWays(next: next, anchor: anchor)
      case .complementarity(let weight): balanceByComplementarity(next: next, weight: weight)
      }
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

  /// One step: `next` and its like are where it leads; the point itself moves twice as far (reflection)
  /// and is pulled back towards the anchor.
  private func step(next: inout [Double], anchor: [Double], pull: Double) {
    let reach = 0.998
    let prices = self.prices.base
    rows.gather(self.prices)
    let tourStep = reach / balance
    let ahead = 1 - pull
    moveTours(&next, anchor: anchor, step: tourStep, pull: pull)
    for (index, change) in rows.changes.enumerated() {
      let slope = reducedCost(of: change, index, prices)
      let value = max(
        0, changed.base[index] - tourStep * changedSteps.base[index] * slope)
      changedNext.base[index] = value
      changedAhead.base[index] = 2 * value - changed.base[index]
      changed.base[index] = ahead * changedAhead.base[index] + pull * changedAnchor.base[index]
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

  /// Where one part of the tours is read and written; no two parts have a tour or a place in common.
  private struct TourMove: @unchecked Sendable {
    let sums: GatheredPrices
    let terms: UnsafePointer<TourTerm>
    let units: UnsafeMutablePointer<Double>
    let next: UnsafeMutablePointer<Double>
    let anchor: UnsafePointer<Double>
    let steps: UnsafePointer<Double>
    let uses: [UseSums]
    let moving: UnsafePointer<Int32>
    let step: Double
    let pull: Double

    func move(_ places: Range<Int>, into use: UseSums) {
      let ahead = 1 - pull
      for place in places {
        let index = Int(moving[place])
        let old = units[index]
        let slope = sums.reducedCost(of: terms[index])
        let value = max(0, old - step * steps[index] * slope)
        let reflected = 2 * value - old
        next[index] = value
        if reflected != 0 { use.enter(terms[index], reflected) }
        units[index] = ahead * reflected + pull * anchor[index]
      }
    }
  }

  /// The step of all tours, a part on each thread.
  private func moveTours(_ next: inout [Double], anchor: [Double], step: Double, pull: Double) {
    let count = moving.count
    let parts = rows.partsInUse
    terms.withUnsafeBufferPointer { terms in
      units.withUnsafeMutableBufferPointer { units in
        next.withUnsafeMutableBufferPointer { next in
          anchor.withUnsafeBufferPointer { anchor in
            unitSteps.withUnsafeBufferPointer { steps in
              moving.withUnsafeBufferPointer { moving in
                guard let terms = terms.baseAddress, let units = units.baseAddress,
                  let next = next.baseAddress, let anchor = anchor.baseAddress,
                  let steps = steps.baseAddress, let moving = moving.baseAddress
                else { return }
                let move = TourMove(
                  sums: GatheredPrices(rows, prices: prices), terms: terms, units: units,
                  next: next, anchor: anchor, steps: steps, uses: rows.flows.map { UseSums($0) },
                  moving: moving, step: step, pull: pull)
                _ = inParallel(parts, threads: threads) { part in
                  move.move(
                    count * part / parts..<count * (part + 1) / parts, into: move.uses[part])
                }
              }
            }
          }
        }
      }
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

  /// The most that is made of a rise in the ratio of ways, where periods are many; half the way, that is a tenth from one
  /// restart to the next.
  ///
  /// With longer steps prices go further, so that a rise feeds itself and the run strays. Where periods are few it
  /// does not, and a free rise is a little quicker.
  private static let mostRise = 1.21

  /// Moves the balance of steps towards the ratio of the ways that prices and tours went since the
  /// last restart (Applegate and others 2021).
  private func balanceByWays(next: [Double], anchor: [Double]) {
    let ways = squares(
      units: { next[$0] - anchor[$0] }, changed: { changedNext[$0] - changedAnchor[$0] },
      prices: { pricesNext[$0] - pricesAnchor[$0] })
    guard ways.tours > 1e-30, ways.prices > 1e-30 else { return }
    let ratio = (ways.prices / ways.tours).squareRoot()
    let mostRise = network.grid.count > Self.fewPeriods ? Self.mostRise : .infinity
    lengthenPriceSteps(by: min(mostRise, ratio / balance))
  }

  /// Moves the balance half the way to so many times itself, fourfold at most, so that one odd restart does not send
  /// the run astray.
  private func lengthenPriceSteps(by factor: Double) {
    balance *= min(4, max(0.25, factor.squareRoot()))
  }

  /// Moves the balance of steps towards the side that is further from its end where a step led.
  ///
  /// At the optimum a tour with units has no reduced cost and a row with a price is full. What the one costs, and
  /// what the other is worth, are both in the unit of the goal and so can be compared.
  private func balanceByComplementarity(next: [Double], weight: Double) {
    let prices = pricesNext.base
    rows.gather(pricesNext)
    let sums = GatheredPrices(rows, prices: pricesNext)
    var ofTours = 0.0
    for (term, units) in zip(terms, next) where units > 0 {
      ofTours += units * abs(sums.reducedCost(of: term))
    }
    for (index, change) in rows.changes.enumerated() {
      ofTours += changedNext[index] * abs(reducedCost(of: change, index, prices))
    }
    let use = UseSums(rows.flows[0])
    for (term, units) in zip(terms, next) where units > 0 { use.enter(term, units) }
    rows.spread(changedNext)
    var ofRows = 0.0
    for row in 0..<rows.count {
      let excess = rows.activity[row] - rows.limits[row]
      if excess > 0, highestPrices[row] < .infinity {
        // Strength beyond a requirement is right at the highest price.
        ofRows += excess * (highestPrices[row] - prices[row])
      } else {
        ofRows += abs(excess) * prices[row]
      }
    }
    guard ofTours > 0, ofRows > 0 else { return }
    lengthenPriceSteps(by: weight * ofRows / ofTours)
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
    for place in moving {
      let index = Int(place)
      sums.tours += units(index) * units(index) / unitSteps[index]
    }
    for index in rows.changes.indices {
      sums.tours += changed(index) * changed(index) / changedSteps[index]
    }
    for row in 0..<rows.count where priceSteps[row] > 0 {
      sums.prices += prices(row) * prices(row) / priceSteps[row]
    }
    return sums
  }
}
