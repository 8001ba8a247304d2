import LinearProgramming

/// A point inside a boxed program, which a primal-dual interior-point method moves to an optimum.
///
/// Each step follows the predictor and corrector of Mehrotra (1992) with further corrections of products that lie far
/// from what they should be (Gondzio 1996). All of it hangs on one factorisation of the normal equations.
struct InteriorPoint {
  /// The program; the ends of its prices move on before prices that come to them.
  private(set) var program: BoxedProgram
  private let equations: any NormalEquations
  /// Values of the columns, indexed by column, all above 0.
  private(set) var values: [Double]
  /// What each column costs more than it earns, kept above 0 by itself.
  private var reduced: [Double]
  /// What each row leaves, and what it exceeds, indexed by row, both above 0.
  private var slack: [Double]
  private var excess: [Double]
  /// Prices of the rows, between their ends.
  private(set) var prices: [Double]

  /// Further corrections that one factorisation may serve.
  private static let corrections = 4
  /// The least part of the way to a corrected direction that is gone.
  private static let leastWay = 0.1
  /// Parts of that way that are tried besides all of it.
  private static let trials = 8
  /// What a correction has to lengthen the steps by to be worth another.
  private static let leastGain = 0.02
  /// The part of the way to the boundary that a step may go.
  private static let nearness = 0.995
  /// The least part of the mean product that a step heads for.
  private static let leastPart = 1e-4
  /// Slack and excess at the beginning are at least this.
  private static let leastSlack = 1e-6
  /// The part of the mean product that a new column begins with.
  private static let partOfNew = 0.01
  /// The part of what a row leaves or exceeds that new columns may take up.
  private static let mostTakenUp = 0.3

  /// Begins at given values, all above 0, and prices between their ends.
  ///
  /// What rows leave and exceed is such that they hold, with a product of about `product` where they are full; reduced
  /// costs are at least `leastReduced`.
  init(
    _ program: BoxedProgram, equations: any NormalEquations, values: [Double], prices: [Double],
    leastReduced: Double, product: Double
  ) {
    self.program = program
    self.equations = equations
    self.values = values
    self.prices = prices
    reduced = zip(program.columns.costs, program.columns.worth(at: prices)).map {
      max(leastReduced, $0 + $1)
    }
    slack = Array(repeating: 0, count: prices.count)
    excess = slack
    let use = program.columns.use(by: values, rowCount: program.rowCount)
    for row in prices.indices { hold(row, using: use[row], product: product) }
  }

  /// Goes on from a point of a program to which columns and rows have come.
  ///
  /// `columns` gives the places that columns had in it; nil: they are new, and begin with reduced costs of at least
  /// `leastReduced` and with hardly anything on them. New rows follow all others.
  init(
    _ program: BoxedProgram, from old: InteriorPoint, columns: [Int?], leastReduced: Double
  ) {
    let product = old.products.mean
    self.program = program
    equations = old.equations
    equations.replaceColumns(by: program.columns, rowCount: program.rowCount)
    (values, reduced) = (columns.map { _ in 0 }, columns.map { _ in 0 })
    for (column, place) in columns.enumerated() {
      guard let place else { continue }
      (values[column], reduced[column]) = (old.values[place], old.reduced[place])
    }
    (slack, excess, prices) = (old.slack, old.excess, old.prices)
    let use = program.columns.use(by: values, rowCount: program.rowCount)
    for row in old.prices.count..<program.rowCount {
      let width = program.highest[row] - program.lowest[row]
      let left = max(program.limits[row] - use[row], Self.leastSlack)
      slack.append(0)
      excess.append(0)
      prices.append(program.lowest[row] + min(width / 2, product / left))
      // The mean product may be much less than it was at the beginning.
      hold(row, using: use[row], product: product, least: 0)
    }
    let costs = zip(program.columns.costs, program.columns.worth(at: prices)).map { $0 + $1 }
    var newValues = Array(repeating: 0.0, count: columns.count)
    for (column, place) in columns.enumerated() where place == nil {
      reduced[column] = max(leastReduced, costs[column])
      values[column] = Self.partOfNew * product / reduced[column]
      newValues[column] = values[column]
    }
    takeUp(program.columns.use(by: newValues, rowCount: program.rowCount))
  }

  /// Takes what new columns use from what rows leave, or adds it to what they exceed, where that is a small part of it.
  ///
  /// Rows that are full are left as they are: steps make room in them soon.
  private mutating func takeUp(_ use: [Double]) {
    for row in use.indices where abs(use[row]) <= Self.mostTakenUp * max(slack[row], excess[row]) {
      if slack[row] >= excess[row] { slack[row] -= use[row] } else { excess[row] += use[row] }
    }
  }

