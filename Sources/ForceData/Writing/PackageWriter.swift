public import TextFormats

/// Makes datapackage.json: the names of the tables, their schemas and the policy.
public enum PackageWriter {
  /// The profile of a Frictionless package of tables.
  static let profile = "tabular-data-package"

  /// The descriptor of a model that has whole tables.
  static func descriptor(
    name: String, title: String, policy: JSONObject, tables: [ModelTable]
  ) -> JSONValue {
    [
      "name": .string(name),
      "title": .string(title),
      "profile": .string(profile),
      "forceplan": .object(policy),
      "resources": .array(
        tables.map { table in
          [
            "name": .string(table.rawValue),
            "path": .string(table.fileName),
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "schema": TableSchemaJSON.schema(
              of: table, header: table.schema.fields.map(\.name), tables: Set(tables)),
          ]
        }),
    ]
  }

  /// A descriptor with the complete schema of every table that it names.
  ///
  /// Everything else stays as it is, also what is said of note columns, so a descriptor written by
  /// hand can be completed.
  ///
  /// - Parameters:
  ///   - descriptor: what datapackage.json holds.
  ///   - headers: the columns of each table's file, by table.
  /// - Returns: the completed descriptor; the same one where it has no list of resources.
  public static func completed(
    _ descriptor: JSONValue, headers: [ModelTable: [String]]
  ) -> JSONValue {
    guard case .object(var package) = descriptor, case .array(let resources)? = package["resources"]
    else { return descriptor }
    package["resources"] = .array(
      resources.map { resource in
        guard case .object(var members) = resource, case .string(let name)? = members["name"],
          let table = ModelTable(rawValue: name), let header = headers[table]
        else { return resource }
        members["profile"] = "tabular-data-resource"
        members["encoding"] = "utf-8"
        let schema = TableSchemaJSON.schema(of: table, header: header, tables: Set(headers.keys))
        members["schema"] = keepNotes(of: members["schema"], in: schema)
        return .object(members)
      })
    return .object(package)
  }

  /// The new schema with what the old one says of note columns.
  private static func keepNotes(of old: JSONValue?, in new: JSONValue) -> JSONValue {
    guard case .object(let oldSchema)? = old, case .array(let oldFields)? = oldSchema["fields"],
      case .object(var schema) = new, case .array(let fields)? = schema["fields"]
    else { return new }
    schema["fields"] = .array(
      fields.map { field in
        guard let name = field["name"], case .string(let text) = name,
          text.hasPrefix(ModelSchema.notePrefix)
        else { return field }
        return oldFields.first { $0["name"] == name } ?? field
      })
    return .object(schema)
  }
}

extension JSONValue {
  /// The value of a key, where this is an object that has it.
  fileprivate subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }
}
