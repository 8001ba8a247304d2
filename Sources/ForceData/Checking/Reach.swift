import ForceModel

/// Tells whether units of a pledge can serve a crisis, and if not, what stands in the way.
///
/// The rules are those of formulation.md, "Variables" and "Definitions, exactly". They are applied to
/// one pledge, crisis and mode at a time, and stop at the first thing that fails.
struct Reach {
  let model: PlanningModel
  let grid: TimeGrid

  /// What keeps units of a pledge from a crisis, the last one nearest to success.
  enum Obstacle: Equatable {
    /// No requirement of the crisis takes the capability.
    case notRequired
    /// A caveat forbids it; the index into `PlanningModel.caveats`.
    case caveat(Int)
    /// No lift pool of the mode may and can carry the units.
    case noLift(mode: Int)
    /// The way is longer than the mode covers.
    case outOfRange(mode: Int, kilometres: Double, maximum: Double)
    /// The units are ready in place only when every window is over.
    case tooLate(mode: Int, ready: Double, lastDay: Double)
    /// No stay is long enough for the policy and short enough for the pledge.
    case noTour(shortest: Double, maximum: Double)

    /// How near to success the obstacle is.
    var rank: Int {
      switch self {
      case .notRequired: 0
      case .caveat: 1
      case .noLift: 2
      case .outOfRange: 3
      case .tooLate: 4
      case .noTour: 5
      }
    }
  }

  private struct Leg: Hashable {
    let from: Int
    let to: Int
    let mode: Int
  }

  private let requirementsOfCrisis: [[Int]]
  private let substitutes: Set<[Int]>
  private let caveatsOfContributor: [[Int]]
  private let poolsOfMode: [[Int]]
  private let distances: [Leg: Double]

