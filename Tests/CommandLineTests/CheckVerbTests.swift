import Foundation
import TestSupport
import Testing

@Suite struct CheckVerbTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func check(_ rows: String) throws -> Forceplan.Outcome {
    try ("contribution,crisis,mode,lift,units,from,until\n" + rows)
      .write(toFile: scratch.path("hand.csv"), atomically: true, encoding: .utf8)
    return try Forceplan.run(["check", model, "hand.csv"], in: scratch.url)
  }

  @Test func `the deployments of a plan can stand`() throws {
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    let outcome = try Forceplan.run(["check", model, "plan/deployments.csv"], in: scratch.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("can stand as it is"))
    #expect(outcome.output.contains("shortfall        900      900"))
  }

  @Test func `the page of a plan that cannot stand`() throws {
    let outcome = try check(
      "Balkhash-rapid,Khujand,road,,5,4,10\nAral-police,Osh,air,Aral-aircraft,3,4,10\n")
    #expect(outcome.exitCode == 20)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "check.txt") == nil)
  }

  @Test func `JSON says the same`() throws {
    _ = try check("Balkhash-rapid,Khujand,road,,5,4,10\n")
    let outcome = try Forceplan.run(
      ["check", model, "hand.csv", "--format", "json"], in: scratch.url)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(root["feasible"] as? Bool == false)
    let cuts = try #require(root["cuts"] as? [[String: Any]])
    #expect(cuts.count == 1)
    #expect(cuts[0]["before"] as? Double == 5)
    #expect(cuts[0]["after"] as? Double == 3)
  }

  @Test func `a line that cannot exist is a finding with its cause`() throws {
    let outcome = try check("Karakul-police,Osh,road,,1,2,6\n")
    #expect(outcome.exitCode == 30)
    #expect(outcome.errors.contains("hand.csv:2:6: error[fixed-impossible]"))
    #expect(outcome.errors.contains("notice 4, transit 2"))
  }

  @Test(arguments: [
    ("nowhere.csv", Int32(66), "cannot be read"), (".", 66, "it is a folder"),
  ])
  func `what cannot be read is refused`(path: String, exitCode: Int32, words: String) throws {
    let outcome = try Forceplan.run(["check", model, path], in: scratch.url)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
