import Foundation
import TestSupport
import Testing

@Suite struct SolveVerbTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path

  // MARK: Results

  @Test func `the page of the tutorial`() throws {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "three-crises.txt") == nil)
  }

  @Test func `the plan folder holds every file`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("plan")).sorted()
    #expect(
      names == [
        "contributors.csv", "crises.csv", "datapackage.json", "deployments.csv", "plan.json",
        "prices.csv", "run.json", "shortfalls.csv", "tasks.csv",
      ])
    let run = try #require(
      try JSONSerialization.jsonObject(with: Data(scratch.read("plan/run.json").utf8))
        as? [String: Any])
    #expect(run["options"] as? [String] == ["solve", model, "-o", "plan"])
    #expect((run["started"] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
  }

  @Test func `JSON and CSV are the files of the plan`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    let json = try Forceplan.run(["solve", model, "--format", "json"])
    #expect(try json.output == scratch.read("plan/plan.json"))
    let csv = try Forceplan.run(["solve", model, "--format=csv"])
    #expect(try csv.output == scratch.read("plan/deployments.csv"))
  }

  @Test(arguments: ["three-crises", "dantzig-transport", "kazakhstan-2022"])
  func `the same model gives the same bytes`(name: String) throws {
    let scratch = try ScratchFolder()
    let model = Forceplan.models.appendingPathComponent(name).path
    let first = try Forceplan.run(["solve", model, "-o", "first", "-v"], in: scratch.url)
    let second = try Forceplan.run(["solve", model, "-o", "second", "-v"], in: scratch.url)
    #expect(
      first.output.replacingOccurrences(of: "written to first", with: "written to second")
        == second.output)
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path("first"))
    where name != "run.json" {
      #expect(try scratch.read("first/\(name)") == scratch.read("second/\(name)"))
    }
  }

  @Test func `an older plan is replaced, anything else is not`() throws {
    let scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    #expect(try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url).exitCode == 0)
    try scratch.write("plan/notes.txt", "mine")
    let before = try scratch.read("plan/run.json")
    let outcome = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    #expect(outcome.exitCode == 74)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("'notes.txt', which would be lost"))
    #expect(try scratch.read("plan/run.json") == before)
    #expect(try scratch.read("plan/notes.txt") == "mine")
  }

  @Test(arguments: ["no/such/folder/plan", "/dev/null"])
  func `where no plan can be written none is made`(folder: String) throws {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(["solve", model, "-o", folder], in: scratch.url)
    #expect(outcome.exitCode == 74)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: '\(folder)' "))
    #expect(try scratch.names() == [])
  }

  // MARK: Options

  @Test func `a shortfall is a failure only where that is asked for`() throws {
    #expect(try Forceplan.run(["solve", model]).exitCode == 0)
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(
      ["solve", model, "--fail-on-shortfall", "-o", "plan"], in: scratch.url)
    #expect(outcome.exitCode == 10)
    #expect(try scratch.read("plan/plan.json").contains("\"exitCode\": 10,"))
    #expect(
      try Forceplan.run(["verify", "plan", "--model", model], in: scratch.url).exitCode == 0)
    let enough = Forceplan.models.appendingPathComponent("dantzig-transport").path
    #expect(try Forceplan.run(["solve", enough, "--fail-on-shortfall"]).exitCode == 0)
  }

  @Test func `a variant changes the plan`() throws {
    let scratch = try ScratchFolder()
    // The README of the model works out by hand what notice costs: 900 - 600.
    try scratch.write("contributions.csv", "contribution,noticeDays\nKarakul-police,0\n")
    let outcome = try Forceplan.run(
      ["solve", model, "--variant", scratch.path("contributions.csv")])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("  1  shortfall      300  weighted person-days"))
  }

  @Test func `strength and whole units change the plan`() throws {
    let scratch = try ScratchFolder()
    // Half a company of peacekeepers, worth 50 people at Batken for 6 days, is not verified.
    try scratch.write("contributions.csv", "contribution,verified\nBalkhash-peace,0.5\n")
    let options = ["--variant", scratch.path("contributions.csv"), "--strength", "verified"]
    let verified = try Forceplan.run(["solve", model] + options)
    #expect(verified.output.contains("  1  shortfall    1,200  weighted person-days"))
    let whole = try Forceplan.run(["solve", model, "--whole-units"] + options)
    #expect(whole.output.contains("  1  shortfall    1,500  weighted person-days"))
  }

  @Test func `a larger model in whole units states its gap and is verified`() throws {
    let scratch = try ScratchFolder()
    let larger = Forceplan.models.appendingPathComponent("kazakhstan-2022").path
    let outcome = try Forceplan.run(
      ["solve", larger, "--whole-units", "-o", "plan"], in: scratch.url)
    #expect(outcome.exitCode == 0)
    #expect(try scratch.read("plan/plan.json").contains("\"status\": \"feasible\""))
    let verified = try Forceplan.run(
      ["verify", "plan", "--model", larger, "--whole-units"], in: scratch.url)
    #expect(verified.exitCode == 0)
  }

  @Test func `fixed lines that contradict each other leave no plan`() throws {
    let scratch = try ScratchFolder()
    try BadModel(
      "", "",
      .replace(
        "datapackage.json", "\"resources\": [",
        with: "\"resources\": [{\"name\": \"fixed\", \"path\": \"fixed.csv\"},"),
      .write(
        "fixed.csv",
        "contribution,crisis,mode,units,from,until\nBalkhash-rapid,Khujand,road,2,2,10\n"
          + "Balkhash-rapid,Batken,road,2,4,10\n")
    ).write(to: scratch.url)
    let outcome = try Forceplan.run(["solve", ".", "-o", "plan"], in: scratch.url)
    #expect(outcome.exitCode == 20)
    #expect(outcome.output.contains("Status: infeasible. There is no plan"))
    #expect(outcome.output.contains("  - fixed.csv row "))
    #expect(try scratch.read("plan/plan.json").contains("\"exitCode\": 20"))
    let verified = try Forceplan.run(["verify", "plan", "--model", "."], in: scratch.url)
    #expect(verified.exitCode == 20)
    #expect(verified.output.contains("the proven least is"))
    let explained = try Forceplan.run(["explain", "."], in: scratch.url)
    #expect(explained.exitCode == 20)
    #expect(explained.output == "")
    for row in [2, 3] { #expect(explained.errors.contains("\n  fixed.csv row \(row): 2 of ")) }
  }

  // MARK: Being stopped

  @Test func `a time limit ends with the best plan so far`() throws {
    let outcome = try Forceplan.run(["solve", model, "--time-limit", "1ms"])
    #expect(outcome.exitCode == 22)
    #expect(outcome.output.contains("Status: stopped by a limit."))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends with the best plan so far`(signal: Int32) throws {
    let scratch = try ScratchFolder()
    let model = Forceplan.models.appendingPathComponent("central-asia").path
    let errors = scratch.path("errors")
    let outcome = try Forceplan.run(
      ["solve", model, "-v", "-o", "plan"], in: scratch.url, errorsTo: errors
    ) { process in
      // Only then the signal means something to the tool.
      for _ in 0..<10_000 {
        if try String(contentsOfFile: errors, encoding: .utf8).contains("planning ") { break }
        usleep(1000)
      }
      kill(process.processIdentifier, signal)
    }
    #expect(outcome.exitCode == 22)
    #expect(outcome.output.contains("Status: stopped by a limit."))
    #expect(try scratch.read("plan/plan.json").contains("\"status\": \"limit\""))
  }

  @Test func `a reader that leaves does not cost the plan`() throws {
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.currentDirectoryURL = scratch.url
    process.arguments = [
      "-c", "set -o pipefail; '\(Forceplan.executable.path)' solve '\(model)' -o plan | head -c 0",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(FileManager.default.fileExists(atPath: scratch.path("plan/plan.json")))
  }
}
