import ForceModel
import LinearProgramming

/// What the master program makes small.
enum MasterObjective: Equatable {
  /// The units by which fixed deployments fall short of what stands; 0 unless lines contradict.
  case violations
  /// One goal level, an index into the levels.
  case level(Int)
}

/// The columns that are in the master program from the start.
enum StaticColumn: Equatable {
  case shortfall(requirement: Int, period: Int)
  case presence(crisis: Int, period: Int)
  case presenceOverall(period: Int)
  case largestBurden
  case violation(fixed: Int)
}

/// The linear program over the tours found so far, held in an engine and kept warm.
///
/// Everything given and taken is in the units of formulation.md; inside, each row and the objective
/// are divided by a power of two so that coefficients stay within a few decades.
final class RestrictedMaster {
  let network: DeploymentNetwork
  let layout: RowLayout
  let levels: [GoalLevel]
  private let engine: any LinearProgramEngine
  private let entries: ColumnEntries
  /// Columns that are there from the start; engine columns begin with them.
  let staticColumns: [StaticColumn]
  /// Tours found, in the order in which they were added.
  private(set) var tourColumns: [TourColumn] = []
  private var known: Set<TourColumn> = []
  /// What a row is divided by, indexed by row.
  private var rowUnits: [Double]
  private var objective = MasterObjective.violations
  /// What costs of each level are divided by, indexed by level.
  private let costUnits: [Double]
  private let burdenUnit: Double

  /// Loads rows and static columns into an empty engine.
  init(
    network: DeploymentNetwork, levels: [GoalLevel], holdsGoals: Bool,
    engine: any LinearProgramEngine
  ) throws(EngineFailure) {
    self.network = network
    self.levels = levels
    self.engine = engine
    layout = RowLayout(network: network, levels: levels, holdsGoals: holdsGoals)
    entries = ColumnEntries(network: network, layout: layout, levels: levels)
    costUnits = levels.map { Self.costUnit(of: $0, network: network) }
    burdenUnit = Self.burdenUnit(network)
    rowUnits = layout.rows.map { _ in 1 }
    for row in layout.burden.compactMap({ $0 }) { rowUnits[row] = burdenUnit }
    for (level, row) in layout.heldGoal.enumerated() { rowUnits[row] = costUnits[level] }
    staticColumns = Self.staticColumns(network: network, layout: layout)
    try engine.addRows(zip(layout.bounds, rowUnits).map { $0.divided(by: $1) })
    try engine.addColumns(staticBatch())
  }

  /// Engine rows.
  var rowCount: Int { layout.rows.count }

  // MARK: Changing

  /// Sets what is made small.
  func setObjective(_ newObjective: MasterObjective) throws(EngineFailure) {
    objective = newObjective
    try engine.setCosts(
      staticColumns.map { cost(of: $0) } + tourColumns.map { cost(of: $0.tour) })
  }

  /// Adds tours that are not there yet and gives their number.
  func add(_ columns: [TourColumn]) throws(EngineFailure) -> Int {
    var batch = ColumnBatch()
    for column in columns where known.insert(column).inserted {
      tourColumns.append(column)
      entries.forEach(of: column) { row, coefficient in
        batch.appendEntry(row: row, coefficient: coefficient / rowUnits[row])
      }
      batch.finishColumn(cost: cost(of: column.tour), bounds: .nonNegative)
    }
    if batch.count > 0 { try engine.addColumns(batch) }
    return batch.count
  }

  /// Forbids fixed deployments to fall short from now on.
  func forbidViolations() throws(EngineFailure) {
    let columns = staticColumns.indices.filter {
      if case .violation = staticColumns[$0] { true } else { false }
    }
    try engine.setColumnBounds(columns, columns.map { _ in .fixed(0) })
  }

  /// Lets a fixed deployment fall short at no cost, or no longer.
  func setViolationIsFree(_ isFree: Bool, fixed: Int) throws(EngineFailure) {
    try engine.setRowBounds(
      [layout.commitment[fixed]], [isFree ? .free : layout.bounds[layout.commitment[fixed]]])
  }

  /// Holds a goal at most at a value from now on.
  func hold(level: Int, at value: Double) throws(EngineFailure) {
    let row = layout.heldGoal[level]
    try engine.setRowBounds([row], [Bounds.atMost(value).divided(by: rowUnits[row])])
  }

