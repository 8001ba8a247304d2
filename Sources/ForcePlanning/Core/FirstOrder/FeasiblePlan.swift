import ForceModel
import LinearProgramming

/// A plan that keeps every limit, from units on tours and changes of task that nearly do.
///
/// Where columns use more of a row than it allows, those that use it are scaled down to what it does; what room that
/// leaves elsewhere is filled. Strength beyond a requirement does no harm, so requirements scale nothing. Fixed
/// deployments are left out of account.
struct FeasiblePlan {
  private let network: DeploymentNetwork
  private let layout: RowLayout
  private let coefficients: ColumnCoefficients
  /// The columns in use and their values: units on tours, persons (or units) who change their task.
  private(set) var columns: [(column: MasterColumn, value: Double)]
  /// Use of each row of the layout.
  private var activity: [Double] = []

  /// Passes after which columns are scaled a little below what their rows allow, ever more from pass to pass.
  private static let exactPasses = 10
  /// Passes after which columns that still exceed a row are dropped rather than scaled.
  private static let passes = 200

  /// Scales columns down until every limit is kept.
  ///
  /// A tour is in place for several periods, so it may be scaled by more than one of them asks for, and then
  /// the shares of others fall: several passes are needed. What is left to scale gets less in each but does not end, so
  /// that later passes leave room for it. Columns are dropped as a last resort only: of two that exceed a limit
  /// by a millionth both would go, and with them others whose shares they hold up.
  ///
  /// - Complexity: O(passes x columns x rows that one enters).
  init(
    network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel],
    wanted: [(column: MasterColumn, value: Double)]
  ) {
    self.network = network
    self.layout = layout
    columns = wanted
    coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: levels, units: .plain(network))
    var margin = 0.0
    for pass in 1... {
      if pass > Self.exactPasses { margin = min(1e-2, max(1e-10, 1.2 * margin)) }
      let factors = rowFactors(margin: pass > Self.passes ? 1 : margin)
      guard factors.contains(where: { $0 < 1 }) else { break }
      for place in columns.indices {
        var factor = 1.0
        coefficients.forEach(of: columns[place].column) { row, coefficient in
          if coefficient > 0 { factor = min(factor, factors[row]) }
        }
        columns[place].value *= factor
      }
      columns.removeAll { $0.value <= 1e-9 }
    }
  }

  /// What columns that use a row must be scaled by so that it is kept, by row of the layout, with a part of what it allows
  /// left over where they are; also gathers the use of each row.
  private mutating func rowFactors(margin: Double) -> [Double] {
    var used = Array(repeating: 0.0, count: layout.rows.count)
    var freed = used
    for (column, value) in columns {
      coefficients.forEach(of: column) { row, coefficient in
        if coefficient > 0 {
          used[row] += coefficient * value
        } else {
          freed[row] -= coefficient * value
        }
      }
    }
    activity = zip(used, freed).map { $0 - $1 }
    var factors = layout.rows.indices.map { row -> Double in
      guard isLimit(row) else { return 1 }
      let allowed = layout.bounds[row].upper + freed[row]
      // Half of what the certificate allows.
      guard used[row] > allowed + 5e-7 * min(1, used[row]) else { return 1 }
      return (1 - margin) * allowed / used[row]
    }
    lowerShares(&factors, margin: margin, used: used, freed: freed)
    return factors
  }

  /// Whether a row holds columns back.
  private func isLimit(_ row: Int) -> Bool {
    switch layout.rows[row] {
    case .requirement, .commitment, .heldGoal: false
    case .burden(let member): network.model.contributors[member].burdenLimit != nil
    case .supply, .lift, .share, .shareOverall, .retasking: true
    }
  }

  /// Sends units on tours, one after the other, as far as limits leave room and something is missing of what they serve.
  ///
  /// - Complexity: O(tours x rows that one enters).
  mutating func fill(with tours: [Tour]) {
    var places: [MasterColumn: Int] = [:]
    for (place, entry) in columns.enumerated() { places[entry.column] = place }
    for tour in tours {
      let column = MasterColumn.tour(tour)
      var (room, wanted) = (Double.infinity, 0.0)
      coefficients.forEach(of: column) { row, coefficient in
        guard coefficient > 0 else { return }
        let left = (layout.bounds[row].upper - activity[row]) / coefficient
        if case .requirement = layout.rows[row] {
          wanted = max(wanted, left)
        } else if isLimit(row) {
          room = min(room, left)
        }
      }
      let units = min(room, wanted)
      guard units > 1e-9 else { continue }
      coefficients.forEach(of: column) { activity[$0] += $1 * units }
      if let place = places[column] {
        columns[place].value += units
      } else {
        places[column] = columns.count
        columns.append((column, units))
      }
    }
  }

  /// Whether something is missing of what the row of a requirement asks for.
  func isShort(_ row: Int) -> Bool {
    activity[row] < layout.bounds[row].upper * (1 - 1e-9)
  }

  /// Lowers the factors of shares at a crisis to those that hold for all its capped members at once: where one
  /// sends less, all personnel there is less, and so is what the others may send.
  private func lowerShares(
    _ factors: inout [Double], margin: Double, used: [Double], freed: [Double]
  ) {
    guard layout.hasShares else { return }
    let model = network.model
    for crisis in model.crises.indices {
      let caps = model.contributors.indices.compactMap { member in
        layout.share[member * layout.crisisCount + crisis].map {
          (row: $0, cap: model.shareCap(of: member))
        }
      }.filter { $0.cap > 0 && $0.cap < 1 }
      for period in 0..<network.grid.count {
        guard let first = caps.first, caps.contains(where: { factors[$0.row + period] < 1 }) else {
          continue
        }
        let own = caps.map { used[$0.row + period] / (1 - $0.cap) }
        let all = own[0] + freed[first.row + period] / first.cap
        let uncapped = max(0, all - own.reduce(0, +))
        var presence = all
        // Each round finds one more member that is held by its cap.
        for _ in caps {
          var free = uncapped
          var held = 0.0
          for (cap, own) in zip(caps, own) {
            if own > cap.cap * presence { held += cap.cap } else { free += own }
          }
          presence = held < 1 ? free / (1 - held) : 0
        }
        for (cap, own) in zip(caps, own) where own > cap.cap * presence {
          let row = cap.row + period
          factors[row] = min(factors[row], (1 - margin) * cap.cap * presence / own)
        }
      }
    }
  }

  /// What is missing of the requirements, in the unit of a shortfall goal.
  func shortfall(level: GoalLevel) -> Double {
    layout.rows.indices.reduce(0) { sum, row in
      guard case .requirement(let index, let period) = layout.rows[row] else { return sum }
      let missing = max(0, layout.bounds[row].upper - activity[row])
      return sum + missing * level.weight(of: network.model.requirements[index])
        * network.grid.days(period)
    }
  }

  /// What the plan leaves missing, and the guide's cost of it at some weight.
  func cost(level: GoalLevel, guide: Double) -> (shortfall: Double, guided: Double) {
    let effort = columns.reduce(0) { sum, used in
      guard case .tour(let tour) = used.column else { return sum }
      return sum + coefficients.guideCost(of: tour) * used.value
    }
    return (shortfall(level: level), guide * effort)
  }
}
