import ForceModel
import LinearProgramming

/// What the master program makes small.
enum MasterObjective: Equatable {
  /// The units by which fixed deployments fall short of what stands; 0 unless lines contradict.
  case violations
  /// The units that deploy: how a first plan in whole units is found beside fixed deployments.
  case unitsSent
  /// One goal level, an index into the levels.
  case level(Int)
}

/// The columns that are in the master program from the start.
enum StaticColumn: Equatable {
  case largestBurden
  /// Units by which a fixed deployment falls short.
  case violation(fixed: Int)
}

/// The linear program over the columns found and the rows needed so far, held in an engine and kept warm.
///
/// Everything given and taken is in the units of formulation.md; inside, columns, rows and the objective are
/// counted in powers of two of them (`MasterUnits`).
final class RestrictedMaster {
  let network: DeploymentNetwork
  let layout: RowLayout
  let levels: [GoalLevel]
  let engine: any LinearProgramEngine
  let coefficients: ColumnCoefficients
  /// Columns that are there from the start; engine columns begin with them.
  let staticColumns: [StaticColumn]
  /// Costs at the first level of the engine columns after the static ones that stand in for those of another model:
  /// they carry nothing, but where they are in the basis its prices are right only at their costs.
  var standInCosts: [Double] = []
  /// Tours and retaskings found, in the order in which they were added.
  private(set) var columns: [MasterColumn] = []
  private var known: Set<MasterColumn> = []
  /// Tours that have an upper bound of their own.
  private(set) var closed: Set<Tour> = []
  /// Services and periods, as service x periods + period, in which units of some tour may be in place,
  /// in the order in which they came up.
  private(set) var touched: [Int] = []
  private var isTouched: [Bool]
  /// Whether a row stays at its bound, because an earlier level has a price on it, by row of the layout.
  private(set) var isHeld: [Bool]
  /// Engine columns that stay at 0, because an earlier level has a reduced cost on them or nobody may fall short.
  private(set) var heldColumns: Set<Int> = []
  /// The row whose bound is moved for the time being, and by how much.
  private var moved: (row: Int, step: Double)?
  /// The engine's number of each row of the layout; -1: the row is not there.
  private(set) var engineRows: [Int32]
  /// The rows that are there, in the order in which they were added.
  private(set) var presentRows: [Int] = []
  /// The units that the engine counts in.
  let units: MasterUnits
  private var objective = MasterObjective.violations
  /// Weight of the guide in the cost.
  private(set) var guide = 0.0

