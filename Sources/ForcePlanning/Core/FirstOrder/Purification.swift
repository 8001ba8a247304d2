import ForceModel
import LinearProgramming

/// A plan without a basis.
struct SpreadPlan {
  /// Tours and changes of task that carry something.
  let columns: [(column: MasterColumn, value: Double)]
  /// Weight of the guide in the sum with the goal that the plan makes small.
  let guide: Double
  /// What that sum cannot be below.
  let bound: Double
}

/// Gathers the units of a plan without a basis on few tours, at hardly any loss.
///
/// Such a plan spreads units over all tours that are equally good. Here the simplex method plans anew for one part of the
/// plan after the other, over the tours that the plan has there, while all others stay. What it finds for a part is a
/// basic solution: no more of its tours carry units than it has limits that are full and requirements that are met. The
/// sum of goal and guide is larger than before by rounding at the most (purification: Charnes, Kortanek and Raike 1965).
struct Purification {
  private let plan: SpreadPlan
  private let network: DeploymentNetwork
  private let layout: RowLayout
  private let levels: [GoalLevel]
  private let engines: any LinearProgramEngineProvider
  private let limits: SolveLimits
  private let coefficients: ColumnCoefficients
  private let units: MasterUnits

  /// Columns of a part, pass by pass: small parts are soon planned and leave fewer columns for larger ones, which leave
  /// fewer still.
  private static let columnsAtATime = [125, 250, 500]
  /// Iterations that a solve for a part may take: some hundred are usual, and no part has to be purified.
  private static let iterationsOfPart = 20_000
  /// What is left of a limit, as a part of it or of what passes through it, where it is likely to be met.
  private static let nearlyFull = 0.01
  /// Units, or persons who change their task, that are dropped after a pass: with more, what keeps shares goes too, and
  /// all that they hold up.
  private static let hardlyAnything = 1e-8
  /// What is left of limits for the engine to exceed, as a part of those above 1.
  ///
  /// A proof that rests on the guide counts the first goal millions of times, so that a plan which exceeds limits by
  /// rounding seems better than its bound. Of shares and changes of task, whose limit is 0, nothing is left.
  private static let margin = 1e-9
  /// What both may cost, as a part of the sum, which with the gap of a closed proof stays within what the certificate
  /// allows; or of what the guide counts, whose gap is stated.
  private static let mostLoss = (alone: 2e-7, guided: 1e-3)
  /// The same for a part, of which more is at stake where it alone puts a limit right.
  private static let mostLossOfPart = 1e-7
  /// How far a sum may be below its bound by rounding, as a part: half of what the certificate allows.
  private static let mostBelowBound = 5e-7

