import Foundation
import TestSupport
import Testing

/// Models in workbooks, from the command line.
@Suite struct WorkbookTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
  }

  private func run(_ arguments: String...) throws -> Forceplan.Outcome {
    try Forceplan.run(arguments, in: scratch.url)
  }

  private func files(of folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))
    where name != "run.json" {
      files[name] = try scratch.read(folder + "/" + name)
    }
    return files
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022", "osh-2010"])
  func `a model and its workbook have the same plan, byte for byte`(name: String) throws {
    let model = Forceplan.models.appendingPathComponent(name).path
    #expect(try run("export", model, "--xlsx", "m.xlsx").errors == "wrote m.xlsx\n")
    #expect(try run("solve", model, "-o", "plan").exitCode == 0)
    #expect(try run("solve", "m.xlsx", "-o", "again").exitCode == 0)
    var expected = try files(of: "plan")
    var found = try files(of: "again")
    // The digests are of other files.
    let digest = #/"sha256": "[0-9a-f]{64}"/#
    for name in ["plan.json"] {
      #expect(expected[name] != found[name])
      expected[name]?.replace(digest, with: "")
      found[name]?.replace(digest, with: "")
    }
    #expect(found == expected)

    #expect(try run("verify", "again", "--model", "m.xlsx").exitCode == 0)
    #expect(try run("explain", "again", "--model", "m.xlsx").exitCode == 0)
    #expect(try run("verify", "plan", "--model", "m.xlsx").exitCode == 40)
    #expect(try run("explain", "plan", "--model", "m.xlsx").exitCode == 30)
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path("m.xlsx")))
    #expect(try run("export", "m.xlsx", "--xlsx", "again.xlsx").exitCode == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("again.xlsx"))) == before)
  }

  @Test func `every verb that takes a model takes a workbook`() throws {
    let model = Forceplan.models.appendingPathComponent("three-crises").path
    _ = try run("export", model, "--xlsx", "m.xlsx")
    _ = try run("export", model, "--strength", "verified", "--xlsx", "v.xlsx")
    let validated = try run("validate", "m.xlsx")
    #expect(validated.exitCode == 0)
    #expect(validated.output == "")
    #expect(try run("compare", "m.xlsx", "--variant", "v.xlsx").exitCode == 0)
    #expect(try run("explain", "m.xlsx", "Osh-police").exitCode == 0)
    #expect(try run("advise", "m.xlsx", "--top", "1").exitCode == 0)
    #expect(try run("export", "m.xlsx", "--lp", "m.lp").exitCode == 0)
    _ = try run("solve", "m.xlsx", "-o", "plan")
    #expect(try run("check", "m.xlsx", "plan/deployments.csv").exitCode == 0)
    #expect(try run("solve", "m.xlsx", "--variant", "v.xlsx").exitCode == 0)
  }

  @Test func `a workbook is not written over by what is made of it`() throws {
    let model = Forceplan.models.appendingPathComponent("three-crises").path
    _ = try run("export", model, "--xlsx", "m.xlsx")
    let outcome = try run("export", "m.xlsx", "--xlsx", "./m.xlsx")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors == "error: ./m.xlsx belongs to m.xlsx; choose another file\n")
  }

  @Test func `findings name sheet, row and column, and JSON has them apart`() throws {
    try scratch.write("a.xlsx", "no workbook")
    let outcome = try run("validate", "a.xlsx")
    #expect(outcome.exitCode == 66)
    #expect(
      outcome.output
        == "a.xlsx:1:1: error[cannot-read]: the file is something else, not an .xlsx workbook; save it "
        + "as .xlsx, or name a model's folder\n")
  }
}
