import ForceData
import Foundation
import TestSupport
import Testing

@Suite struct ExampleModelTests {
  @Test func `the tool carries every model along, byte for byte`() throws {
    #expect(ExampleModel.all.map(\.name) == ShippedModels.names)
    for example in ExampleModel.all {
      let folder = ShippedModels.folder.appendingPathComponent(example.name)
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
        let attributes = try FileManager.default.attributesOfItem(
          atPath: folder.appendingPathComponent(path).path)
        return attributes[.type] as? FileAttributeType == .typeRegular
      }
      #expect(Set(example.files.map(\.name)) == Set(paths), "run 'make examples'")
      for file in example.files {
        let bytes = try Data(contentsOf: folder.appendingPathComponent(file.name))
        #expect(Data(file.bytes) == bytes, "\(example.name)/\(file.name): run 'make examples'")
      }
    }
  }

  @Test func `an example that was written has no findings`() throws {
    let parent = try ScratchFolder()
    let example = try #require(ExampleModel.named(ExampleModel.defaultName))
    try AtomicOutput.write(example.files, toFolder: parent.path("new"), replacing: .nothing)
    #expect(ModelReader().read(folder: parent.path("new")).findings == [])
    #expect(ExampleModel.named("no-such-model") == nil)
  }

  @Test func `an example with folders in it is written whole`() throws {
    let parent = try ScratchFolder()
    let example = try #require(
      ExampleModel.all.first { $0.files.contains { $0.name.contains("/") } })
    try AtomicOutput.write(example.files, toFolder: parent.path("new"), replacing: .nothing)
    let written = try parent.contents()
    for file in example.files { #expect(written["new/" + file.name] == Data(file.bytes)) }
  }
}
