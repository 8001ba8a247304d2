import ForceModel
import TextFormats

/// datapackage.json of a plan folder: the tables with complete Table Schemas.
enum PlanPackage {
  static let fileName = "datapackage.json"

  static func json(_ plan: Plan) -> JSONValue {
    package(
      name: plan.model.name + "-plan", title: "Deployment plan for \(plan.model.name)",
      [
        resource(Deployment.self), resource(DeploymentTask.self), resource(Shortfall.self),
        resource(Price.self), resource(ContributorSummary.self), resource(CrisisSummary.self),
      ])
  }

  /// A package of tables.
  static func package(name: String, title: String, _ resources: [JSONValue]) -> JSONValue {
    [
      "profile": "tabular-data-package", "name": .string(packageName(name)),
      "title": .string(title), "resources": .array(resources),
    ]
  }

  /// A package's name has lower-case letters, digits and `. _ -` only.
  private static func packageName(_ name: String) -> String {
    let plain = name.lowercased().unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9", ".", "_", "-": Character(scalar)
      default: "-"
      }
    }
    return String(plain)
  }

  private static func resource<Line: PlanLine>(_ line: Line.Type) -> JSONValue {
    resource(line, references: Line.table.references)
  }

  /// A table, with its complete schema.
  static func resource<Line: TableLine>(
    _ line: Line.Type, references: [(column: String, table: PlanTable, key: String)] = []
  ) -> JSONValue {
    [
      "profile": "tabular-data-resource", "name": .string(Line.tableName),
      "path": .string(Line.fileName), "format": "csv", "mediatype": "text/csv",
      "encoding": "utf-8", "description": .string(Line.summary),
      "schema": schema(line, references: references),
    ]
  }

  private static func schema<Line: TableLine>(
    _ line: Line.Type, references: [(column: String, table: PlanTable, key: String)]
  ) -> JSONValue {
    var schema: JSONObject = [
      "fields": .array(Line.columns.map { field($0, isKey: Line.key.contains($0.name)) }),
      "missingValues": [""],
    ]
    if !Line.key.isEmpty { schema["primaryKey"] = .array(Line.key.map { .string($0) }) }
    if !references.isEmpty {
      schema["foreignKeys"] = .array(
        references.map { reference in
          [
            "fields": [.string(reference.column)],
            "reference": [
              "resource": .string(reference.table.rawValue), "fields": [.string(reference.key)],
            ],
          ]
        })
    }
    return .object(schema)
  }

  private static func field<Line>(_ column: PlanColumn<Line>, isKey: Bool) -> JSONValue {
    var field: JSONObject = [
      "name": .string(column.name), "type": .string(column.jsonType),
      "description": .string(column.sentences),
    ]
    var constraints = JSONObject()
    switch column.property {
    case .number, .integer, .word: constraints["required"] = true
    case .text where isKey: constraints["required"] = true
    case .text, .optionalNumber: break
    }
    if case .word(let words, _, _) = column.property {
      constraints["enum"] = .array(words.map { .string($0) })
    }
    if !constraints.members.isEmpty { field["constraints"] = .object(constraints) }
    return .object(field)
  }
}

extension PlanColumn {
  fileprivate var jsonType: String {
    switch property {
    case .text, .word: "string"
    case .number, .optionalNumber: "number"
    case .integer: "integer"
    }
  }
}
