import Foundation
import TestSupport
import Testing

@Suite struct VerifyVerbTests {
  private func model(_ name: String) -> String {
    Forceplan.models.appendingPathComponent(name).path
  }

  @Test(arguments: ["three-crises", "dantzig-transport", "kazakhstan-2022"])
  func `a plan that was written holds`(name: String) throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model(name), "-o", "plan"], in: scratch.url)
    for plan in ["plan", "plan/plan.json"] {
      let outcome = try Forceplan.run(["verify", plan, "--model", model(name)], in: scratch.url)
      #expect(outcome.exitCode == 0)
      #expect(outcome.output.contains("The plan holds"))
      #expect(outcome.errors == "")
    }
  }

  @Test func `a plan for another model does not hold`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model("three-crises"), "-o", "plan"], in: scratch.url)
    let outcome = try Forceplan.run(
      ["verify", "plan", "--model", model("osh-2010")], in: scratch.url)
    #expect(outcome.exitCode == 40)
    #expect(outcome.output.contains("the plan says 'three-crises', the model says 'osh-2010'"))
  }

  @Test func `options that changed the model have to be given again`() throws {
    let scratch = try ScratchFolder()
    let options = ["--strength", "expected", "--variant", "contributions.csv"]
    try scratch.write("contributions.csv", "contribution,expected\nAral-police,0.5\n")
    _ = try Forceplan.run(
      ["solve", model("three-crises"), "-o", "plan"] + options, in: scratch.url)
    let verify = ["verify", "plan", "--model", model("three-crises")]
    #expect(try Forceplan.run(verify + options, in: scratch.url).exitCode == 0)
    #expect(try Forceplan.run(verify, in: scratch.url).exitCode == 40)
  }

  @Test func `a plan that somebody has bettered does not hold`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model("three-crises"), "-o", "plan"], in: scratch.url)
    let document = URL(fileURLWithPath: scratch.path("plan/plan.json"))
    let text = try String(contentsOf: document, encoding: .utf8)
    try Data(text.replacingOccurrences(of: "\"value\": 900", with: "\"value\": 800").utf8)
      .write(to: document)
    let outcome = try Forceplan.run(
      ["verify", "plan", "--model", model("three-crises")], in: scratch.url)
    #expect(outcome.exitCode == 40)
    #expect(outcome.output.contains("the plan says 800, recomputed it is 900"))
  }

  @Test func `files that disagree are findings`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model("three-crises"), "-o", "plan"], in: scratch.url)
    let table = URL(fileURLWithPath: scratch.path("plan/shortfalls.csv"))
    let text = try String(contentsOf: table, encoding: .utf8)
    try Data(text.replacingOccurrences(of: ",50,300,", with: ",40,300,").utf8).write(to: table)
    let outcome = try Forceplan.run(
      ["verify", "plan", "--model", model("three-crises")], in: scratch.url)
    #expect(outcome.exitCode == 30)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("shortfalls.csv:2:8: error[plan-disagreement]: "))
  }

  @Test(
    arguments: [
      (["verify", "plan"], 64, "--model is needed"),
      (["verify", "no-plan", "--model", "MODEL"], 66, "no-plan:1:1: error["),
      (["verify", ".", "--model", "no-model"], 66, "no-model:1:1: error[cannot-read]"),
    ] as [([String], Int32, String)])
  func `what is not given or not there`(arguments: [String], exitCode: Int32, message: String)
    throws
  {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(
      arguments.map { $0 == "MODEL" ? model("three-crises") : $0 }, in: scratch.url)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(message))
  }
}
