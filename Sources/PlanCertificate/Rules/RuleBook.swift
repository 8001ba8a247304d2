import ForceModel

/// The rules of formulation.md, "Definitions, exactly", derived from a model for the check alone.
///
/// Nothing here is shared with the code that builds the linear program, so that a mistake in one is
/// seen by the other.
struct RuleBook {
  let model: PlanningModel
  let periods: Periods
  /// Units that may deploy, indexed by contribution.
  let available: [Double]
  /// The periods of each requirement's window, indexed by requirement.
  let windows: [Range<Int>]
  /// First day on which a requirement of the crisis opens, indexed by crisis; 0 where it has none.
  let opening: [Double]
  /// Requirements of each crisis, indexed by crisis.
  let requirements: [[Int]]
  let index: NameIndex

  private let demands: [Demand]
  private let distances: [Route: Double]
  private let caveats: [[Caveat]]
  /// Modes with the pools that serve them, or nil where they need none; indexed by contributor.
  private let options: [[(mode: Int, lifts: [Int?])]]

  private struct Route: Hashable {
    let from: Int
    let to: Int
    let mode: Int
  }

  /// - Complexity: O(capabilities x crises x periods) and the size of the model.
  init(_ model: PlanningModel) {
    self.model = model
    let periods = Periods(of: model)
    self.periods = periods
    index = NameIndex(model)
    available = model.contributions.map { Self.available($0, model.policy) }
    let windows = model.requirements.map { requirement in
      let first = periods.firstBoundary(onOrAfter: requirement.from)
      return first..<max(first, periods.firstBoundary(onOrAfter: requirement.until))
    }
    self.windows = windows
    var requirements = Array(repeating: [Int](), count: model.crises.count)
    for (index, requirement) in model.requirements.enumerated() {
      requirements[requirement.crisis].append(index)
    }
    self.requirements = requirements
    opening = requirements.map { $0.map { model.requirements[$0].from }.min() ?? 0 }
    demands = Self.demands(
      model: model, periods: periods, windows: windows, requirements: requirements)
    distances = Dictionary(
      model.distances.map { (Route(from: $0.from, to: $0.to, mode: $0.mode), $0.kilometres) },
      uniquingKeysWith: { _, later in later })
    var caveats = Array(repeating: [Caveat](), count: model.contributors.count)
    for caveat in model.caveats { caveats[caveat.contributor].append(caveat) }
    self.caveats = caveats
    options = model.contributors.indices.map { contributor in
      model.modes.indices.map { mode in
        let pools = model.liftPools.indices.filter {
          let pool = model.liftPools[$0]
          return pool.mode == mode && (pool.owner ?? contributor) == contributor
        }
        // Units may also ride in a pool where the mode does not ask for one.
        return (mode, (model.modes[mode].needsLift ? [] : [nil]) + pools)
      }
    }
  }

  private static func available(_ pledge: Contribution, _ policy: Policy) -> Double {
    let fraction =
      switch policy.strength {
      case .pledged: 1.0
      case .verified: pledge.verified
      case .expected: pledge.expected
      }
    let units = pledge.units * fraction
    // 100 units at 0.29 are 29 units, although the product of the two doubles is a hair less.
    return policy.wholeUnits ? (units + 1e-9).rounded(.down) : units
  }

  private static func demands(
    model: PlanningModel, periods: Periods, windows: [Range<Int>], requirements: [[Int]]
  ) -> [Demand] {
    let kinds = model.capabilities.count
    var effectiveness = Array(repeating: 0.0, count: kinds * kinds)
    for substitution in model.substitutions {
      effectiveness[substitution.capability * kinds + substitution.substitutesFor] =
        substitution.effectiveness
    }
    for kind in 0..<kinds { effectiveness[kind * kinds + kind] = 1 }

    return (0..<kinds).flatMap { kind in
      model.crises.indices.map { crisis in
        let uses = requirements[crisis].compactMap { requirement -> Demand.Use? in
          let effect = effectiveness[kind * kinds + model.requirements[requirement].capability]
          return effect > 0 ? Demand.Use(requirement: requirement, effectiveness: effect) : nil
        }
        var isActive = Array(repeating: false, count: periods.count)
        for use in uses {
          for period in windows[use.requirement] { isActive[period] = true }
        }
        let served = uses.map { model.requirements[$0.requirement] }
        let span = (served.map(\.until).max() ?? 0) - (served.map(\.from).min() ?? 0)
        let minimum = model.policy.minimumTourDays
        return Demand(
          uses: uses, isActive: isActive,
          minimumTour: span < minimum - Periods.sameDay ? 0 : minimum)
      }
    }
  }
}

// MARK: - Movement

extension RuleBook {
  /// What the units of a contribution can do at a crisis.
  func demand(of contribution: Int, at crisis: Int) -> Demand {
    demands[model.contributions[contribution].capability * model.crises.count + crisis]
  }

  /// Every way from the base of a contribution to a crisis, sorted by (mode, lift).
  func ways(of contribution: Int, to crisis: Int) -> [Way] {
    options[model.contributions[contribution].contributor].flatMap { option -> [Way] in
      guard let passage = try? passage(of: contribution, to: crisis, mode: option.mode) else {
        return []
      }
      return option.lifts.compactMap { lift in
        try? way(of: contribution, passage: passage, lift: lift)
      }
    }
  }

  /// One way from the base of a contribution to a crisis, or what stands against it.
  func way(of contribution: Int, to crisis: Int, mode: Int, lift: Int?) throws(Obstacle) -> Way {
    try way(
      of: contribution, passage: passage(of: contribution, to: crisis, mode: mode), lift: lift)
  }

