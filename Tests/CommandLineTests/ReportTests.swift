import Foundation
import TestSupport
import Testing

/// Reports of `solve` and `compare`, from the command line to the file.
@Suite struct ReportTests {
  private static let models = ["three-crises", "kazakhstan-2022", "osh-2010", "central-asia"]

  private func model(_ name: String) -> String {
    Forceplan.models.appendingPathComponent(name).path
  }

  private func text(_ name: String, in scratch: ScratchFolder) throws -> String {
    try String(contentsOfFile: scratch.path(name), encoding: .utf8)
  }

  @Test(arguments: models)
  func `a report is one file within its size, the same bytes every time`(name: String) throws {
    let scratch = try ScratchFolder()
    let arguments = ["solve", model(name), "--format", "html"]
    let written = try Forceplan.run(arguments + ["-o", "plan.html"], in: scratch.url)
    #expect(written.exitCode == 0)
    #expect(written.output == "")
    #expect(written.errors == "wrote plan.html\n")
    let page = try text("plan.html", in: scratch)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(page.utf8.count < 1_500_000)
    // Hashing differs from process to process, so nothing may depend on it.
    #expect(try Forceplan.run(arguments).output == page)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["plan.html"])
  }

  @Test func `the figures of a report are those of plan.json`() throws {
    let scratch = try ScratchFolder()
    let model = model("osh-2010")
    _ = try Forceplan.run(["solve", model, "--format", "html", "-o", "plan.html"], in: scratch.url)
    let page = try text("plan.html", in: scratch)
    let json = try Forceplan.run(["solve", model, "--format", "json"])
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let lines = try #require(plan["deployments"] as? [[String: Any]])
    let rows = figures(inTable: "deployment-table", of: page)
    #expect(lines.count > 10)
    #expect(rows.count == lines.count)
    for (row, line) in zip(rows, lines) {
      let names = [
        "line", "units", "personnel", "km", "departDay", "closeDay", "untilDay", "returnDay",
      ]
      #expect(row == names.compactMap { line[$0] as? Double })
    }
    let shares = try #require(plan["contributors"] as? [[String: Any]])
    #expect(
      figures(inTable: "member-table", of: page).map { $0.first }
        == shares.map { $0["shareOfForce"] as? Double })
  }

  /// The exact figures in the rows of a table.
  private func figures(inTable id: String, of page: String) -> [[Double]] {
    let table = page.components(separatedBy: "<table id=\"\(id)\"").last?
      .components(separatedBy: "</table>").first
    let rows = table?.components(separatedBy: "<tr>").dropFirst(2) ?? []
    return rows.map { row in
      row.components(separatedBy: "<data value=\"").dropFirst()
        .compactMap { Double($0.components(separatedBy: "\"")[0]) }
    }
  }

  @Test func `with the page as text the report is written as well`() throws {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(
      ["solve", model("three-crises"), "-o", "plan.html"], in: scratch.url)
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.hasSuffix(
        "  The report is written to plan.html; -o DIR writes the plan folder.\n"))
    #expect(try text("plan.html", in: scratch).contains("<h1>Three crises, three members"))
  }

  @Test func `a folder and the report on standard output go together`() throws {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(
      ["solve", model("three-crises"), "--format", "html", "-o", "plan"], in: scratch.url)
    #expect(outcome.output.hasPrefix("<!DOCTYPE html>"))
    #expect(FileManager.default.fileExists(atPath: scratch.path("plan/plan.json")))
  }

  @Test(arguments: ["solve", "compare"])
  func `where no report can be written none is made`(verb: String) throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: scratch.path("folder.html"), withIntermediateDirectories: true)
    let variant = verb == "compare" ? ["--variant", model("three-crises")] : []
    for target in ["folder.html", "no/such/place.html"] {
      let outcome = try Forceplan.run(
        [verb, model("three-crises"), "--format", "html", "-o", target] + variant, in: scratch.url)
      #expect(outcome.exitCode == 74)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(target))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(left == ["folder.html"])
  }

  @Test func `an older report is replaced`() throws {
    let scratch = try ScratchFolder()
    try Data("old".utf8).write(to: URL(fileURLWithPath: scratch.path("plan.html")))
    _ = try Forceplan.run(
      ["solve", model("three-crises"), "--format", "html", "-o", "plan.html"], in: scratch.url)
    #expect(try text("plan.html", in: scratch).hasPrefix("<!DOCTYPE html>"))
  }

  @Test func `a comparison as a report`() throws {
    let scratch = try ScratchFolder()
    let variants = ["no-largest-member", "police-up", "verified-only"].flatMap {
      ["--variant", model("central-asia") + "/variants/" + $0]
    }
    let arguments = ["compare", model("central-asia"), "--format", "html"] + variants
    let written = try Forceplan.run(arguments + ["-o", "compare.html"], in: scratch.url)
    #expect(written.exitCode == 0)
    #expect(written.errors == "wrote compare.html\n")
    let page = try text("compare.html", in: scratch)
    #expect(page.utf8.count < 1_500_000)
    #expect(page.contains("police-up is the best by the goals in their order."))
    #expect(page.contains("Its shortfall is 13,482 instead of 23,373 weighted"))
    #expect(try Forceplan.run(arguments).output == page)
  }

  @Test func `a plan that does not exist is a report of why`() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: model("three-crises"), toPath: scratch.path("model"))
    let variant = """
      contribution,crisis,mode,units,from,until
      Karakul-police,Osh,road,500,6,10

      """
    try FileManager.default.createDirectory(
      atPath: scratch.path("fixed"), withIntermediateDirectories: true)
    try variant.write(toFile: scratch.path("fixed/fixed.csv"), atomically: true, encoding: .utf8)
    let outcome = try Forceplan.run(
      ["solve", "model", "--variant", "fixed", "--format", "html"], in: scratch.url)
    #expect(outcome.exitCode == 20)
    #expect(outcome.output.contains("class=\"status bad\""))
    #expect(!outcome.output.contains("id=\"map\""))
  }
}
