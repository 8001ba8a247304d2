import ForceModel
import LinearProgramming

/// The price of a row's bound on one side of it, and the bounds for which it holds.
struct SidePrice: Equatable {
  /// Row of the layout.
  let row: Int
  /// d(goal) / d(bound), as in `RowPrices.values`.
  let value: Double
  /// From the bound at hand to the one at which the price changes; on the lower side the other way.
  let range: Bounds
}

extension LexicographicSolver {
  /// Rows of a kind of which both sides are looked at where not all are asked for.
  private static let mostValuable = 4
  /// Steps by which a bound is moved to see the price beside it, relative to the bound; a smaller one is
  /// taken where the price changes once more within the one before.
  private static let steps = [1e-3, 3e-5, 1e-6]

  /// The prices on both sides of bounds at which a price changes: one more unit is worth less there than
  /// one fewer costs, and the price of the basis says neither.
  ///
  /// The bound is moved a little and the master is solved again, with all tours to choose from. The new
  /// price is right where its own range reaches back to the bound at hand: it is the derivative of the
  /// goal on that side (Akgül 1984). A side to which the bound cannot move with the tours at hand has none.
  ///
  /// This is for the first level: later ones move on its face, which may be another one on the other
  /// side of a bound. All is left as it was but for tours and rows that joined the master.
  ///
  /// - Parameters:
  ///   - ranges: Rows with a price and the range in which it holds, at the level just solved.
  ///   - prices: The level's prices.
  /// - Returns: The prices on those sides on which a row's range has no width, the lower before the upper.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  /// - Complexity: for each side a few steps of the dual simplex and rounds of pricing.
  mutating func sidePrices(
    of ranges: [(row: Int, range: Bounds?)], prices: RowPrices
  ) throws(EngineFailure) -> [SidePrice] {
    guard priceSides != .none else { return [] }
    let before = (uses: lastUses, basis: try master.engine.basis())
    var found: [SidePrice] = []
    for (row, range) in oneSided(ranges + (try justMet(at: prices)), prices: prices) {
      if limits.shouldStop() { break }
      let (bound, reach) = (master.layout.bounds[row].side, reach(of: row))
      try master.addRows([row])
      for sign in [-1.0, 1] where sign * ((sign < 0 ? range.lower : range.upper) - bound) <= reach {
        if let side = try sidePrice(of: row, towards: sign, from: before.basis) {
          found.append(side)
        }
      }
    }
    lastUses = before.uses
    return found
  }

  /// Requirements that are met to the last person, where one more would be missing at full weight: the
  /// price holds for more, and the row need not even be there.
  private func justMet(
    at prices: RowPrices
  ) throws(EngineFailure) -> [(row: Int, range: Bounds?)] {
    let activity = try master.activities()
    return network.model.requirements.indices.flatMap { requirement in
      network.window(of: requirement).compactMap { period in
        let row = master.layout.requirement[requirement] + period
        let bound = master.layout.bounds[row].side
        guard abs(prices.values[row]) <= faceTolerance, bound - activity[row] <= reach(of: row)
        else { return nil }
        return (row, .atLeast(bound))
      }
    }
  }

  /// The rows of which both sides are asked for, of those whose range has no width on some side.
  private func oneSided(
    _ ranges: [(row: Int, range: Bounds?)], prices: RowPrices
  ) -> [(row: Int, range: Bounds)] {
    let candidates = ranges.compactMap { row, range -> (row: Int, range: Bounds)? in
      guard let range, master.layout.rows[row].priceKind != nil else { return nil }
      let (bound, reach) = (master.layout.bounds[row].side, reach(of: row))
      let hasBoth = bound - range.lower > reach && range.upper - bound > reach
      return hasBoth ? nil : (row, range)
    }
    switch priceSides {
    case .none: return []
    case .all: return candidates
    case .ofMostValuable:
      var taken: [PriceKind: Int] = [:]
      return candidates.sorted {
        (-abs(prices.values[$0.row]), $0.row) < (-abs(prices.values[$1.row]), $1.row)
      }.filter { candidate in
        guard let kind = master.layout.rows[candidate.row].priceKind else { return false }
        taken[kind, default: 0] += 1
        return taken[kind, default: 0] <= Self.mostValuable
      }
    }
  }

  /// The price of a row's bound on one side, +1 or -1; nil where the bound cannot move there, or where no
  /// step was small enough.
  private mutating func sidePrice(
    of row: Int, towards sign: Double, from basis: Basis
  ) throws(EngineFailure) -> SidePrice? {
    let bound = master.layout.bounds[row].side
    for step in Self.steps {
      try master.move(boundOf: row, by: sign * step * max(1, abs(bound)))
      let termination = try converge(afterMoving: 1)
      let value = termination == .optimal ? try master.prices().values[row] : 0
      let range = termination == .optimal ? try master.boundRange(of: row) : nil
      try master.moveBack()
      _ = try master.engine.setBasis(master.extending(basis))
      // It takes no steps, so it is not to be stopped half-way.
      guard try master.solve(.primal, limits: SolveLimits()) == .optimal else {
        throw .numericalTrouble("the master program did not come back to its optimum")
      }
      guard let range else { return nil }
      if sign > 0, range.lower <= bound + reach(of: row) {
        return SidePrice(row: row, value: value, range: Bounds(lower: bound, upper: range.upper))
      }
      if sign < 0, range.upper >= bound - reach(of: row) {
        return SidePrice(row: row, value: value, range: Bounds(lower: range.lower, upper: bound))
      }
    }
    return nil
  }

  /// Bounds within this of a row's bound are the same.
  private func reach(of row: Int) -> Double { 1e-7 * max(1, abs(master.layout.bounds[row].side)) }
}
