import CGLPKGuard
import LinearProgramming

/// A linear program held by GLPK.
///
/// Every call goes through the guard (CGLPKGuard), which checks the thread and turns an abort inside
/// GLPK into an outcome. This class adds what needs no C: the shape of what is handed over, the
/// order of attempts (`GLPKEngine+Solve`), and the search for whole numbers (`GLPKEngine+Whole`).
///
/// What is read after a change is still that of the last solve; columns and rows that came since
/// have 0.
final class GLPKEngine: LinearProgramEngine {
  /// What has become of the program.
  enum State {
    /// Not solved yet, or the last solve gave no point.
    case unsolved
    /// The last solve ended early or without an optimum, or something was changed since.
    case solved
    /// The last solve was optimal and nothing was changed since.
    case optimal
  }

  /// The guarded program.
  let program: OpaquePointer
  var state = State.unsolved

  private(set) var rowCount = 0
  private(set) var columnCount = 0
  var iterationCount = 0

  /// Makes an empty program on the current thread.
  init() throws(EngineFailure) {
    program = try Self.made { guarded_create(&$0) }
  }

  /// Makes a copy of another engine's program, with the same basis.
  init(copying original: GLPKEngine) throws(EngineFailure) {
    program = try Self.made { guarded_copy(original.program, &$0) }
    rowCount = original.rowCount
    columnCount = original.columnCount
    state = original.state
  }

  deinit {
    guarded_free(program)
  }

  /// Gives back what GLPK holds; the engine is lost from then on.
  func close() {
    guarded_close(program)
  }

  var versionName: String { GLPKEngineProvider().versionName }

  // MARK: - Changes

  func addRows(_ bounds: [Bounds]) throws(EngineFailure) {
    try change("row") { fault in
      bounds.withGuardedBounds { guarded_add_rows(program, bounds.count, $0, &fault) }
    }
    rowCount += bounds.count
  }

  func addRows(_ batch: RowBatch) throws(EngineFailure) {
    try change("row") { fault in
      batch.bounds.withGuardedBounds {
        guarded_add_filled_rows(
          program, batch.count, $0, batch.starts, batch.columns, batch.coefficients, &fault)
      }
    }
    rowCount += batch.count
  }

  func addColumns(_ batch: ColumnBatch) throws(EngineFailure) {
    try change("column") { fault in
      batch.bounds.withGuardedBounds {
        guarded_add_columns(
          program, batch.count, batch.costs, $0, batch.starts, batch.rows, batch.coefficients,
          &fault)
      }
    }
    columnCount += batch.count
  }

  func setRowBounds(_ rows: [Int], _ bounds: [Bounds]) throws(EngineFailure) {
    try require(bounds.count == rows.count, "\(rows.count) rows, but \(bounds.count) bounds")
    try change("row") { fault in
      bounds.withGuardedBounds { guarded_set_row_bounds(program, rows.count, rows, $0, &fault) }
    }
  }

  func setColumnBounds(_ columns: [Int], _ bounds: [Bounds]) throws(EngineFailure) {
    try require(
      bounds.count == columns.count, "\(columns.count) columns, but \(bounds.count) bounds")
    try change("column") { fault in
      bounds.withGuardedBounds {
        guarded_set_column_bounds(program, columns.count, columns, $0, &fault)
      }
    }
  }

  func setCosts(_ costs: [Double]) throws(EngineFailure) {
    try require(costs.count == columnCount, "\(columnCount) columns, but \(costs.count) costs")
    try change("column") { fault in guarded_set_costs(program, costs, &fault) }
  }

  // MARK: - Reading the last solve

  func cost() throws(EngineFailure) -> Double { try read(.cost, count: 1)[0] }

  func values() throws(EngineFailure) -> [Double] { try read(.values, count: columnCount) }

  func prices() throws(EngineFailure) -> [Double] { try read(.prices, count: rowCount) }

  func reducedCosts() throws(EngineFailure) -> [Double] {
    try read(.reducedCosts, count: columnCount)
  }

  func columnChanges(row: Int) throws(EngineFailure) -> [Double]? {
    try guarded("row") { _ in guarded_admission(program) }
    try require(state == .optimal, "changes were asked without an optimal solve just before")
    var isAtBound = false
    var changes = [Double](repeating: 0, count: columnCount)
    try guarded("row") { fault in
      guarded_column_changes(program, row, &isAtBound, &changes, &fault)
    }
    return isAtBound ? changes : nil
  }

  // MARK: - The guard

  /// Makes a guarded call; `item` names what it was given a list of.
  func guarded(
    _ item: String = "program", _ call: (inout GuardedFault) -> GuardOutcome
  ) throws(EngineFailure) {
    var fault = GuardedFault()
    let outcome = call(&fault)
    if let failure = EngineFailure(outcome, fault, item: item) {
      throw failure
    }
  }

  /// Throws `invalidInput` with the complaint unless the condition holds.
  func require(_ condition: Bool, _ complaint: @autoclosure () -> String) throws(EngineFailure) {
    guard condition else { throw .invalidInput(complaint()) }
  }

  private func change(
    _ item: String, _ call: (inout GuardedFault) -> GuardOutcome
  ) throws(EngineFailure) {
    try guarded(item, call)
    if state == .optimal {
      state = .solved
    }
  }

  private func read(_ quantity: GuardedQuantity, count: Int) throws(EngineFailure) -> [Double] {
    try guarded { _ in guarded_admission(program) }
    try require(state != .unsolved, "results were asked before a solve that gave a point")
    var numbers = [Double](repeating: 0, count: count)
    try guarded { _ in guarded_read(program, quantity, &numbers) }
    return numbers
  }

  private static func made(
    _ make: (inout OpaquePointer?) -> GuardOutcome
  ) throws(EngineFailure) -> OpaquePointer {
    var program: OpaquePointer?
    let outcome = make(&program)
    if let failure = EngineFailure(outcome, GuardedFault(), item: "program") {
      throw failure
    }
    guard let program else { throw .aborted("no program was made") }
    return program
  }
}

extension [Bounds] {
  /// The bounds as the guard's C type, which has the same two numbers in the same order.
  fileprivate func withGuardedBounds(
    _ body: (UnsafePointer<GuardedBounds>?) -> GuardOutcome
  ) -> GuardOutcome {
    withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: GuardedBounds.self) { body($0.baseAddress) }
    }
  }
}