  /// Loads commitments and static columns into an empty engine; other rows come when needed.
  init(
    network: DeploymentNetwork, levels: [GoalLevel], holdsGoals: Bool,
    engine: any LinearProgramEngine
  ) throws(EngineFailure) {
    self.network = network
    self.levels = levels
    self.engine = engine
    layout = RowLayout(network: network, levels: levels, holdsGoals: holdsGoals)
    units = MasterUnits(network: network, layout: layout, levels: levels)
    coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: levels, units: units.columns)
    engineRows = Array(repeating: -1, count: layout.rows.count)
    isHeld = Array(repeating: false, count: layout.rows.count)
    isTouched = Array(repeating: false, count: network.services.count * network.grid.count)
    let fixed = network.model.fixedDeployments.indices
    staticColumns =
      (levels.contains { $0.goal == .burden } ? [.largestBurden] : [])
      + fixed.map { .violation(fixed: $0) }
    var batch = ColumnBatch()
    for column in staticColumns { batch.finishColumn(cost: cost(of: column), bounds: .nonNegative) }
    if batch.count > 0 { try engine.addColumns(batch) }
    try addRows(layout.commitment)
  }

  /// Number of rows that are there.
  var rowCount: Int { presentRows.count }
  /// The engine's number of the first of `columns`.
  var firstColumn: Int { staticColumns.count + standInCosts.count }

  // MARK: Changing

  /// Sets what is made small, and how much the guide weighs in it.
  func setObjective(
    _ newObjective: MasterObjective, guide newGuide: Double = 0
  ) throws(EngineFailure) {
    objective = newObjective
    guide = newGuide
    try engine.setCosts(
      staticColumns.map { cost(of: $0) }
        + standInCosts.map { objective == .level(0) ? $0 / units.costs[0] : 0 }
        + columns.map { cost(of: $0) })
  }

  /// Adds rows that are not there yet, with their entries in the columns that are.
  func addRows(_ rows: [Int]) throws(EngineFailure) {
    let missing = rows.filter { engineRows[$0] < 0 }
    guard !missing.isEmpty else { return }
    var places: [Int: Int] = [:]
    for (place, row) in missing.enumerated() {
      engineRows[row] = Int32(engine.rowCount + place)
      presentRows.append(row)
      places[row] = place
    }
    var entries: [[(column: Int, coefficient: Double)]] = missing.map { _ in [] }
    for column in 0..<firstColumn + columns.count {
      forEachEntry(ofEngineColumn: column) { row, coefficient in
        guard let place = places[row] else { return }
        entries[place].append((column, coefficient))
      }
    }
    var batch = RowBatch()
    for (row, entries) in zip(missing, entries) {
      for (column, coefficient) in entries {
        batch.appendEntry(column: column, coefficient: coefficient / units.rows[row])
      }
      batch.finishRow(bounds: bounds(of: row).divided(by: units.rows[row]))
    }
    try engine.addRows(batch)
  }

  /// Adds columns that are not there yet and gives their number.
  ///
  /// A tour that no present row limits would make the program unbounded: the row of its pledge in its
  /// first period in place comes with it. So do rows that an earlier level holds at their bound.
  func add(_ newColumns: [MasterColumn]) throws(EngineFailure) -> Int {
    let new = newColumns.filter { !known.contains($0) }.uniqued()
    var rows: [Int] = []
    for case .tour(let tour) in new {
      if let row = limitingRow(of: tour) { rows.append(row) }
      rows += retaskingRows(of: tour).filter { isHeld[$0] }
    }
    try addRows(rows.uniqued())
    var batch = ColumnBatch()
    for column in new {
      appendEntries(of: column, to: &batch)
      finish(column, in: &batch)
    }
    if batch.count > 0 { try engine.addColumns(batch) }
    return batch.count
  }

  /// Appends the entries of a column in the rows that are there.
  func appendEntries(of column: MasterColumn, to batch: inout ColumnBatch) {
    coefficients.forEach(of: column) { row, coefficient in
      guard engineRows[row] >= 0 else { return }
      batch.appendEntry(row: Int(engineRows[row]), coefficient: coefficient / units.rows[row])
    }
  }

  /// Closes a column in a batch and takes it up.
  func finish(_ column: MasterColumn, in batch: inout ColumnBatch) {
    columns.append(column)
    known.insert(column)
    if case .tour(let tour) = column { touch(tour) }
    batch.finishColumn(cost: cost(of: column), bounds: .nonNegative)
  }

  /// The supply row that a tour needs so that its units are limited; nil where one is there.
  func limitingRow(of tour: Tour) -> Int? {
    guard let base = layout.supply[tour.contribution] else { return nil }
    let isLimited = network.heldPeriods(of: tour).contains { engineRows[base + $0] >= 0 }
    return isLimited ? nil : base + tour.first
  }

  /// The retasking rows of the periods in which units of a tour are in place.
  private func retaskingRows(of tour: Tour) -> ClosedRange<Int> {
    let service = network.services.index(of: tour.contribution, at: tour.crisis)
    let base = layout.retasking + service * network.grid.count
    return base + tour.first...base + tour.last
  }

  /// Marks where units of a tour may be in place.
  private func touch(_ tour: Tour) {
    for row in retaskingRows(of: tour) where !isTouched[row - layout.retasking] {
      isTouched[row - layout.retasking] = true
      touched.append(row - layout.retasking)
    }
  }

  /// The bounds of a row, at one side only where an earlier level holds it there.
  func bounds(of row: Int) -> Bounds {
    let bounds = isHeld[row] ? .fixed(layout.bounds[row].side) : layout.bounds[row]
    guard let moved, moved.row == row else { return bounds }
    return Bounds(lower: bounds.lower + moved.step, upper: bounds.upper + moved.step)
  }

  /// Moves the bound of a row that is there; an earlier one goes back.
  func move(boundOf row: Int, by step: Double) throws(EngineFailure) {
    try moveBack()
    moved = (row, step)
    try renewBounds(of: [row])
  }

  /// Puts the bound that was moved back.
  func moveBack() throws(EngineFailure) {
    guard let row = moved?.row else { return }
    moved = nil
    try renewBounds(of: [row])
  }

  /// Gives rows that are there the bounds that they have by now.
  private func renewBounds(of rows: [Int]) throws(EngineFailure) {
    try engine.setRowBounds(
      rows.map { Int(engineRows[$0]) },
      rows.map { bounds(of: $0).divided(by: units.rows[$0]) })
  }

  /// Forbids fixed deployments to fall short from now on.
  func forbidViolations() throws(EngineFailure) {
    let columns = staticColumns.indices.filter {
      if case .violation = staticColumns[$0] { true } else { false }
    }
    try holdColumns(columns)
  }

  /// Lets fixed deployments have no more units than they are given, and so many of them fall short where they
  /// are not sent.
  func capFixedDeployments(demanding demand: [Double]) throws(EngineFailure) {
    try engine.setRowBounds(
      layout.commitment.map { Int(engineRows[$0]) },
      zip(layout.commitment, demand).map { row, least in
        Bounds(lower: least, upper: layout.bounds[row].lower).divided(by: units.rows[row])
      })
  }

  /// Keeps the units by which capped fixed deployments fall short within limits, but for rounding.
  func holdFixedDeployments(missing limits: [ClosedRange<Double>]) throws(EngineFailure) {
    for (index, missing) in limits.enumerated() {
      guard let column = staticColumns.firstIndex(of: .violation(fixed: index)) else { continue }
      try engine.setColumnBounds(
        [column], [Bounds(lower: missing.lowerBound, upper: missing.upperBound + 1e-9)])
    }
  }

  /// Frees a fixed deployment from its commitment, or binds it again.
  func setIsCommitted(_ isCommitted: Bool, fixed: Int) throws(EngineFailure) {
    let row = layout.commitment[fixed]
    try engine.setRowBounds(
      [Int(engineRows[row])],
      [isCommitted ? layout.bounds[row].divided(by: units.rows[row]) : .free])
  }

  /// Holds a goal at most at a value from now on.
  func hold(level: Int, at value: Double) throws(EngineFailure) {
    let row = layout.heldGoal[level]
    try addRows([row])
    let limit = value - levels[level].valueWithoutDeployments(in: network.model)
    try engine.setRowBounds(
      [Int(engineRows[row])], [Bounds.atMost(limit).divided(by: units.rows[row])])
  }

  /// Sets bounds for the units on tours; each is named by its index into `columns`.
  ///
  /// Tours without room above what they carry are `closed`: looking for them again leads nowhere.
  func setBounds(ofTours bounds: [(index: Int, bounds: Bounds)]) throws(EngineFailure) {
    for (index, bounds) in bounds {
      guard case .tour(let tour) = columns[index] else { continue }
      if bounds.upper.isFinite { closed.insert(tour) } else { closed.remove(tour) }
    }
    try engine.setColumnBounds(
      bounds.map { firstColumn + $0.index }, bounds.map(\.bounds))
  }

  /// Holds rows at their bounds and columns at 0 from now on.
  func hold(rows: [Int], columns held: [MasterColumn], staticColumns: [Int]) throws(EngineFailure) {
    for row in rows { isHeld[row] = true }
    try renewBounds(of: rows.filter { engineRows[$0] >= 0 })
    let names = Set(held)
    let indices =
      staticColumns
      + columns.indices.filter { names.contains(columns[$0]) }.map { $0 + firstColumn }
    try holdColumns(indices)
  }

  private func holdColumns(_ indices: [Int]) throws(EngineFailure) {
    heldColumns.formUnion(indices)
    try engine.setColumnBounds(indices, indices.map { _ in .fixed(0) })
  }

  // MARK: Solving and reading

  /// Solves from the basis at hand.
  func solve(
    _ method: SimplexMethod, limits: SolveLimits
  ) throws(EngineFailure) -> LinearTermination {
    try engine.solve(method, limits: limits)
  }

  /// Value of the goal level that is the objective, at the current point.
  func objectiveValue() throws(EngineFailure) -> Double {
    let relative = try engine.cost() * costUnit
    guard case .level(let level) = objective else { return relative }
    return levels[level].valueWithoutDeployments(in: network.model) + relative
  }

  /// Prices of all rows at the current basis; rows that are not there have none.
  ///
  /// Retasking rows have none either: what they are worth follows from the best task of each period.
  func prices() throws(EngineFailure) -> RowPrices {
    let raw = try engine.prices()
    guard raw.allSatisfy(\.isFinite) else { throw .numericalTrouble("prices are not finite") }
    var values = Array(repeating: 0.0, count: layout.rows.count)
    for row in presentRows where row < layout.retasking || row >= layout.endOfRetasking {
      values[row] = raw[Int(engineRows[row])] * costUnit / units.rows[row]
    }
    var weights = Array(repeating: 0.0, count: levels.count)
    if case .level(let level) = objective { weights[level] = 1 }
    // A held goal enters the proof like a row; its price is the goal's weight.
    for (level, row) in layout.heldGoal.enumerated() { weights[level] -= values[row] }
    return RowPrices(values: values, goalWeights: weights)
  }

  /// Activity of every row of the layout at the current point, in the rows' own units.
  func activities() throws(EngineFailure) -> [Double] { activities(of: try engine.values()) }

  /// The rows that are not there and that the current point breaks.
  ///
  /// Of neighbouring periods of one pledge only the worst is given, for the others mostly follow.
  ///
  /// - Complexity: O(rows of the layout + entries of the columns in use).
  func brokenRows() throws(EngineFailure) -> [Int] { brokenRows(at: try engine.values()) }

  /// The rows that are not there and that values of the engine's columns break.
  private func brokenRows(at values: [Double]) -> [Int] {
    let activity = activities(of: values)
    var broken: [Int] = []
    var worst: (row: Int, excess: Double, contribution: Int, period: Int)?
    for row in layout.rows.indices where engineRows[row] < 0 {
      let limit = layout.bounds[row].upper
      let excess = activity[row] - limit
      guard excess > 1e-9 * max(1, abs(limit)) else { continue }
      guard case .supply(let contribution, let period) = layout.rows[row] else {
        broken.append(row)
        continue
      }
      if let last = worst, last.contribution == contribution, last.period + 1 == period {
        let isWorse = excess > last.excess
        worst = (
          isWorse ? row : last.row, isWorse ? excess : last.excess, contribution, period
        )
      } else {
        if let last = worst { broken.append(last.row) }
        worst = (row, excess, contribution, period)
      }
    }
    if let last = worst { broken.append(last.row) }
    return broken
  }

  /// Activity of every row of the layout at values of the engine's columns, in the rows' own units.
  func activities(of values: [Double]) -> [Double] {
    var activity = Array(repeating: 0.0, count: layout.rows.count)
    for (column, value) in values.enumerated() where value != 0 {
      forEachEntry(ofEngineColumn: column) { row, coefficient in
        activity[row] += coefficient * value
      }
    }
    return activity
  }

  /// Calls `body` with every row of the layout that a column of the engine enters.
  func forEachEntry(
    ofEngineColumn column: Int, _ body: (_ row: Int, _ coefficient: Double) -> Void
  ) {
    guard column < firstColumn else {
      coefficients.forEach(of: columns[column - firstColumn], body)
      return
    }
    guard !isStandIn(column) else { return }
    for row in layout.burden.compactMap({ $0 }) + layout.commitment + layout.heldGoal {
      let coefficient = coefficient(of: staticColumns[column], in: row)
      if coefficient != 0 { body(row, coefficient) }
    }
  }

  /// Whether a column of the engine stands in for one of another model.
  func isStandIn(_ column: Int) -> Bool {
    (staticColumns.count..<firstColumn).contains(column)
  }

  /// The engine's value of each column, indexed as `columns`: units where units are whole.
  func unitsOnColumns() throws(EngineFailure) -> [Double] {
    Array(try engine.values()[firstColumn...])
  }

  /// Searches the best point with whole units on tours, over the columns that are there.
  ///
  /// Rows that the point found breaks come in, and the search is done again. The program must have been
  /// solved just before; it is left as it was but for rows.
  ///
  /// - Returns: Units on each column, indexed as `columns`, nil where no point was found; and whether the
  ///   search came to its own end.
  func searchWhole(
    limits: WholeLimits
  ) throws(EngineFailure) -> (units: [Double]?, isComplete: Bool) {
    let isWhole =
      Array(repeating: false, count: firstColumn)
      + columns.map { if case .tour = $0 { true } else { false } }
    while true {
      let found = try engine.solveWhole(isWhole: isWhole, limits: limits)
      guard let values = found.values else { return (nil, found.isComplete) }
      let broken = brokenRows(at: values)
      guard !broken.isEmpty else {
        return (Array(values[firstColumn...]), found.isComplete)
      }
      try addRows(broken)
      switch try engine.solve(.dual, limits: SolveLimits(shouldStop: limits.shouldStop)) {
      case .optimal: break
      case .infeasible: return (nil, true)
      case .unbounded, .limit: return (nil, false)
      }
    }
  }

  /// Calls `body` with every row of the layout that a column enters.
  func forEachEntry(
    ofColumn index: Int, _ body: (_ row: Int, _ coefficient: Double) -> Void
  ) {
    coefficients.forEach(of: columns[index], body)
  }

  /// What one unit on a column costs at a level, the shortfall that is relieved counted as a gain.
  func cost(ofColumn index: Int, level: Int) -> Double {
    coefficients.cost(of: columns[index], level: level)
  }

  /// Columns that carry units (or persons of a service), and how many.
  func columnValues() throws(EngineFailure) -> [(column: MasterColumn, value: Double)] {
    let values = try engine.values()
    guard values.allSatisfy(\.isFinite) else { throw .numericalTrouble("values are not finite") }
    return columns.indices.compactMap { index in
      let value = values[firstColumn + index]
      guard value > 1e-11 else { return nil }
      switch columns[index] {
      case .tour(let tour): return (columns[index], value * units.columns.tours[tour.contribution])
      case .retasking: return (columns[index], value * units.columns.retasking)
      }
    }
  }

  /// Value of a static column.
  func value(of column: StaticColumn) throws(EngineFailure) -> Double {
    guard let index = staticColumns.firstIndex(of: column) else { return 0 }
    return try engine.values()[index] * (column == .largestBurden ? units.burden : 1)
  }

  /// A weight of the guide that tells equally good plans of a level apart and hardly counts otherwise.
  func guideWeight(level: Int) -> Double { 1e-3 * units.costs[level] / units.costs[levels.count] }

  /// The size of a typical cost of the objective: what reduced costs are judged against.
  var costUnit: Double {
    switch objective {
    case .violations, .unitsSent: 1
    case .level(let level): units.costs[level]
    }
  }
}