  /// Sets what a row leaves and exceeds so that it holds, both to `least` at least.
  private mutating func hold(
    _ row: Int, using use: Double, product: Double, least: Double = leastSlack
  ) {
    let left = program.limits[row] - use
    let square = product * product / (aboveLowest(row) * belowHighest(row))
    // Of two numbers with this difference and this product, the larger is free of cancellation.
    let larger = (abs(left) + (left * left + 4 * square).squareRoot()) / 2
    slack[row] = max(least, left > 0 ? larger : square / larger)
    excess[row] = max(least, left > 0 ? square / larger : larger)
  }

  private func aboveLowest(_ row: Int) -> Double { prices[row] - program.lowest[row] }
  private func belowHighest(_ row: Int) -> Double { program.highest[row] - prices[row] }

  /// What each row is short of its limit but for slack and excess, indexed by row; 0 at an optimum.
  private var missing: [Double] {
    let use = program.columns.use(by: values, rowCount: program.rowCount)
    return use.indices.map { program.limits[$0] - use[$0] - slack[$0] + excess[$0] }
  }

  /// What each column costs but for its reduced cost, indexed by column; 0 at an optimum.
  private var unpriced: [Double] {
    let worth = program.columns.worth(at: prices)
    return worth.indices.map { program.columns.costs[$0] + worth[$0] - reduced[$0] }
  }

  private var products: Products {
    Products(
      columns: zip(values, reduced).map { $0 * $1 },
      slack: prices.indices.map { slack[$0] * aboveLowest($0) },
      excess: prices.indices.map { excess[$0] * belowHighest($0) })
  }

  /// The sum of all products, which is what the values cost more than the prices say where rows and reduced costs are what
  /// they should be.
  var gap: Double { products.sum }

  /// How far the point is from an optimum, as a cost: the products that vanish there, what rows are missing or exceed at a
  /// cost for each, and what columns are not priced for, each for what is on it or for one at the least.
  ///
  /// A row whose price may rise no more may exceed its limit at an optimum.
  func distance(costOfMissing: Double) -> Double {
    let exceeding = prices.indices.lazy.filter { program.highest[$0] < program.utmost[$0] }
    return products.sum
      + costOfMissing
      * (missing.reduce(0) { $0 + abs($1) } + exceeding.reduce(0) { $0 + excess[$1] })
      + zip(values, unpriced).reduce(0) { $0 + max(1, $1.0) * abs($1.1) }
  }

  /// Takes one step.
  ///
  /// - Throws: `EngineFailure` where the equations have no factors.
  /// - Complexity: O(a factorisation of the normal equations + entries of the columns).
  mutating func step() throws(EngineFailure) {
    program.moveEnds(from: prices)
    let newton = try Newton(self)
    let now = products
    let mean = now.mean
    var change = now.map { -$0 }
    let predictor = try newton.direction(changingProductsBy: change)
    program.moveEnds(inTheWayOf: predictor.prices, from: prices)
    let predicted = lengths(from: predictor, to: predictor, way: 0)
    let part = products(along: predictor, by: predicted).mean / mean
    let wanted = max(Self.leastPart, part * part * part) * mean
    change.add(predictor.products.map { wanted - $0 })
    var (direction, reach) = farthest(
      from: predictor, to: try newton.direction(changingProductsBy: change),
      leastWay: predicted.values * predicted.prices)
    for _ in 0..<Self.corrections {
      let further = (
        values: min(1, 1.1 * reach.values + 0.1), prices: min(1, 1.1 * reach.prices + 0.1)
      )
      change = linearChange(along: direction)
      change.add(
        products(along: direction, by: further).map { product in
          max(-10 * wanted, min(10 * wanted, max(0.1 * wanted, product)) - product)
        })
      let farther = farthest(
        from: direction, to: try newton.direction(changingProductsBy: change),
        leastWay: Self.leastWay)
      guard
        farther.reach.values + farther.reach.prices
          >= reach.values + reach.prices + Self.leastGain
      else { break }
      (direction, reach) = farther
    }
    move(along: direction, by: reach)
  }

  /// The direction between two others along which the point gets farthest, and how far, values and prices each for
  /// themselves: a correction in full is too much where the direction that it corrects leads to the boundary soon.
  ///
  /// No less than `leastWay` of the way to the other is gone.
  private func farthest(
    from old: Direction, to new: Direction, leastWay: Double
  ) -> (direction: Direction, reach: (values: Double, prices: Double)) {
    var (bestValues, bestPrices) = ((reach: 0.0, way: 1.0), (reach: 0.0, way: 1.0))
    for trial in 0...Self.trials {
      let way = 1 - (1 - leastWay) * Double(trial) / Double(Self.trials)
      let reach = lengths(from: old, to: new, way: way)
      if reach.values > bestValues.reach { bestValues = (reach.values, way) }
      if reach.prices > bestPrices.reach { bestPrices = (reach.prices, way) }
    }
    return (
      .between(old, new, ways: (bestValues.way, bestPrices.way)),
      (bestValues.reach, bestPrices.reach)
    )
  }

