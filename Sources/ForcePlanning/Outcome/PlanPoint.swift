import ForceModel

/// A solution as a plan states it: units rounded, and everything that follows from them.
struct PlanPoint {
  let network: DeploymentNetwork
  /// Tours in use, sorted by (crisis, first day, contribution, mode and lift, last day).
  let uses: [TourUse]
  /// Unmet strength, by requirement and period of its window.
  let shortfalls: [[Double]]

  /// Rounds and sorts what a solver found.
  init(network: DeploymentNetwork, uses found: [TourUse]) {
    self.network = network
    uses =
      found
      .map { use in
        TourUse(
          tour: use.tour, units: use.units.roundedForPlans,
          work: Self.gathered(use.work))
      }
      .filter { $0.units > 0 }
      .sorted { Self.key($0.tour).lexicographicallyPrecedes(Self.key($1.tour)) }
    var met = network.model.requirements.map { _ in
      Array(repeating: 0.0, count: network.grid.count)
    }
    for use in uses {
      for work in use.work {
        met[work.requirement][work.period] +=
          work.units * network.strength(of: use.tour.contribution, for: work.requirement)
      }
    }
    shortfalls = network.model.requirements.indices.map { requirement in
      let quantity = network.model.requirements[requirement].quantity
      return network.window(of: requirement).map { period in
        let missing = quantity - met[requirement][period]
        // Below the tolerance of the solver nothing is missing.
        return missing > 1e-7 * max(1, quantity) ? missing.roundedForPlans : 0
      }
    }
  }

  /// Work with the units of the same requirement and period put together, sorted by period.
  private static func gathered(_ work: [Work]) -> [Work] {
    let sorted = work.sorted { ($0.requirement, $0.period) < ($1.requirement, $1.period) }
    var gathered: [Work] = []
    for item in sorted {
      if let last = gathered.last, last.requirement == item.requirement,
        last.period == item.period
      {
        gathered[gathered.count - 1] = Work(
          requirement: item.requirement, period: item.period, units: last.units + item.units)
      } else {
        gathered.append(item)
      }
    }
    return gathered.map {
      Work(requirement: $0.requirement, period: $0.period, units: $0.units.roundedForPlans)
    }
    .filter { $0.units > 0 }
  }

  private static func key(_ tour: Tour) -> [Int] {
    [tour.crisis, tour.first, tour.contribution, tour.option, tour.last]
  }

  /// The value of a goal level.
  func value(of level: GoalLevel) -> Double {
    let model = network.model
    switch level.goal {
    case .shortfall:
      var sum = 0.0
      for (index, need) in model.requirements.enumerated() {
        for (period, missing) in zip(network.window(of: index), shortfalls[index]) {
          sum += missing * level.weight(of: need) * network.grid.days(period)
        }
      }
      return sum
    case .burden:
      return zip(burdens(), model.contributors).filter { $0.1.burdenLimit == nil }.map(\.0).max()
        ?? 0
    case .effort, .cost, .delay:
      return uses.reduce(0) { sum, use in
        let cost = level.cost(of: network.route(of: use.tour), in: network)
        return sum + use.units
          * cost.value(
            start: network.grid.start(use.tour.first), end: network.grid.end(use.tour.last))
      }
    }
  }

  /// Every goal with its value; bounds are for others to prove.
  func goals(_ levels: [GoalLevel]) -> [GoalResult] {
    levels.enumerated().map { level, goal in
      GoalResult(
        level: level + 1, name: goal.name, value: value(of: goal).roundedForPlans, bound: nil,
        gap: nil, unit: goal.unit)
    }
  }

  /// Person-days in place by burden weight, indexed by contributor.
  func burdens() -> [Double] {
    zip(personDays(), network.model.contributors).map { $0 / $1.burdenWeight }
  }

  /// Person-days in place, indexed by contributor.
  func personDays() -> [Double] {
    var days = Array(repeating: 0.0, count: network.model.contributors.count)
    for use in uses {
      let pledge = network.pledge(of: use.tour)
      days[pledge.contributor] += use.units * pledge.personnel * network.length(of: use.tour)
    }
    return days
  }
}

extension DeploymentNetwork {
  /// The periods of a requirement's window.
  func window(of requirement: Int) -> Range<Int> {
    firstActivePeriod[requirement]..<endActivePeriod[requirement]
  }

  /// The pledge that a tour sends.
  func pledge(of tour: Tour) -> Contribution {
    model.contributions[tour.contribution]
  }
}

extension Double {
  /// The value as plans state it: nine decimals where the rest is rounding, else every digit.
  ///
  /// Short numbers read well; every digit counts where later goal levels are proven against earlier ones.
  var roundedForPlans: Double {
    let scaled = (self * 1e9).rounded()
    // Beyond 2^53 every double is a whole number of billionths already.
    guard abs(scaled) < 0x1p53 else { return self }
    let short = scaled / 1e9
    let value = abs(self - short) <= 1e-12 * max(1, abs(self)) ? short : self
    return value == 0 ? 0 : value
  }
}
