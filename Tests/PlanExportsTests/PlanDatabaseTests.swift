import DatabaseTestSupport
import ForceData
import ForceModel
import Foundation
import PlanExports
import TestSupport
import Testing

@Suite struct PlanDatabaseTests {
  private let solved: SolvedModel
  private let scratch: ScratchFolder
  private var path: String { scratch.path("plans.db") }

  init() throws {
    solved = try SolvedModel()
    scratch = try ScratchFolder()
  }

  @Test func `every table of a plan is there, row by row`() throws {
    try PlanDatabase.add(solved.plan, named: "first", to: path)
    #expect(try Query.rows("PRAGMA integrity_check", of: path) == ["ok"])
    #expect(try Query.rows("PRAGMA foreign_key_check", of: path) == [])
    #expect(
      try Query.rows("SELECT plan, status, model, everyLimitKept FROM plans", of: path)
        == ["first|optimal|three-crises|1"])
    #expect(
      try Query.rows("SELECT name, value FROM goals ORDER BY level", of: path)
        == ["shortfall|900.0", "effort|121000.0"])
    for table in DataTable.tables(of: solved.plan) {
      // The library shows fifteen digits of a number unless it is asked for all.
      let columns = table.columns.map { column in
        column.kind == .number ? "printf('%!.17g', \"\(column.name)\")" : "\"\(column.name)\""
      }.joined(separator: ", ")
      let rows = try Query.rows("SELECT \(columns) FROM \"\(table.name)\" ORDER BY rowid", of: path)
      try #require(rows.count == table.rows.count)
      for (row, expected) in zip(rows, table.rows) {
        for (text, cell) in zip(
          row.split(separator: "|", omittingEmptySubsequences: false), expected)
        {
          switch cell {
          case .number(let number): #expect(Double(text) == number, "\(table.name): \(row)")
          case .empty: #expect(text == "NULL" || text == "0.0", "\(table.name): \(row)")
          case .text, .boolean: #expect(text == cell.text, "\(table.name): \(row)")
          }
        }
      }
    }
    #expect(
      try Query.rows("SELECT count(*) FROM crises WHERE closureDay IS NULL", of: path) == ["1"])
    let tables = try Query.rows(
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1",
      of: path)
    #expect(tables.count == 11)
    #expect(tables.allSatisfy { $0.hasSuffix("|1") })
  }

  @Test func `one database holds many plans, told apart by name`() throws {
    try PlanDatabase.add(solved.plan, named: "first", to: path)
    var other = solved.plan
    other.deployments.removeAll()
    other.tasks.removeAll()
    try PlanDatabase.add(other, named: "it's; DROP TABLE plans", to: path)
    #expect(
      try Query.rows(
        "SELECT p.plan, count(d.line) FROM plans p LEFT JOIN deployments d USING (plan) GROUP BY 1 ORDER BY 1",
        of: path)
        == ["first|\(solved.plan.deployments.count)", "it's; DROP TABLE plans|0"])
  }

  @Test func `a name that is taken is refused, unless the plan is to be replaced`() throws {
    try PlanDatabase.add(solved.plan, named: "a", to: path)
    try PlanDatabase.add(solved.plan, named: "b", to: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: PlanDatabaseFailure.nameIsTaken("a")) {
      try PlanDatabase.add(solved.plan, named: "a", to: path)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    var changed = solved.plan
    changed.shortfalls.removeAll()
    try PlanDatabase.add(changed, named: "a", to: path, replaces: true)
    #expect(
      try Query.rows("SELECT plan, count(*) FROM shortfalls GROUP BY plan", of: path)
        == ["b|\(solved.plan.shortfalls.count)"])
    #expect(try Query.rows("SELECT count(*) FROM plans", of: path) == ["2"])
    #expect(try Query.rows("PRAGMA foreign_key_check", of: path) == [])
  }

  @Test func `a plan whose tables contradict each other leaves everything as it was`() throws {
    try PlanDatabase.add(solved.plan, named: "a", to: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    var twice = solved.plan
    twice.deployments.append(twice.deployments[0])
    var stray = solved.plan
    stray.shortfalls[0].crisis = "elsewhere"
    for plan in [twice, stray] {
      let error = #expect(throws: PlanDatabaseFailure.self) {
        try PlanDatabase.add(plan, named: "b", to: path)
      }
      #expect(error?.message.hasPrefix("the plan's tables contradict each other: ") == true)
      // Replacing deletes first, which must come back, too.
      #expect(throws: PlanDatabaseFailure.self) {
        try PlanDatabase.add(plan, named: "a", to: path, replaces: true)
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try scratch.names() == ["plans.db"])
  }

  @Test func `what is no database of plans is left as it is`() throws {
    let other = scratch.path("other.db")
    _ = try Query.rows("CREATE TABLE plans (plan TEXT)", of: other)
    try scratch.write("a.csv", "contribution,units\n")
    try scratch.write("short", "SQLite format 3")
    for name in ["other.db", "a.csv", "short"] {
      let file = URL(fileURLWithPath: scratch.path(name))
      let before = try Data(contentsOf: file)
      let error = #expect(throws: PlanDatabaseFailure.self) {
        try PlanDatabase.add(solved.plan, named: "a", to: file.path)
      }
      #expect(error?.message.contains("which is left as it is") == true)
      #expect(try Data(contentsOf: file) == before)
    }
    #expect(throws: PlanDatabaseFailure.notADatabaseOfPlans("no regular file")) {
      try PlanDatabase.add(solved.plan, named: "a", to: scratch.path("."))
    }
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    #expect(throws: PlanDatabaseFailure.notADatabaseOfPlans("no regular file")) {
      try PlanDatabase.add(solved.plan, named: "a", to: scratch.path("pipe"))
    }
    #expect(throws: PlanDatabaseFailure.self) {
      try PlanDatabase.add(solved.plan, named: "a", to: scratch.path("no/such/folder"))
    }
    #expect(try scratch.names().sorted() == ["a.csv", "other.db", "pipe", "short"])
  }

  @Test func `tables of another version are not mixed with these`() throws {
    try PlanDatabase.add(solved.plan, named: "a", to: path)
    _ = try Query.rows("PRAGMA user_version = 7", of: path)
    #expect(throws: PlanDatabaseFailure.otherVersion(7)) {
      try PlanDatabase.add(solved.plan, named: "b", to: path)
    }
  }

  @Test func `an empty file becomes a database`() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    try PlanDatabase.add(solved.plan, named: "a", to: path)
    #expect(try Query.rows("SELECT plan FROM plans", of: path) == ["a"])
  }

  @Test func `plans that are added at the same time are all there`() async throws {
    let (plan, path) = (solved.plan, path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { try PlanDatabase.add(plan, named: "plan \(number)", to: path) }
      }
      try await group.waitForAll()
    }
    #expect(try Query.rows("SELECT count(*) FROM plans", of: path) == ["8"])
    #expect(try Query.rows("PRAGMA integrity_check", of: path) == ["ok"])
  }
}
