import LinearProgramming

/// The pool of a first-order run as a boxed program, whose prices are to stay near those of the run.
///
/// Tours that are not in the pool were left out by the run's prices. An optimum over the pool may have other prices that
/// are as good for the pool, and at those hundreds of thousands of tours would be missing; near the run's few are.
/// Columns are counted in persons, rows by `FirstOrderRows.units`.
struct PoolProgram {
  let program: BoxedProgram
  /// What a column costs in the mean.
  let meanCost: Double
  /// Columns for tours, in the order of the run's; those that change tasks follow.
  private let tours: Int
  /// Units, or persons who change their task, that make one person of each column.
  private let scales: [Double]
  /// The run's number of each row; left out are those that no column meets, and those whose price is always 0.
  private let rows: [Int]
  /// Values of the columns and prices of the rows at the run's point.
  private let values: [Double]
  private let prices: [Double]
  /// Which rows are of supply, indexed as `rows`.
  private let isSupply: [Bool]

  /// How many times farther than others the prices of supply and lift may rise: that hides no tour, for it makes all of
  /// them dearer, and with supply dear enough no tour gains, so that the program has an optimum.
  private static let fartherUp = 100.0
  /// Of how far prices may move, what supply is begun at above the run's prices, so that hardly a tour gains.
  private static let supplyAbove = 0.1
  /// The same, what reduced costs are begun at, at the least.
  private static let leastReduced = 0.1
  /// The same, what prices are begun away from their ends, at most: near an end, what a row leaves could hardly shrink.
  private static let fromEnds = 0.2
  /// The part of the run's units that is kept to begin with.
  private static let kept = 0.97
  /// Persons that are added to each column to begin with, at most.
  private static let mostAdded = 0.02

  /// Sets up the program; nil where the pool has no tours, or none that cost anything.
  ///
  /// Prices may move by a part of what a column costs in the mean. Where the pool has become larger than that of an earlier
  /// program, that one's rows come first, and prices stay between the ends that they have at its point.
  ///
  /// - Complexity: O(tours in the pool x rows that one enters).
  init?(
    of run: FirstOrderRun, reach: Double,
    after earlier: (pool: PoolProgram, point: InteriorPoint)? = nil
  ) {
    let units = run.rows.units
    var program = BoxedProgram()
    var (scales, values): ([Double], [Double]) = ([], [])
    var rows = earlier?.pool.rows ?? []
    var places = Array(repeating: -1, count: run.rows.count)
    for (place, row) in rows.enumerated() { places[row] = place }
    func add(_ column: MasterColumn, cost: Double, scale: Double, value: Double) {
      run.coefficients.forEach(of: column) { layoutRow, coefficient in
        guard coefficient != 0, let row = run.rows.row(of: layoutRow), run.highestPrices[row] > 0
        else { return }
        if places[row] < 0 {
          places[row] = rows.count
          rows.append(row)
        }
        program.columns.appendEntry(
          row: places[row], coefficient: scale * coefficient / units[row])
      }
      program.columns.finishColumn(cost: cost * scale, bounds: .nonNegative)
      scales.append(scale)
      values.append(value / scale)
    }
    for (index, tour) in run.tours.enumerated() {
      add(
        .tour(tour), cost: run.terms[index].cost, scale: run.scale(of: tour),
        value: run.units[index])
    }
    for (index, change) in run.rows.changes.enumerated() {
      add(
        .retasking(change.retasking), cost: run.changeCosts[index], scale: units[change.cell],
        value: run.changed[index])
    }
    meanCost = program.columns.costs.reduce(0) { $0 + abs($1) } / Double(max(1, scales.count))
    guard meanCost > 0 else { return nil }
    program.reach = reach * meanCost
    tours = run.tours.count
    (self.scales, self.values, self.rows) = (scales, values, rows)
    prices = rows.map { run.prices[$0] * units[$0] }
    isSupply = rows.map { if case .supply = run.layout.rows[$0] { true } else { false } }
    for (place, row) in rows.enumerated() {
      program.limits.append(run.rows.limits[row] / units[row])
      program.utmost.append(run.highestPrices[row] * units[row])
      if let earlier, place < earlier.pool.rows.count {
        program.lowest.append(earlier.point.program.lowest[place])
        program.highest.append(earlier.point.program.highest[place])
        continue
      }
      let mayRise =
        switch run.layout.rows[row] {
        case .supply, .lift: Self.fartherUp * program.reach
        default: program.reach
        }
      program.lowest.append(max(0, prices[place] - program.reach))
      program.highest.append(min(program.utmost[place], prices[place] + mayRise))
    }
    self.program = program
  }

  /// A point near the run's from which the interior-point method can begin.
  func start(_ equations: any NormalEquations) -> InteriorPoint {
    let begun = rows.indices.map { row in
      let (lowest, highest) = (program.lowest[row], program.highest[row])
      let margin = Self.fromEnds * min(program.reach, (highest - lowest) / 2)
      let price = prices[row] + (isSupply[row] ? Self.supplyAbove * program.reach : 0)
      return max(lowest + margin, min(highest - margin, price))
    }
    let costs = zip(program.columns.costs, program.columns.worth(at: begun)).map { $0 + $1 }
    return InteriorPoint(
      program, equations: equations,
      values: zip(values, costs).map {
        Self.kept * $0 + min(Self.mostAdded, program.reach / max(leastReduced, $1))
      },
      prices: begun, leastReduced: leastReduced, product: program.reach)
  }

  /// Goes on from a point of the program of the same run when it had fewer tours.
  func start(from point: InteriorPoint, of earlier: PoolProgram) -> InteriorPoint {
    InteriorPoint(
      program, from: point,
      columns: scales.indices.map { column in
        column < earlier.tours
          ? column : column < tours ? nil : column - tours + earlier.tours
      },
      leastReduced: leastReduced)
  }

  private var leastReduced: Double { Self.leastReduced * program.reach }

  /// Moves the run to a point of its program.
  func move(_ run: FirstOrderRun, to point: InteriorPoint) {
    let values = zip(point.values, scales).map { $0 * $1 }
    run.move(to: Array(values.prefix(tours)), changed: Array(values.dropFirst(tours)))
    movePrices(of: run, to: point)
  }

  /// Moves the run's prices only.
  func movePrices(of run: FirstOrderRun, to point: InteriorPoint) {
    for (row, price) in zip(rows, point.prices) { run.prices[row] = price / run.rows.units[row] }
  }
}
