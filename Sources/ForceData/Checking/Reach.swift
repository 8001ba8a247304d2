import ForceModel

/// Tells whether units of a pledge can serve a crisis, and if not, what stands in the way.
///
/// The rules are those of formulation.md, "Variables" and "Definitions, exactly". They are applied to
/// one pledge, crisis and mode at a time, and stop at the first thing that fails.
final class Reach {
  /// What keeps units of a pledge from a crisis.
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

    /// How near to success the obstacle is: the order in which they are looked for.
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

  /// Combinations and periods looked at so far, for a caller that has to stop at some point.
  private(set) var steps = 0

  private let model: PlanningModel
  private let grid: TimeGrid
  private let services: ServiceIndex
  private let caveats: CaveatIndex
  private let pools: PoolIndex
  private let distances: [Leg: Double]

  init(model: PlanningModel, grid: TimeGrid) {
    self.model = model
    self.grid = grid
    services = ServiceIndex(model: model, grid: grid)
    caveats = CaveatIndex(model.caveats)
    pools = PoolIndex(model.liftPools)
    distances = Dictionary(
      model.distances.map { (Leg(from: $0.from, to: $0.to, mode: $0.mode), $0.kilometres) },
      uniquingKeysWith: { first, _ in first })
  }

  /// When a pledge can serve at a crisis; nil: no requirement takes it.
  func service(of contribution: Int, at crisis: Int) -> Service? {
    services.service(of: model.contributions[contribution].capability, at: crisis)
  }

  /// The first caveat that forbids a pledge at a crisis by a mode; with no mode: by every mode.
  func caveat(on contribution: Int, at crisis: Int, by mode: Int?) -> Int? {
    caveats.caveat(on: model.contributions[contribution], at: crisis, by: mode)
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

  /// The shortest stay that the policy allows; its minimum does not bind where the windows are
  /// shorter.
  func minimumTour(at service: Service) -> Double {
    let minimum = model.policy.minimumTourDays
    return service.until - service.from < minimum - TimeGrid.tolerance ? 0 : minimum
  }

  /// What keeps a pledge from a crisis by every mode; nil where some mode serves.
  ///
  /// Of several obstacles, the one nearest to success.
  func obstacle(of contribution: Int, at crisis: Int) -> Obstacle? {
    steps += 1
    guard let service = service(of: contribution, at: crisis) else { return .notRequired }
    if let caveat = caveat(on: contribution, at: crisis, by: nil) { return .caveat(caveat) }
    var nearest: Obstacle?
    for mode in model.modes.indices {
      guard let obstacle = obstacle(of: contribution, at: crisis, by: mode, service: service) else {
        return nil
      }
      if obstacle.rank > nearest?.rank ?? -1 { nearest = obstacle }
    }
    return nearest ?? .noLift(mode: 0)
  }

  private func obstacle(
    of contribution: Int, at crisis: Int, by mode: Int, service: Service
  ) -> Obstacle? {
    steps += 1
    if let caveat = caveat(on: contribution, at: crisis, by: mode) { return .caveat(caveat) }
    let pledge = model.contributions[contribution]
    if model.modes[mode].needsLift {
      let usable = pools.usable(mode: mode, for: pledge)
      guard !(usable.common.isEmpty && usable.own.isEmpty) else { return .noLift(mode: mode) }
    }
    let kilometres = kilometres(of: contribution, to: crisis, by: mode)
    if let maximum = model.modes[mode].maximumKilometres, kilometres > maximum {
      return .outOfRange(mode: mode, kilometres: kilometres, maximum: maximum)
    }
    let ready = readyDay(of: contribution, at: crisis, by: mode)
    var next = service.firstActive(from: grid.firstBoundary(notBefore: ready))
    guard next != nil else {
      return .tooLate(mode: mode, ready: ready, lastDay: service.until)
    }
    let maximum = pledge.maximumTour ?? .infinity
    var shortest: Double?
    while let start = next {
      steps += 1
      next = service.firstActive(from: start + 1)
      guard let length = shortestTour(from: start, service: service) else { continue }
      if length <= maximum + TimeGrid.tolerance { return nil }
      shortest = min(shortest ?? .infinity, length)
    }
    return .noTour(shortest: shortest ?? model.policy.minimumTourDays, maximum: maximum)
  }

  /// The length of the shortest tour from the start of a period; nil where none ends in the plan.
  private func shortestTour(from start: Int, service: Service) -> Double? {
    let earliestEnd = grid.start(start) + minimumTour(at: service)
    let last = max(start, grid.firstBoundary(notBefore: earliestEnd) - 1)
    return service.firstActive(from: last).map { grid.end($0) - grid.start(start) }
  }
}
