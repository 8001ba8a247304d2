import Foundation
import TestSupport
import Testing

@Suite struct AdviseVerbTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path

  @Test func `the page of an advice`() throws {
    let outcome = try Forceplan.run(["advise", model, "--top", "5"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "advise.txt") == nil)
  }

  @Test func `JSON and CSV say the same as each other`() throws {
    let json = try Forceplan.run(["advise", model, "--top", "4", "--format", "json"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let improvements = try #require(root["improvements"] as? [[String: Any]])
    #expect(improvements.count == 4)
    let csv = try Forceplan.run(["advise", model, "--top", "4", "--format", "csv"]).output
    let lines = csv.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("improvements,") }
    #expect(lines.count == 4)
    for (improvement, line) in zip(improvements, lines) {
      let subject = try #require(improvement["subject"] as? String)
      #expect(line.contains(",\(subject),"))
    }
  }

  @Test func `the curve over the share cap, as a page and as a table`() throws {
    let page = try Forceplan.run(["advise", model, "--curve", "shareCap"])
    #expect(page.exitCode == 0)
    #expect(GoldenText.difference(of: page.output, from: "share-cap.txt") == nil)
    let csv = try Forceplan.run(["advise", model, "--curve", "shareCap", "--format", "csv"])
    let lines = csv.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 16)
    #expect(lines.first == "shareCap,value")
  }

  @Test func `burdens made even, as a page, as JSON and as a table`() throws {
    let page = try Forceplan.run(["advise", model, "--curve", "burden"])
    #expect(page.exitCode == 0)
    #expect(GoldenText.difference(of: page.output, from: "even-burden.txt") == nil)
    let csv = try Forceplan.run(["advise", model, "--curve", "burden", "--format", "csv"])
    let lines = csv.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    #expect(lines.first == ["level", "contributor", "burden", "before"])
    let burdens = lines.dropFirst().compactMap { Double($0[2]) }
    #expect(burdens.count == lines.count - 1)
    #expect(burdens == burdens.sorted(by: >))
    let json = try Forceplan.run(["advise", model, "--curve", "burden", "--format", "json"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let levels = try #require(root["levels"] as? [[String: Any]])
    let members = levels.flatMap { $0["contributors"] as? [String] ?? [] }
    #expect(members == lines.dropFirst().map { String($0[1]) })
  }

  @Test func `a model whose fixed deployments contradict gets no advice`() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.copyItem(atPath: model, toPath: scratch.path("model"))
    try """
    contribution,crisis,mode,units,from,until
    Balkhash-rapid,Khujand,road,9,4,10

    """.write(toFile: scratch.path("fixed.csv"), atomically: true, encoding: .utf8)
    let outcome = try Forceplan.run(["advise", "model", "--variant", "fixed.csv"], in: scratch.url)
    #expect(outcome.exitCode == 20)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("the model's own plan is infeasible"))
  }

  @Test(arguments: [["--top", "0"], ["--curve", "lift"], ["--format", "html"]])
  func `what is not understood is refused`(arguments: [String]) throws {
    let outcome = try Forceplan.run(["advise", model] + arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output == "")
  }
}