  /// What the ways by one mode have in common.
  private struct Passage {
    let mode: Int
    let kilometres: Double
    let transit: Double
    let firstPeriod: Int
  }

  private func passage(
    of contribution: Int, to crisis: Int, mode: Int
  ) throws(Obstacle) -> Passage {
    if let caveat = caveat(of: contribution, at: crisis, mode: mode) { throw .caveat(caveat) }
    let kilometres = kilometres(of: contribution, to: crisis, mode: mode)
    if let maximum = model.modes[mode].maximumKilometres, kilometres > maximum {
      throw .beyondReach(kilometres: kilometres, maximum: maximum)
    }
    let transit = transit(kilometres: kilometres, mode: model.modes[mode])
    let notice = model.contributions[contribution].noticeToMove
    let ready = model.crises[crisis].warning + notice + transit
    return Passage(
      mode: mode, kilometres: kilometres, transit: transit,
      firstPeriod: min(periods.firstBoundary(onOrAfter: ready), periods.count))
  }

  private func way(
    of contribution: Int, passage: Passage, lift: Int?
  ) throws(Obstacle) -> Way {
    let loads = try loadsPerUnit(
      of: model.contributions[contribution], mode: passage.mode, lift: lift)
    let assetDays = lift.map {
      // The factor 2 brings the asset home.
      Interval(2 * passage.kilometres) * loads / model.liftPools[$0].kilometresPerDay
    }
    return Way(
      mode: passage.mode, lift: lift, kilometres: passage.kilometres, transit: passage.transit,
      loadsPerUnit: loads.upper, assetDaysPerUnit: assetDays ?? .zero,
      firstPeriod: passage.firstPeriod)
  }

  private func caveat(of contribution: Int, at crisis: Int, mode: Int) -> Caveat? {
    let pledge = model.contributions[contribution]
    return caveats[pledge.contributor].first {
      ($0.crisis ?? crisis) == crisis
        && ($0.capability ?? pledge.capability) == pledge.capability
        && ($0.mode ?? mode) == mode
    }
  }

  private func kilometres(of contribution: Int, to crisis: Int, mode: Int) -> Double {
    let base = model.contributions[contribution].base
    let place = model.crises[crisis].location
    if let kilometres = distances[Route(from: base, to: place, mode: mode)] { return kilometres }
    return GreatCircle.kilometres(from: model.locations[base], to: model.locations[place])
      * model.modes[mode].detour
  }

  private func transit(kilometres: Double, mode: MovementMode) -> Double {
    let days = mode.handlingDays + kilometres / mode.kilometresPerDay
    let resolution = model.policy.timeResolutionDays
    guard resolution > 0 else { return days }
    // A transit that is a multiple of the resolution but for rounding is not pushed to the next.
    return max(0, (days / resolution - Periods.sameDay).rounded(.up)) * resolution
  }

  private func loadsPerUnit(
    of pledge: Contribution, mode: Int, lift: Int?
  ) throws(Obstacle) -> Interval {
    guard let lift else {
      if model.modes[mode].needsLift { throw .noLiftNamed }
      return .zero
    }
    let pool = model.liftPools[lift]
    guard pool.mode == mode else { throw .liftOfOtherMode }
    guard (pool.owner ?? pledge.contributor) == pledge.contributor else { throw .liftOfOtherOwner }
    guard
      pledge.personnel <= 0 || pool.seats > 0, pledge.tonnes <= 0 || pool.tonnes > 0,
      pool.kilometresPerDay > 0
    else { throw .cannotCarry }
    let seated = pledge.personnel > 0 ? Interval(pledge.personnel) / pool.seats : .zero
    let loaded = pledge.tonnes > 0 ? Interval(pledge.tonnes) / pool.tonnes : .zero
    return Interval(
      lower: max(seated.lower, loaded.lower), upper: max(seated.upper, loaded.upper))
  }
}

// MARK: - Holding units

extension RuleBook {
  /// The period that contains the departure of units that are in place from a period's first day.
  func departurePeriod(of way: Way, first: Int) -> Int {
    periods.period(containing: periods.start(first) - way.transit)
  }

  /// The last period that overlaps the time until units are back and, after dwell, free again.
  func lastHeldPeriod(of contribution: Int, by way: Way, first: Int, last: Int) -> Int {
    let dwell = model.contributions[contribution].dwellRatio * periods.days(first, through: last)
    return periods.lastPeriod(beginningBefore: periods.end(last) + way.transit + dwell)
  }

  /// The period to which the way home is charged; nil: it is not charged, or ends with the horizon.
  func returnPeriod(last: Int) -> Int? {
    model.policy.chargeReturnLift && last + 1 < periods.count ? last + 1 : nil
  }

  /// The member's cap on its share of the personnel in place at one crisis.
  func shareCap(of contributor: Int) -> Double {
    model.contributors[contributor].shareCap ?? model.policy.shareCapPerCrisis
  }

  /// Strength of one unit of a contribution that serves a requirement, in the requirement's unit.
  func strength(of contribution: Int, in use: Demand.Use) -> Interval {
    switch model.requirements[use.requirement].unit {
    case .personnel:
      Interval(use.effectiveness) * Interval(model.contributions[contribution].personnel)
    case .units:
      Interval(use.effectiveness)
    }
  }

  /// Units that a fixed deployment asks for, whole where whole units are asked for.
  func committedUnits(of fixed: FixedDeployment) -> Double {
    model.policy.wholeUnits ? (fixed.units - 1e-9).rounded(.up) : fixed.units
  }
}
