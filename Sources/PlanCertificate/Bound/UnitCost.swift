import ForceModel

/// What one unit on one way costs in the sum that proves a level, before rows in place are counted.
struct UnitCost {
  /// For each day in place.
  let perDay: Interval
  private let once: Double
  private let perDayOfDelay: Double
  private let opening: Double
  private let assetDays: Double
  private let liftPrices: [Double]

  init(_ tours: TourFamily, weights: GoalWeights, multipliers: Multipliers, rules: RuleBook) {
    let model = rules.model
    let pledge = model.contributions[tours.contribution]
    let effort = Interval(pledge.tonnes) * Interval(tours.way.kilometres)
    let movement = effort * Interval(model.modes[tours.way.mode].costPerTonneKilometre)
    once = (Interval(weights.effort) * effort + Interval(weights.cost) * movement).lower
    perDay =
      Interval(weights.cost) * Interval(pledge.dailyCost)
      + Interval(multipliers.burden[pledge.contributor]) * Interval(pledge.personnel)
      / model.contributors[pledge.contributor].burdenWeight
    perDayOfDelay = Directed.productDown(weights.delay, pledge.personnel)
    opening = rules.opening[tours.crisis]
    assetDays = tours.way.assetDaysPerUnit.lower
    liftPrices = tours.way.lift.map { multipliers.lift[$0] } ?? []
  }

  /// The cost that a tour has once, not above the truth.
  func fixed(start: Double) -> Double {
    let wait = max(0, Directed.sumDown(start, -opening))
    return Directed.sumDown(once, Directed.productDown(perDayOfDelay, wait))
  }

  /// The cost of a move that is charged to lift in a period, not above the truth; 0 for no period.
  func ofLift(in period: Int?) -> Double {
    guard let period, !liftPrices.isEmpty else { return 0 }
    return Directed.productDown(liftPrices[period], assetDays)
  }
}
