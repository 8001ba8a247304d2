public import ForceModel
import TextFormats

extension DataTable {
  /// The tables of a model: first its policy with its name and title, as a workbook's sheet holds them,
  /// then every table in the order of data-package.md, also those without rows.
  ///
  /// A workbook of them is read as an equal model, but for the digest.
  /// - Complexity: linear in the size of the model.
  public static func tables(of model: PlanningModel) -> [DataTable] {
    [policy(of: model)]
      + ModelTable.allCases.map { table in
        DataTable(table.schema, rows: ModelWriter.rows(of: table, in: model))
      }
  }

  /// A table whose cells are texts as CSV has them.
  private init(_ schema: TableSchema, rows: [[String]]) {
    let columns = schema.fields.map(Column.init)
    self.init(
      name: schema.table.rawValue, key: schema.key, columns: columns,
      rows: rows.map { row in
        zip(row, columns).map { TableCell(text: $0, kind: $1.kind) }
      })
  }

  /// A key of the policy in each row.
  private static func policy(of model: PlanningModel) -> DataTable {
    var rows: [[TableCell]] = [
      [.text("name"), .text(model.name), .text("Name of the model, for programs.")],
      [.text("title"), .text(model.title), .text("Title of the model, for people.")],
    ]
    for member in ModelWriter.policy(model.policy).members {
      let field = ModelSchema.policy.first { $0.name == member.key }
      let note = TableCell.text(field?.sentences ?? "")
      if case .object(let parts) = member.value {
        for part in parts.members {
          rows.append([.text(member.key + "." + part.key), TableCell(part.value), note])
        }
      } else {
        rows.append([.text(member.key), TableCell(member.value), note])
      }
    }
    return DataTable(
      name: PolicySheet.name, key: ["key"],
      columns: PolicySheet.columns.map { Column($0, .text) } + [
        Column(ModelSchema.notePrefix, .text)
      ],
      rows: rows)
  }
}

extension DataTable.Column {
  fileprivate init(_ field: SchemaField) {
    self.init(
      field.name, .text, isRequired: field.isRequired, unit: field.unit, field.sentences)
    switch field.kind {
    case .identifier, .text, .reference, .list, .shareCap: break
    case .number: kind = .number
    case .integer: kind = .integer
    case .boolean: kind = .boolean
    case .choice(let words): self.words = words
    }
  }
}

extension TableCell {
  /// A cell of a text as CSV has it.
  fileprivate init(text: String, kind: DataTable.Column.Kind) {
    switch kind {
    case .text: self = text.isEmpty ? .empty : .text(text)
    case .boolean: self = text.isEmpty ? .empty : .boolean(SchemaField.trueWords.contains(text))
    case .number, .integer: self = (try? DecimalText.parse(text)).map { .number($0) } ?? .empty
    }
  }

  /// A cell of a value of the policy; a list becomes its words with commas between.
  fileprivate init(_ value: JSONValue) {
    switch value {
    case .null, .object: self = .empty
    case .bool(let bool): self = .boolean(bool)
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .array(let elements):
      let words = elements.map { if case .string(let text) = $0 { text } else { "" } }
      self = .text(words.joined(separator: ", "))
    }
  }
}
