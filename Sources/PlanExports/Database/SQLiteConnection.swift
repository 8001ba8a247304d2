import CDatabase
import ForceData

/// An open SQLite database; closing it takes back a transaction that was not committed.
struct SQLiteConnection: ~Copyable {
  private let handle: OpaquePointer

  /// How long another process may hold the database before this one gives up, in milliseconds.
  private static let patience: Int32 = 10_000

  /// Opens a database's file, which is made where there is none.
  init(_ path: String) throws(PlanDatabaseFailure) {
    var handle: OpaquePointer?
    // Names such as ":memory:" mean something else to the library unless they are plainly paths.
    let file = path.hasPrefix("/") ? path : "./" + path
    let code = sqlite3_open_v2(
      file, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      defer { sqlite3_close(handle) }
      throw .system(String(cString: sqlite3_errstr(code)))
    }
    self.handle = handle
    sqlite3_busy_timeout(handle, Self.patience)
  }

  deinit { sqlite3_close(handle) }

  /// Runs a statement that gives no rows worth reading.
  func run(_ sql: String, _ text: String? = nil) throws(PlanDatabaseFailure) {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    if let text { try bind(.text(text), at: 1, of: statement) }
    try step(statement)
  }

  /// The number that a statement gives.
  func number(_ sql: String, _ text: String? = nil) throws(PlanDatabaseFailure) -> Int {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    if let text { try bind(.text(text), at: 1, of: statement) }
    try step(statement)
    return Int(sqlite3_column_int64(statement, 0))
  }

  /// Adds rows, each after the plan's name.
  func insert(
    _ rows: [[TableCell]], into sql: String, plan: String
  ) throws(PlanDatabaseFailure) {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    for row in rows {
      try bind(.text(plan), at: 1, of: statement)
      for (index, cell) in row.enumerated() { try bind(cell, at: Int32(index + 2), of: statement) }
      try step(statement)
      sqlite3_reset(statement)
    }
  }

  private func prepare(_ sql: String) throws(PlanDatabaseFailure) -> OpaquePointer? {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    return statement
  }

  private func bind(
    _ cell: TableCell, at index: Int32, of statement: OpaquePointer?
  ) throws(PlanDatabaseFailure) {
    let code =
      switch cell {
      case .text(let text): sqlite3_bind_copy(statement, index, text, Int32(text.utf8.count))
      case .number(let number): sqlite3_bind_double(statement, index, number)
      case .boolean(let value): sqlite3_bind_int(statement, index, value ? 1 : 0)
      case .empty: sqlite3_bind_null(statement, index)
      }
    try check(code)
  }

  private func step(_ statement: OpaquePointer?) throws(PlanDatabaseFailure) {
    try check(sqlite3_step(statement))
  }

  private func check(_ code: Int32) throws(PlanDatabaseFailure) {
    switch code {
    case SQLITE_OK, SQLITE_ROW, SQLITE_DONE: return
    case SQLITE_CONSTRAINT: throw .contradiction(reason)
    case SQLITE_NOTADB, SQLITE_CORRUPT: throw .notADatabaseOfPlans("a damaged database")
    default: throw .system(reason)
    }
  }

  private var reason: String { String(cString: sqlite3_errmsg(handle)) }
}
