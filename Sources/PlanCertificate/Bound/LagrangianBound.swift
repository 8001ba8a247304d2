import ForceModel

/// Adds up the proven lower bound of one level, or of the units that fixed deployments lack; `README.md` beside
/// this target derives it.
///
/// Every operation is rounded so that the sum errs downwards. The tours are handed in by
/// `provenBounds`, contribution by contribution.
struct LagrangianBound {
  private let rules: RuleBook
  private let multipliers: Multipliers
  private let weights: GoalWeights
  private let commitments: [CommitmentKey: [Commitment]]
  /// The worth of a person and of a unit in place, by capability x crises + crisis; empty until
  /// it is needed.
  private var worths: [Worth]
  /// Sum over members of cap x share multiplier, not below the truth, by crisis and period.
  private var cappedShares: [[Double]]
  private var cappedSharesOverall: [Double]

  /// A number that is not above the bound, as far as it has been added up.
  private(set) var total = 0.0

  private var chain: HoldChain
  /// Supply multipliers of the current contribution by period; no entries where all are 0.
  private var supplyPrices: [Double] = []
  /// Their sums over the periods before each boundary.
  private var held: [Interval]
  /// Sums, over the periods before each boundary, of what a unit of the current contribution costs in
  /// place at the current crisis.
  private var inPlace: [Interval]
  /// What the last period in place adds to the reduced cost of the current tours, by period.
  private var ends: [Double]
  /// The least that an end in a period or later adds, supply included; by boundary.
  private var cheapestEnds: [Double]

  private struct Commitment {
    let first: Int
    let last: Int
    let multiplier: Double
  }

  private struct CommitmentKey: Hashable {
    let contribution: Int
    let crisis: Int
    let mode: Int
    let lift: Int?
  }

  /// What strength is worth at one crisis, by period: the largest effectiveness x multiplier.
  private struct Worth {
    var ofPerson: [Double] = []
    var ofUnit: [Double] = []
  }

  /// Starts a bound with everything but the tours.
  ///
  /// `values` are the plan's own values of the levels; those that have a multiplier are used.
  init(
    weights: GoalWeights, values: [Interval], multipliers: Multipliers, rules: RuleBook
  ) {
    self.rules = rules
    self.multipliers = multipliers
    self.weights = weights
    chain = HoldChain(periodCount: rules.periods.count)
    let model = rules.model
    worths = Array(
      repeating: Worth(), count: model.capabilities.count * model.crises.count)
    held = Array(repeating: .zero, count: rules.periods.count + 1)
    inPlace = held
    ends = Array(repeating: 0, count: rules.periods.count)
    cheapestEnds = ends + [0]
    var commitments: [CommitmentKey: [Commitment]] = [:]
    for (fixed, multiplier) in zip(model.fixedDeployments, multipliers.commitment)
    where multiplier > 0 {
      guard let stay = rules.periods.range(from: fixed.from, until: fixed.until) else { continue }
      let key = CommitmentKey(
        contribution: fixed.contribution, crisis: fixed.crisis, mode: fixed.mode, lift: fixed.lift)
      commitments[key, default: []].append(
        Commitment(first: stay.lowerBound, last: stay.upperBound - 1, multiplier: multiplier))
    }
    self.commitments = commitments
    cappedShares = model.crises.indices.map { crisis in
      let members = model.contributors.count
      return Self.cappedSum(
        multipliers.share[(crisis * members)..<((crisis + 1) * members)], caps: rules.shareCap(of:))
    }
    cappedSharesOverall = Self.cappedSum(
      multipliers.shareOverall[...], caps: { _ in model.policy.shareCapOverall })

    for (multiplier, value) in zip(multipliers.goals, values) {
      lose(Directed.productUp(multiplier, value.upper))
    }
    addRightHandSides()
    addShortfallColumns()
    addLargestBurden()
  }

  private static func cappedSum(_ shares: ArraySlice<[Double]>, caps: (Int) -> Double) -> [Double] {
    var sums: [Double] = []
    for (member, multipliers) in shares.enumerated() where !multipliers.isEmpty {
      if sums.isEmpty { sums = Array(repeating: 0, count: multipliers.count) }
      for (period, multiplier) in multipliers.enumerated() {
        sums[period] = Directed.sumUp(
          sums[period], Directed.productUp(caps(member), multiplier))
      }
    }
    return sums
  }

  private mutating func gain(_ amount: Double) { total = Directed.sumDown(total, amount) }

  private mutating func lose(_ amount: Double) { total = Directed.sumDown(total, -amount) }
}

// MARK: - Rows and columns without tours

