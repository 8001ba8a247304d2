public import ForceModel

/// One tour that the model allows: a contribution at a crisis by one movement option, in place from
/// `from` until `until` (formulation.md, "Variables").
public struct LiteralTour: Sendable, Equatable {
  /// The pledge, an index into `PlanningModel.contributions`.
  public var contribution: Int
  /// The crisis, an index into `PlanningModel.crises`.
  public var crisis: Int
  /// The mode, an index into `PlanningModel.modes`.
  public var mode: Int
  /// The lift pool, an index into `PlanningModel.liftPools`; nil: the mode needs none.
  public var lift: Int?
  /// First day in place.
  public var from: Double
  /// Day at which the stay ends.
  public var until: Double
  /// Length of the way in kilometres.
  public var kilometres: Double
  /// Days on the way.
  public var transit: Double
}

/// The time grid and every tour of a model, by the definitions of formulation.md and in no hurry.
///
/// For making test models and for counting; it shares no code with the planner.
public struct LiteralTours: Sendable {
  private static let tolerance = 1e-9

  /// Breakpoints of the time grid in ascending order; period t is [days[t], days[t + 1]).
  public let days: [Double]
  /// All tours, by contribution, crisis, mode (pool-free option first, then pools), from and until.
  public let tours: [LiteralTour]

  /// Lists the tours of a model.
  public init(_ model: PlanningModel) {
    let days = Self.breakpoints(of: model)
    self.days = days
    tours = model.contributions.indices.flatMap { contribution in
      model.crises.indices.flatMap { crisis in
        Self.tours(of: contribution, at: crisis, in: model, days: days)
      }
    }
  }

  private static func breakpoints(of model: PlanningModel) -> [Double] {
    var days = [0, model.policy.horizonDays]
    days += model.requirements.flatMap { [$0.from, $0.until] }
    var multiple = 1.0
    while multiple * model.policy.gridDays < model.policy.horizonDays {
      days.append(multiple * model.policy.gridDays)
      multiple += 1
    }
    return days.sorted().reduce(into: []) { distinct, day in
      if let last = distinct.last, day - last <= tolerance {
        return
      }
      distinct.append(day)
    }
  }

  private static func tours(
    of contribution: Int, at crisis: Int, in model: PlanningModel, days: [Double]
  ) -> [LiteralTour] {
    let pledge = model.contributions[contribution]
    let usable = model.requirements.filter { requirement in
      requirement.crisis == crisis
        && (requirement.capability == pledge.capability
          || model.substitutions.contains {
            $0.capability == pledge.capability && $0.substitutesFor == requirement.capability
          })
    }
    guard
      let opening = usable.map(\.from).min(),
      let closing = usable.map(\.until).max()
    else {
      return []
    }
    let isActive = days.indices.dropLast().map { period in
      usable.contains {
        $0.from <= days[period] + tolerance && days[period + 1] <= $0.until + tolerance
      }
    }
    let active = isActive.indices.filter { isActive[$0] }
    let minimumBinds = closing - opening >= model.policy.minimumTourDays - tolerance

    var tours: [LiteralTour] = []
    for option in options(of: contribution, at: crisis, in: model) {
      let ready = model.crises[crisis].warning + pledge.noticeToMove + option.transit
      for first in active where ready <= days[first] + tolerance {
        for last in active where last >= first {
          let length = days[last + 1] - days[first]
          guard
            length <= (pledge.maximumTour ?? .infinity) + tolerance,
            length >= model.policy.minimumTourDays - tolerance || !minimumBinds
          else {
            continue
          }
          tours.append(
            LiteralTour(
              contribution: contribution, crisis: crisis, mode: option.mode, lift: option.lift,
              from: days[first], until: days[last + 1], kilometres: option.kilometres,
              transit: option.transit))
        }
      }
    }
    return tours
  }

  private static func options(
    of contribution: Int, at crisis: Int, in model: PlanningModel
  ) -> [(mode: Int, lift: Int?, kilometres: Double, transit: Double)] {
    let pledge = model.contributions[contribution]
    let place = model.crises[crisis].location
    var options: [(mode: Int, lift: Int?, kilometres: Double, transit: Double)] = []
    for (index, mode) in model.modes.enumerated() {
      let listed = model.distances.first {
        $0.from == pledge.base && $0.to == place && $0.mode == index
      }
      let kilometres =
        listed?.kilometres
        ?? GreatCircle.kilometres(from: model.locations[pledge.base], to: model.locations[place])
        * mode.detour
      let isForbidden = model.caveats.contains {
        $0.contributor == pledge.contributor
          && [nil, crisis].contains($0.crisis)
          && [nil, pledge.capability].contains($0.capability)
          && [nil, index].contains($0.mode)
      }
      guard kilometres <= mode.maximumKilometres ?? .infinity, !isForbidden else { continue }
      let resolution = model.policy.timeResolutionDays
      let raw = mode.handlingDays + kilometres / mode.kilometresPerDay
      let transit = resolution * (raw / resolution - tolerance).rounded(.up)
      if !mode.needsLift {
        options.append((index, nil, kilometres, transit))
      }
      for (lift, pool) in model.liftPools.enumerated()
      where pool.mode == index
        && [nil, pledge.contributor].contains(pool.owner)
        && pool.seats > 0 && (pool.tonnes > 0 || pledge.tonnes == 0)
      {
        options.append((index, lift, kilometres, transit))
      }
    }
    return options
  }
}
