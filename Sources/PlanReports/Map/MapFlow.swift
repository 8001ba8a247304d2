import ForceModel
import TextFormats

/// What moves between a base and a crisis: one arc of a map.
struct MapFlow {
  /// What an arc stands for, which decides how it looks.
  enum Kind {
    /// Units of a class.
    case category(ForceCategory)
    /// More than in another plan.
    case more
    /// Less than in another plan.
    case less

    /// The name in the style sheet.
    var style: String {
      switch self {
      case .category(let category): CategoryMark.style(of: category)
      case .more: "more"
      case .less: "less"
      }
    }
  }

  /// Where it starts.
  let base: Location
  /// Where it ends.
  let place: Location
  let kind: Kind
  /// Whether the way of moving needs lift, as aircraft.
  let isLifted: Bool
  /// Personnel over all its tours; of a change, person-days.
  let strength: Double
  /// What the arc stands for, in words.
  let description: String

  /// The flows of a plan, one for each class and way of moving between a base and a crisis, in the
  /// order of crises, bases, classes and modes.
  static func all(in plan: Plan, for model: PlanningModel) -> [MapFlow] {
    let places = Dictionary(model.locations.map { ($0.id, $0) }) { first, _ in first }
    let lifted = Set(model.modes.filter(\.needsLift).map(\.id))
    let groups = Dictionary(grouping: plan.deployments) {
      [$0.toLocation, $0.fromBase, $0.category.rawValue, $0.mode]
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { _, tours in
      guard let first = tours.first, let base = places[first.fromBase],
        let place = places[first.toLocation]
      else { return nil }
      let personnel = tours.reduce(0) { $0 + $1.personnel }
      return MapFlow(
        base: base, place: place, kind: .category(first.category),
        isLifted: lifted.contains(first.mode), strength: personnel,
        description: "\(base.name) to \(place.name): \(CategoryMark.name(of: first.category)), "
          + "\(ReadableNumber.amount(personnel)) personnel by \(first.mode)")
    }
  }
}
