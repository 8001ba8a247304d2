import DatabaseTestSupport
import Foundation
import TestSupport
import Testing

/// Plans for spreadsheets, databases and maps, from the command line.
@Suite struct ExportPlanTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    _ = try Forceplan.run(["solve", model, "-o", "plan", "--quiet"], in: scratch.url)
  }

  private func export(_ arguments: String...) throws -> Forceplan.Outcome {
    try Forceplan.run(["export"] + arguments, in: scratch.url)
  }

  @Test func `all formats at once`() throws {
    let outcome = try export(
      "plan", "--xlsx", "p.xlsx", "--sqlite", "p.db", "--geojson", "p.geojson", "--model", model)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "wrote p.xlsx\nwrote p.geojson\nadded plan to p.db\n")
    #expect(
      try Query.rows("SELECT plan, status FROM plans", of: scratch.path("p.db")) == ["plan|optimal"]
    )
    let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path("p.xlsx")))
    _ = try export("plan/plan.json", "--xlsx", "q.xlsx")
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("q.xlsx"))) == first)
  }

  @Test func `a plan goes into a database by its name`() throws {
    let path = scratch.path("p.db")
    #expect(try export("plan", "--sqlite", "p.db", "--name", "monday").exitCode == 0)
    #expect(try export("plan/plan.json", "--sqlite", "p.db").exitCode == 0)
    let again = try export("plan", "--sqlite", "p.db")
    #expect(again.exitCode == 74)
    #expect(
      again.errors
        == "error: p.db is not changed: it holds a plan named 'plan' already; give this one another --name, or "
        + "--replace it\n")
    #expect(try export("plan", "--sqlite", "p.db", "--replace").exitCode == 0)
    #expect(try Query.rows("SELECT plan FROM plans ORDER BY 1", of: path) == ["monday", "plan"])
  }

  @Test(
    arguments: [
      (["plan", "--lp", "x"], 64, "plan is a plan; a linear program is made of a model\n"),
      (["plan", "--geojson", "x"], 64, "--model is needed\n"),
      (["plan", "--xlsx", "x", "--strength", "verified"], 64, "--model is needed\n"),
      (["plan", "--xlsx", "x", "--name", "y"], 64, "--sqlite is needed\n"),
      (["plan", "--xlsx", "x", "--replace"], 64, "--sqlite is needed\n"),
      (["plan", "--xlsx", "plan/plan.json"], 64, "plan/plan.json belongs to plan; choose another"),
      (["plan", "--xlsx", "x", "--sqlite", "x"], 64, "x is named twice"),
      (["plan", "--xlsx", "no/such/folder/x"], 74, "cannot be written: No such file or directory"),
      (["plan", "--sqlite", "."], 74, ". is not changed: it is no regular file"),
      (["nowhere", "--xlsx", "x"], 66, "nowhere holds 1 error"),
    ] as [([String], Int32, String)])
  func `what cannot be exported`(arguments: [String], exitCode: Int32, message: String) throws {
    let outcome = try Forceplan.run(["export"] + arguments, in: scratch.url)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try scratch.names() == ["plan"])
  }

  @Test func `a model is no plan, and a map needs the plan's own model`() throws {
    let ofModel = try export(model, "--sqlite", "x")
    #expect(ofModel.exitCode == 64)
    #expect(ofModel.errors.contains("is no plan; make one first: forceplan solve"))
    let other = Forceplan.models.appendingPathComponent("osh-2010").path
    let outcome = try export("plan", "--geojson", "x", "--model", other)
    #expect(outcome.exitCode == 30)
    #expect(outcome.errors.contains("the plan was made for other files than these of the model"))
  }

  @Test func `a plan that was changed by hand is not exported`() throws {
    let file = URL(fileURLWithPath: scratch.path("plan/deployments.csv"))
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("Aral", with: "Oral").write(to: file, atomically: true, encoding: .utf8)
    let outcome = try export("plan", "--xlsx", "x.xlsx")
    #expect(outcome.exitCode == 30)
    #expect(outcome.errors.contains("error[plan-disagreement]"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("x.xlsx")))
  }

  @Test func `a process that is killed leaves a database with a whole plan or without it`() throws {
    let large = Forceplan.models.appendingPathComponent("osh-2010").path
    _ = try Forceplan.run(["solve", large, "-o", "large", "--quiet"], in: scratch.url)
    _ = try export("plan", "--sqlite", "p.db", "--name", "first")
    let path = scratch.path("p.db")
    _ = try export("large", "--sqlite", "p.db", "--name", "whole")
    let whole = try Query.rows("SELECT count(*) FROM prices WHERE plan = 'whole'", of: path)
    var killed = 0
    for attempt in 0..<40 {
      let delay = UInt32(attempt) * 4_000
      do {
        _ = try Forceplan.run(
          ["export", "large", "--sqlite", "p.db", "--name", "try \(attempt)"], in: scratch.url,
          whileRunning: { process in
            usleep(delay)
            kill(process.processIdentifier, SIGKILL)
          })
      } catch Forceplan.RunFailure.endedBySignal {
        killed += 1
      }
      #expect(try Query.rows("PRAGMA integrity_check", of: path) == ["ok"])
      let rows = try Query.rows(
        "SELECT count(*) FROM prices WHERE plan = 'try \(attempt)'", of: path)
      #expect(rows == ["0"] || rows == whole)
    }
    #expect(killed > 0)
    #expect(try Query.rows("SELECT count(*) FROM plans WHERE plan = 'first'", of: path) == ["1"])
    #expect(try Query.rows("PRAGMA foreign_key_check", of: path) == [])
  }
}
