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
  case largestBurden
  case violation(fixed: Int)
}

/// The linear program over the tours found and the rows needed so far, held in an engine and kept warm.
///
/// Everything given and taken is in the units of formulation.md; inside, each row and the objective
/// are divided by a power of two so that coefficients stay within a few decades.
final class RestrictedMaster {
  let network: DeploymentNetwork
  let layout: RowLayout
  let levels: [GoalLevel]
  private let engine: any LinearProgramEngine
  private let coefficients: ColumnCoefficients
  /// Columns that are there from the start; engine columns begin with them.
  let staticColumns: [StaticColumn]
  /// Tours found, in the order in which they were added.
  private(set) var tourColumns: [TourColumn] = []
  private var known: Set<TourColumn> = []
  /// The engine's number of each row of the layout; -1: the row is not there.
  private var engineRows: [Int32]
  /// The rows that are there, in the order of the engine.
  private(set) var presentRows: [Int] = []
  /// What a row is divided by, indexed by row of the layout.
  private let rowUnits: [Double]
  private var objective = MasterObjective.violations
  /// What costs of each level are divided by, indexed by level.
  private let costUnits: [Double]
  private let burdenUnit: Double

  /// Loads commitments and static columns into an empty engine; other rows come when needed.
  init(
    network: DeploymentNetwork, levels: [GoalLevel], holdsGoals: Bool,
    engine: any LinearProgramEngine
  ) throws(EngineFailure) {
    self.network = network
    self.levels = levels
    self.engine = engine
    layout = RowLayout(network: network, levels: levels, holdsGoals: holdsGoals)
    coefficients = ColumnCoefficients(network: network, layout: layout, levels: levels)
    burdenUnit = Self.burdenUnit(network)
    costUnits = Self.costUnits(of: levels, network: network, burdenUnit: burdenUnit)
    var rowUnits = layout.rows.map { _ in 1.0 }
    for row in layout.burden.compactMap({ $0 }) { rowUnits[row] = burdenUnit }
    for (level, row) in layout.heldGoal.enumerated() { rowUnits[row] = costUnits[level] }
    self.rowUnits = rowUnits
    engineRows = Array(repeating: -1, count: layout.rows.count)
    let fixed = network.model.fixedDeployments.indices
    staticColumns =
      (layout.burden.contains { $0 != nil } ? [.largestBurden] : [])
      + fixed.map { .violation(fixed: $0) }
    var batch = ColumnBatch()
    for column in staticColumns { batch.finishColumn(cost: cost(of: column), bounds: .nonNegative) }
    if batch.count > 0 { try engine.addColumns(batch) }
    try addRows(layout.commitment)
  }

  /// Number of rows that are there.
  var rowCount: Int { presentRows.count }

  /// Whether a row is there.
  func isPresent(_ row: Int) -> Bool { engineRows[row] >= 0 }

  // MARK: Changing

  /// Sets what is made small.
  func setObjective(_ newObjective: MasterObjective) throws(EngineFailure) {
    objective = newObjective
    try engine.setCosts(staticColumns.map { cost(of: $0) } + tourColumns.map { cost(of: $0) })
  }

  /// Adds rows that are not there yet, with their entries in the columns that are.
  func addRows(_ rows: [Int]) throws(EngineFailure) {
    let missing = rows.filter { engineRows[$0] < 0 }
    guard !missing.isEmpty else { return }
    var places: [Int: Int] = [:]
    for (place, row) in missing.enumerated() {
      engineRows[row] = Int32(presentRows.count)
      presentRows.append(row)
      places[row] = place
    }
    var entries: [[(column: Int, coefficient: Double)]] = missing.map { row in
      staticColumns.indices.compactMap { column in
        let coefficient = coefficient(of: staticColumns[column], in: row)
        return coefficient == 0 ? nil : (column, coefficient)
      }
    }
    for (index, column) in tourColumns.enumerated() {
      coefficients.forEach(of: column) { row, coefficient in
        guard let place = places[row] else { return }
        entries[place].append((staticColumns.count + index, coefficient))
      }
    }
    var batch = RowBatch()
    for (row, entries) in zip(missing, entries) {
      for (column, coefficient) in entries {
        batch.appendEntry(column: column, coefficient: coefficient / rowUnits[row])
      }
      batch.finishRow(bounds: layout.bounds[row].divided(by: rowUnits[row]))
    }
    try engine.addRows(batch)
  }

