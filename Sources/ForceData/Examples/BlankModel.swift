import TextFormats

extension ExampleModel {
  /// The name by which the blank model is asked for.
  public static let blankName = "blank"

  /// A model with every table and its columns, and nothing in them but the modes that a model without any
  /// has.
  ///
  /// - Parameter folder: The path that the model is written to, after which it is named where the path ends
  ///   with a name that a data package may have.
  /// - Returns: The model's files, which hold no error once the tables are filled in.
  public static func blank(for folder: String) -> ExampleModel {
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains($0) }
    let descriptor = PackageWriter.descriptor(
      name: isName ? name : RawModelLoader.unnamed, title: "A new model", policy: JSONObject(),
      tables: ModelTable.allCases)
    let tables = ModelTable.allCases.map { table in
      let columns = table.schema.fields.map(\.name)
      var writer = CSVWriter(header: columns)
      for row in table == .modes ? ModelSchema.defaultModes : [] {
        writer.append(columns.map { row[$0] ?? "" })
      }
      return OutputFile(name: table.fileName, bytes: writer.bytes)
    }
    return ExampleModel(
      name: blankName,
      files: [OutputFile(name: PackageDescriptor.fileName, text: JSON.text(descriptor))] + tables)
  }
}