  init(model: PlanningModel, grid: TimeGrid) {
    self.model = model
    self.grid = grid
    var requirements = Array(repeating: [Int](), count: model.crises.count)
    for (index, requirement) in model.requirements.enumerated() {
      requirements[requirement.crisis].append(index)
    }
    requirementsOfCrisis = requirements
    substitutes = Set(model.substitutions.map { [$0.capability, $0.substitutesFor] })
    var caveats = Array(repeating: [Int](), count: model.contributors.count)
    for (index, caveat) in model.caveats.enumerated() { caveats[caveat.contributor].append(index) }
    caveatsOfContributor = caveats
    var pools = Array(repeating: [Int](), count: model.modes.count)
    for (index, pool) in model.liftPools.enumerated() { pools[pool.mode].append(index) }
    poolsOfMode = pools
    distances = Dictionary(
      model.distances.map { (Leg(from: $0.from, to: $0.to, mode: $0.mode), $0.kilometres) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The requirements of a crisis that a pledge can serve.
  func requirements(of contribution: Int, at crisis: Int) -> [ForceRequirement] {
    let sent = model.contributions[contribution].capability
    return requirementsOfCrisis[crisis].map { model.requirements[$0] }.filter {
      $0.capability == sent || substitutes.contains([sent, $0.capability])
    }
  }

  /// The first caveat that forbids a pledge at a crisis by a mode; with no mode: by every mode.
  func caveat(on contribution: Int, at crisis: Int, by mode: Int?) -> Int? {
    let pledge = model.contributions[contribution]
    return caveatsOfContributor[pledge.contributor].first { index in
      let caveat = model.caveats[index]
      return (caveat.crisis ?? crisis) == crisis
        && (caveat.capability ?? pledge.capability) == pledge.capability
        && (caveat.mode == nil || caveat.mode == mode)
    }
  }

  /// Length of the way from a pledge's base to a crisis.
  func kilometres(of contribution: Int, to crisis: Int, by mode: Int) -> Double {
    let base = model.contributions[contribution].base
    let place = model.crises[crisis].location
    return distances[Leg(from: base, to: place, mode: mode)]
      ?? GreatCircle.kilometres(from: model.locations[base], to: model.locations[place])
      * model.modes[mode].detour
  }

  /// Days from departure to arrival, rounded up to the policy's time resolution.
  func transit(of contribution: Int, to crisis: Int, by mode: Int) -> Double {
    let way = model.modes[mode]
    let days =
      way.handlingDays
      + kilometres(of: contribution, to: crisis, by: mode) / way.kilometresPerDay
    let resolution = model.policy.timeResolutionDays
    // A transit that is a multiple of the resolution but for rounding is not pushed to the next one.
    return max(0, (days / resolution - TimeGrid.tolerance).rounded(.up)) * resolution
  }

  /// The day from which units can be in place: warning, notice and transit.
  func readyDay(of contribution: Int, at crisis: Int, by mode: Int) -> Double {
    model.crises[crisis].warning + model.contributions[contribution].noticeToMove
      + transit(of: contribution, to: crisis, by: mode)
  }

  /// The shortest stay that the policy allows at the given windows.
  func minimumTour(at windows: [ForceRequirement]) -> Double {
    let span = (windows.map(\.until).max() ?? 0) - (windows.map(\.from).min() ?? 0)
    let minimum = model.policy.minimumTourDays
    return span < minimum - TimeGrid.tolerance ? 0 : minimum
  }

  /// Whether one of the windows is open during a period.
  func isActive(_ period: Int, in windows: [ForceRequirement]) -> Bool {
    let day = grid.start(period)
    return windows.contains {
      $0.from <= day + TimeGrid.tolerance && $0.until > day + TimeGrid.tolerance
    }
  }

  /// What keeps a pledge from a crisis by every mode; nil where some mode serves.
  ///
  /// Of several obstacles, the one nearest to success.
  func obstacle(of contribution: Int, at crisis: Int) -> Obstacle? {
    let windows = requirements(of: contribution, at: crisis)
    guard !windows.isEmpty else { return .notRequired }
    if let caveat = caveat(on: contribution, at: crisis, by: nil) { return .caveat(caveat) }
    var nearest: Obstacle?
    for mode in model.modes.indices {
      guard let obstacle = obstacle(of: contribution, at: crisis, by: mode, windows: windows) else {
        return nil
      }
      if obstacle.rank > nearest?.rank ?? -1 { nearest = obstacle }
    }
    return nearest ?? .notRequired
  }

  private func obstacle(
    of contribution: Int, at crisis: Int, by mode: Int, windows: [ForceRequirement]
  ) -> Obstacle? {
    if let caveat = caveat(on: contribution, at: crisis, by: mode) { return .caveat(caveat) }
    if model.modes[mode].needsLift, !hasLift(contribution, mode: mode) {
      return .noLift(mode: mode)
    }
    let kilometres = kilometres(of: contribution, to: crisis, by: mode)
    if let maximum = model.modes[mode].maximumKilometres, kilometres > maximum {
      return .outOfRange(mode: mode, kilometres: kilometres, maximum: maximum)
    }
    let ready = readyDay(of: contribution, at: crisis, by: mode)
    let first = grid.firstBoundary(notBefore: ready)
    let maximum = model.contributions[contribution].maximumTour ?? .infinity
    var shortest: Double?
    var isInTime = false
    for start in first..<max(first, grid.count) where isActive(start, in: windows) {
      isInTime = true
      guard let length = shortestTour(from: start, windows: windows) else { continue }
      if length <= maximum + TimeGrid.tolerance { return nil }
      shortest = min(shortest ?? .infinity, length)
    }
    guard isInTime else {
      return .tooLate(mode: mode, ready: ready, lastDay: windows.map(\.until).max() ?? 0)
    }
    return .noTour(shortest: shortest ?? model.policy.minimumTourDays, maximum: maximum)
  }

  /// The length of the shortest tour from the start of a period; nil where none ends in the plan.
  private func shortestTour(from start: Int, windows: [ForceRequirement]) -> Double? {
    let earliestEnd = grid.start(start) + minimumTour(at: windows)
    let last = max(start, grid.firstBoundary(notBefore: earliestEnd) - 1)
    return (last..<max(last, grid.count)).first { isActive($0, in: windows) }
      .map { grid.end($0) - grid.start(start) }
  }

  private func hasLift(_ contribution: Int, mode: Int) -> Bool {
    let pledge = model.contributions[contribution]
    return poolsOfMode[mode].contains { index in
      let pool = model.liftPools[index]
      return (pool.owner ?? pledge.contributor) == pledge.contributor
        && (pledge.personnel == 0 || pool.seats > 0) && (pledge.tonnes == 0 || pool.tonnes > 0)
    }
  }
}