  /// Adds tours that are not there yet and gives their number.
  ///
  /// A tour that no present row limits would make the program unbounded: the row of its pledge in its
  /// first period in place comes with it.
  func add(_ columns: [TourColumn]) throws(EngineFailure) -> Int {
    let new = columns.filter { known.insert($0).inserted }
    try addRows(new.compactMap { limitingRow(of: $0.tour) }.uniqued())
    var batch = ColumnBatch()
    for column in new {
      tourColumns.append(column)
      coefficients.forEach(of: column) { row, coefficient in
        guard engineRows[row] >= 0 else { return }
        batch.appendEntry(row: Int(engineRows[row]), coefficient: coefficient / rowUnits[row])
      }
      batch.finishColumn(cost: cost(of: column), bounds: .nonNegative)
    }
    if batch.count > 0 { try engine.addColumns(batch) }
    return batch.count
  }

  /// The supply row that a tour needs so that its units are limited; nil where one is there.
  private func limitingRow(of tour: Tour) -> Int? {
    guard let base = layout.supply[tour.contribution] else { return nil }
    let isLimited = network.heldPeriods(of: tour).contains { engineRows[base + $0] >= 0 }
    return isLimited ? nil : base + tour.first
  }

  /// Forbids fixed deployments to fall short from now on.
  func forbidViolations() throws(EngineFailure) {
    let columns = staticColumns.indices.filter {
      if case .violation = staticColumns[$0] { true } else { false }
    }
    try engine.setColumnBounds(columns, columns.map { _ in .fixed(0) })
  }

  /// Frees a fixed deployment from its commitment, or binds it again.
  func setIsCommitted(_ isCommitted: Bool, fixed: Int) throws(EngineFailure) {
    let row = layout.commitment[fixed]
    try engine.setRowBounds(
      [Int(engineRows[row])], [isCommitted ? layout.bounds[row] : .free])
  }

  /// Holds a goal at most at a value from now on.
  func hold(level: Int, at value: Double) throws(EngineFailure) {
    let row = layout.heldGoal[level]
    try addRows([row])
    let limit = value - valueWithoutDeployments(level: level)
    try engine.setRowBounds(
      [Int(engineRows[row])], [Bounds.atMost(limit).divided(by: rowUnits[row])])
  }

  /// Moves to the optimal face of the objective: what has a price or a reduced cost stays where it is.
  ///
  /// Gives the rows and static columns that were held (formulation.md, "Goals, in order").
  func restrictToFace(
    prices: RowPrices, tolerance: Double
  ) throws(EngineFailure) -> (rows: [Int], staticColumns: [Int]) {
    let reduced = try engine.reducedCosts()
    let columns = reduced.indices.filter { abs(reduced[$0]) > tolerance / costUnit }
    // All columns have the lower bound 0 and no upper bound.
    try engine.setColumnBounds(columns, columns.map { _ in .fixed(0) })
    let rows = presentRows.filter { abs(prices.values[$0]) > tolerance }
    try engine.setRowBounds(
      rows.map { Int(engineRows[$0]) },
      rows.map { Bounds.fixed(layout.bounds[$0].side).divided(by: rowUnits[$0]) })
    return (rows, columns.filter { $0 < staticColumns.count })
  }

  // MARK: Solving and reading

  /// Solves from the basis at hand.
  func solve(
    _ method: SimplexMethod, limits: SolveLimits
  ) throws(EngineFailure) -> LinearTermination {
    try engine.solve(method, limits: limits)
  }

  /// Prices of all rows at the current basis; rows that are not there have none.
  func prices() throws(EngineFailure) -> RowPrices {
    let raw = try engine.prices()
    var values = Array(repeating: 0.0, count: layout.rows.count)
    for (engineRow, row) in presentRows.enumerated() {
      values[row] = raw[engineRow] * costUnit / rowUnits[row]
    }
    var weights = Array(repeating: 0.0, count: levels.count)
    if case .level(let level) = objective { weights[level] = 1 }
    // A held goal enters the proof like a row; its price is the goal's weight.
    for (level, row) in layout.heldGoal.enumerated() { weights[level] -= values[row] }
    return RowPrices(values: values, goalWeights: weights)
  }

