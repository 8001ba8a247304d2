import ForceData
public import ForceModel
import PlanReports
public import Workbooks

/// Plans and models as workbooks: one sheet a table.
public enum PlanWorkbook {
  /// The workbook of a plan: first a sheet that says how far it can be trusted, then every table.
  ///
  /// The same plan always gives the same bytes.
  /// - Throws: `WorkbookWritingFailure`.
  public static func bytes(of plan: Plan) throws(WorkbookWritingFailure) -> [UInt8] {
    try WorkbookWriter.bytes(
      of: [summary(of: plan)]
        + DataTable.tables(of: plan).map { sheet(of: $0, formatsNumbers: true) },
      title: "Deployment plan for \(plan.model.name)")
  }

  /// The workbook of a model, which is read like the model's folder.
  ///
  /// Every column is there, also where it holds the default; note columns of the model's files are not.
  /// - Throws: `WorkbookWritingFailure`.
  public static func bytes(of model: PlanningModel) throws(WorkbookWritingFailure) -> [UInt8] {
    // Numbers of a model are shown as they are: rounded, they would be mistaken when they are edited.
    try WorkbookWriter.bytes(
      of: DataTable.tables(of: model).map { sheet(of: $0, formatsNumbers: false) },
      title: model.title)
  }

  private static func sheet(of table: DataTable, formatsNumbers: Bool) -> Sheet {
    Sheet(
      name: table.name,
      columns: table.columns.enumerated().map { index, column in
        Sheet.Column(
          column.name, note: column.description,
          format: formatsNumbers ? format(of: column, table.rows.lazy.map { $0[index] }) : .general,
          choices: column.kind == .boolean ? ["true", "false"] : column.words)
      },
      rows: table.rows.map { $0.map { Sheet.Cell($0, isExact: !formatsNumbers) } })
  }

  private static func format(
    of column: DataTable.Column, _ cells: some Sequence<TableCell>
  ) -> Sheet.NumberFormat {
    guard column.kind == .number, column.unit != "day" else { return .general }
    if column.unit == "fraction" { return .percent }
    let isWhole = cells.allSatisfy { cell in
      guard case .number(let number) = cell else { return true }
      return number == number.rounded()
    }
    return isWhole ? .whole : .decimal
  }

  // MARK: - Summary

  private static func summary(of plan: Plan) -> Sheet {
    var rows: [[Sheet.Cell]] = []
    func add(_ part: String, _ item: String, _ value: Sheet.Cell, unit: String = "") {
      rows.append([.text(part), .text(item), value, .text(unit)])
    }
    add("status", plan.status.rawValue, .text(plan.statusSentence))
    add("model", "name", .text(plan.model.name))
    add("model", "sha256", .text(plan.model.sha256))
    for goal in plan.goals {
      let part = "goal \(goal.level)"
      add(part, goal.name, .number(goal.value), unit: goal.unit)
      add(part, "no plan is below", goal.bound.map { .number($0) } ?? .empty, unit: goal.unit)
      add(part, "gap", goal.gap.map { .number($0) } ?? .empty, unit: "of the value")
    }
    let check = plan.certificate.verification
    add("certificate", "every limit kept", .text(check.feasible ? "yes" : "no"))
    add(
      "certificate", "largest violation", .number(check.largestViolation), unit: "of the limit")
    for complaint in check.complaints { add("certificate", "complaint", .text(complaint)) }
    for conflict in plan.conflict {
      add("conflict", "fixed.csv row \(conflict.row)", .text(conflict.description))
    }
    for (index, assumption) in plan.assumptions.enumerated() {
      add("assumption", String(index + 1), .text(assumption))
    }
    return Sheet(
      name: "plan", columns: ["part", "item", "value", "unit"].map { Sheet.Column($0) }, rows: rows)
  }
}

extension Sheet.Cell {
  /// With `isExact`, a number of more digits than a workbook keeps becomes a text, which readers of models
  /// take for the number that it is.
  fileprivate init(_ cell: TableCell, isExact: Bool) {
    switch cell {
    case .number(let number) where isExact && !WorkbookWriter.keeps(number): self = .text(cell.text)
    case .text(let text): self = text.isEmpty ? .empty : .text(text)
    case .number(let number): self = .number(number)
    // Programs show a workbook's own yes and no in their language, or as numbers.
    case .boolean: self = .text(cell.text)
    case .empty: self = .empty
    }
  }
}
