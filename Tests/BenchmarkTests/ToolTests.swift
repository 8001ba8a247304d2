import Foundation
import TestSupport
import Testing
import TextFormats

@Suite struct ToolTests {
  private let tool: BuiltTool

  init() throws { tool = try BuiltTool() }

  private func run(_ arguments: String...) throws -> BuiltTool.Outcome {
    try tool.run(BuiltTool.solverBenchmark, arguments)
  }

  /// What a run wrote of its first model.
  private func firstResult(in file: String) throws -> JSONObject {
    let json = try JSON.read(Array(try tool.folder.read(file).utf8)).value
    guard case .object(let root) = json, case .array(let results) = root["results"],
      case .object(let result) = results.first
    else {
      Issue.record("not the expected shape: \(json)")
      return JSONObject()
    }
    return result
  }

  @Test func `a run prints the phases and writes every sample`() throws {
    let outcome = try run("run", "S", "--repeat", "2", "--json", "s.json")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("S: optimal"))
    let result = try firstResult(in: "s.json")
    guard case .array(let phases) = result["phases"] else {
      Issue.record("no phases: \(result)")
      return
    }
    #expect(result["model"] == "S")
    #expect(result["status"] == "optimal")
    let samples = phases.map { phase in
      guard case .object(let phase) = phase, case .array(let seconds) = phase["seconds"] else {
        return 0
      }
      return seconds.count
    }
    #expect(samples == Array(repeating: 2, count: 8))
  }

  /// S has 614 tours, and some thousand coefficients.
  @Test(arguments: ["10", "2000"])
  func `a program that is too large is refused with the number of tours`(limit: String) throws {
    let outcome = try run("write", "S", "--mps", "s.mps", "--limit", limit)
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("614 possible tours and more coefficients than the limit"))
    #expect(throws: (any Error).self) { try tool.folder.read("s.mps") }
  }

  @Test func `a model is written as a program and as a data package`() throws {
    let outcome = try run("write", "S", "--mps", "s.mps", "--package", "s")
    #expect(outcome.exitCode == 0)
    let program = try tool.folder.read("s.mps")
    #expect(program.contains("\n G r1\n"))
    #expect(program.contains("\n c1 r"))
    #expect(program.contains(" RHS r1 "))
    #expect(try tool.folder.read("s/datapackage.json").contains("\"benchmark-s\""))
  }

  @Test func `a sweep finds the goals that its variants have from scratch`() throws {
    let outcome = try run(
      "sweep", "S", "--variants", "12", "--cold", "12", "--kind", "units", "--changes", "s.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("S: 12 variants, 0 not proven optimal"))
    #expect(outcome.output.contains("12 variants, 0 differ"))
    let changes = try tool.folder.read("s.json")
    #expect(changes.contains("\"value\""))
    // Other solvers find the rows by their names in the program.
    let program = try run("write", "S", "--mps", "s.mps")
    #expect(program.exitCode == 0)
    let rows = Set(try tool.folder.read("s.mps").matches(of: /\n [GL] (r\d+)(?=\n)/).map(\.1))
    let moved = changes.matches(of: /"(r\d+)":/).map(\.1)
    #expect(!moved.isEmpty)
    #expect(moved.allSatisfy { rows.contains($0) })
  }

  @Test func `an unknown model is named with those that there are`() throws {
    let outcome = try run("run", "S,HUGE")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("no model 'HUGE'; there are S, M"))
  }

  /// The run's steps of prices once grew without end there, and left thousands of tours that the optimum does not need.
  @Test func `the first-order run does not stray on a model that led it astray`() throws {
    let outcome = try run("run", "TS-14", "--repeat", "1", "--first-goal", "--json", "ts.json")
    #expect(outcome.output.contains("TS-14: optimal; shortfall 87,903"), "\(outcome.errors)")
    let result = try firstResult(in: "ts.json")
    guard case .object(let solver) = result["solver"],
      case .number(let columns) = solver["columnsGenerated"]
    else {
      Issue.record("no columns: \(result)")
      return
    }
    // 5,503 where it strays.
    #expect(columns < 3_500)
  }

  @Test func `a model from another seed goes by its name and is another model`() throws {
    let outcome = try run("run", "S,S-2", "--repeat", "1", "--first-goal")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("S: optimal; shortfall 75,689\n"))
    #expect(outcome.output.contains("S-2: optimal; shortfall "))
    #expect(!outcome.output.contains("S-2: optimal; shortfall 75,689\n"))
    #expect(outcome.output.contains("\n2 models: median "))
  }
}
