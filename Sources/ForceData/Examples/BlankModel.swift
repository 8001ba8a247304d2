import TextFormats

extension ExampleModel {
  /// Every table with its columns and nothing in it, but the modes that a model without any has.
  public static let blank = ExampleModel(name: "blank", files: blankFiles)

  private static var blankFiles: [OutputFile] {
    let descriptor = PackageWriter.descriptor(
      name: "blank", title: "A new model", policy: JSONObject(), tables: ModelTable.allCases)
    let tables = ModelTable.allCases.map { table in
      let columns = table.schema.fields.map(\.name)
      var writer = CSVWriter(header: columns)
      for row in table == .modes ? ModelSchema.defaultModes : [] {
        writer.append(columns.map { row[$0] ?? "" })
      }
      return OutputFile(name: table.fileName, bytes: writer.bytes)
    }
    return [OutputFile(name: PackageDescriptor.fileName, text: JSON.text(descriptor))] + tables
  }
}
