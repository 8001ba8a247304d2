public import TextFormats

/// Frictionless Table Schemas made from the table of fields.
public enum TableSchemaJSON {
  /// What identifiers look like, as a regular expression.
  static let identifierPattern = "[A-Za-z0-9_.\\-]{1,64}"

  /// The schema of a whole table.
  public static func schema(of table: ModelTable) -> JSONValue {
    schema(of: table, header: table.schema.fields.map(\.name))
  }

  /// The schema of a table that has the given columns, in their order, in a package that has the
  /// given tables.
  ///
  /// Columns that are not in the table of fields are the planner's notes.
  public static func schema(
    of table: ModelTable, header: [String], tables: Set<ModelTable> = Set(ModelTable.allCases)
  ) -> JSONValue {
    let schema = table.schema
    var result: JSONObject = [
      "fields": .array(
        header.map { name in
          if let field = schema.fields.first(where: { $0.name == name }) {
            return fieldJSON(field, isOnlyKey: schema.key == [name])
          }
          return ["name": .string(name), "type": "string", "description": "A note; not read."]
        }),
      "missingValues": [""],
    ]
    if let key = primaryKey(of: schema, header: header) {
      result["primaryKey"] = .array(key.map { .string($0) })
    }
    let references = schema.fields.filter { header.contains($0.name) }.compactMap { field in
      foreignKey(field, tables: tables)
    }
    if !references.isEmpty { result["foreignKeys"] = .array(references) }
    return .object(result)
  }

  /// The key columns, where every one of them is filled in in every row: a primary key has no holes.
  private static func primaryKey(of schema: TableSchema, header: [String]) -> [String]? {
    let isComplete = schema.key.allSatisfy { name in
      header.contains(name) && schema.fields.contains { $0.name == name && $0.isRequired }
    }
    return isComplete ? schema.key : nil
  }

  /// What a column refers to; a column that may hold '*' refers to no row.
  private static func foreignKey(_ field: SchemaField, tables: Set<ModelTable>) -> JSONValue? {
    guard case .reference(let table, allowsAny: false) = field.kind, tables.contains(table) else {
      return nil
    }
    return [
      "fields": [.string(field.name)],
      "reference": [
        "resource": .string(table.rawValue), "fields": [.string(table.schema.key[0])],
      ],
    ]
  }

  private static func fieldJSON(_ field: SchemaField, isOnlyKey: Bool) -> JSONValue {
    var result: JSONObject = ["name": .string(field.name), "type": .string(field.jsonType)]
    var description = field.description
    if !field.unit.isEmpty { description += " Unit: \(field.unit)." }
    if let words = field.defaultInWords { description += " Default: \(words)." }
    result["description"] = .string(description)
    if field.kind == .boolean {
      result["trueValues"] = .array(SchemaField.trueWords.map { .string($0) })
      result["falseValues"] = .array(SchemaField.falseWords.map { .string($0) })
    }
    var constraints = JSONObject()
    if field.isRequired { constraints["required"] = true }
    if isOnlyKey { constraints["unique"] = true }
    switch field.kind {
    case .identifier: constraints["pattern"] = .string(identifierPattern)
    case .choice(let words): constraints["enum"] = .array(words.map { .string($0) })
    default: break
    }
    if let minimum = field.minimum { constraints["minimum"] = .number(minimum.closed(step: 1)) }
    if let maximum = field.maximum { constraints["maximum"] = .number(maximum.closed(step: -1)) }
    if !constraints.members.isEmpty { result["constraints"] = .object(constraints) }
    return .object(result)
  }
}

extension SchemaField {
  /// Words for yes, as planners and their spreadsheets write it.
  static let trueWords = ["true", "TRUE", "True"]
  /// Words for no.
  static let falseWords = ["false", "FALSE", "False"]
  /// Numbers beyond this are refused in every column.
  static let largestNumber = 1e12
  /// Numbers nearer to zero than this, but not zero, are refused in every column.
  static let smallestNumber = 1e-12

  fileprivate var jsonType: String {
    switch kind {
    case .identifier, .text, .choice, .reference: "string"
    case .number: "number"
    case .integer: "integer"
    case .boolean: "boolean"
    case .list: "array"
    case .shareCap: "any"
    }
  }
}

extension SchemaField.Bound {
  /// The bound as one that may be reached, because Table Schemas know no other.
  ///
  /// A number next to an exclusive bound is refused for its size anyway, so nothing is lost.
  fileprivate func closed(step: Double) -> Double {
    switch self {
    case .inclusive(let value): value
    case .exclusive(let value): value + step * SchemaField.smallestNumber
    }
  }
}
