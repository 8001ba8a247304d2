import ForceModel
import TextFormats

/// What moves between one base and one crisis, by class of unit and way of moving: one arc of a map.
struct MapFlow {
  /// Where it starts.
  let base: Location
  /// Where it ends.
  let place: Location
  let category: ForceCategory
  let mode: String
  /// Whether the way of moving needs lift, as aircraft.
  let isLifted: Bool
  /// How it looks beside the base's plan; nil: on a map of one plan.
  var change: Change?
  /// Personnel over all its tours; of a change, person-days more or less.
  var strength: Double
  /// What the arc stands for, in words.
  var description: String

  /// How a variant differs from the base.
  enum Change: String, CaseIterable {
    case more
    case less
  }

  /// The order in which arcs are drawn and told.
  var key: [String] {
    [place.id, base.id, category.rawValue, mode, change?.rawValue ?? ""]
  }

  /// The flows of a plan, sorted by crisis, base, class and mode.
  static func all(in plan: Plan, for model: PlanningModel) -> [MapFlow] {
    let places = Dictionary(model.locations.map { ($0.id, $0) }) { first, _ in first }
    let lifted = Set(model.modes.filter(\.needsLift).map(\.id))
    var flows: [[String]: MapFlow] = [:]
    for deployment in plan.deployments {
      guard let base = places[deployment.fromBase], let place = places[deployment.toLocation] else {
        continue
      }
      var flow = MapFlow(
        base: base, place: place, category: deployment.category, mode: deployment.mode,
        isLifted: lifted.contains(deployment.mode), strength: 0, description: "")
      flow.strength = (flows[flow.key]?.strength ?? 0) + deployment.personnel
      flows[flow.key] = flow
    }
    return flows.values.map { flow in
      var flow = flow
      flow.description =
        "\(flow.base.name) to \(flow.place.name): \(CategoryMark.name(of: flow.category)), "
        + "\(ReadableNumber.amount(flow.strength)) personnel by \(flow.mode)"
      return flow
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