  /// Moves to the optimal face of the objective: what has a price or a reduced cost stays where it is.
  ///
  /// Gives the rows and static columns that were held (formulation.md, "Goals, in order").
  func restrictToFace(
    prices: RowPrices, tolerance: Double
  ) throws(EngineFailure) -> (rows: [Int], staticColumns: [Int]) {
    let reduced = try engine.reducedCosts()
    let relative = tolerance / costUnit
    let values = try engine.values()
    let columns = reduced.indices.filter { abs(reduced[$0]) > relative }
    try engine.setColumnBounds(columns, columns.map { .fixed(nearestBound(values[$0])) })
    let rows = layout.rows.indices.filter {
      layout.bounds[$0].lower != layout.bounds[$0].upper && abs(prices.values[$0]) > tolerance
    }
    try engine.setRowBounds(
      rows, rows.map { Bounds.fixed(side(of: layout.bounds[$0])).divided(by: rowUnits[$0]) })
    return (rows, columns.filter { $0 < staticColumns.count })
  }

  /// All columns have the lower bound 0; a value off it by rounding is put back.
  private func nearestBound(_ value: Double) -> Double { abs(value) < 1e-6 ? 0 : value }

  private func side(of bounds: Bounds) -> Double {
    bounds.lower.isFinite ? bounds.lower : bounds.upper
  }

  // MARK: Solving and reading

  /// Solves from the basis at hand.
  func solve(
    _ method: SimplexMethod, limits: SolveLimits
  ) throws(EngineFailure) -> LinearTermination {
    try engine.solve(method, limits: limits)
  }

  /// Value of the objective.
  func objectiveValue() throws(EngineFailure) -> Double { try engine.cost() * costUnit }

  /// Prices of all rows at the current basis.
  func prices() throws(EngineFailure) -> RowPrices {
    let raw = try engine.prices()
    var weights = Array(repeating: 0.0, count: levels.count)
    if case .level(let level) = objective { weights[level] = 1 }
    for (level, row) in layout.heldGoal.enumerated() {
      // A held goal enters the proof like a row; its price is the goal's weight.
      weights[level] -= raw[row] * costUnit / rowUnits[row]
    }
    return RowPrices(
      values: raw.indices.map { raw[$0] * costUnit / rowUnits[$0] }, goalWeights: weights)
  }

  /// The values that the bound of each priced row may take while its price holds.
  func boundRanges(rows: [Int]) throws(EngineFailure) -> [Bounds?] {
    let ranges = try engine.boundRanges(rows: rows)
    return zip(rows, ranges).map { row, range in range?.divided(by: 1 / rowUnits[row]) }
  }

  /// Units on each tour found, indexed as `tourColumns`.
  func tourUnits() throws(EngineFailure) -> [Double] {
    Array(try engine.values().dropFirst(staticColumns.count))
  }

  /// Units by which each fixed deployment falls short, indexed by fixed deployment.
  func violations() throws(EngineFailure) -> [Double] {
    let values = try engine.values()
    return network.fixedTours.indices.map { fixed in
      staticColumns.firstIndex(of: .violation(fixed: fixed)).map { values[$0] } ?? 0
    }
  }

  /// The size of a typical cost of the objective: what reduced costs are judged against.
  var costUnit: Double {
    switch objective {
    case .violations: 1
    case .level(let level): costUnits[level]
    }
  }
}

// MARK: - Costs and static columns

extension RestrictedMaster {
  private func cost(of tour: Tour) -> Double {
    guard case .level(let level) = objective else { return 0 }
    return entries.cost(of: tour, level: levels[level]) / costUnits[level]
  }

  private func cost(of column: StaticColumn) -> Double {
    switch (objective, column) {
    case (.violations, .violation): 1
    case (.level(let level), .shortfall), (.level(let level), .largestBurden):
      cost(of: column, level: level) / costUnits[level]
    default: 0
    }
  }

  private func cost(of column: StaticColumn, level: Int) -> Double {
    switch column {
    case .shortfall(let requirement, let period):
      levels[level].cost(
        ofShortfallIn: network.model.requirements[requirement], period: period, grid: network.grid)
    case .largestBurden: levels[level].costOfLargestBurden * burdenUnit
    case .presence, .presenceOverall, .violation: 0
    }
  }

  private static func staticColumns(
    network: DeploymentNetwork, layout: RowLayout
  ) -> [StaticColumn] {
    var columns: [StaticColumn] = []
    for requirement in network.model.requirements.indices {
      for period in network.firstActivePeriod[requirement]..<network.endActivePeriod[requirement] {
        columns.append(.shortfall(requirement: requirement, period: period))
      }
    }
    for row in layout.rows {
      switch row {
      case .presence(let crisis, let period):
        columns.append(.presence(crisis: crisis, period: period))
      case .presenceOverall(let period): columns.append(.presenceOverall(period: period))
      default: break
      }
    }
    if layout.burden.contains(where: { $0 != nil }) { columns.append(.largestBurden) }
    for fixed in network.model.fixedDeployments.indices {
      columns.append(.violation(fixed: fixed))
    }
    return columns
  }
}