  /// Prepares to purify a plan of the first level, a shortfall, of a model without fixed deployments, whose other goals
  /// are at most the effort.
  ///
  /// - Complexity: O(routes + rows).
  init(
    of plan: SpreadPlan, network: DeploymentNetwork, layout: RowLayout, levels: [GoalLevel],
    engines: any LinearProgramEngineProvider, limits: SolveLimits
  ) {
    (self.plan, self.network, self.layout, self.levels) = (plan, network, layout, levels)
    (self.engines, self.limits) = (engines, limits)
    units = MasterUnits(network: network, layout: layout, levels: levels)
    coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: levels, units: units.columns)
  }

  /// The same plan on fewer tours, after the last pass that lost next to nothing; where a limit stops it, only some
  /// parts are planned anew.
  ///
  /// - Throws: `EngineFailure` where the engine is lost; where it only gives no answer, a part stays as it is.
  /// - Complexity: O(passes x columns), and a solve by the simplex method for each part.
  func purified() throws -> [(column: MasterColumn, value: Double)] {
    let old = cost(of: feasible(plan.columns))
    // What a difference is measured by.
    let size = plan.guide > 0 ? old.guided : max(1, old.sum)
    let mostLoss = plan.guide > 0 ? Self.mostLoss.guided : Self.mostLoss.alone
    let (least, most) = (
      min(plan.bound, old.sum) - Self.mostBelowBound * size, old.sum + mostLoss * size
    )
    var (gathered, purified) = (plan.columns, plan.columns)
    for columnsAtATime in Self.columnsAtATime where !limits.shouldStop() {
      gathered = try replanned(gathered, columnsAtATime: columnsAtATime)
      let feasible = feasible(gathered)
      let sum = cost(of: feasible).sum
      if least <= sum, sum <= most { purified = feasible.columns }
    }
    return purified
  }

  private func feasible(_ columns: [(column: MasterColumn, value: Double)]) -> FeasiblePlan {
    FeasiblePlan(network: network, layout: layout, levels: levels, wanted: columns)
  }

  private func cost(of feasible: FeasiblePlan) -> (sum: Double, guided: Double) {
    let cost = feasible.cost(level: levels[0], guide: plan.guide)
    return (cost.shortfall + cost.guided, cost.guided)
  }

  /// A plan with one part after the other planned anew.
  ///
  /// Columns left with hardly anything are dropped; the next pass makes up for them.
  private func replanned(
    _ plan: [(column: MasterColumn, value: Double)], columnsAtATime: Int
  ) throws -> [(column: MasterColumn, value: Double)] {
    var columns = plan.map {
      (column: $0.column, value: $0.value / units.columns.unit(of: $0.column))
    }
    var activity = Array(repeating: 0.0, count: layout.rows.count)
    for (column, value) in columns {
      coefficients.forEach(of: column) { activity[$0] += $1 * value }
    }
    for part in parts(of: columns, size: columnsAtATime) where !limits.shouldStop() {
      guard let values = try betterValues(of: part.map { columns[$0] }, amid: activity) else {
        continue
      }
      for (place, value) in zip(part, values) {
        let change = value - columns[place].value
        coefficients.forEach(of: columns[place].column) { activity[$0] += $1 * change }
        columns[place].value = value
      }
    }
    return columns.map { ($0.column, $0.value * units.columns.unit(of: $0.column)) }
      .filter { $0.value > Self.hardlyAnything }
  }

  /// Places of columns in a plan in parts of some size, those of a crisis together as far as they go.
  private func parts(of plan: [(column: MasterColumn, value: Double)], size: Int) -> [[Int]] {
    var byCrisis: [[Int]] = network.model.crises.map { _ in [] }
    for (place, (column, _)) in plan.enumerated() { byCrisis[crisis(of: column)].append(place) }
    var parts: [[Int]] = []
    for places in byCrisis where !places.isEmpty {
      if let last = parts.last, last.count + places.count <= size {
        parts[parts.count - 1] += places
        continue
      }
      let count = (places.count + size - 1) / size
      for part in 0..<count {
        let (start, end) = (places.count * part / count, places.count * (part + 1) / count)
        parts.append(Array(places[start..<end]))
      }
    }
    return parts
  }

  private func crisis(of column: MasterColumn) -> Int {
    switch column {
    case .tour(let tour): tour.crisis
    case .retasking(let change): network.services.crisis(of: change.service)
    }
  }

  /// Values of some columns that cost no more, few of them above 0, where all others stay; nil where the engine gives no
  /// such, or a limit stops it.
  private func betterValues(
    of part: [(column: MasterColumn, value: Double)], amid activity: [Double]
  ) throws -> [Double]? {
    let limitsOfPart = SolveLimits(
      iterations: Self.iterationsOfPart, shouldStop: limits.shouldStop)
    // What the plan exceeds by rounding is put right, where this part can do so.
    for mayExceed in [false, true] where !limits.shouldStop() {
      let program = program(of: part, amid: activity, mayExceed: mayExceed)
      guard
        let optimum = try engines.withEngine({ try program.optimum(by: $0, limits: limitsOfPart) }),
        program.keepsLimits(at: optimum)
      else { continue }
      let (old, new) = (program.cost(of: part.map(\.value)), program.cost(of: optimum))
      if new <= old + Self.mostLossOfPart * abs(old) { return optimum }
    }
    return nil
  }

  /// The program of some columns where all others stay; limits that the plan exceeds, it may exceed as well or not.
  private func program(
    of part: [(column: MasterColumn, value: Double)], amid activity: [Double], mayExceed: Bool
  ) -> PartProgram {
    var program = PartProgram()
    var places: [Int: Int] = [:]
    var rows: [Int] = []
    // What the part uses and relieves, and both without their signs.
    var (own, turnover): ([Double], [Double]) = ([], [])
    for (column, (masterColumn, value)) in part.enumerated() {
      coefficients.forEach(of: masterColumn) { row, coefficient in
        guard layout.bounds[row].upper < .infinity else { return }
        let place = places[row] ?? rows.count
        if place == rows.count {
          places[row] = place
          rows.append(row)
          own.append(0)
          turnover.append(0)
          program.rows.append(PartProgram.Row())
        }
        own[place] += coefficient * value
        turnover[place] += abs(coefficient) * value
        program.rows[place].entries.append((column, coefficient / units.rows[row]))
      }
      var cost = coefficients.cost(of: masterColumn, level: 0)
      if case .tour(let tour) = masterColumn {
        cost += plan.guide * coefficients.guideCost(of: tour)
      }
      program.costs.append(cost / units.costs[0])
    }
    for (place, row) in rows.enumerated() {
      let left = layout.bounds[row].upper - (activity[row] - own[place])
      if case .requirement(let index, let period) = layout.rows[row] {
        // Strength beyond what is needed does no harm, but relieves nothing.
        let relief =
          levels[0].weight(of: network.model.requirements[index]) * network.grid.days(period)
        program.rows[place].limit = left / units.rows[row]
        program.rows[place].costOfExcess = relief * units.rows[row] / units.costs[0]
      } else {
        // Hung on the whole limit, so that no part finds room that another one left.
        let upper = layout.bounds[row].upper
        let margin = upper > 0 ? Self.margin * max(units.rows[row], upper) : 0
        let strict = left > 0 ? max(0, left - margin) : left
        program.rows[place].limit = (mayExceed ? max(left, own[place]) : strict) / units.rows[row]
        program.rows[place].isLikelyToMatter =
          left - own[place] < Self.nearlyFull * max(upper, turnover[place])
      }
    }
    return program
  }
}

extension CoreResult {
  /// Gathers the units of a plan without a basis on few tours; others stay as they are, and so does it where the engine
  /// is lost.
  mutating func purify(
    network: DeploymentNetwork, levels: [GoalLevel], engines: any LinearProgramEngineProvider,
    limits: SolveLimits
  ) throws {
    guard let spread, !limits.shouldStop() else { return }
    let purification = Purification(
      of: spread, network: network, layout: layout, levels: levels, engines: engines,
      limits: limits)
    do {
      uses = TaskDealer(network: network).uses(of: try purification.purified())
    } catch is EngineFailure {
      // The plan at hand asks nothing more of an engine.
    }
  }
}
