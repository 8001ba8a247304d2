import ForceModel
import LinearProgramming

/// The price of a row's bound on one side of it, and the bounds for which it holds.
struct SidePrice: Equatable {
  /// Row of the layout.
  let row: Int
  /// d(goal) / d(bound), as in `RowPrices.values`.
  let value: Double
  /// Weight of each goal in that price, as in `RowPrices.goalWeights`.
  let goalWeights: [Double]
  /// From the bound at hand to the one at which the price changes; on the lower side the other way.
  let range: Bounds

  /// The part of a price's range on one side of a bound, +1 or -1; nil where it does not reach back to it.
  func part(towards sign: Double, from bound: Double, reach: Double) -> SidePrice? {
    guard sign > 0 ? range.lower <= bound + reach : range.upper >= bound - reach else { return nil }
    return SidePrice(
      row: row, value: value, goalWeights: goalWeights,
      range: sign > 0
        ? Bounds(lower: bound, upper: range.upper) : Bounds(lower: range.lower, upper: bound))
  }
}

extension LexicographicSolver {
  /// Rows of a kind of which both sides are looked at where not all are asked for.
  private static let mostValuable = 4
  /// Steps by which a bound is moved to see the price beside it, relative to the bound; a smaller one is
  /// taken where the price changes once more within the one before.
  static let steps = [1e-3, 3e-5, 1e-6]

  /// The rows with a price that changes at their bound, of which both sides are asked for, and the range in
  /// which the price at hand holds: one more unit is worth less there than one fewer costs.
  func corners(
    of settled: SettledLevel, level: Int
  ) throws(EngineFailure) -> [(row: Int, range: Bounds)] {
    guard let ranges = settled.ranges else { return [] }
    switch priceSides {
    case .none: return []
    case .all: return corners(of: ranges + (try justMet(level: level, at: settled.prices)))
    case .ofMostValuable:
      guard level == 0 else { return [] }
      return mostValuable(
        corners(of: ranges + (try justMet(level: level, at: settled.prices))), at: settled.prices)
    }
  }

  /// The prices on both sides of bounds at which a price changes: the price of the basis says neither.
  ///
  /// The bound is moved a little and the master is solved again, with all tours to choose from. The new
  /// price is right where its own range reaches back to the bound at hand: it is the derivative of the
  /// goal on that side (Akgül 1984). A side to which the bound cannot move with the tours at hand has none.
  ///
  /// This is for a level that moves on no face of another one: the first, and any that rows hold the goals
  /// before for. All is left as it was but for tours and rows that joined the master.
  ///
  /// - Parameter corners: Rows with a price and the range in which it holds, at the level just solved.
  /// - Returns: The prices on those sides on which a row's range has no width, the lower before the upper.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  /// - Complexity: for each side a few steps of the dual simplex and rounds of pricing.
  mutating func sidePrices(
    at corners: [(row: Int, range: Bounds)]
  ) throws(EngineFailure) -> [SidePrice] {
    guard !corners.isEmpty else { return [] }
    let before = (uses: lastUses, basis: try master.engine.basis())
    var found: [SidePrice] = []
    for (row, range) in corners {
      if limits.shouldStop() { break }
      try master.addRows([row])
      for sign in [-1.0, 1] where !master.layout.hasWidth(range, towards: sign, from: row) {
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
    level: Int, at prices: RowPrices
  ) throws(EngineFailure) -> [(row: Int, range: Bounds?)] {
    let model = network.model
    let weighed = model.requirements.indices.filter {
      prices.worth(of: model.requirements[$0], levels: levels) > 0
    }
    guard !weighed.isEmpty else { return [] }
    let activity = try master.activities()
    return weighed.flatMap { requirement in
      network.window(of: requirement).compactMap { period in
        let row = master.layout.requirement[requirement] + period
        let bound = master.layout.bounds[row].side
        guard abs(prices.values[row]) <= faceTolerance,
          bound - activity[row] <= master.layout.reach(of: row)
        else { return nil }
        return (row, .atLeast(bound))
      }
    }
  }

  /// Those of the rows whose range has no width on some side.
  private func corners(
    of ranges: [(row: Int, range: Bounds?)]
  ) -> [(row: Int, range: Bounds)] {
    ranges.compactMap { row, range in
      guard let range, master.layout.rows[row].priceKind != nil else { return nil }
      let hasBoth = [-1.0, 1].allSatisfy {
        master.layout.hasWidth(range, towards: $0, from: row)
      }
      return hasBoth ? nil : (row, range)
    }
  }

  /// Of each kind, the rows that are worth most.
  private func mostValuable(
    _ corners: [(row: Int, range: Bounds)], at prices: RowPrices
  ) -> [(row: Int, range: Bounds)] {
    var taken: [PriceKind: Int] = [:]
    return corners.sorted {
      (-abs(prices.values[$0.row]), $0.row) < (-abs(prices.values[$1.row]), $1.row)
    }.filter { corner in
      guard let kind = master.layout.rows[corner.row].priceKind else { return false }
      taken[kind, default: 0] += 1
      return taken[kind, default: 0] <= Self.mostValuable
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
      let price = termination == .optimal ? try price(ofBoundOf: row) : nil
      try master.moveBack()
      _ = try master.engine.setBasis(master.extending(basis))
      // It takes no steps, so it is not to be stopped half-way.
      guard try master.solve(.primal, limits: SolveLimits()) == .optimal else {
        throw .numericalTrouble("the master program did not come back to its optimum")
      }
      guard let price else { return nil }
      if let side = price.part(towards: sign, from: bound, reach: master.layout.reach(of: row)) {
        return side
      }
    }
    return nil
  }

  /// The price of the bound of a row that is there, and all of its range.
  func price(ofBoundOf row: Int) throws(EngineFailure) -> SidePrice {
    let prices = try master.prices()
    return SidePrice(
      row: row, value: prices.values[row], goalWeights: prices.goalWeights,
      range: try master.boundRange(of: row))
  }
}

extension RowLayout {
  /// Bounds within this of a row's bound are the same.
  func reach(of row: Int) -> Double { 1e-7 * max(1, abs(bounds[row].side)) }

  /// Whether a range goes on beyond a row's bound on one side, +1 or -1.
  func hasWidth(_ range: Bounds, towards sign: Double, from row: Int) -> Bool {
    sign * ((sign < 0 ? range.lower : range.upper) - bounds[row].side) > reach(of: row)
  }
}