  private mutating func move(
    along direction: Direction, by reach: (values: Double, prices: Double)
  ) {
    let ofValues = Self.nearness * reach.values
    let ofPrices = Self.nearness * reach.prices
    values.add(direction.values, times: ofValues)
    slack.add(direction.slack, times: ofValues)
    excess.add(direction.excess, times: ofValues)
    reduced.add(direction.reduced, times: ofPrices)
    prices.add(direction.prices, times: ofPrices)
  }

  /// How far values and prices may go, at most 1, before one of them meets its end, along the direction a part of the way
  /// from one to another.
  private func lengths(
    from old: Direction, to new: Direction, way: Double
  ) -> (values: Double, prices: Double) {
    var (ofValues, ofPrices) = (1.0, 1.0)
    for column in values.indices {
      let value = old.values[column] + way * (new.values[column] - old.values[column])
      let cost = old.reduced[column] + way * (new.reduced[column] - old.reduced[column])
      if value < 0 { ofValues = min(ofValues, -values[column] / value) }
      if cost < 0 { ofPrices = min(ofPrices, -reduced[column] / cost) }
    }
    for row in prices.indices {
      let left = old.slack[row] + way * (new.slack[row] - old.slack[row])
      let over = old.excess[row] + way * (new.excess[row] - old.excess[row])
      let price = old.prices[row] + way * (new.prices[row] - old.prices[row])
      if left < 0 { ofValues = min(ofValues, -slack[row] / left) }
      if over < 0 { ofValues = min(ofValues, -excess[row] / over) }
      if price < 0 { ofPrices = min(ofPrices, -aboveLowest(row) / price) }
      if price > 0 { ofPrices = min(ofPrices, belowHighest(row) / price) }
    }
    return (ofValues, ofPrices)
  }

  /// The products of all pairs at the end of a step.
  private func products(
    along direction: Direction, by reach: (values: Double, prices: Double)
  ) -> Products {
    Products(
      columns: values.indices.map {
        (values[$0] + reach.values * direction.values[$0])
          * (reduced[$0] + reach.prices * direction.reduced[$0])
      },
      slack: prices.indices.map {
        (slack[$0] + reach.values * direction.slack[$0])
          * (aboveLowest($0) + reach.prices * direction.prices[$0])
      },
      excess: prices.indices.map {
        (excess[$0] + reach.values * direction.excess[$0])
          * (belowHighest($0) - reach.prices * direction.prices[$0])
      })
  }

  /// What the products of all pairs change by in Newton's equations along a direction.
  private func linearChange(along direction: Direction) -> Products {
    Products(
      columns: values.indices.map {
        values[$0] * direction.reduced[$0] + reduced[$0] * direction.values[$0]
      },
      slack: prices.indices.map {
        slack[$0] * direction.prices[$0] + aboveLowest($0) * direction.slack[$0]
      },
      excess: prices.indices.map {
        belowHighest($0) * direction.excess[$0] - excess[$0] * direction.prices[$0]
      })
  }

  /// A number for each pair: of value and reduced cost of a column, of what a row leaves and its price above the lowest,
  /// of what it exceeds and its price below the highest.
  private struct Products {
    var columns: [Double]
    var slack: [Double]
    var excess: [Double]

    var count: Int { columns.count + slack.count + excess.count }

    var sum: Double { [columns, slack, excess].reduce(0) { $0 + $1.reduce(0, +) } }

    var mean: Double { sum / Double(count) }

    func map(_ change: (Double) -> Double) -> Products {
      Products(
        columns: columns.map(change), slack: slack.map(change), excess: excess.map(change))
    }

    mutating func add(_ other: Products) {
      columns.add(other.columns)
      slack.add(other.slack)
      excess.add(other.excess)
    }
  }

  private struct Direction {
    var values: [Double]
    var reduced: [Double]
    var slack: [Double]
    var excess: [Double]
    var prices: [Double]

    /// A direction a part of the way from one to another, values and prices each with a part of their own.
    static func between(
      _ old: Direction, _ new: Direction, ways: (values: Double, prices: Double)
    ) -> Direction {
      func mix(_ part: KeyPath<Direction, [Double]>, _ way: Double) -> [Double] {
        zip(old[keyPath: part], new[keyPath: part]).map { $0 + way * ($1 - $0) }
      }
      return Direction(
        values: mix(\.values, ways.values), reduced: mix(\.reduced, ways.prices),
        slack: mix(\.slack, ways.values), excess: mix(\.excess, ways.values),
        prices: mix(\.prices, ways.prices))
    }

