import ForceModel

/// What one pledge sends to one crisis over all its tours that differ, in units x days.
struct DeploymentMove {
  let contribution: String
  let crisis: String
  var base = 0.0
  var variant = 0.0
  var change: Double { variant - base }

  /// The moves of a variant that change, the largest change first.
  static func all(of variant: String, in lines: [DeploymentDifference]) -> [DeploymentMove] {
    var moves: [DeploymentMove] = []
    for line in lines.filter({ $0.variant == variant }).sorted(by: { $0.place < $1.place }) {
      if moves.last?.contribution != line.contribution || moves.last?.crisis != line.crisis {
        moves.append(DeploymentMove(contribution: line.contribution, crisis: line.crisis))
      }
      let days = line.untilDay - line.closeDay
      moves[moves.count - 1].base += line.baseUnits * days
      moves[moves.count - 1].variant += line.units * days
    }
    return moves.filter { abs($0.change) > 1e-6 * max(1, $0.base, $0.variant) }
      .sorted { abs($0.change) > abs($1.change) }
  }
}

extension DeploymentDifference {
  /// Pledge and crisis, for sorting.
  fileprivate var place: (String, String) { (contribution, crisis) }
}
