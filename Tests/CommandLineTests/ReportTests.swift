import Foundation
import TestSupport
import Testing

/// Reports of `solve` and `compare`, from the command line to the file.
@Suite struct ReportTests {
  private static let models = ["three-crises", "dantzig-transport", "kazakhstan-2022"]

  private func model(_ name: String) -> String {
    Forceplan.models.appendingPathComponent(name).path
  }

  @Test(arguments: models)
  func `a report is one file within its size, the same bytes every time`(name: String) throws {
    let scratch = try ScratchFolder()
    let arguments = ["solve", model(name), "--format", "html"]
    let written = try Forceplan.run(arguments + ["-o", "plan.html"], in: scratch.url)
    #expect(written.exitCode == 0)
    #expect(written.output == "")
    #expect(written.errors == "wrote plan.html\n")
    let page = try scratch.read("plan.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(page.utf8.count < 1_500_000)
    // Hashing differs from process to process, so nothing may depend on it.
    #expect(try Forceplan.run(arguments).output == page)
    #expect(try scratch.names() == ["plan.html"])
  }

  @Test func `the figures of a report are those of the plan's tables`() throws {
    let scratch = try ScratchFolder()
    let model = model("kazakhstan-2022")
    _ = try Forceplan.run(["solve", model, "--format", "html", "-o", "plan.html"], in: scratch.url)
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    let page = try scratch.read("plan.html")
    let deployments = try columns(
      ["line", "units", "personnel", "km", "departDay", "closeDay", "untilDay", "returnDay"],
      of: "plan/deployments.csv", in: scratch)
    #expect(deployments.count > 10)
    #expect(figures(inTable: "deployment-table", of: page) == deployments)
    let members = try columns(
      [
        "shareOfForce", "burden", "personDays", "personnelDeployed", "unitsDeployed",
        "unitsPledged", "tonneKm", "cost",
      ], of: "plan/contributors.csv", in: scratch)
    #expect(figures(inTable: "member-table", of: page) == members)
  }

  /// Columns of a table of numbers and names without commas.
  private func columns(
    _ names: [String], of file: String, in scratch: ScratchFolder
  ) throws -> [[Double]] {
    let lines = try scratch.read(file).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let places = try names.map { name in
      try #require(lines.first?.firstIndex { $0 == name }, "no column \(name)")
    }
    return try lines.dropFirst().map { line in
      try places.map { try #require(Double(line[$0])) }
    }
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
    #expect(try scratch.read("plan.html").contains("<h1>Three crises, three members"))
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
    let left = try scratch.names()
    #expect(left == ["folder.html"])
  }

  @Test func `an older report is replaced`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("plan.html", "old")
    _ = try Forceplan.run(
      ["solve", model("three-crises"), "--format", "html", "-o", "plan.html"], in: scratch.url)
    #expect(try scratch.read("plan.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test func `a comparison as a report`() throws {
    let scratch = try ScratchFolder()
    try #"{"forceplan": {"strength": "verified"}}"#.write(
      toFile: scratch.path("verified.json"), atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: scratch.path("ready"), withIntermediateDirectories: true)
    try "contribution,noticeDays\nKarakul-police,0\n".write(
      toFile: scratch.path("ready/contributions.csv"), atomically: true, encoding: .utf8)
    let arguments = [
      "compare", model("three-crises"), "--format", "html", "--variant", "verified.json",
      "--variant", "ready",
    ]
    let written = try Forceplan.run(arguments + ["-o", "compare.html"], in: scratch.url)
    #expect(written.exitCode == 0)
    #expect(written.errors == "wrote compare.html\n")
    let page = try scratch.read("compare.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("ready is the best by the goals in their order."))
    #expect(page.contains("<th scope=\"row\">shortfall</th><td>verified</td>"))
    #expect(try Forceplan.run(arguments, in: scratch.url).output == page)
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
