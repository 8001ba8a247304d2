import LinearProgramming

/// Prices of all goals on both sides of limits at which a price changes.
///
/// A later goal moves on the optimal face of the goals before it, and beside a corner that face may be another
/// one. So a limit is moved a little and everything is planned again from where the plan at hand ended, one goal
/// after the other. What comes out for a later goal is how it changes while the earlier ones stay as good as the
/// limit allows: where an earlier goal has a price on that side too, the two belong together, and the later one
/// may well get worse for what the earlier one gains.
struct MovedLimits {
  let engines: any LinearProgramEngineProvider
  /// Where the plan at hand ended.
  let origin: MasterState
  let levels: [GoalLevel]
  let limits: SolveLimits
  let threads: Int

  /// A side of a row, +1 or -1, and the levels whose price there is not known yet.
  private struct Side {
    let row: Int
    let sign: Double
    let levels: [Int]
  }

  /// Finds the prices on the sides of corners.
  ///
  /// All levels are looked at where one has a corner. A side to which the limit cannot move, or on which no step
  /// was small enough, has no price.
  ///
  /// - Parameter settled: The levels with their corners, all of them solved.
  /// - Returns: The prices by level; of each row the lower side before the upper.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  /// - Complexity: for each side the solve of a model that hardly differs, on any of the threads.
  func sides(of settled: [SettledLevel]) throws -> [[SidePrice]] {
    let wanted = wantedSides(of: settled)
    let found = inParallel(wanted.count, threads: threads) { place in
      Result { try prices(on: wanted[place]) }
    }
    var sides: [[SidePrice]] = levels.map { _ in [] }
    for (side, found) in zip(wanted, found) {
      for (level, price) in zip(side.levels, try found.get()) {
        if let price { sides[level].append(price) }
      }
    }
    return sides
  }

  private func wantedSides(of settled: [SettledLevel]) -> [Side] {
    let rows = Set(settled.flatMap { $0.corners.map(\.row) }).sorted()
    let ranges = settled.map { level in
      Dictionary(
        ((level.ranges ?? []) + level.corners).map { ($0.row, $0.range) },
        uniquingKeysWith: { first, _ in first })
    }
    return rows.flatMap { row in
      [-1.0, 1].compactMap { sign -> Side? in
        let levels = levels.indices.filter { level in
          guard let range = ranges[level][row] ?? nil else { return true }
          return !origin.layout.hasWidth(range, towards: sign, from: row)
        }
        return levels.isEmpty ? nil : Side(row: row, sign: sign, levels: levels)
      }
    }
  }

  /// The prices on a side, one for each of its levels.
  private func prices(on side: Side) throws -> [SidePrice?] {
    var found: [SidePrice?] = side.levels.map { _ in nil }
    let bound = origin.layout.bounds[side.row].side
    for step in LexicographicSolver.steps where !limits.shouldStop() {
      let prices = try prices(
        movingBoundOf: side.row, by: side.sign * step * max(1, abs(bound)))
      guard let prices else { break }
      for (place, level) in side.levels.enumerated() where found[place] == nil {
        found[place] = prices[level].part(
          towards: side.sign, from: bound, reach: origin.layout.reach(of: side.row))
      }
      if found.allSatisfy({ $0 != nil }) { break }
    }
    return found
  }

  /// The price of a row's bound at each level where the bound is moved; nil where it cannot be there, or where
  /// a limit stopped the solve.
  private func prices(movingBoundOf row: Int, by step: Double) throws -> [SidePrice]? {
    try engines.withEngine { engine in
      var solver = try LexicographicSolver(
        network: origin.network, levels: levels, engine: engine, limits: limits, threads: 1,
        findsRanges: false)
      do throws(EngineFailure) {
        return try solver.prices(movingBoundOf: row, by: step, from: origin)
      } catch .numericalTrouble {
        return nil
      }
    }
  }
}

extension LexicographicSolver {
  /// Solves all levels with a bound moved, from where the solve with the bound in its place ended.
  fileprivate mutating func prices(
    movingBoundOf row: Int, by step: Double, from origin: MasterState
  ) throws(EngineFailure) -> [SidePrice]? {
    try master.begin(from: origin)
    guard try placeFixedDeployments() == nil else { return nil }
    try master.addRows([row])
    try master.move(boundOf: row, by: step)
    var prices: [SidePrice] = []
    for level in levels.indices {
      try master.setObjective(.level(level))
      if level > 0 { _ = try master.engine.setBasis(master.extending(origin.bases[level])) }
      // Every level begins where a few bounds are broken: the one that was moved and those of other faces.
      guard try converge(afterMoving: master.rowCount, mayBeInfeasible: level == 0) == .optimal
      else { return nil }
      prices.append(try price(ofBoundOf: row))
      if level + 1 < levels.count { try moveToFace(of: try master.prices()) }
    }
    return prices
  }
}
