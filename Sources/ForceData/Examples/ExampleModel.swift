/// A model that the tool carries along, to start from: one of the folders in Models, or a blank one.
public struct ExampleModel: Sendable {
  /// Its name, as in `forceplan new DIR --example NAME`.
  public let name: String
  /// Its files, sorted by name; a name may lead through folders.
  public let files: [OutputFile]

  /// The example that is written where none is named: the model of the tutorial.
  public static let defaultName = "three-crises"

  /// All folders in Models, sorted by name.
  public static var all: [ExampleModel] {
    embeddedModels.map { name, files in
      ExampleModel(name: name, files: files.map { OutputFile(name: $0.path, text: $0.text) })
    }
  }

  /// The folder of a name; nil: there is none.
  public static func named(_ name: String) -> ExampleModel? {
    all.first { $0.name == name }
  }
}