extension LagrangianBound {
  private mutating func addRightHandSides() {
    let model = rules.model
    for (available, prices) in zip(rules.available, multipliers.supply) {
      for price in prices { lose(Directed.productUp(price, available)) }
    }
    for (pool, prices) in zip(model.liftPools, multipliers.lift) {
      let assets = Directed.productUp(pool.assets, pool.availability)
      for (period, price) in prices.enumerated() {
        let assetDays = Directed.productUp(assets, rules.periods.days(period))
        lose(Directed.productUp(price, assetDays))
      }
    }
    for (member, price) in zip(model.contributors, multipliers.burden) {
      if let limit = member.burdenLimit { lose(Directed.productUp(price, limit)) }
    }
    for (fixed, price) in zip(model.fixedDeployments, multipliers.commitment) {
      gain(Directed.productDown(price, rules.committedUnits(of: fixed)))
    }
  }

  /// Requirement rows and their shortfall columns, which lie between 0 and the quantity.
  private mutating func addShortfallColumns() {
    for (requirement, need) in rules.model.requirements.enumerated() {
      let prices = multipliers.requirement[requirement]
      guard !prices.isEmpty else { continue }
      let weight = Directed.productDown(weights.shortfall(of: need), need.weight)
      for (price, period) in zip(prices, rules.windows[requirement]) {
        gain(Directed.productDown(price, need.quantity))
        let cost = Directed.productDown(weight, rules.periods.days(period))
        let reducedCost = Directed.sumDown(cost, -price)
        if reducedCost < 0 { lose(Directed.productUp(-reducedCost, need.quantity)) }
      }
    }
  }

  /// The columns of units that fixed deployments lack: each weighs 1, and lies between 0 and the units that stand.
  mutating func addMissingUnits() {
    for (fixed, price) in zip(rules.model.fixedDeployments, multipliers.commitment) {
      let reducedCost = Directed.sumDown(1, -price)
      if reducedCost < 0 { lose(Directed.productUp(-reducedCost, rules.committedUnits(of: fixed))) }
    }
  }

  /// The column of the largest burden, which lies between 0 and the burden of sending everything for
  /// the whole of the plan.
  private mutating func addLargestBurden() {
    let model = rules.model
    let prices = zip(model.contributors, multipliers.burden)
      .filter { $0.0.burdenLimit == nil }.reduce(0) { Directed.sumUp($0, $1.1) }
    let reducedCost = Directed.sumDown(weights.burden, -prices)
    guard reducedCost < 0 else { return }
    var burdens = Array(repeating: Interval.zero, count: model.contributors.count)
    for (pledge, available) in zip(model.contributions, rules.available) {
      burdens[pledge.contributor] +=
        Interval(available) * Interval(pledge.personnel) * Interval(model.policy.horizonDays)
        / model.contributors[pledge.contributor].burdenWeight
    }
    lose(Directed.productUp(-reducedCost, burdens.map(\.upper).max() ?? 0))
  }
}

// MARK: - Tours

extension LagrangianBound {
  /// Starts a contribution; its tours follow.
  mutating func begin(contribution: Int) {
    supplyPrices = multipliers.supply[contribution]
    for period in 0..<rules.periods.count {
      held[period + 1] =
        supplyPrices.isEmpty ? .zero : held[period] + Interval(supplyPrices[period])
    }
  }

  /// Starts a crisis that the contribution may serve, and gives whether a tour may reduce the bound.
  ///
  /// A tour holds its units at least while they are in place. If in every period the supply
  /// multiplier outweighs what units in place are worth, no tour can have a negative reduced cost.
  mutating func begin(contribution: Int, crisis: Int) -> Bool {
    let pledge = rules.model.contributions[contribution]
    fillWorth(of: contribution, at: crisis)
    let worth = worths[pledge.capability * rules.model.crises.count + crisis]
    let shares = multipliers.share[crisis * rules.model.contributors.count + pledge.contributor]
    let sharesOverall = multipliers.shareOverall[pledge.contributor]
    let caps = cappedShares[crisis]
    var mayReduce = !commitments.isEmpty
    for period in 0..<rules.periods.count {
      let best = max(
        Directed.productUp(pledge.personnel, worth.ofPerson[period]), worth.ofUnit[period])
      var share = 0.0
      if !shares.isEmpty { share = Directed.sumDown(share, shares[period]) }
      if !caps.isEmpty { share = Directed.sumDown(share, -caps[period]) }
      if !sharesOverall.isEmpty { share = Directed.sumDown(share, sharesOverall[period]) }
      if !cappedSharesOverall.isEmpty {
        share = Directed.sumDown(share, -cappedSharesOverall[period])
      }
      let net = Directed.sumDown(Directed.productDown(pledge.personnel, share), -best)
      inPlace[period + 1] = inPlace[period] + Interval(net)
      let supply = supplyPrices.isEmpty ? 0 : supplyPrices[period]
      if !(Directed.sumDown(supply, net) >= 0) { mayReduce = true }
    }
    return mayReduce
  }

