import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing
import TextFormats

@Suite struct ModelWriterTests {
  private func readBack(_ model: PlanningModel) throws -> ModelReading {
    let folder = try ScratchFolder()
    for file in ModelWriter.files(of: model) { try folder.write(file.name, Data(file.bytes)) }
    return ModelReader().read(folder: folder.path)
  }

  @Test(arguments: 0..<60)
  func `a model that was written is read back as it was`(seed: Int) throws {
    let model = RandomModel.make(seed: seed)
    let reading = try readBack(model)
    var read = try #require(reading.model, "\(reading.findings.map(\.text))")
    read.identity = model.identity
    #expect(read == model)
  }

  @Test func `fixed lines are read back, and an equal model gives equal bytes`() throws {
    let folder = try ScratchFolder(TinyModel.files)
    let model = try #require(ModelReader().read(folder: folder.path).model)
    let reading = try readBack(model)
    #expect(reading.findings.map(\.text) == [])
    var read = try #require(reading.model)
    #expect(ModelWriter.files(of: read) == ModelWriter.files(of: model))
    read.identity = model.identity
    #expect(read == model)
  }

  @Test func `the files of a model are as recorded`() throws {
    let folder = try ScratchFolder(TinyModel.files)
    let model = try #require(ModelReader().read(folder: folder.path).model)
    let files = ModelWriter.files(of: model)
    #expect(files.map(\.name) == ["datapackage.json"] + ModelTable.allCases.map(\.fileName))
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(GoldenText.difference(of: text, from: "written/" + file.name) == nil)
    }
  }

  @Test func `a descriptor is completed with the schema of the columns that are there`() throws {
    let descriptor: JSONValue = [
      "name": "x", "note": "kept",
      "resources": [
        ["name": "lift", "path": "l.csv", "title": "kept"], ["name": "expected", "path": "e.csv"],
      ],
    ]
    let completed = PackageWriter.completed(descriptor, headers: [.lift: ["lift", "mode"]])
    let expected: JSONValue = [
      "name": "x", "note": "kept",
      "resources": [
        [
          "name": "lift", "path": "l.csv", "title": "kept", "profile": "tabular-data-resource",
          "encoding": "utf-8",
          "schema": TableSchemaJSON.schema(of: .lift, header: ["lift", "mode"], tables: [.lift]),
        ],
        ["name": "expected", "path": "e.csv"],
      ],
    ]
    #expect(completed == expected)
    #expect(PackageWriter.completed(completed, headers: [.lift: ["lift", "mode"]]) == completed)
  }
}
