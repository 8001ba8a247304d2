public import LinearProgramming

/// What an engine gets wrong.
public enum EngineFault: String, Sendable, CaseIterable {
  /// The library aborts, as GLPK does on a failed check of its own.
  case aborts
  /// No method gave an answer.
  case givesUp
  /// It says that it is at the optimum without having moved.
  case stopsEarly
  /// It says that no point keeps the limits.
  case saysInfeasible
  /// It says that the cost has no lower end.
  case saysUnbounded
  /// It always comes to its limit on iterations.
  case cycles
  /// Values are too large, so that limits are broken.
  case valuesTooLarge
  /// Values are too small, so that the plan is poor.
  case valuesTooSmall
  /// Values are not numbers.
  case valuesAreNaN
  /// Prices and reduced costs are too large.
  case pricesTooLarge
  /// All prices are 0, so that nothing seems worth having.
  case pricesVanish
  /// Prices have the wrong sign.
  case pricesTurned
  /// Prices are not numbers.
  case pricesAreNaN
  /// The search for whole numbers rounds up what is no whole number, and calls it proven.
  case roundsUp
  /// The search for whole numbers finds nothing where there is something.
  case findsNothing
}

/// A real engine that goes wrong from some solve on.
final class FaultyEngine: LinearProgramEngine {
  private let engine: any LinearProgramEngine
  private let fault: EngineFault
  private let firstSolve: Int
  private var solves = 0

  init(_ engine: any LinearProgramEngine, _ fault: EngineFault, firstSolve: Int) {
    self.engine = engine
    self.fault = fault
    self.firstSolve = firstSolve
  }

  private func has(_ fault: EngineFault) -> Bool { self.fault == fault && solves >= firstSolve }

  var versionName: String { engine.versionName }
  var rowCount: Int { engine.rowCount }
  var columnCount: Int { engine.columnCount }
  var iterationCount: Int { engine.iterationCount }

  func addRows(_ bounds: [Bounds]) throws(EngineFailure) { try engine.addRows(bounds) }
  func addRows(_ batch: RowBatch) throws(EngineFailure) { try engine.addRows(batch) }
  func addColumns(_ batch: ColumnBatch) throws(EngineFailure) { try engine.addColumns(batch) }
  func setRowBounds(_ rows: [Int], _ bounds: [Bounds]) throws(EngineFailure) {
    try engine.setRowBounds(rows, bounds)
  }
  func setColumnBounds(_ columns: [Int], _ bounds: [Bounds]) throws(EngineFailure) {
    try engine.setColumnBounds(columns, bounds)
  }
  func setCosts(_ costs: [Double]) throws(EngineFailure) { try engine.setCosts(costs) }

  func solve(
    _ method: SimplexMethod, limits: SolveLimits
  ) throws(EngineFailure) -> LinearTermination {
    solves += 1
    if has(.aborts) { throw .aborted("a check inside the library failed") }
    if has(.givesUp) { throw .numericalTrouble("no method gave an answer") }
    if has(.cycles) { return .limit(feasible: true) }
    if has(.saysInfeasible) { return .infeasible }
    if has(.saysUnbounded) { return .unbounded }
    if has(.stopsEarly) {
      _ = try engine.solve(method, limits: SolveLimits(iterations: 1))
      return .optimal
    }
    return try engine.solve(method, limits: limits)
  }

  func cost() throws(EngineFailure) -> Double { try engine.cost() }

  func values() throws(EngineFailure) -> [Double] {
    let values = try engine.values()
    if has(.valuesTooLarge) { return values.map { 1.5 * $0 + 0.01 } }
    if has(.valuesTooSmall) { return values.map { 0.5 * $0 } }
    return has(.valuesAreNaN) ? values.map { _ in .nan } : values
  }

  func prices() throws(EngineFailure) -> [Double] { priced(try engine.prices()) }

  func reducedCosts() throws(EngineFailure) -> [Double] { priced(try engine.reducedCosts()) }

  private func priced(_ prices: [Double]) -> [Double] {
    if has(.pricesTooLarge) { return prices.map { 3 * $0 } }
    if has(.pricesVanish) { return prices.map { _ in 0 } }
    if has(.pricesTurned) { return prices.map { -$0 } }
    return has(.pricesAreNaN) ? prices.map { _ in .nan } : prices
  }

  func columnChanges(row: Int) throws(EngineFailure) -> [Double]? {
    try engine.columnChanges(row: row)
  }
  func basis() throws(EngineFailure) -> Basis { try engine.basis() }
  func setBasis(_ basis: Basis) throws(EngineFailure) -> Bool { try engine.setBasis(basis) }

  func solveWhole(
    isWhole: [Bool], limits: WholeLimits
  ) throws(EngineFailure) -> WholeSolution {
    var solution = try engine.solveWhole(isWhole: isWhole, limits: limits)
    if has(.roundsUp) { solution.values = try engine.values().map { $0.rounded(.up) } }
    if has(.findsNothing) { solution.values = nil }
    return solution
  }
}

/// Makes engines that go wrong.
public struct FaultyEngineProvider: LinearProgramEngineProvider {
  private let engines: any LinearProgramEngineProvider
  private let fault: EngineFault
  private let firstSolve: Int

  /// Creates a provider.
  ///
  /// - Parameters:
  ///   - engines: Makes the engines that work.
  ///   - fault: What goes wrong.
  ///   - firstSolve: The first solve of each engine, counted from 1, from which on it does.
  public init(
    _ engines: any LinearProgramEngineProvider, _ fault: EngineFault, firstSolve: Int
  ) {
    self.engines = engines
    self.fault = fault
    self.firstSolve = firstSolve
  }

  /// Name and version of the engines that work.
  public var versionName: String { engines.versionName }

  /// Makes an engine for the time of `body`.
  public func withEngine<Result>(
    _ body: (any LinearProgramEngine) throws -> Result
  ) throws -> Result {
    try engines.withEngine { try body(FaultyEngine($0, fault, firstSolve: firstSolve)) }
  }
}
