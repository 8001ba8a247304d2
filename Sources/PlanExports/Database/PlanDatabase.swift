import ForceData
public import ForceModel
import Glibc

/// Why a plan was not put into a database; the database is as it was.
public enum PlanDatabaseFailure: Error, Equatable, Sendable {
  /// The path leads to something else than a database of plans; what it is.
  case notADatabaseOfPlans(String)
  /// The database has tables of another version.
  case otherVersion(Int)
  /// A plan of the name is there already.
  case nameIsTaken(String)
  /// The plan's tables contradict each other, as the database says it.
  case contradiction(String)
  /// The database or the system refused; the reason.
  case system(String)

  /// What is wrong and what to do, in a clause.
  public var message: String {
    switch self {
    case .notADatabaseOfPlans(let what): "it is \(what), which is left as it is; name another file"
    case .otherVersion(let version):
      "its tables are of version \(version), these would be of version \(PlanDatabase.version); "
        + "name another file"
    case .nameIsTaken(let name):
      "it holds a plan named '\(name)' already; give this one another --name, or --replace it"
    case .contradiction(let reason): "the plan's tables contradict each other: \(reason)"
    case .system(let reason): "\(reason); what was there before is unchanged"
    }
  }
}

/// SQLite databases of plans: one holds many, told apart by the column `plan` of every table.
public enum PlanDatabase {
  /// Marks a file as a database of plans ("FPLN"), where SQLite keeps such marks.
  static let applicationID: Int32 = 0x4650_4C4E
  /// The version of the tables.
  static let version = 1

  /// Adds a plan to a database, which is made where there is none.
  ///
  /// All of it is one transaction: another process, or one that comes after a crash, sees the database
  /// without the plan or with all of it.
  /// - Parameters:
  ///   - plan: The plan.
  ///   - name: What the plan is called in the column `plan`.
  ///   - path: The database's file.
  ///   - replaces: Whether a plan of the same name is removed first.
  /// - Throws: `PlanDatabaseFailure`.
  /// - Complexity: linear in the size of the plan, but for the database's indices.
  public static func add(
    _ plan: Plan, named name: String, to path: String, replaces: Bool = false
  ) throws(PlanDatabaseFailure) {
    let isNew = try isNew(path)
    let tables = PlanRelations.tables(of: plan)
    let database = try SQLiteConnection(path)
    try database.run("PRAGMA foreign_keys = ON")
    try database.run("BEGIN IMMEDIATE")
    // Another process may have made the tables since.
    if isNew, try database.number("PRAGMA user_version") == 0 {
      try database.run("PRAGMA application_id = \(applicationID)")
      try database.run("PRAGMA user_version = \(Self.version)")
      for table in tables { try database.run(table.createStatement) }
    }
    let version = try database.number("PRAGMA user_version")
    guard version == Self.version else { throw .otherVersion(version) }
    if try database.number("SELECT count(*) FROM plans WHERE plan = ?", name) > 0 {
      guard replaces else { throw .nameIsTaken(name) }
      try database.run("DELETE FROM plans WHERE plan = ?", name)
    }
    for table in tables {
      try database.insert(table.rows, into: table.insertStatement, plan: name)
    }
    try database.run("COMMIT")
  }

  /// Whether there is no database yet; what is not ours is refused before SQLite touches it.
  ///
  /// An empty file is what a process leaves that was killed before its first transaction.
  private static func isNew(_ path: String) throws(PlanDatabaseFailure) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw failure() }
      return true
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notADatabaseOfPlans("no regular file") }
    if status.st_size == 0 { return true }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    // The head of a database: a magic text, and the mark at byte 68 (SQLite, "Database File Format").
    var head = [UInt8](repeating: 0, count: 72)
    guard pread(descriptor, &head, head.count, 0) == head.count,
      head.starts(with: "SQLite format 3\0".utf8)
    else { throw .notADatabaseOfPlans("no SQLite database") }
    let mark = head[68...].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    guard mark == applicationID else {
      throw .notADatabaseOfPlans("a database of something else")
    }
    return false
  }

  private static func failure() -> PlanDatabaseFailure {
    .system(String(cString: strerror(errno)))
  }
}
