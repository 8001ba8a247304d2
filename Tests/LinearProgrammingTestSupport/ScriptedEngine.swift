public import LinearProgramming

/// An engine that solves nothing: it gives the answers of a script, and remembers what it was given.
///
/// Code that works with an engine can so be tested with prices and failures chosen by hand.
public final class ScriptedEngine: LinearProgramEngine {
  /// What one call of `solve` brings.
  public struct Answer: Sendable {
    /// How the solve ends; or the failure that it throws.
    public var outcome: Result<LinearTermination, EngineFailure>
    /// Cost at the point.
    public var cost: Double
    /// Values of the first columns; columns beyond have 0.
    public var values: [Double]
    /// Prices of the first rows; rows beyond have 0.
    public var prices: [Double]
    /// Reduced costs of the first columns; columns beyond have 0.
    public var reducedCosts: [Double]
    /// What a search for whole numbers after this solve brings; or the failure that it throws.
    public var whole: Result<WholeSolution, EngineFailure>

    /// Creates an answer; what is not given is 0 or absent.
    public init(
      _ outcome: Result<LinearTermination, EngineFailure> = .success(.optimal), cost: Double = 0,
      values: [Double] = [], prices: [Double] = [], reducedCosts: [Double] = [],
      whole: Result<WholeSolution, EngineFailure> = .failure(
        .invalidInput("the script has no whole numbers"))
    ) {
      self.outcome = outcome
      self.cost = cost
      self.values = values
      self.prices = prices
      self.reducedCosts = reducedCosts
      self.whole = whole
    }
  }

  /// Something that the engine was given.
  public enum Event: Sendable, Equatable {
    /// Rows were added with these bounds.
    case addRows([Bounds])
    /// Columns were added.
    case addColumns(ColumnBatch)
    /// Bounds of rows were set.
    case setRowBounds([Int], [Bounds])
    /// Bounds of columns were set.
    case setColumnBounds([Int], [Bounds])
    /// Costs were set.
    case setCosts([Double])
    /// A solve was asked for.
    case solve(SimplexMethod)
    /// Whole numbers were asked for.
    case solveWhole([Bool])
  }

  private var script: ArraySlice<Answer>
  private var current: Answer?
  /// What the engine was given, first one first.
  public private(set) var events: [Event] = []

  /// Creates an engine that gives these answers, one for each solve.
  public init(_ script: [Answer]) {
    self.script = script[...]
  }

  /// Name of the engine.
  public let versionName = "script"
  /// Number of rows that were added.
  public private(set) var rowCount = 0
  /// Number of columns that were added.
  public private(set) var columnCount = 0
  /// Number of solves so far.
  public private(set) var iterationCount = 0

  /// Counts and remembers the rows.
  public func addRows(_ bounds: [Bounds]) throws(EngineFailure) {
    events.append(.addRows(bounds))
    rowCount += bounds.count
  }

  /// Counts and remembers the rows; refuses entries in columns that were not added.
  public func addRows(_ batch: RowBatch) throws(EngineFailure) {
    if let column = batch.columns.first(where: { !(0..<columnCount).contains(Int($0)) }) {
      throw .invalidInput("column \(column) does not exist")
    }
    events.append(.addRows(batch.bounds))
    rowCount += batch.count
  }

  /// Counts and remembers the columns; refuses entries in rows that were not added.
  public func addColumns(_ batch: ColumnBatch) throws(EngineFailure) {
    if let row = batch.rows.first(where: { !(0..<rowCount).contains(Int($0)) }) {
      throw .invalidInput("row \(row) does not exist")
    }
    events.append(.addColumns(batch))
    columnCount += batch.count
  }

  /// Remembers the change.
  public func setRowBounds(_ rows: [Int], _ bounds: [Bounds]) throws(EngineFailure) {
    events.append(.setRowBounds(rows, bounds))
  }

  /// Remembers the change.
  public func setColumnBounds(_ columns: [Int], _ bounds: [Bounds]) throws(EngineFailure) {
    events.append(.setColumnBounds(columns, bounds))
  }

  /// Remembers the change.
  public func setCosts(_ costs: [Double]) throws(EngineFailure) {
    events.append(.setCosts(costs))
  }

  /// Takes the next answer of the script; fails when there is none left.
  public func solve(
    _ method: SimplexMethod, limits: SolveLimits
  ) throws(EngineFailure) -> LinearTermination {
    events.append(.solve(method))
    current = script.popFirst()
    iterationCount += 1
    return try answer().outcome.get()
  }

  /// Cost of the current answer.
  public func cost() throws(EngineFailure) -> Double { try answer().cost }

  /// Values of the current answer.
  public func values() throws(EngineFailure) -> [Double] {
    padded(try answer().values, with: 0, to: columnCount)
  }

  /// Prices of the current answer.
  public func prices() throws(EngineFailure) -> [Double] {
    padded(try answer().prices, with: 0, to: rowCount)
  }

  /// Reduced costs of the current answer.
  public func reducedCosts() throws(EngineFailure) -> [Double] {
    padded(try answer().reducedCosts, with: 0, to: columnCount)
  }

  /// None: a script has no basis.
  public func columnChanges(row: Int) throws(EngineFailure) -> [Double]? { nil }

  /// All rows: a script has no basis of its own.
  public func basis() throws(EngineFailure) -> Basis {
    Basis(
      rows: Array(repeating: true, count: rowCount),
      columns: Array(repeating: false, count: columnCount))
  }

  /// Takes any.
  public func setBasis(_ basis: Basis) throws(EngineFailure) -> Bool { true }

  /// Remembers the question, and gives the current answer's whole numbers.
  public func solveWhole(
    isWhole: [Bool], limits: WholeLimits
  ) throws(EngineFailure) -> WholeSolution {
    events.append(.solveWhole(isWhole))
    return try answer().whole.get()
  }

  private func answer() throws(EngineFailure) -> Answer {
    guard let current else { throw .invalidInput("the script has no answer here") }
    return current
  }

  private func padded<Item>(_ items: [Item], with filler: Item, to count: Int) -> [Item] {
    items + Array(repeating: filler, count: max(0, count - items.count))
  }
}
