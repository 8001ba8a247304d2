import LinearProgramming

/// A linear program over a part of a plan: values of at least 0 under limits, some of which may be exceeded at a cost.
struct PartProgram {
  struct Row {
    var limit = 0.0
    var entries: [(column: Int, coefficient: Double)] = []
    /// What it costs to exceed the limit by 1; nil: it must be kept.
    var costOfExcess: Double?
    /// Others come once they are broken.
    var isLikelyToMatter = true

    func excess(at values: [Double]) -> Double {
      entries.reduce(-limit) { $0 + $1.coefficient * values[$1.column] }
    }
  }

  /// Cost of each column.
  var costs: [Double] = []
  var rows: [Row] = []

  /// What an engine that keeps its own tolerance may exceed a limit by, as a part of limits above 1.
  private static let toleranceOfEngine = 1e-7

  /// The cost of values of the columns.
  func cost(of values: [Double]) -> Double {
    rows.reduce(zip(costs, values).reduce(0) { $0 + $1.0 * $1.1 }) { cost, row in
      cost + (row.costOfExcess ?? 0) * max(0, row.excess(at: values))
    }
  }

  /// Whether values keep the limits that must be kept; never for NaN.
  func keepsLimits(at values: [Double]) -> Bool {
    rows.allSatisfy { row in
      row.costOfExcess != nil
        || row.excess(at: values) <= Self.toleranceOfEngine * max(1, abs(row.limit))
    }
  }

  /// Values of the columns at a basic optimum; nil where the engine gives none, or a limit stops it.
  func optimum(
    by engine: any LinearProgramEngine, limits: SolveLimits
  ) throws(EngineFailure) -> [Double]? {
    var columns = ColumnBatch()
    for cost in costs { columns.finishColumn(cost: cost, bounds: .nonNegative) }
    let bearable = rows.indices.filter { rows[$0].costOfExcess != nil }
    for row in bearable {
      columns.finishColumn(cost: rows[row].costOfExcess ?? 0, bounds: .nonNegative)
    }
    try engine.addColumns(columns)
    let excesses = Dictionary(
      uniqueKeysWithValues: zip(bearable, costs.count..<costs.count + bearable.count))
    var new = rows.indices.filter { rows[$0].isLikelyToMatter }
    var absent = rows.indices.filter { !rows[$0].isLikelyToMatter }
    var method = SimplexMethod.primal
    while true {
      try add(new, excesses: excesses, to: engine)
      do throws(EngineFailure) {
        guard try engine.solve(method, limits: limits) == .optimal else { return nil }
      } catch .numericalTrouble {
        return nil
      }
      let values = try engine.values().prefix(costs.count).map { max(0, $0) }
      let firstBroken = absent.partition { rows[$0].excess(at: values) > 0 }
      new = absent[firstBroken...].sorted()
      if new.isEmpty { return values }
      absent.removeSubrange(firstBroken...)
      method = .dual
    }
  }

  /// Adds rows; `excesses` names the column that says how much each one is exceeded by where it may be.
  private func add(
    _ new: [Int], excesses: [Int: Int], to engine: any LinearProgramEngine
  ) throws(EngineFailure) {
    var batch = RowBatch()
    for row in new {
      for (column, coefficient) in rows[row].entries {
        batch.appendEntry(column: column, coefficient: coefficient)
      }
      if let excess = excesses[row] { batch.appendEntry(column: excess, coefficient: -1) }
      batch.finishRow(bounds: .atMost(rows[row].limit))
    }
    try engine.addRows(batch)
  }
}
