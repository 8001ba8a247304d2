/// How the simplex method goes about a solve.
public enum SimplexMethod: Sendable, Equatable {
  /// From a point that keeps every limit: after costs changed or columns came.
  case primal
  /// From prices that are right: after limits changed or rows came.
  case dual
  /// In rational arithmetic from the basis at hand, best after another method came to its end: slow, for small
  /// programs whose coefficients lie so far apart that rounding decides.
  case exact
}

/// When a solve has to stop before its end.
public struct SolveLimits: Sendable {
  /// Asked between slices of iterations; true stops the solve.
  public var shouldStop: @Sendable () -> Bool
  /// Iterations that one solve may take; a safety net against endless cycling.
  public var iterations: Int

  /// Creates limits.
  public init(iterations: Int = 5_000_000, shouldStop: @escaping @Sendable () -> Bool = { false }) {
    self.iterations = iterations
    self.shouldStop = shouldStop
  }
}

/// How a solve of a linear program ended.
public enum LinearTermination: Sendable, Equatable {
  /// Solved; values and prices satisfy the optimality conditions to tolerance.
  case optimal
  /// No point keeps all limits.
  case infeasible
  /// The cost has no lower end.
  case unbounded
  /// Stopped by a limit; `feasible` says whether the current point keeps all limits.
  case limit(feasible: Bool)
}

/// How a search for whole numbers ended.
public struct WholeSolution: Sendable, Equatable {
  /// The best point found, indexed by column; nil: none was found.
  public var values: [Double]?
  /// The engine's own lower bound on the cost; not proven outside the engine.
  public var bound: Double
  /// Whether the search ended by itself: the point is the engine's optimum, or there is none.
  public var isComplete: Bool

  /// Creates a result.
  public init(values: [Double]?, bound: Double, isComplete: Bool) {
    self.values = values
    self.bound = bound
    self.isComplete = isComplete
  }
}

/// When a search for whole numbers has to stop.
public struct WholeLimits: Sendable {
  /// Nodes of the search tree that may be opened; a count, so that results do not hang on speed.
  public var nodes: Int
  /// Relative gap at which the search may stop; 0: only at the proven end.
  public var relativeGap: Double
  /// Asked at every node; true stops the search.
  public var shouldStop: @Sendable () -> Bool

  /// Creates limits.
  public init(
    nodes: Int = 200_000, relativeGap: Double = 0,
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.nodes = nodes
    self.relativeGap = relativeGap
    self.shouldStop = shouldStop
  }
}

/// Why an engine could not do what it was asked.
public enum EngineFailure: Error, Sendable, Equatable {
  /// The engine would have ended the process; its message. The engine is lost, the process lives.
  case aborted(String)
  /// An earlier abort on this thread took the engine with it.
  case lost
  /// The engine was used on another thread than the one that made it.
  case wrongThread
  /// A number, index or size that the engine must not be given; what and where.
  case invalidInput(String)
  /// No method gave an answer that satisfies the optimality conditions; what was tried.
  case numericalTrouble(String)
}

/// An engine that holds one linear program (minimise), changes it in place and solves it again.
///
/// An engine belongs to the thread that made it, and only `LinearProgramEngineProvider` makes one.
/// Rows and columns are counted from 0 in the order in which they were added. A new row starts
/// basic, a new column at the bound nearest to zero, so a basis stays a basis.
/// Prices are d(cost) / d(row activity); reduced costs d(cost) / d(column value); both for minimising.
public protocol LinearProgramEngine: AnyObject {
  /// Name and version of the engine.
  var versionName: String { get }
  /// Number of rows.
  var rowCount: Int { get }
  /// Number of columns.
  var columnCount: Int { get }
  /// Simplex iterations since the engine was made.
  var iterationCount: Int { get }

  /// Appends empty rows.
  func addRows(_ bounds: [Bounds]) throws(EngineFailure)
  /// Appends rows; their entries name columns that exist.
  func addRows(_ batch: RowBatch) throws(EngineFailure)
  /// Appends columns; their entries name rows that exist.
  func addColumns(_ batch: ColumnBatch) throws(EngineFailure)
  /// Sets bounds of the named rows; both arrays have the same length.
  func setRowBounds(_ rows: [Int], _ bounds: [Bounds]) throws(EngineFailure)
  /// Sets bounds of the named columns; both arrays have the same length.
  func setColumnBounds(_ columns: [Int], _ bounds: [Bounds]) throws(EngineFailure)
  /// Sets the cost of every column.
  func setCosts(_ costs: [Double]) throws(EngineFailure)

  /// Solves from the basis at hand; on doubt tries other methods before it gives up.
  func solve(_ method: SimplexMethod, limits: SolveLimits) throws(EngineFailure)
    -> LinearTermination
  /// The cost at the current point.
  func cost() throws(EngineFailure) -> Double
  /// Values of all columns at the current point, indexed by column.
  func values() throws(EngineFailure) -> [Double]
  /// Prices of all rows, indexed by row.
  func prices() throws(EngineFailure) -> [Double]
  /// Reduced costs of all columns, indexed by column.
  func reducedCosts() throws(EngineFailure) -> [Double]
  /// What each column changes by when the bound that a row is at rises by 1 and the basis stays; nil for
  /// a row that is not at a bound. Called after `solve` gave `.optimal`.
  ///
  /// - Complexity: one solve with the basis.
  func columnChanges(row: Int) throws(EngineFailure) -> [Double]?

  /// The basis at hand.
  func basis() throws(EngineFailure) -> Basis
  /// Makes the next solve start from a basis; says whether it is one.
  ///
  /// What has not as many members as the program has rows, or a singular matrix, is no basis; the one at
  /// hand then stays. Rows and columns that are not basic go to the bound nearest to zero.
  ///
  /// - Complexity: one factorisation.
  func setBasis(_ basis: Basis) throws(EngineFailure) -> Bool

  /// Searches the best point in which the marked columns are whole; leaves the linear program as it was.
  ///
  /// Called after `solve` gave `.optimal`. The point is checked against the rows as they were given.
  func solveWhole(isWhole: [Bool], limits: WholeLimits) throws(EngineFailure) -> WholeSolution
}

/// Makes engines: the only thing that the planning module knows of a solver library.
public protocol LinearProgramEngineProvider: Sendable {
  /// Name and version of the library, for the run record.
  var versionName: String { get }
  /// Makes an engine on the current thread, hands it to `body`, and frees it when `body` returns or
  /// throws; so an engine never leaves its thread.
  func withEngine<Result>(
    _ body: (any LinearProgramEngine) throws -> Result
  ) throws -> Result
}

extension LinearProgramEngine {
  /// Appends the rows and columns of a whole program; meant for an empty engine.
  public func load(_ program: LinearProgram) throws(EngineFailure) {
    try addRows(program.rowBounds)
    try addColumns(program.columns)
  }
}
