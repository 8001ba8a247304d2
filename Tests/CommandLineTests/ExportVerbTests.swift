import Foundation
import TestSupport
import Testing

@Suite struct ExportVerbTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path

  private func export(_ arguments: [String]) throws -> (outcome: Forceplan.Outcome, text: String) {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(["export", model] + arguments + ["out"], in: scratch.url)
    return (outcome, try scratch.read("out"))
  }

  @Test func `LP text has names that are read`() throws {
    let (outcome, text) = try export(["--lp"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "wrote out\n")
    #expect(text.hasPrefix("\\ three-crises\nMinimize\n shortfall:"))
    #expect(text.contains("x(Aral_police)(Osh)(Aral_aircraft)(d2)(d10)"))
    #expect(text.hasSuffix("End\n"))
  }

  @Test func `a later level holds the goals before it`() throws {
    let (outcome, text) = try export(["--level", "2", "--lp"])
    #expect(outcome.exitCode == 0)
    #expect(text.hasPrefix("\\ three-crises\nMinimize\n effort:"))
    #expect(text.contains(#/held\(shortfall\):[^:]* <= 900\n/#))
  }

  @Test func `MPS and MathProg`() throws {
    #expect(try export(["--mps"]).text.hasPrefix("NAME three_crises FREE\nROWS\n"))
    #expect(try export(["--mathprog"]).text.hasPrefix("# Data for force-plan.mod.\ndata;\n"))
  }

  @Test func `a table of the model is not written over`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["new", "m"], in: scratch.url)
    let table = scratch.url.appending(path: "m/contributions.csv")
    let before = try Data(contentsOf: table)
    let outcome = try Forceplan.run(
      ["export", "m", "--lp", "m/contributions.csv"], in: scratch.url)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("m/contributions.csv belongs to m;"))
    #expect(try Data(contentsOf: table) == before)
  }

  @Test func `the MathProg data of a later goal asks for it and holds the goals before`() throws {
    let data = try export(["--level", "2", "--mathprog"]).text
    #expect(data.contains("\nparam level := 2;\n"))
    #expect(data.contains("\nparam held_value := 1 900;\n"))
  }

  @Test func `whole units reach the program`() throws {
    #expect(try export(["--whole-units", "--lp"]).text.contains("\nGenerals\n"))
    #expect(!(try export(["--lp"]).text.contains("\nGenerals\n")))
  }

  @Test(
    arguments: [
      (["--level", "3", "--lp", "x.lp"], 64, "--level: the model has 2 goal levels, not 3\n"),
      ([], 64, "one of --xlsx, --sqlite, --geojson, --lp, --mps, --mathprog is needed\n"),
      (["--lp", "no/such/folder/x.lp"], 74, "cannot be written: No such file or directory"),
      (["--lp", "."], 74, "is a folder"),
      (["--lp", "x", "--mps", "./x"], 64, "./x is named twice"),
    ] as [([String], Int32, String)])
  func `what cannot be exported`(arguments: [String], exitCode: Int32, message: String) throws {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(["export", model] + arguments, in: scratch.url)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(message))
    #expect(try scratch.names() == [])
  }

  @Test func `a program that nobody expects to be so long is written only when asked twice`() throws
  {
    let scratch = try ScratchFolder()
    // A grid of a hundredth of a day has millions of tours.
    try BadModel(
      "", "", .replace("datapackage.json", "\"gridDays\": 2", with: "\"gridDays\": 0.01")
    ).write(to: scratch.url)
    let outcome = try Forceplan.run(["export", ".", "--lp", "x.lp"], in: scratch.url)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains(#/the program would list \d+,\d+,\d+ tours; give --force/#))
  }
}
