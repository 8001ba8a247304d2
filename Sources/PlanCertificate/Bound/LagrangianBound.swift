import ForceModel

/// Adds up the proven lower bound of one level; `README.md` beside this target derives it.
///
/// Every operation is rounded so that the sum errs downwards. The tours are handed in by
/// `provenBounds`, contribution by contribution.
struct LagrangianBound {
  private let rules: RuleBook
  private let multipliers: Multipliers
  private let weights: GoalWeights
  private let commitments: [CommitmentKey: [Commitment]]
  /// The worth of a person and of a unit in place, by capability x crises + crisis; filled on demand.
  private var worths: [Worth?]
  /// Sum over members of cap x share multiplier, not below the truth, by crisis and period.
  private var cappedShares: [[Double]]
  private var cappedSharesOverall: [Double]

  /// A number that is not above the bound, as far as it has been added up.
  private(set) var total = 0.0

  private var chain: HoldChain
  /// Running sums of the supply multipliers of the current contribution.
  private var held: [Interval] = []
  /// Running sums over periods of what a unit of the current contribution costs in place.
  private var inPlace: [Interval] = []

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
    var ofPerson: [Double]
    var ofUnit: [Double]
  }

  /// Starts the bound of the level at `position` with everything but the tours.
  ///
  /// `values` are the plan's own values of the levels, of which those before `position` are used.
  init(
    position: Int, levels: [GoalLevel], values: [Interval], multipliers: Multipliers,
    rules: RuleBook
  ) {
    self.rules = rules
    self.multipliers = multipliers
    weights = GoalWeights(levels: levels[...position], multipliers: multipliers.goals)
    chain = HoldChain(periodCount: rules.periods.count)
    let model = rules.model
    worths = Array(repeating: nil, count: model.capabilities.count * model.crises.count)
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

  /// The column of the largest burden, which lies between 0 and the burden of sending everything for
  /// the whole of the plan.
  private mutating func addLargestBurden() {
    let model = rules.model
    let prices = multipliers.burden.reduce(0) { Directed.sumUp($0, $1) }
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
    let prices = multipliers.supply[contribution]
    held =
      prices.isEmpty
      ? Array(repeating: .zero, count: rules.periods.count + 1) : Interval.runningSums(of: prices)
  }

  /// Starts a crisis that the contribution may serve.
  mutating func begin(contribution: Int, crisis: Int) {
    let model = rules.model
    let pledge = model.contributions[contribution]
    let worth = worth(of: contribution, at: crisis)
    let shares = multipliers.share[crisis * model.contributors.count + pledge.contributor]
    let sharesOverall = multipliers.shareOverall[pledge.contributor]
    let caps = cappedShares[crisis]
    let net = (0..<rules.periods.count).map { period -> Double in
      let best = max(
        Directed.productUp(pledge.personnel, worth.ofPerson[period]), worth.ofUnit[period])
      var share = 0.0
      if !shares.isEmpty { share = Directed.sumDown(share, shares[period]) }
      if !caps.isEmpty { share = Directed.sumDown(share, -caps[period]) }
      if !sharesOverall.isEmpty { share = Directed.sumDown(share, sharesOverall[period]) }
      if !cappedSharesOverall.isEmpty {
        share = Directed.sumDown(share, -cappedSharesOverall[period])
      }
      return Directed.sumDown(Directed.productDown(pledge.personnel, share), -best)
    }
    inPlace = Interval.runningSums(of: net)
  }

  private mutating func worth(of contribution: Int, at crisis: Int) -> Worth {
    let capability = rules.model.contributions[contribution].capability
    let position = capability * rules.model.crises.count + crisis
    if let worth = worths[position] { return worth }
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
    return worth
  }

  /// Looks at every tour of the current contribution and crisis by one way.
  ///
  /// A tour's reduced cost is a sum of a part that its first period decides, a part that its last
  /// period decides, and the supply multipliers of the last periods held. First periods from which
  /// even the cheapest end does not come below 0 are passed over, so where the multipliers are
  /// nearly right the work is O(periods), and O(periods²) only otherwise.
  mutating func addTours(_ tours: TourTable) {
    let way = tours.way
    let periods = rules.periods
    let pledge = rules.model.contributions[tours.contribution]
    let cost = UnitCost(tours, weights: weights, multipliers: multipliers, rules: rules)

    let ends = periods.boundaries.indices.dropLast().map { last -> Double in
      let stay = Directed.productDown(cost.perDay.lower, periods.end(last))
      let homeward = cost.ofLift(in: rules.returnPeriod(last: last))
      return Directed.sumDown(Directed.sumDown(stay, inPlace[last + 1].lower), homeward)
    }
    func beginning(_ first: Int) -> Double {
      let stay = Directed.productUp(cost.perDay.upper, periods.start(first))
      let departure = tours.departures[first]
      var sum = Directed.sumDown(cost.fixed(start: periods.start(first)), -stay)
      sum = Directed.sumDown(sum, -inPlace[first].upper)
      sum = Directed.sumDown(sum, -held[departure].upper)
      return Directed.sumDown(sum, cost.ofLift(in: departure))
    }
    func reducedCost(_ beginning: Double, _ first: Int, _ last: Int) -> (Double, lastHeld: Int) {
      let lastHeld =
        pledge.dwellRatio == 0
        ? tours.returns[last]
        : rules.lastHeldPeriod(of: tours.contribution, by: way, first: first, last: last)
      let sum = Directed.sumDown(beginning, ends[last])
      return (Directed.sumDown(sum, held[lastHeld + 1].lower), lastHeld)
    }

    // Dwell can only add to what a tour holds, so leaving it out here errs downwards.
    var cheapestEnd = Array(repeating: Double.infinity, count: periods.count + 1)
    for last in stride(from: periods.count - 1, through: way.firstPeriod, by: -1) {
      cheapestEnd[last] = cheapestEnd[last + 1]
      guard tours.demand.isActive[last] else { continue }
      let end = Directed.sumDown(ends[last], held[tours.returns[last] + 1].lower)
      if !(end >= cheapestEnd[last]) { cheapestEnd[last] = end }
    }

    for first in way.firstPeriod..<periods.count where tours.demand.isActive[first] {
      let beginning = beginning(first)
      if Directed.sumDown(beginning, cheapestEnd[first]) >= 0 { continue }
      for last in first..<periods.count {
        let days = periods.days(first, through: last)
        if let maximum = pledge.maximumTour, days > maximum + Periods.sameDay { break }
        guard tours.demand.isActive[last], days >= tours.demand.minimumTour - Periods.sameDay else {
          continue
        }
        let (cost, lastHeld) = reducedCost(beginning, first, last)
        // Written so that NaN is kept and spoils the bound.
        guard !(cost >= 0) else { continue }
        chain.offer(first: tours.departures[first], last: lastHeld, weight: -cost)
      }
    }

    let key = CommitmentKey(
      contribution: tours.contribution, crisis: tours.crisis, mode: way.mode, lift: way.lift)
    for commitment in commitments[key] ?? [] where commitment.first >= way.firstPeriod {
      let (cost, lastHeld) = reducedCost(
        beginning(commitment.first), commitment.first, commitment.last)
      let reduced = Directed.sumDown(cost, -commitment.multiplier)
      guard !(reduced >= 0) else { continue }
      chain.offer(first: tours.departures[commitment.first], last: lastHeld, weight: -reduced)
    }
  }

  /// Ends a contribution: what its tours can win at most is lost.
  mutating func end(contribution: Int) {
    lose(Directed.productUp(rules.available[contribution], chain.takeHeaviest()))
  }
}
