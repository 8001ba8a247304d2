import ForceModel
import LinearProgramming
import PlanCertificate

/// Turns engine prices into the rows of prices.csv and into certificates.
struct PriceLines {
  private let network: DeploymentNetwork
  private let layout: RowLayout
  private let levels: [GoalLevel]

  init(network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel]) {
    self.network = network
    self.layout = layout
    self.levels = levels
  }

  // MARK: Prices

  /// The rows of prices.csv for the levels that were solved at a plan.
  func prices(_ settled: [SettledLevel], at point: PlanPoint) -> [Price] {
    settled.enumerated().flatMap { level, settledLevel -> [Price] in
      // A level that was cut short has prices that prove a bound, but they are not those of a limit.
      guard let ranges = settledLevel.ranges else { return [] }
      var rangeOfRow: [Int: Bounds?] = [:]
      for (row, range) in ranges { rangeOfRow[row] = range }
      var sidesOfRow: [Int: [SidePrice]] = [:]
      for side in settledLevel.sides { sidesOfRow[side.row, default: []].append(side) }
      return layout.rows.indices.flatMap { row -> [Price] in
        let value = weight(of: row, at: settledLevel.prices).zero(within: settledLevel.tolerance)
        let sides = (sidesOfRow[row] ?? []).map { side in
          (
            weight(of: row, pricedAt: side.value, goalWeights: side.goalWeights)
              .zero(within: settledLevel.tolerance), Optional(side.range)
          )
        }
        guard value != 0 || sides.contains(where: { $0.0 != 0 }) else { return [] }
        // Where only a side has a price, that of the basis says nothing beyond the bound itself.
        let range =
          rangeOfRow[row]
          ?? (value != 0
            ? unmetRange(of: layout.rows[row], at: point) : .fixed(layout.bounds[row].side))
        return ([(value, range)] + sides).compactMap { value, range in
          price(row: layout.rows[row], value: value, range: range, level: level)
        }
      }
      .enumerated().sorted {
        let (one, other) = (Self.key($0.element), Self.key($1.element))
        return one != other ? one < other : $0.offset < $1.offset
      }.map(\.element)
    }
  }

  /// While something is missing, every further person required is missing too.
  private func unmetRange(of row: PlanRow, at point: PlanPoint) -> Bounds? {
    guard case .requirement(let index, let period) = row else { return nil }
    let missing = point.shortfalls[index][period - network.firstActivePeriod[index]]
    return .atLeast(network.model.requirements[index].quantity - missing)
  }

  private static func key(_ price: Price) -> (Int, String, Double) {
    (PriceKind.allCases.firstIndex(of: price.kind) ?? 0, price.subject, price.fromDay)
  }

  private func price(row: PlanRow, value: Double, range: Bounds?, level: Int) -> Price? {
    guard let place = place(of: row), let kind = row.priceKind else { return nil }
    let unit =
      switch row {
      case .requirement(let index, _)
      where network.model.requirements[index].unit == .personnel:
        "person"
      case .requirement, .supply: "unit"
      case .lift: "asset-day"
      default: "person"
      }
    return Price(
      level: level + 1, kind: kind, subject: place.subject, fromDay: place.from.roundedForPlans,
      untilDay: place.until.roundedForPlans, price: value.roundedForPlans,
      rangeLow: range.flatMap { $0.lower.isFinite ? $0.lower.roundedForPlans : nil },
      rangeHigh: range.flatMap { $0.upper.isFinite ? $0.upper.roundedForPlans : nil },
      unit: "\(levels[level].unit) per \(unit)")
  }

  // MARK: Certificate

  /// The multipliers that prove that fixed deployments contradict each other; none where nothing but a search
  /// says so.
  ///
  /// Every line in conflict is listed, also one whose price is 0: then the proof fails, and is seen to.
  func multipliers(of contradiction: Contradiction) -> [RowMultiplier] {
    guard let proof = contradiction.proof else { return [] }
    let lines = Set(contradiction.lines.map { layout.commitment[$0] })
    return layout.rows.indices.compactMap { row in
      let multiplier = multiplier(of: row, at: proof, hasBurden: false)
      return lines.contains(row) || (multiplier?.value ?? 0) > 0 ? multiplier : nil
    }.sorted { Self.key($0) < Self.key($1) }
  }

  /// The multipliers that prove the levels that were solved.
  ///
  /// Where data lie so far apart that a proof takes numbers beyond those that a plan can hold, the level has no
  /// multipliers: nothing is proven of it then.
  func certificates(_ settled: [SettledLevel]) -> [LevelCertificate] {
    settled.enumerated().map { level, settledLevel in
      // Without the burden goal among the levels so far, only limits of their own hold burdens down.
      let hasBurden = levels[...level].contains { $0.goal == .burden }
      let rows = layout.rows.indices.compactMap { row in
        multiplier(of: row, at: settledLevel.proof, hasBurden: hasBurden)
      }.filter { $0.value > 0 }
      let goals = settledLevel.proof.goalWeights[..<level].map { max(0, $0) }
      let isTooLarge = (goals + rows.map(\.value)).contains { !($0 <= PlanVerifier.largestNumber) }
      return LevelCertificate(
        level: level + 1, name: levels[level].name,
        goalMultipliers: isTooLarge ? goals.map { _ in 0 } : goals,
        rows: isTooLarge ? [] : rows.sorted { Self.key($0) < Self.key($1) })
    }
  }

  /// The multiplier of a row; nil where the row proves nothing.
  private func multiplier(of row: Int, at proof: RowPrices, hasBurden: Bool) -> RowMultiplier? {
    guard let place = place(of: layout.rows[row]) else { return nil }
    if case .burden(let member) = layout.rows[row], !hasBurden,
      network.model.contributors[member].burdenLimit == nil
    {
      return nil
    }
    // A price on the wrong side is rounding: it would not be valid, and it is worth nothing.
    return RowMultiplier(
      family: place.family, subject: place.subject, fromDay: place.from, untilDay: place.until,
      value: max(0, weight(of: row, at: proof)))
  }

  private static func key(_ row: RowMultiplier) -> (Int, String, Double) {
    (RowFamily.allCases.firstIndex(of: row.family) ?? 0, row.subject, row.fromDay)
  }

  /// What a row weighs in the proof: what one more unit of a limit gains, or what one more unit
  /// required or committed costs.
  private func weight(of row: Int, at prices: RowPrices) -> Double {
    weight(of: row, pricedAt: prices.values[row], goalWeights: prices.goalWeights)
  }

  private func weight(of row: Int, pricedAt value: Double, goalWeights: [Double]) -> Double {
    switch layout.rows[row] {
    case .requirement(let index, let period):
      levels.worth(of: network.model.requirements[index], goalWeights: goalWeights)
        * network.grid.days(period) + value
    case .commitment: value
    default: -value
    }
  }

  // MARK: Rows

  /// What a row is about; nil for rows that only define a sum.
  private func place(
    of row: PlanRow
  ) -> (family: RowFamily, subject: String, from: Double, until: Double)? {
    let model = network.model
    let grid = network.grid
    func at(_ family: RowFamily, _ subject: String, _ period: Int)
      -> (family: RowFamily, subject: String, from: Double, until: Double)
    {
      (family, subject, grid.start(period), grid.end(period))
    }
    switch row {
    case .supply(let contribution, let period):
      return at(.supply, model.contributions[contribution].id, period)
    case .requirement(let requirement, let period):
      return at(.requirement, model.requirements[requirement].id, period)
    case .lift(let lift, let period):
      return at(.lift, model.liftPools[lift].id, period)
    case .share(let contributor, let crisis, let period):
      let subject = "\(model.contributors[contributor].id)@\(model.crises[crisis].id)"
      return at(.share, subject, period)
    case .shareOverall(let contributor, let period):
      return at(.shareOverall, model.contributors[contributor].id, period)
    case .burden(let contributor):
      return (.burden, model.contributors[contributor].id, 0, model.policy.horizonDays)
    case .commitment(let index):
      let fixed = model.fixedDeployments[index]
      return (.commitment, String(fixed.row), fixed.from, fixed.until)
    case .retasking, .heldGoal:
      return nil
    }
  }
}

extension Double {
  /// The number, or 0 where it is none but for rounding.
  fileprivate func zero(within tolerance: Double) -> Double { abs(self) > tolerance ? self : 0 }
}