    /// What the products change by besides what is linear in the direction.
    var products: Products {
      Products(
        columns: zip(values, reduced).map { $0 * $1 }, slack: zip(slack, prices).map { $0 * $1 },
        excess: zip(excess, prices).map { -$0 * $1 })
    }
  }

  /// Newton's equations at a point, factorised.
  ///
  /// A small cost on moving far (Friedlander and Orban 2012) keeps the factors from being lost to rounding; it vanishes
  /// with the moves.
  private struct Newton {
    private let point: InteriorPoint
    private let columnWeights: [Double]
    private let rowWeights: [Double]
    private let missing: [Double]
    private let unpriced: [Double]

    /// The cost of moving values and prices.
    private static let costOfMoves = (values: 1e-8, prices: 1e-7)
    /// How many times dearer moves are made where rounding has left no factors, and how many times in all at the most:
    /// directions are less exact then, but lead on.
    private static let dearerMoves = 100.0
    private static let dearestMoves = 1e6
    /// What the equations have left of a row is taken up by what it leaves or exceeds, if it is so small a part of it.
    private static let mostTakenUp = 0.1

    init(_ point: InteriorPoint) throws(EngineFailure) {
      self.point = point
      missing = point.missing
      unpriced = point.unpriced
      var times = 1.0
      while true {
        let weights = Self.weights(at: point, costOfMovesTimes: times)
        do throws(EngineFailure) {
          try point.equations.factorise(columnWeights: weights.columns, rowWeights: weights.rows)
          (columnWeights, rowWeights) = weights
          return
        } catch .numericalTrouble where times < Self.dearestMoves {
          times *= Self.dearerMoves
        }
      }
    }

    private static func weights(
      at point: InteriorPoint, costOfMovesTimes times: Double
    ) -> (columns: [Double], rows: [Double]) {
      (
        zip(point.values, point.reduced).map { 1 / ($1 / $0 + times * costOfMoves.values) },
        point.prices.indices.map {
          point.slack[$0] / point.aboveLowest($0) + point.excess[$0] / point.belowHighest($0)
            + times * costOfMoves.prices
        }
      )
    }

    /// The direction along which products change by so much, and rows and reduced costs become what they should be.
    func direction(changingProductsBy change: Products) throws(EngineFailure) -> Direction {
      let (values, reduced, program) = (point.values, point.reduced, point.program)
      let wanted = values.indices.map { change.columns[$0] / values[$0] - unpriced[$0] }
      var side = program.columns.use(
        by: zip(columnWeights, wanted).map { $0 * $1 }, rowCount: program.rowCount)
      for row in side.indices {
        side[row] +=
          change.slack[row] / point.aboveLowest(row)
          - change.excess[row] / point.belowHighest(row) - missing[row]
      }
      let prices = try point.equations.solution(of: side)
      let worth = program.columns.worth(at: prices)
      let moves = values.indices.map { columnWeights[$0] * (wanted[$0] - worth[$0]) }
      let (slack, excess) = rowMoves(changingProductsBy: change, values: moves, prices: prices)
      return Direction(
        values: moves,
        reduced: values.indices.map {
          (change.columns[$0] - reduced[$0] * moves[$0]) / values[$0]
        },
        slack: slack, excess: excess, prices: prices)
    }

    /// What rows leave and exceed more, for products to change by so much.
    ///
    /// Where that is large, what the equations have left goes into it: its product hardly notices, and the row holds.
    private func rowMoves(
      changingProductsBy change: Products, values: [Double], prices: [Double]
    ) -> (slack: [Double], excess: [Double]) {
      var (slack, excess) = (prices, prices)
      let use = point.program.columns.use(by: values, rowCount: prices.count)
      for row in prices.indices {
        let perPrice = (
          slack: point.slack[row] / point.aboveLowest(row),
          excess: point.excess[row] / point.belowHighest(row)
        )
        slack[row] = change.slack[row] / point.aboveLowest(row) - perPrice.slack * prices[row]
        excess[row] = change.excess[row] / point.belowHighest(row) + perPrice.excess * prices[row]
        let left = missing[row] - use[row] - slack[row] + excess[row]
        guard abs(left) <= Self.mostTakenUp * max(point.slack[row], point.excess[row]) else {
          continue
        }
        let price = left / (perPrice.slack + perPrice.excess)
        slack[row] += perPrice.slack * price
        excess[row] -= perPrice.excess * price
      }
      return (slack, excess)
    }
  }
}