  private mutating func fillWorth(of contribution: Int, at crisis: Int) {
    let capability = rules.model.contributions[contribution].capability
    let position = capability * rules.model.crises.count + crisis
    guard worths[position].ofPerson.isEmpty else { return }
    let none = Array(repeating: 0.0, count: rules.periods.count)
    var worth = Worth(ofPerson: none, ofUnit: none)
    for use in rules.demand(of: contribution, at: crisis).uses {
      let prices = multipliers.requirement[use.requirement]
      let isCountedInPersonnel = rules.model.requirements[use.requirement].unit == .personnel
      for (price, period) in zip(prices, rules.windows[use.requirement]) where price > 0 {
        let strength = Directed.productUp(use.effectiveness, price)
        if isCountedInPersonnel {
          worth.ofPerson[period] = max(worth.ofPerson[period], strength)
        } else {
          worth.ofUnit[period] = max(worth.ofUnit[period], strength)
        }
      }
    }
    worths[position] = worth
  }

  /// Looks at every tour of the current contribution and crisis by one way.
  ///
  /// A tour's reduced cost is a sum of a part that its first period decides, a part that its last
  /// period decides, and the supply multipliers of the last periods held. First periods from which
  /// even the cheapest end does not come below 0 are passed over, so where the multipliers are
  /// nearly right the work is O(periods), and O(periods²) only otherwise.
  mutating func add(_ tours: TourFamily, holding holds: HoldTable) {
    let periods = rules.periods
    let demand = tours.demand
    let maximum = rules.model.contributions[tours.contribution].maximumTour ?? .infinity
    let cost = UnitCost(tours, weights: weights, multipliers: multipliers, rules: rules)
    fillEnds(tours, holds, cost: cost)

    for first in tours.way.firstPeriod..<periods.count where demand.isActive[first] {
      let beginning = beginning(first, holds, cost: cost)
      if Directed.sumDown(beginning, cheapestEnds[first]) >= 0 { continue }
      for last in first..<periods.count {
        let days = periods.days(first, through: last)
        if days > maximum + Periods.sameDay { break }
        guard demand.isActive[last], days >= demand.minimumTour - Periods.sameDay else { continue }
        addTour(first, last, tours, holds, beginning: beginning)
      }
    }

    guard !commitments.isEmpty else { return }
    let key = CommitmentKey(
      contribution: tours.contribution, crisis: tours.crisis, mode: tours.way.mode,
      lift: tours.way.lift)
    for commitment in commitments[key] ?? [] where commitment.first >= tours.way.firstPeriod {
      let beginning = beginning(commitment.first, holds, cost: cost)
      addTour(
        commitment.first, commitment.last, tours, holds,
        beginning: Directed.sumDown(beginning, -commitment.multiplier))
    }
  }

  /// What the last period in place adds to a tour's reduced cost, and the least over later ones.
  private mutating func fillEnds(_ tours: TourFamily, _ holds: HoldTable, cost: UnitCost) {
    cheapestEnds[rules.periods.count] = .infinity
    for last in stride(from: rules.periods.count - 1, through: tours.way.firstPeriod, by: -1) {
      let stay = Directed.productDown(cost.perDay.lower, rules.periods.end(last))
      let homeward = cost.ofLift(in: rules.returnPeriod(last: last))
      ends[last] = Directed.sumDown(Directed.sumDown(stay, inPlace[last + 1].lower), homeward)
      cheapestEnds[last] = cheapestEnds[last + 1]
      guard tours.demand.isActive[last] else { continue }
      // Dwell can only add to what a tour holds, so leaving it out here errs downwards.
      let end = Directed.sumDown(ends[last], held[holds.returns[last] + 1].lower)
      if !(end >= cheapestEnds[last]) { cheapestEnds[last] = end }
    }
  }

  /// What the first period in place adds to a tour's reduced cost.
  private func beginning(_ first: Int, _ holds: HoldTable, cost: UnitCost) -> Double {
    let start = rules.periods.start(first)
    let departure = holds.departures[first]
    var sum = Directed.sumDown(
      cost.fixed(start: start), -Directed.productUp(cost.perDay.upper, start))
    sum = Directed.sumDown(sum, -inPlace[first].upper)
    sum = Directed.sumDown(sum, -held[departure].upper)
    return Directed.sumDown(sum, cost.ofLift(in: departure))
  }

  /// Offers one tour to the chain, if its reduced cost is below 0.
  private mutating func addTour(
    _ first: Int, _ last: Int, _ tours: TourFamily, _ holds: HoldTable, beginning: Double
  ) {
    var lastHeld = holds.returns[last]
    if rules.model.contributions[tours.contribution].dwellRatio > 0 {
      lastHeld = rules.lastHeldPeriod(
        of: tours.contribution, by: tours.way, first: first, last: last)
    }
    let reducedCost = Directed.sumDown(
      Directed.sumDown(beginning, ends[last]), held[lastHeld + 1].lower)
    // Written so that NaN is kept and spoils the bound.
    guard !(reducedCost >= 0) else { return }
    chain.offer(first: holds.departures[first], last: lastHeld, weight: -reducedCost)
  }

  /// Ends a contribution: what its tours can win at most is lost.
  mutating func end(contribution: Int) {
    lose(Directed.productUp(rules.available[contribution], chain.takeHeaviest()))
  }
}
