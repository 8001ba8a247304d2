import ForceModel

/// Crises, where they are and what they need.
struct DemandDraw {
  /// Places of the crises, one each.
  private(set) var places: [Location] = []
  /// Crises.
  private(set) var crises: [Crisis] = []
  /// Requirements.
  private(set) var requirements: [ForceRequirement] = []

  /// The window of all requirements of a single-period model, in days.
  ///
  /// It opens after the longest notice, the latest warning and the longest way by air.
  static let singleWindow = 45..<75

  /// A need of one crisis for one kind of unit, before its amount is fixed.
  private struct Need {
    let crisis: Int
    let kind: Int
    /// Strength at the peak, in personnel.
    var peak: Double
    let unit: RequirementUnit
    let weight: Double
    let phases: [Phase]
  }

  /// A stretch of time with the same need.
  private struct Phase {
    let days: Range<Int>
    /// Part of the peak that is needed.
    let level: Double
  }

  /// - Parameters:
  ///   - size: What is asked for.
  ///   - policy: The model's policy.
  ///   - supply: The pledges, to which the amounts are tied.
  ///   - firstLocation: The index that the first place will have among the model's locations.
  init(_ size: BenchmarkModel, policy: Policy, supply: SupplyDraw, firstLocation: Int) {
    var random = SeededRandom(seed: size.seed, stream: size.rung + " demand")
    var needs: [Need] = []
    let counts = Self.needCounts(size, random: &random)
    for number in 0..<size.crisisCount {
      let town = random.element(of: Region.flashpoints)
      places.append(
        Location(
          id: numbered("place", number + 1, of: size.crisisCount), near: town, scatter: 0.7,
          country: "", random: &random))
      let course = Course(size.timing, random: &random)
      crises.append(
        Crisis(
          id: numbered("c", number + 1, of: size.crisisCount), name: "Crisis \(number + 1)",
          location: firstLocation + number, warning: Double(course.warning),
          probability: (20 * random.uniform(0.2, 1)).rounded() / 20))
      needs += Self.needs(of: number, count: counts[number], course: course, random: &random)
    }
    Self.scale(&needs, to: supply, random: &random)
    draw(needs)
  }

  // MARK: Needs

  /// How many kinds of unit each crisis needs.
  private static func needCounts(_ size: BenchmarkModel, random: inout SeededRandom) -> [Int] {
    guard let total = size.requirementCount else {
      return (0..<size.crisisCount).map { _ in random.integer(2...5) }
    }
    var counts = Array(repeating: 1, count: size.crisisCount)
    for _ in size.crisisCount..<total {
      let open = counts.indices.filter { counts[$0] < 4 }
      counts[random.element(of: open)] += 1
    }
    return counts
  }

  private static func needs(
    of crisis: Int, count: Int, course: Course, random: inout SeededRandom
  ) -> [Need] {
    let kinds = CapabilityCatalogue.kinds
    let severity = random.logNormal(median: 1, spread: 0.6)
    let urgency = Double(random.integer(1...5))
    var weights = kinds.map(\.required)
    return (0..<count).map { _ in
      let kind = random.index(weights: weights)
      weights[kind] = 0
      let capability = kinds[kind].capability
      let unit: RequirementUnit =
        capability.category == .support && random.chance(0.4) ? .units : .personnel
      let weight = urgency * random.element(of: [0.5, 1, 1, 2])
      return Need(
        crisis: crisis, kind: kind,
        peak: severity * random.logNormal(median: capability.personnel, spread: 0.5),
        unit: unit,
        // A unit short for a day weighs as much as its personnel.
        weight: unit == .units ? weight * capability.personnel : weight,
        phases: course.phases(random: &random))
    }
  }

