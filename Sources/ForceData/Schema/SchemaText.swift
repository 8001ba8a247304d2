import TextFormats

/// The reference of tables and columns as text, 80 columns wide.
public enum SchemaText {
  private static let width = 80

  /// All tables, one paragraph each, and the policy.
  public static func overview() -> String {
    var lines = [
      "A model is a folder: datapackage.json and these CSV tables.",
      "Columns with * must be filled in; an empty cell elsewhere means the default.",
      "",
    ]
    for schema in ModelSchema.tables {
      lines += title(of: schema)
      let columns = schema.fields.map { $0.name + ($0.isRequired ? "*" : "") }
      lines += wrap(columns.joined(separator: ", "), indentation: 2)
      lines.append("")
    }
    lines.append("datapackage.json, object forceplan: the policy")
    lines += wrap(ModelSchema.policy.map(\.name).joined(separator: ", "), indentation: 2)
    return lines.joined(separator: "\n") + "\n"
  }

  /// One table with all that is known of its columns.
  public static func table(_ table: ModelTable) -> String {
    let schema = table.schema
    var lines = title(of: schema)
    lines += wrap("Key: " + schema.key.joined(separator: ", "), indentation: 0)
    lines += details(of: schema.fields)
    if table == .modes {
      lines += ["", "Without this table:"]
      for row in ModelSchema.defaultModes {
        let cells = schema.fields.compactMap { field in
          row[field.name].map { "\(field.name) \($0)" }
        }
        lines += wrap(cells.joined(separator: ", "), indentation: 2)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The policy with all that is known of its keys.
  public static func policy() -> String {
    let lines = ["datapackage.json, object forceplan: the policy", "Every key may be left out."]
    return (lines + details(of: ModelSchema.policy)).joined(separator: "\n") + "\n"
  }

  private static func title(of schema: TableSchema) -> [String] {
    [schema.table.fileName + (schema.isRequired ? ", required" : ""), schema.summary]
  }

  private static func details(of fields: [SchemaField]) -> [String] {
    fields.flatMap { field -> [String] in
      ["", "  " + field.name + (field.isRequired ? "*" : "")]
        + wrap(field.description, indentation: 6)
        + wrap(field.facts.joined(separator: "; "), indentation: 6)
    }
  }

  private static func wrap(_ text: String, indentation: Int) -> [String] {
    TextWrapping.paragraph(text, width: width, indent: indentation)
  }
}

extension SchemaField {
  /// What the field says, what it holds, and what it means where it is empty.
  var sentences: String { description + " (" + facts.joined(separator: "; ") + ")" }

  /// Kind, unit, bounds and default, each in words.
  fileprivate var facts: [String] {
    var facts = [kindText]
    if !unit.isEmpty { facts.append(unit) }
    if let range = rangeText { facts.append(range) }
    if let words = defaultInWords { facts.append("default: \(words)") }
    return facts
  }

  /// What a cell holds, in words.
  var kindText: String {
    switch kind {
    case .identifier: "identifier"
    case .text: "text"
    case .number: "number"
    case .integer: "whole number"
    case .boolean: "true or false"
    case .choice(let words): words.joined(separator: " | ")
    case .reference(let table, let allowsAny):
      "from \(table.fileName)" + (allowsAny ? ", or * for any" : "")
    case .list(let words): "list of " + words.joined(separator: ", ")
    case .shareCap: "number or object"
    }
  }

  /// What an empty cell means, in words; nil where the cell must be filled in.
  var defaultInWords: String? {
    switch fallback {
    case .required: nil
    case .text(""): "empty"
    case .text(let words), .derived(let words): words
    }
  }

  /// The bounds in words; nil where there are none.
  var rangeText: String? {
    let parts = [
      minimum.map { $0.text(inclusive: "at least", exclusive: "more than") },
      maximum.map { $0.text(inclusive: "at most", exclusive: "less than") },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " and ")
  }
}

extension SchemaField.Bound {
  fileprivate func text(inclusive: String, exclusive: String) -> String {
    switch self {
    case .inclusive(let value): "\(inclusive) \(DecimalText.format(value))"
    case .exclusive(let value): "\(exclusive) \(DecimalText.format(value))"
    }
  }
}
