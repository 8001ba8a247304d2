import ForceData
import ForceModel

/// The tables of a database of plans: one row a plan in `plans`, and below it what the plan holds.
enum PlanRelations {
  /// The tables with the rows of a plan, each after those that it refers to.
  static func tables(of plan: Plan) -> [DataTable] {
    let listed = DataTable.tables(of: plan)
    // Members and crises first, because the others refer to them; deployments before their tasks.
    let order = ["contributors", "crises", "deployments", "tasks", "shortfalls", "prices"]
    return [
      plans(plan), goals(plan),
      sentences(plan.assumptions, name: "assumptions", column: "assumption"),
      sentences(
        plan.certificate.verification.complaints, name: "complaints", column: "complaint"),
      conflicts(plan),
    ] + order.compactMap { name in listed.first { $0.name == name } }
  }

  private static func plans(_ plan: Plan) -> DataTable {
    DataTable(
      name: DataTable.planColumn + "s", key: [],
      columns: [
        .init("status", .text, words: PlanStatus.allCases.map(\.rawValue)),
        .init("model", .text), .init("modelSha256", .text), .init("everyLimitKept", .boolean),
        .init("largestViolation", .number),
      ],
      rows: [
        [
          .text(plan.status.rawValue), .text(plan.model.name), .text(plan.model.sha256),
          .boolean(plan.certificate.verification.feasible),
          .number(plan.certificate.verification.largestViolation),
        ]
      ])
  }

  private static func goals(_ plan: Plan) -> DataTable {
    DataTable(
      name: "goals", key: ["level"],
      columns: [
        .init("level", .integer), .init("name", .text), .init("value", .number),
        .init("bound", .number, isRequired: false), .init("gap", .number, isRequired: false),
        .init("unit", .text),
      ],
      rows: plan.goals.map { goal in
        [
          .number(Double(goal.level)), .text(goal.name), .number(goal.value),
          goal.bound.map { .number($0) } ?? .empty, goal.gap.map { .number($0) } ?? .empty,
          .text(goal.unit),
        ]
      })
  }

  private static func conflicts(_ plan: Plan) -> DataTable {
    DataTable(
      name: "conflicts", key: ["row"],
      columns: [.init("row", .integer), .init("description", .text)],
      rows: plan.conflict.map { [.number(Double($0.row)), .text($0.description)] })
  }

  private static func sentences(_ texts: [String], name: String, column: String) -> DataTable {
    DataTable(
      name: name, key: ["number"],
      columns: [.init("number", .integer), .init(column, .text)],
      rows: texts.enumerated().map { [.number(Double($0.offset + 1)), .text($0.element)] })
  }
}

extension DataTable {
  /// The column that every table has besides its own.
  fileprivate static let planColumn = "plan"

  /// The SQL that makes the table, with its plan as the first column and the first part of its key.
  var createStatement: String {
    let plan = Self.planColumn
    var lines = ["\(plan) TEXT NOT NULL"] + columns.map(\.declaration)
    // Prices have no key: at a corner a limit has one on each side.
    if !key.isEmpty || name == plan + "s" {
      lines.append("PRIMARY KEY (" + ([plan] + key).map(Self.quoted).joined(separator: ", ") + ")")
    }
    if name != plan + "s" {
      lines.append("FOREIGN KEY (\(plan)) REFERENCES \(plan)s (\(plan)) ON DELETE CASCADE")
    }
    for reference in references {
      lines.append(
        "FOREIGN KEY (\(plan), \(Self.quoted(reference.column))) REFERENCES "
          + "\(Self.quoted(reference.table)) (\(plan), \(Self.quoted(reference.key)))")
    }
    return "CREATE TABLE \(Self.quoted(name)) (\n  " + lines.joined(separator: ",\n  ")
      + "\n) STRICT"
  }

  /// The SQL that adds a row: the plan's name, then a value for each column.
  var insertStatement: String {
    let names = [Self.planColumn] + columns.map(\.name)
    return "INSERT INTO \(Self.quoted(name)) ("
      + names.map(Self.quoted).joined(separator: ", ") + ") VALUES ("
      + names.map { _ in "?" }.joined(separator: ", ") + ")"
  }

  fileprivate static func quoted(_ name: String) -> String { "\"\(name)\"" }
}

extension DataTable.Column {
  /// The column as SQL declares it.
  fileprivate var declaration: String {
    let name = DataTable.quoted(name)
    let type =
      switch kind {
      case .text: "TEXT"
      case .number: "REAL"
      case .integer, .boolean: "INTEGER"
      }
    var text = name + " " + type + (isRequired ? " NOT NULL" : "")
    if kind == .boolean { text += " CHECK (\(name) IN (0, 1))" }
    if !words.isEmpty {
      text += " CHECK (\(name) IN (" + words.map { "'\($0)'" }.joined(separator: ", ") + "))"
    }
    return text
  }
}