  /// The values that the bound of each row may take while its price holds; the rows are present.
  func boundRanges(rows: [Int]) throws(EngineFailure) -> [Bounds?] {
    let ranges = try engine.boundRanges(rows: rows.map { Int(engineRows[$0]) })
    return zip(rows, ranges).map { row, range in range?.divided(by: 1 / rowUnits[row]) }
  }

  /// Tours found that carry units, and how many.
  func tourUnits() throws(EngineFailure) -> [(column: TourColumn, units: Double)] {
    let values = try engine.values()
    return tourColumns.indices.compactMap { index in
      let units = values[staticColumns.count + index]
      return units > 1e-11 ? (tourColumns[index], units) : nil
    }
  }

  /// Value of a static column.
  func value(of column: StaticColumn) throws(EngineFailure) -> Double {
    guard let index = staticColumns.firstIndex(of: column) else { return 0 }
    return try engine.values()[index] * (column == .largestBurden ? burdenUnit : 1)
  }

  /// The size of a typical cost of the objective: what reduced costs are judged against.
  var costUnit: Double {
    switch objective {
    case .violations: 1
    case .level(let level): costUnits[level]
    }
  }
}

// MARK: - Coefficients

extension RestrictedMaster {
  private func cost(of column: TourColumn) -> Double {
    guard case .level(let level) = objective else { return 0 }
    return coefficients.cost(of: column, level: level) / costUnits[level]
  }

  private func cost(of column: StaticColumn) -> Double {
    switch (objective, column) {
    case (.violations, .violation): 1
    case (.level(let level), .largestBurden):
      levels[level].costOfLargestBurden * burdenUnit / costUnits[level]
    default: 0
    }
  }

  /// The coefficient of a static column in a row of the layout, in the row's own unit.
  private func coefficient(of column: StaticColumn, in row: Int) -> Double {
    switch (column, layout.rows[row]) {
    case (.largestBurden, .burden): -burdenUnit
    case (.largestBurden, .heldGoal(let level)):
      levels[level].costOfLargestBurden * burdenUnit
    case (.violation(let fixed), .commitment(let index)): fixed == index ? 1 : 0
    default: 0
    }
  }

  /// The cost of one unit of a static column less the prices of the rows that it enters.
  func reducedCost(of column: StaticColumn, at prices: RowPrices) -> Double {
    guard column == .largestBurden else { return 0 }
    var value = 0.0
    for (level, weight) in zip(levels, prices.goalWeights) {
      value += weight * level.costOfLargestBurden
    }
    for row in layout.burden.compactMap({ $0 }) { value += prices.values[row] }
    return value
  }

  /// The value of a goal where nothing deploys: what tours are measured against.
  private func valueWithoutDeployments(level: Int) -> Double {
    network.model.requirements.reduce(0) { sum, need in
      sum + need.quantity * levels[level].weight(of: need) * (need.until - need.from)
    }
  }
}

// MARK: - Units

extension RestrictedMaster {
  /// A power of two near the largest cost that one unit can have at each level.
  private static func costUnits(
    of levels: [GoalLevel], network: DeploymentNetwork, burdenUnit: Double
  ) -> [Double] {
    let horizon = network.grid.boundaries.last ?? 1
    let persons = network.model.contributions.map(\.personnel).max() ?? 1
    var largest = levels.map { level in
      network.model.requirements.reduce(level.costOfLargestBurden * burdenUnit) { largest, need in
        let strength = need.unit == .personnel ? persons : 1
        return max(largest, level.weight(of: need) * (need.until - need.from) * strength)
      }
    }
    network.forEachRoute { route, _ in
      for (level, goal) in levels.enumerated() {
        let cost = goal.cost(of: route, in: network)
        largest[level] = max(
          largest[level],
          abs(cost.fixed) + horizon * (abs(cost.perDayInPlace) + abs(cost.perDayOfStart)))
      }
    }
    return largest.map { powerOfTwo(near: $0) }
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

  /// The bound of a row that has one.
  fileprivate var side: Double { lower.isFinite ? lower : upper }
}

extension Array where Element: Hashable {
  /// The elements, each at its first place only.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
