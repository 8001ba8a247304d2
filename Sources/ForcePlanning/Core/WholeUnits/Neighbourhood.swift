import ForceModel

/// The tours that a search for a better plan may change; all others stay as the plan has them.
enum Neighbourhood: Equatable {
  /// Every tour, however many there are.
  case everything
  /// The tours of least reduced cost.
  case cheapest
  /// Tours on which the plan and the linear program differ (Danna, Rothberg and Le Pape 2005).
  case differences
  /// Tours to two crises.
  case crises(Int, Int)
  /// Tours of two members.
  case members(Int, Int)
  /// Tours over the periods of a fixed deployment.
  case besideFixed

  /// The neighbourhoods of a model, in the order in which they are searched: those of two crises and of
  /// two members take turns, and every crisis and member comes up early.
  static func all(of model: PlanningModel) -> [Neighbourhood] {
    let crises = pairs(model.crises.count).map { Neighbourhood.crises($0, $1) }
    let members = pairs(model.contributors.count).map { Neighbourhood.members($0, $1) }
    var all = [Neighbourhood.differences, .cheapest]
    for index in 0..<max(crises.count, members.count) {
      if index < crises.count { all.append(crises[index]) }
      if index < members.count { all.append(members[index]) }
    }
    return all
  }

  /// Pairs of neighbouring numbers first, then of those further and further apart.
  private static func pairs(_ count: Int) -> [(Int, Int)] {
    guard count > 1 else { return (0..<count).map { ($0, $0) } }
    return (1..<count).flatMap { step in (0..<count - step).map { ($0, $0 + step) } }
  }
}