  /// Ties the amounts to the pledges: at the worst time, all crises together need about as much of each
  /// kind of unit as is expected to come, of some half and of some twice as much.
  private static func scale(
    _ needs: inout [Need], to supply: SupplyDraw, random: inout SeededRandom
  ) {
    for kind in CapabilityCatalogue.kinds.indices {
      let expected = supply.contributions.filter { $0.capability == kind }
        .reduce(0) { $0 + $1.units * $1.expected * $1.personnel }
      let ratio = random.logNormal(median: 0.85, spread: 0.35)
      let concurrent = highestSum(needs.filter { $0.kind == kind })
      guard expected > 0, concurrent > 0 else { continue }
      for index in needs.indices where needs[index].kind == kind {
        needs[index].peak *= ratio * expected / concurrent
      }
    }
  }

  /// The largest amount that is needed at one time.
  private static func highestSum(_ needs: [Need]) -> Double {
    let openings = needs.flatMap { $0.phases.map(\.days.lowerBound) }
    return Set(openings).map { day in
      needs.reduce(0) { sum, need in
        sum
          + need.phases.reduce(0) { $1.days.contains(day) ? $0 + $1.level * need.peak : $0 }
      }
    }.max() ?? 0
  }

  private mutating func draw(_ needs: [Need]) {
    let count = needs.reduce(0) { $0 + $1.phases.count }
    for need in needs {
      let capability = CapabilityCatalogue.kinds[need.kind].capability
      for phase in need.phases {
        let personnel = need.peak * phase.level
        let quantity =
          need.unit == .units
          ? max(1, (personnel / capability.personnel).rounded())
          : max(10, 10 * (personnel / 10).rounded())
        requirements.append(
          ForceRequirement(
            id: numbered("r", requirements.count + 1, of: count), crisis: need.crisis,
            capability: need.kind, quantity: quantity, unit: need.unit,
            from: Double(phase.days.lowerBound), until: Double(phase.days.upperBound),
            weight: need.weight, priority: need.weight >= 4 ? 1 : 2))
      }
    }
  }

  // MARK: The course of a crisis

  /// When a crisis is seen coming, breaks out and ebbs away.
  private struct Course {
    /// Day from which notice counts.
    let warning: Int
    private let timing: BenchmarkModel.Timing
    private let opening: Int
    private let buildUp: Int
    private let peak: Int

    init(_ timing: BenchmarkModel.Timing, random: inout SeededRandom) {
      self.timing = timing
      switch timing {
      case .singlePeriod:
        warning = random.integer(0...10)
        opening = 0
        buildUp = 0
        peak = 0
      case .phased(let periods, _):
        opening = random.integer(2...periods * 6 / 10)
        buildUp = random.integer(2...6)
        peak = random.integer(periods / 6...periods * 4 / 10)
        let lead = random.integer(3...25)
        warning = max(0, opening * Self.gridDays(timing) - lead)
      }
    }

    private static func gridDays(_ timing: BenchmarkModel.Timing) -> Int {
      switch timing {
      case .singlePeriod: 1
      case .phased(_, let gridDays): gridDays
      }
    }

    /// The phases of one need, on boundaries of the time grid and within the horizon.
    func phases(random: inout SeededRandom) -> [Phase] {
      guard case .phased(let periods, let gridDays) = timing else {
        return [Phase(days: DemandDraw.singleWindow, level: 1)]
      }
      // Some needs arise later than the crisis.
      let start = opening + (random.chance(0.3) ? random.integer(1...3) : 0)
      let top = start + buildUp
      let ebb = top + peak
      let end = ebb + random.integer(periods / 10...periods / 4)
      let stretches = [
        (start..<top, random.uniform(0.3, 0.6)), (top..<ebb, 1),
        (ebb..<end, random.uniform(0.3, 0.6)),
      ]
      return stretches.compactMap { stretch, level in
        let days = stretch.clamped(to: 0..<periods)
        guard !days.isEmpty else { return nil }
        return Phase(
          days: days.lowerBound * gridDays..<days.upperBound * gridDays, level: level)
      }
    }
  }
}
