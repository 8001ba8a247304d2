public import ForceModel

extension DataTable {
  /// The tables of a plan, in the order of data-package.md.
  ///
  /// - Complexity: linear in the size of the plan.
  public static func tables(of plan: Plan) -> [DataTable] {
    [
      DataTable(plan.deployments), DataTable(plan.tasks), DataTable(plan.shortfalls),
      DataTable(plan.prices), DataTable(plan.contributors), DataTable(plan.crises),
    ]
  }

  private init<Line: PlanLine>(_ lines: [Line]) {
    let columns = Line.columns
    self.init(
      name: Line.table.rawValue, key: Line.key, columns: columns.map(Column.init),
      references: Line.table.references.map {
        Reference(column: $0.column, table: $0.table.rawValue, key: $0.key)
      },
      rows: lines.map { line in columns.map { $0.cell(of: line) } })
  }
}

extension DataTable.Column {
  fileprivate init<Line>(_ column: PlanColumn<Line>) {
    self.init(column.name, .text, unit: column.unit, column.sentences)
    switch column.property {
    case .text: break
    case .number: kind = .number
    case .optionalNumber:
      kind = .number
      isRequired = false
    case .integer: kind = .integer
    case .word(let words, _, _): self.words = words
    }
  }
}
