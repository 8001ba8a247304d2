import Foundation
import TestSupport
import Testing

@Suite struct ExplainVerbTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path

  @Test func `the page of all shortfalls, from the model and from its plan`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    let fromModel = try Forceplan.run(["explain", model])
    let fromPlan = try Forceplan.run(["explain", "plan", "--model", model], in: scratch.url)
    #expect(fromModel.exitCode == 0)
    #expect(fromModel.errors == "")
    #expect(fromModel.output == fromPlan.output)
    #expect(GoldenText.difference(of: fromModel.output, from: "explain.txt") == nil)
  }

  @Test func `the page of one requirement with what would fill it`() throws {
    let outcome = try Forceplan.run(["explain", model, "Osh-police"])
    #expect(outcome.exitCode == 0)
    #expect(GoldenText.difference(of: outcome.output, from: "explain-one.txt") == nil)
  }

  @Test func `amounts of the table are those of the JSON`() throws {
    let json = try Forceplan.run(["explain", model, "--format", "json"])
    let accounts = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let amounts = accounts.flatMap { $0["fates"] as? [[String: Any]] ?? [] }
      .compactMap { $0["amount"] as? Double }
    let csv = try Forceplan.run(["explain", model, "--format", "csv"]).output
    let cells = csv.split(whereSeparator: \.isNewline).dropFirst().compactMap {
      Double($0.split(separator: ",", omittingEmptySubsequences: false)[6])
    }
    #expect(cells == amounts)
    #expect(!cells.isEmpty)
  }

  @Test func `a met requirement and a model without shortfall say so`() throws {
    let outcome = try Forceplan.run(["explain", model, "Khujand-rapid"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Nothing is short"))
  }

  @Test func `what cannot be explained is refused`() throws {
    let scratch = try ScratchFolder()
    let unknown = try Forceplan.run(["explain", model, "Osh-polise"])
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("did you mean 'Osh-police'?"))
    _ = try Forceplan.run(
      ["solve", model, "--strength", "verified", "-o", "plan"], in: scratch.url)
    let other = Forceplan.models.appendingPathComponent("osh-2010").path
    let stranger = try Forceplan.run(["explain", "plan", "--model", other], in: scratch.url)
    #expect(stranger.exitCode == 30)
    #expect(stranger.errors.contains("made for other files"))
  }
}