// MARK: - Coefficients

extension RestrictedMaster {
  private func cost(of column: MasterColumn) -> Double {
    if objective == .unitsSent, case .tour = column { return 1 }
    guard case .level(let level) = objective else { return 0 }
    let cost = coefficients.cost(of: column, level: level)
    guard guide > 0, case .tour(let tour) = column else { return cost / units.costs[level] }
    return (cost + guide * coefficients.guideCost(of: tour)) / units.costs[level]
  }

  private func cost(of column: StaticColumn) -> Double {
    switch (objective, column) {
    case (.violations, .violation): 1
    case (.level(let level), .largestBurden):
      levels[level].costOfLargestBurden * units.burden / units.costs[level]
    default: 0
    }
  }

  /// The coefficient of a static column in a row of the layout, in the row's own unit.
  private func coefficient(of column: StaticColumn, in row: Int) -> Double {
    switch (column, layout.rows[row]) {
    case (.largestBurden, .burden(let member)):
      network.model.contributors[member].burdenLimit == nil ? -units.burden : 0
    case (.largestBurden, .heldGoal(let level)):
      levels[level].costOfLargestBurden * units.burden
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
    for (member, row) in zip(network.model.contributors, layout.burden)
    where member.burdenLimit == nil {
      if let row { value += prices.values[row] }
    }
    return value
  }
}

extension Bounds {
  /// The bounds of a row that is divided by a unit greater than 0.
  fileprivate func divided(by unit: Double) -> Bounds {
    Bounds(lower: lower / unit, upper: upper / unit)
  }

  /// The bound of a row that has one.
  var side: Double { lower.isFinite ? lower : upper }
}

extension Array where Element: Hashable {
  /// The elements, each at its first place only.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
