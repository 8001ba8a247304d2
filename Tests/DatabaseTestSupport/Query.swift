import CDatabase

/// Questions to an SQLite file, asked without the code under test.
public enum Query {
  /// Why there is no answer; the library's words.
  public struct Failure: Error {
    let reason: String
  }

  /// The rows that a statement gives, each with its columns joined by `|`.
  public static func rows(_ sql: String, of path: String) throws -> [String] {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    guard sqlite3_open(path, &handle) == SQLITE_OK else { throw failure(handle) }
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw failure(handle)
    }
    var rows: [String] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
          }.joined(separator: "|"))
      case SQLITE_DONE: return rows
      default: throw failure(handle)
      }
    }
  }

  private static func failure(_ handle: OpaquePointer?) -> Failure {
    Failure(reason: String(cString: sqlite3_errmsg(handle)))
  }
}
