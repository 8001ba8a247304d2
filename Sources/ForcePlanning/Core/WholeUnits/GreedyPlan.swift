import LinearProgramming

/// Whole units that keep every limit, near units on tours that need not: what can be shown where planning is
/// stopped early.
///
/// Tours take units one after the other, those with the most units first, as far as every limit leaves
/// room and something that they could meet is still missing. Fixed deployments and burdens are left out
/// of account.
struct GreedyPlan {
  private let layout: RowLayout
  private let coefficients: ColumnCoefficients
  private var activity: [Double]
  /// The tours of the plan and their units.
  private(set) var columns: [(column: MasterColumn, value: Double)] = []

  /// Takes what has room of the units wanted on tours, rounded up.
  ///
  /// - Complexity: O(tours x rows that one enters).
  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel],
    wanted: [(tour: Tour, units: Double)]
  ) {
    self.layout = layout
    coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: levels, units: .plain(network))
    activity = Array(repeating: 0, count: layout.rows.count)
    for place in wanted.indices.sorted(by: { wanted[$0].units > wanted[$1].units }) {
      take(.tour(wanted[place].tour), units: wanted[place].units.rounded(.up))
    }
  }

  private mutating func take(_ column: MasterColumn, units: Double) {
    var room = units
    var mostMissing = 0.0
    coefficients.forEach(of: column) { row, coefficient in
      let slack = layout.bounds[row].upper - activity[row]
      switch layout.rows[row] {
      case .requirement:
        mostMissing = max(mostMissing, slack / coefficient)
      case .supply, .lift, .share, .shareOverall:
        if coefficient > 0 { room = min(room, slack / coefficient) }
      case .burden, .retasking, .commitment, .heldGoal:
        break
      }
    }
    room = (min(room, mostMissing) + 1e-6).rounded(.down)
    guard room > 0 else { return }
    coefficients.forEach(of: column) { row, coefficient in
      activity[row] += room * coefficient
    }
    columns.append((column, room))
  }
}
