import ForceModel

/// How far crises are from bases and how long the way takes (formulation.md, "Definitions, exactly").
package struct WayTable: Sendable {
  /// The transits that occur, in days, ascending.
  package let transits: [Double]
  private let modeCount: Int
  private let crisisCount: Int
  /// The place of each location among the bases; -1: no pledge stands there.
  private let bases: [Int]
  /// By (base x modes + mode) x crises + crisis; NaN: out of the mode's reach.
  private let kilometres: [Double]
  /// Indices into `transits`, in the order of `kilometres`.
  private let transitIndices: [Int32]

  /// The way from a base to a crisis.
  package struct Way: Sendable, Equatable {
    /// Length in kilometres.
    package let kilometres: Double
    /// Days from departure to arrival, an index into `WayTable.transits`.
    package let transit: Int
  }

  init(model: PlanningModel) {
    var bases = Array(repeating: -1, count: model.locations.count)
    var baseLocations: [Int] = []
    for pledge in model.contributions where bases[pledge.base] < 0 {
      bases[pledge.base] = baseLocations.count
      baseLocations.append(pledge.base)
    }
    let distances = DistanceTable(model: model)
    var kilometres: [Double] = []
    var days: [Double] = []
    for base in baseLocations {
      for (index, mode) in model.modes.enumerated() {
        for crisis in model.crises {
          let length = distances.kilometres(from: base, to: crisis.location, by: index)
          kilometres.append(length ?? .nan)
          days.append(length.map { Self.transit(kilometres: $0, mode: mode, model: model) } ?? 0)
        }
      }
    }
    let transits = Array(Set(days)).sorted()
    var places: [Double: Int32] = [:]
    for (index, transit) in transits.enumerated() { places[transit] = Int32(index) }
    self.bases = bases
    self.kilometres = kilometres
    self.transits = transits
    transitIndices = days.map { places[$0] ?? 0 }
    modeCount = model.modes.count
    crisisCount = model.crises.count
  }

  /// The way from the base at a location to a crisis; nil where the mode does not reach that far.
  package func way(from location: Int, by mode: Int, to crisis: Int) -> Way? {
    let index = (bases[location] * modeCount + mode) * crisisCount + crisis
    guard !kilometres[index].isNaN else { return nil }
    return Way(kilometres: kilometres[index], transit: Int(transitIndices[index]))
  }

  private static func transit(
    kilometres: Double, mode: MovementMode, model: PlanningModel
  ) -> Double {
    let resolution = model.policy.timeResolutionDays
    let days = mode.handlingDays + kilometres / mode.kilometresPerDay
    // A transit that is a multiple of the resolution but for rounding is not pushed to the next one.
    return resolution * max(0, (days / resolution - TimeGrid.tolerance).rounded(.up))
  }
}

/// Distances between places by mode: the model's own, else great circles with a detour.
struct DistanceTable {
  private let model: PlanningModel
  private let given: [Key: Double]

  private struct Key: Hashable {
    let from: Int
    let to: Int
    let mode: Int
  }

  init(model: PlanningModel) {
    self.model = model
    var given: [Key: Double] = [:]
    for distance in model.distances {
      given[Key(from: distance.from, to: distance.to, mode: distance.mode)] = distance.kilometres
    }
    self.given = given
  }

  /// Kilometres from one location to another; nil where they exceed the mode's reach.
  func kilometres(from: Int, to: Int, by mode: Int) -> Double? {
    let way = model.modes[mode]
    let length =
      given[Key(from: from, to: to, mode: mode)]
      ?? GreatCircle.kilometres(from: model.locations[from], to: model.locations[to]) * way.detour
    if let reach = way.maximumKilometres, length > reach { return nil }
    return length
  }
}
