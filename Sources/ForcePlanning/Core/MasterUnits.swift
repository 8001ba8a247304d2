import ForceModel

/// What 1 on a column of the master program stands for.
struct ColumnUnits: Sendable {
  /// Units of a pledge on one of its tours, indexed by contribution.
  let tours: [Double]
  /// Persons (or units) of a service that change their task.
  let retasking: Double

  /// Units and persons one by one.
  static func plain(_ network: DeploymentNetwork) -> ColumnUnits {
    ColumnUnits(tours: network.pledges.map { _ in 1 }, retasking: 1)
  }

  /// What 1 on a column stands for.
  func unit(of column: MasterColumn) -> Double {
    switch column {
    case .tour(let tour): tours[tour.contribution]
    case .retasking: retasking
    }
  }
}

extension ColumnUnits {
  /// Pledges whose units are so many times larger or smaller than usual are counted in other numbers of units.
  private static let usualSizes = 64.0

  /// Units in numbers of about as many persons each, so that the tolerances of an engine mean the same for all.
  ///
  /// Where sizes are usual, or units have to stay whole, units are counted one by one.
  init(_ network: DeploymentNetwork) {
    let sizes = network.pledges.map(\.personnel)
    let known = sizes.filter { $0 > 0 }.sorted()
    let usual = known.isEmpty ? 1 : known[known.count / 2]
    let isWhole = network.model.policy.wholeUnits
    let tours = sizes.map { size in
      let isUsual = size <= 0 || max(size / usual, usual / size) <= Self.usualSizes
      return isWhole || isUsual ? 1 : powerOfTwo(near: usual / size)
    }
    self.tours = tours
    // About as many as a tour has, so that reduced costs of both kinds of column are judged alike.
    let strengths = tours.indices.map { network.services.factor(of: $0) * tours[$0] }
    retasking = powerOfTwo(near: strengths.max() ?? 1)
  }
}

/// The units in which the master program counts, all powers of two, so that coefficients stay within a few decades
/// and nothing is rounded.
struct MasterUnits: Sendable {
  /// What 1 on a column stands for.
  let columns: ColumnUnits
  /// What a row is divided by, indexed by row of the layout.
  let rows: [Double]
  /// What costs of each level are divided by, indexed by level; the guide's comes last.
  let costs: [Double]
  /// Person-days by burden weight that 1 on the column of the largest burden stands for.
  let burden: Double

  /// Coefficients within these need no unit of their own.
  private static let usualCoefficients = 1.0 / 64...4096.0

  /// Looks at every route for the largest coefficients and costs that one on a column can have.
  ///
  /// - Complexity: O(routes x levels + rows).
  init(network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel]) {
    let columns = ColumnUnits(network)
    let burden = Self.burdenUnit(network, columns: columns)
    let largest = LargestCoefficients(
      network, levels: levels + [.guide], columns: columns, burden: burden)
    let costs = largest.costs.map { powerOfTwo(near: $0) }
    self.columns = columns
    self.burden = burden
    self.costs = costs
    rows = layout.rows.map { row in
      switch row {
      case .burden: burden
      case .heldGoal(let level): costs[level]
      case .supply(let contribution, _): columns.tours[contribution]
      case .commitment(let fixed):
        columns.tours[network.model.fixedDeployments[fixed].contribution]
      case .requirement(let requirement, _): Self.unit(of: largest.requirements[requirement])
      case .lift(let pool, _): Self.unit(of: largest.lift[pool])
      case .share(_, let crisis, _): Self.unit(of: largest.presence[crisis])
      case .shareOverall: Self.unit(of: largest.presence.max() ?? 1)
      case .retasking: 1
      }
    }
  }

  private static func unit(of largest: Double) -> Double {
    largest == 0 || usualCoefficients.contains(largest) ? 1 : powerOfTwo(near: largest)
  }

  /// A power of two near the largest burden that one on a column can lay on its member.
  private static func burdenUnit(_ network: DeploymentNetwork, columns: ColumnUnits) -> Double {
    let horizon = network.grid.boundaries.last ?? 1
    let largest = network.model.contributions.enumerated().map { index, pledge in
      pledge.personnel * columns.tours[index] * horizon
        / network.model.contributors[pledge.contributor].burdenWeight
    }.max()
    return powerOfTwo(near: largest ?? 1)
  }
}

/// The largest coefficients and costs that one on a column can have.
private struct LargestCoefficients {
  /// Strength for a requirement, indexed by requirement.
  private(set) var requirements: [Double]
  /// Asset-days, indexed by lift pool.
  private(set) var lift: [Double]
  /// Persons in place, indexed by crisis.
  private(set) var presence: [Double]
  /// Costs, indexed by level.
  private(set) var costs: [Double]

  init(
    _ network: DeploymentNetwork, levels: [GoalLevel], columns: ColumnUnits, burden: Double
  ) {
    let model = network.model
    requirements = model.requirements.map { _ in 0 }
    lift = model.liftPools.map { _ in 0 }
    presence = model.crises.map { _ in 0 }
    let persons = zip(network.pledges, columns.tours).map { $0.personnel * $1 }.max() ?? 1
    let units = columns.tours.max() ?? 1
    costs = levels.map { level in
      model.requirements.reduce(level.costOfLargestBurden * burden) { largest, need in
        let strength = need.unit == .personnel ? persons : units
        return max(largest, level.weight(of: need) * (need.until - need.from) * strength)
      }
    }
    network.forEachRoute { route, _ in
      see(route, in: network, levels: levels, unit: columns.tours[route.contribution])
    }
  }

  private mutating func see(
    _ route: Route, in network: DeploymentNetwork, levels: [GoalLevel], unit: Double
  ) {
    let factor = network.services.factor(of: route.contribution) * unit
    for use in network.services.uses(of: route.service) {
      requirements[use.requirement] = max(requirements[use.requirement], use.strength * factor)
    }
    if let pool = route.lift { lift[pool] = max(lift[pool], route.assetDaysPerUnit * unit) }
    presence[route.crisis] = max(
      presence[route.crisis], network.pledges[route.contribution].personnel * unit)
    let horizon = network.grid.boundaries.last ?? 1
    for (level, goal) in levels.enumerated() {
      let cost = goal.cost(of: route, in: network)
      costs[level] = max(
        costs[level],
        unit * (abs(cost.fixed) + horizon * (abs(cost.perDayInPlace) + abs(cost.perDayOfStart))))
    }
  }
}

private func powerOfTwo(near value: Double) -> Double {
  value > 0 ? Double(sign: .plus, exponent: value.exponent, significand: 1) : 1
}
