import ForceData
import ForceModel
import Foundation
import Testing
import TextFormats

/// The model folders of the repository.
enum ShippedModels {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Models")

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { name in
      FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(name + "/datapackage.json").path)
    }.sorted()
  }()

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

@Suite struct ShippedModelTests {
  @Test(arguments: ShippedModels.names)
  func `a shipped model has no findings`(name: String) throws {
    let reading = ModelReader().read(folder: ShippedModels.path(name))
    #expect(reading.findings.map(\.text) == [])
    #expect(reading.model?.name == name)
  }

  @Test(arguments: ShippedModels.names)
  func `the variants of a shipped model can be read`(name: String) throws {
    let folder = ShippedModels.path(name) + "/variants"
    let variants = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for variant in variants.sorted() {
      let reading = ModelReader().read(
        folder: ShippedModels.path(name), variants: [folder + "/" + variant])
      #expect(!reading.findings.hasErrors, "\(variant): \(reading.findings.map(\.text))")
      #expect(reading.model?.name == "\(name).\(variant)")
    }
  }

  /// With `RECORD_GOLDEN=1` in the environment the descriptors are completed in place.
  @Test(arguments: ShippedModels.names)
  func `the descriptor of a shipped model holds the complete schema of its tables`(
    name: String
  ) throws {
    let folder = ShippedModels.folder.appendingPathComponent(name)
    let file = folder.appendingPathComponent("datapackage.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    var headers: [ModelTable: [String]] = [:]
    for table in ModelTable.allCases {
      let path = folder.appendingPathComponent(table.fileName)
      guard let bytes = try? Data(contentsOf: path) else { continue }
      headers[table] = CSV.read(Array(bytes)).table.header
    }
    let completed = JSON.text(
      PackageWriter.completed(try JSON.read(Array(text.utf8)).value, headers: headers))
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(completed.utf8).write(to: file)
    }
    #expect(text == completed, "run with RECORD_GOLDEN=1 to complete it")
  }
}
