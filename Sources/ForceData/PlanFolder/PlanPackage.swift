import ForceModel
import TextFormats

/// datapackage.json of a plan folder: the tables with complete Table Schemas.
enum PlanPackage {
  static let fileName = "datapackage.json"

  static func json(_ plan: Plan) -> JSONValue {
    [
      "profile": "tabular-data-package",
      "name": .string(packageName(plan.model.name)),
      "title": .string("Deployment plan for \(plan.model.name)"),
      "resources": .array([
        resource(Deployment.self), resource(DeploymentTask.self), resource(Shortfall.self),
        resource(Price.self), resource(ContributorSummary.self), resource(CrisisSummary.self),
      ]),
    ]
  }

  /// A package's name has lower-case letters, digits and `. _ -` only.
  private static func packageName(_ modelName: String) -> String {
    let plain = modelName.lowercased().unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9", ".", "_", "-": Character(scalar)
      default: "-"
      }
    }
    return String(plain) + "-plan"
  }

  private static func resource<Line: PlanLine>(_ line: Line.Type) -> JSONValue {
    let table = Line.table
    return [
      "profile": "tabular-data-resource", "name": .string(table.rawValue),
      "path": .string(table.fileName), "format": "csv", "mediatype": "text/csv",
      "encoding": "utf-8", "description": .string(table.summary), "schema": schema(line),
    ]
  }

  private static func schema<Line: PlanLine>(_ line: Line.Type) -> JSONValue {
    var schema: JSONObject = [
      "fields": .array(Line.columns.map { field($0, isKey: Line.table.key.contains($0.name)) }),
      "missingValues": [""],
      "primaryKey": .array(Line.table.key.map { .string($0) }),
    ]
    if !Line.table.references.isEmpty {
      schema["foreignKeys"] = .array(
        Line.table.references.map { reference in
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
    var description = column.description
    if !column.unit.isEmpty { description += " Unit: \(column.unit)." }
    var field: JSONObject = [
      "name": .string(column.name), "type": .string(column.jsonType),
      "description": .string(description),
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
