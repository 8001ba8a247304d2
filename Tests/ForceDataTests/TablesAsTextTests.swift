import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing

/// Models whose tables a program holds as text, and blank ones.
@Suite struct TablesAsTextTests {
  /// The tables of a shipped model as text.
  private func tables(of name: String) throws -> [ModelTable: String] {
    let folder = ShippedModels.folder.appendingPathComponent(name)
    var tables: [ModelTable: String] = [:]
    for table in ModelTable.allCases {
      let file = folder.appendingPathComponent(table.fileName)
      tables[table] = try? String(contentsOf: file, encoding: .utf8)
    }
    return tables
  }

  @Test func `tables as text give the model that the same files give`() throws {
    let folder = ShippedModels.folder.appendingPathComponent("three-crises").path
    var fromFiles = try ModelReader().read(folder: folder).checkedModel()
    let reading = ModelReader().read(
      name: fromFiles.name, tables: try tables(of: "three-crises"),
      policy: #"{"horizonDays": 10, "gridDays": 2, "timeResolutionDays": 1}"#)
    #expect(reading.findings == [])
    let fromText = try reading.checkedModel()
    fromFiles.title = fromText.title
    fromFiles.identity = fromText.identity
    #expect(fromText == fromFiles)
    #expect(fromText.identity.sha256.count == 64)
  }

  @Test func `without modes there are air and road`() throws {
    var tables = try tables(of: "three-crises")
    for table in [ModelTable.modes, .lift, .distances] { tables[table] = nil }
    let model = try ModelReader().read(name: "text", tables: tables).checkedModel()
    #expect(model.modes.map(\.id) == ["air", "road"])
  }

  @Test func `what is wrong is named by table, row and column`() throws {
    var tables = try tables(of: "three-crises")
    tables[.crises] = nil
    tables[.lift] = "lift,owner,mode,assets,tonnes,seats,kmPerDay\nA,*,air,many,1,1,1\n"
    let reading = ModelReader().read(name: "text", tables: tables, policy: "[]")
    let places = reading.findings.map { "\($0.file):\($0.row):\($0.column) \($0.rule.rawValue)" }
    #expect(places.contains("datapackage.json:1:1 missing-table"))
    #expect(places.contains("datapackage.json:1:1 package-shape"))
    #expect(places.contains("lift.csv:2:4 bad-number"))
    let error = #expect(throws: InvalidModel.self) { try reading.checkedModel() }
    #expect(error?.description.contains("the table 'crises' is not given") == true)
  }

  @Test(arguments: [
    ("valley", "valley"), ("/some/where/valley-2/", "valley-2"), ("My Model", "model"),
    ("", "model"),
  ])
  func `a blank model is named after its folder`(path: String, name: String) throws {
    let files = ExampleModel.blank(for: path).files
    #expect(files.map(\.name) == ["datapackage.json"] + ModelTable.allCases.map(\.fileName))
    let folder = try ScratchFolder()
    try AtomicOutput.write(files, toFolder: folder.path("new"), replacing: .nothing)
    // Nothing is wrong but that nothing is required yet.
    let findings = ModelReader().read(folder: folder.path("new")).findings
    #expect(findings.map(\.rule) == [.missingHorizon])
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("\"name\": \"\(name)\""))
  }
}
