import ForceModel

/// Ways of moving and lift pools.
struct LiftDraw {
  /// Lift pools: two that all members share, and one each for some members.
  private(set) var pools: [LiftPool] = []

  /// Index of the mode by air in `modes`.
  static let air = 0

  /// Ways of moving, sorted by identifier.
  static let modes = [
    MovementMode(
      id: "air", kilometresPerDay: 6000, handlingDays: 0.5, costPerTonneKilometre: 0.8,
      needsLift: true),
    MovementMode(
      id: "road", kilometresPerDay: 400, detour: 1.3, maximumKilometres: 1500, handlingDays: 0.5,
      costPerTonneKilometre: 0.15),
  ]

  /// A kind of aircraft.
  private struct Aircraft {
    let name: String
    let tonnes: Double
    let seats: Double
    let kilometresPerDay: Double
  }

  private static let heavy = Aircraft(
    name: "heavy", tonnes: 100, seats: 80, kilometresPerDay: 5500)
  private static let medium = Aircraft(
    name: "medium", tonnes: 42, seats: 140, kilometresPerDay: 6000)
  private static let light = Aircraft(
    name: "light", tonnes: 18, seats: 90, kilometresPerDay: 4500)

  /// Part of what would carry all units out once, each on a way of mean length, that the pools can do
  /// in the time in which most of them want to move.
  private static let coverage = 0.15

  init(
    _ size: BenchmarkModel, policy: Policy, contributions: [Contribution], crises: [Crisis],
    locations: [Location], contributors: [Contributor]
  ) {
    var random = SeededRandom(seed: size.seed, stream: size.rung + " lift")
    let daysToMove =
      switch size.timing {
      case .singlePeriod: Double(DemandDraw.singleWindow.lowerBound)
      case .phased: policy.horizonDays / 3
      }
    let wanted = contributions.reduce(0.0) { sum, pledge in
      // A sample of the ways is enough to know how long they are.
      let crisis = random.element(of: crises)
      let kilometres = GreatCircle.kilometres(
        from: locations[pledge.base], to: locations[crisis.location])
      let loads = max(
        pledge.personnel / Self.medium.seats, pledge.tonnes / Self.medium.tonnes)
      return sum + pledge.units * pledge.expected * loads * 2 * kilometres
    }
    let fleet = Self.coverage * wanted / (Self.medium.kilometresPerDay * daysToMove)
    add("common-heavy", Self.heavy, owner: nil, fleet: 0.25 * fleet, random: &random)
    add("common-medium", Self.medium, owner: nil, fleet: 0.35 * fleet, random: &random)
    // The larger members have aircraft of their own.
    let owners = contributors.indices.prefix(contributors.count / 2)
    let weights = owners.map { 1 / Double($0 + 1) }
    for owner in owners {
      let share = weights[owner] / weights.reduce(0, +)
      let aircraft = random.chance(0.5) ? Self.medium : Self.light
      add(
        "\(contributors[owner].id)-\(aircraft.name)", aircraft, owner: owner,
        fleet: 0.4 * fleet * share, random: &random)
    }
    pools.sort { $0.id < $1.id }
  }

  /// Adds a pool that does the work of a number of medium aircraft.
  private mutating func add(
    _ id: String, _ aircraft: Aircraft, owner: Int?, fleet: Double, random: inout SeededRandom
  ) {
    let work = aircraft.tonnes * aircraft.kilometresPerDay
    let assets = fleet * Self.medium.tonnes * Self.medium.kilometresPerDay / work
    pools.append(
      LiftPool(
        id: id, owner: owner, mode: Self.air, assets: max(1, assets.rounded()),
        tonnes: aircraft.tonnes, seats: aircraft.seats,
        kilometresPerDay: aircraft.kilometresPerDay,
        availability: (20 * random.uniform(0.75, 0.95)).rounded() / 20))
  }
}
