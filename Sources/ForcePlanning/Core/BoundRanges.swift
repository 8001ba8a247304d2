import LinearProgramming

// How far the bounds of rows may move while the prices of the master program hold.

extension RestrictedMaster {
  /// The values that the bound of each row may take while its price holds; the rows are present.
  ///
  /// Rows that are not there count as well: where one of them is full, a bound beside it may not move.
  ///
  /// - Complexity: for each row one solve with the basis, and O(columns + entries of those that change).
  func boundRanges(rows: [Int]) throws(EngineFailure) -> [Bounds?] {
    let values = try engine.values()
    let activity = activities(of: values)
    var ranges: [Bounds?] = []
    var slopes = Array(repeating: 0.0, count: layout.rows.count)
    var touched: [Int] = []
    var entries = ColumnEntries(columns: values.count)
    for row in rows {
      guard let changes = try engine.columnChanges(row: Int(engineRows[row])) else {
        ranges.append(nil)
        continue
      }
      var step = StepRange()
      for (column, change) in changes.enumerated() where change != 0 {
        let slope = change / units.rows[row]
        step.keep(values[column], changingBy: slope, above: 0)
        if isStandIn(column) || heldColumns.contains(column) {
          step.keep(-values[column], changingBy: -slope, above: 0)
        }
        for place in entries.places(of: column, in: self) {
          let other = Int(entries.rows[place])
          if slopes[other] == 0 { touched.append(other) }
          slopes[other] += entries.coefficients[place] * slope
        }
      }
      for other in touched where slopes[other] != 0 {
        if other != row {
          let limits = bounds(of: other)
          step.keep(activity[other], changingBy: slopes[other], above: limits.lower)
          step.keep(-activity[other], changingBy: -slopes[other], above: -limits.upper)
        }
        slopes[other] = 0
      }
      touched.removeAll(keepingCapacity: true)
      let bound = bounds(of: row).side
      ranges.append(Bounds(lower: bound + step.lower, upper: bound + step.upper))
    }
    return ranges
  }

  /// The values that the bound of a row that is there may take while its price holds; where the row is
  /// slack it has none, and holds for all from what is used.
  func boundRange(of row: Int) throws(EngineFailure) -> Bounds {
    if let range = try boundRanges(rows: [row])[0] { return range }
    // A row that is held has no slack: that it is not at its bound in the basis says nothing.
    return isHeld[row] ? .fixed(bounds(of: row).side) : .atLeast(try activities()[row])
  }
}

/// How far a bound may move, down and up, before something leaves its own limits.
private struct StepRange {
  private(set) var lower = -Double.infinity
  private(set) var upper = Double.infinity

  /// Keeps a value that changes with the step above a limit.
  mutating func keep(_ value: Double, changingBy change: Double, above limit: Double) {
    guard limit.isFinite, abs(change) > 1e-9 else { return }
    let slack = max(0, value - limit)
    if change < 0 {
      upper = min(upper, slack / -change)
    } else {
      lower = max(lower, -slack / change)
    }
  }
}

/// The entries of columns as they were met, kept for the next time: working them out takes longer than using them.
private struct ColumnEntries {
  /// Rows of the layout, by place.
  private(set) var rows: [Int32] = []
  /// By place.
  private(set) var coefficients: [Double] = []
  /// The places of each of the engine's columns; nil: not met yet.
  private var ranges: [Range<Int>?]

  init(columns: Int) { ranges = Array(repeating: nil, count: columns) }

  /// The places of a column's entries.
  mutating func places(of column: Int, in master: RestrictedMaster) -> Range<Int> {
    if let known = ranges[column] { return known }
    let start = rows.count
    master.forEachEntry(ofEngineColumn: column) { row, coefficient in
      rows.append(Int32(row))
      coefficients.append(coefficient)
    }
    ranges[column] = start..<rows.count
    return start..<rows.count
  }
}
