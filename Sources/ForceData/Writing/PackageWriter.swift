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
  /// Everything else stays as it is, so a descriptor written by hand can be completed.
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
        members["schema"] = TableSchemaJSON.schema(
          of: table, header: header, tables: Set(headers.keys))
        return .object(members)
      })
    return .object(package)
  }
}
