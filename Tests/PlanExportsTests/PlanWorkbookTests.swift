import ForceData
import ForceModel
import Foundation
import PlanExports
import TestSupport
import Testing
import TextFormats
import WorkbookTestSupport
import Workbooks

@Suite struct PlanWorkbookTests {
  private func table(_ sheet: String, of bytes: [UInt8]) throws -> CSVTable {
    let reader = try WorkbookReader(bytes)
    let number = try #require(reader.sheetNames.firstIndex(of: sheet))
    let reading = try reader.read(sheet: number)
    #expect(reading.problems == [])
    #expect(reading.formulaCount == 0)
    return CSV.read(reading.csv).table
  }

  @Test func `a plan's workbook has a sheet for each table with the cells of its file`() throws {
    let plan = try SolvedModel("kazakhstan-2022").plan
    let bytes = try PlanWorkbook.bytes(of: plan)
    #expect(
      try WorkbookReader(bytes).sheetNames == [
        "plan", "deployments", "tasks", "shortfalls", "prices", "contributors", "crises",
      ])
    for file in PlanFolderWriter.files(of: plan) where file.name.hasSuffix(".csv") {
      let expected = CSV.read(file.bytes).table
      let found = try table(String(file.name.dropLast(4)), of: bytes)
      #expect(found.header == expected.header)
      try #require(found.recordCount == expected.recordCount)
      for record in 0..<found.recordCount {
        for field in found.header.indices where found[record, field] != expected[record, field] {
          // A workbook keeps sixteen digits of a number.
          let (left, right) = (
            try DecimalText.parse(found[record, field]),
            try DecimalText.parse(expected[record, field])
          )
          #expect(abs(left - right) <= 1e-15 * abs(right), "\(file.name) \(record) \(field)")
        }
      }
    }
    #expect(try PlanWorkbook.bytes(of: plan) == bytes)
  }

  @Test func `the first sheet says how far the plan can be trusted`() throws {
    var plan = try SolvedModel().plan
    plan.certificate.verification.complaints = ["=1+1 is no complaint"]
    let sheet = try table("plan", of: PlanWorkbook.bytes(of: plan))
    let rows = (0..<sheet.recordCount).map { record in
      (0..<4).map { sheet[record, $0] }.joined(separator: "|")
    }
    #expect(rows[0].hasPrefix("status|optimal|optimal. No better plan exists, proven to a gap of"))
    #expect(rows.contains("model|sha256|\(plan.model.sha256)|"))
    #expect(rows.contains("goal 1|shortfall|900|weighted person-days"))
    #expect(rows.contains("goal 1|no plan is below|900|weighted person-days"))
    #expect(rows.contains("certificate|every limit kept|yes|"))
    #expect(rows.contains("certificate|complaint|=1+1 is no complaint|"))
    #expect(rows.count { $0.hasPrefix("assumption|") } == plan.assumptions.count)
  }

  @Test(arguments: [
    "three-crises", "central-asia", "kazakhstan-2022", "osh-2010", "dantzig-transport",
  ])
  func `a model's workbook is read as the same model`(name: String) throws {
    let model = try SolvedModel.model(name)
    let scratch = try ScratchFolder()
    let bytes = try PlanWorkbook.bytes(of: model)
    try scratch.write("m.xlsx", Data(bytes))
    let reading = ModelReader().read(folder: scratch.path("m.xlsx"))
    var read = try #require(reading.model, "\(reading.findings.map(\.text))")
    #expect(reading.findings.map(\.text) == [])
    read.identity = model.identity
    #expect(read == model)
    #expect(try PlanWorkbook.bytes(of: read) == bytes)
  }

  @Test func `a number of a model keeps its last digit, and a name is no formula`() throws {
    var model = try SolvedModel.model("three-crises")
    model.contributions[0].personnel = 100.10000000000001
    model.contributors[0].name = "=HYPERLINK(\"x\")"
    model.crises[0].name = "@SUM(1)"
    let bytes = try PlanWorkbook.bytes(of: model)
    let scratch = try ScratchFolder()
    try scratch.write("m.xlsx", Data(bytes))
    var read = try #require(ModelReader().read(folder: scratch.path("m.xlsx")).model)
    read.identity = model.identity
    #expect(read == model)
    for (part, text) in try Archive.texts(of: bytes) where part.hasPrefix("xl/worksheets/") {
      #expect(!text.contains("<f>"), "\(part)")
    }
  }
}