extension RestrictedMaster {
  private func staticBatch() -> ColumnBatch {
    var batch = ColumnBatch()
    for column in staticColumns {
      for (row, coefficient) in staticEntries(of: column) {
        batch.appendEntry(row: row, coefficient: coefficient / rowUnits[row])
      }
      for (level, row) in layout.heldGoal.enumerated() {
        let cost = cost(of: column, level: level)
        if cost != 0 { batch.appendEntry(row: row, coefficient: cost / rowUnits[row]) }
      }
      batch.finishColumn(cost: cost(of: column), bounds: Self.bounds(of: column))
    }
    return batch
  }

  private func staticEntries(of column: StaticColumn) -> [(row: Int, coefficient: Double)] {
    let model = network.model
    switch column {
    case .shortfall(let requirement, let period):
      return [(layout.requirement[requirement] + period, 1)]
    case .presence(let crisis, let period):
      let shares = model.contributors.indices.compactMap { contributor in
        layout.share[contributor * layout.crisisCount + crisis].map {
          (row: $0 + period, coefficient: -model.shareCap(of: contributor))
        }
      }
      return (layout.presence[crisis].map { [($0 + period, -1)] } ?? [])
        + shares.filter { $0.coefficient != 0 }
    case .presenceOverall(let period):
      let shares = layout.shareOverall.compactMap { $0 }.map {
        (row: $0 + period, coefficient: -model.policy.shareCapOverall)
      }
      return (layout.presenceOverall.map { [($0 + period, -1)] } ?? [])
        + shares.filter { $0.coefficient != 0 }
    case .largestBurden:
      return layout.burden.compactMap { $0 }.map { ($0, -burdenUnit) }
    case .violation(let fixed):
      return [(layout.commitment[fixed], 1)]
    }
  }

  private static func bounds(of column: StaticColumn) -> Bounds {
    switch column {
    case .presence, .presenceOverall: .free
    case .shortfall, .largestBurden, .violation: .nonNegative
    }
  }

  /// The cost of one unit of a static column less the prices of the rows that it enters.
  func reducedCost(of column: StaticColumn, at prices: RowPrices) -> Double {
    var value = 0.0
    for (level, weight) in prices.goalWeights.enumerated() where weight != 0 {
      value += weight * cost(of: column, level: level)
    }
    for (row, coefficient) in staticEntries(of: column) {
      value -= coefficient * prices.values[row]
    }
    return value
  }

  /// A power of two near the largest cost of a level.
  private static func costUnit(of level: GoalLevel, network: DeploymentNetwork) -> Double {
    let horizon = network.grid.boundaries.last ?? 1
    var largest = 0.0
    for requirement in network.model.requirements.indices {
      let need = network.model.requirements[requirement]
      for period in network.firstActivePeriod[requirement]..<network.endActivePeriod[requirement] {
        largest = max(
          largest, level.cost(ofShortfallIn: need, period: period, grid: network.grid))
      }
    }
    network.forEachRoute { route, _ in
      let cost = level.cost(of: route, in: network)
      largest = max(
        largest,
        abs(cost.fixed) + horizon * (abs(cost.perDayInPlace) + abs(cost.perDayOfStart)))
    }
    largest = max(largest, level.costOfLargestBurden * burdenUnit(network))
    return powerOfTwo(near: largest)
  }

  /// A power of two near the largest burden that one unit can lay on its member.
  private static func burdenUnit(_ network: DeploymentNetwork) -> Double {
    let horizon = network.grid.boundaries.last ?? 1
    let largest = network.model.contributions.map { pledge in
      pledge.personnel * horizon / network.model.contributors[pledge.contributor].burdenWeight
    }.max()
    return powerOfTwo(near: largest ?? 1)
  }

  private static func powerOfTwo(near value: Double) -> Double {
    value > 0 ? Double(sign: .plus, exponent: value.exponent, significand: 1) : 1
  }
}

extension Bounds {
  /// The bounds of a row that is divided by a unit greater than 0.
  fileprivate func divided(by unit: Double) -> Bounds {
    Bounds(lower: lower / unit, upper: upper / unit)
  }
}
