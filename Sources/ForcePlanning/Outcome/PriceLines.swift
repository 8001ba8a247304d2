import ForceModel
import LinearProgramming

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

  /// The rows of prices.csv for the levels that were solved.
  func prices(_ settled: [SettledLevel]) -> [Price] {
    settled.enumerated().flatMap { level, settledLevel in
      settledLevel.ranges.compactMap { row, range in
        price(
          row: layout.rows[row], value: settledLevel.prices.values[row], range: range, level: level)
      }
      .sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
    }
  }

  private static func key(_ price: Price) -> [String] {
    let kind = PriceKind.allCases.firstIndex(of: price.kind) ?? 0
    // Days have at most five digits before the point; padded, they sort as text.
    let day = String(Int((price.fromDay * 1e6).rounded()))
    return [
      String(kind), price.subject, String(repeating: "0", count: max(0, 16 - day.count)) + day,
    ]
  }

  private func price(row: PlanRow, value: Double, range: Bounds?, level: Int) -> Price? {
    guard let place = place(of: row), let kind = place.family.priceKind else { return nil }
    // A limit from above helps when it is raised; a requirement costs.
    let isRequirement = kind == .requirement
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
      untilDay: place.until.roundedForPlans,
      price: (isRequirement ? value : -value).roundedForPlans,
      rangeLow: range.flatMap { $0.lower.isFinite ? $0.lower.roundedForPlans : nil },
      rangeHigh: range.flatMap { $0.upper.isFinite ? $0.upper.roundedForPlans : nil },
      unit: "\(levels[level].unit) per \(unit)")
  }

  // MARK: Certificate

  /// The multipliers that prove the levels that were solved.
  func certificates(_ settled: [SettledLevel]) -> [LevelCertificate] {
    settled.enumerated().map { level, settledLevel in
      // Without the burden goal among the levels so far, nothing holds burdens down.
      let hasBurden = levels[...level].contains { $0.goal == .burden }
      let rows = layout.rows.indices.compactMap { row in
        multiplier(row: layout.rows[row], value: settledLevel.proof.values[row])
      }
      .filter { $0.family != .burden || hasBurden }
      return LevelCertificate(
        level: level + 1, name: levels[level].name,
        goalMultipliers: settledLevel.proof.goalWeights[..<level].map { max(0, $0) },
        rows: rows.sorted { Self.key($0) < Self.key($1) })
    }
  }

  private static func key(_ row: RowMultiplier) -> (Int, String, Double) {
    (RowFamily.allCases.firstIndex(of: row.family) ?? 0, row.subject, row.fromDay)
  }

  private func multiplier(row: PlanRow, value: Double) -> RowMultiplier? {
    guard let place = place(of: row) else { return nil }
    let isLowerBound = place.family == .requirement || place.family == .commitment
    let weight = isLowerBound ? value : -value
    // A price on the wrong side is rounding: it would not be valid, and it is worth nothing.
    guard weight > 0 else { return nil }
    return RowMultiplier(
      family: place.family, subject: place.subject, fromDay: place.from, untilDay: place.until,
      value: weight)
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
    case .presence, .presenceOverall, .heldGoal:
      return nil
    }
  }
}

extension RowFamily {
  /// The kind under which prices.csv lists the family; nil: it does not.
  fileprivate var priceKind: PriceKind? {
    switch self {
    case .supply: .supply
    case .requirement: .requirement
    case .lift: .lift
    case .share, .shareOverall: .share
    case .burden, .commitment: nil
    }
  }
}
