import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing

/// A change to one file of a good plan folder, and the finding that it must raise.
struct Damage: Sendable, CustomTestStringConvertible {
  var file: String
  /// What is replaced, once, by what; an empty text stands for the whole file.
  var old: String
  var new: String
  /// Part of the finding's line.
  var finding: String

  var testDescription: String { "\(file): '\(old.prefix(40))' becomes '\(new.prefix(40))'" }

  init(_ file: String, _ old: String, _ new: String, _ finding: String) {
    self.file = file
    self.old = old
    self.new = new
    self.finding = finding
  }
}

@Suite struct PlanFolderReaderTests {
  private func sample() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try PlanFolderWriter.write(
      SamplePlan.plan, run: PlanFolderWriterTests.run, toFolder: folder.path)
    return folder
  }

  @Test func `what is written is read back`() throws {
    let folder = try sample()
    let reading = PlanFolderReader().read(path: folder.path)
    #expect(reading.findings == [])
    #expect(reading.plan == SamplePlan.plan)
  }

  @Test func `the path of plan json does as well`() throws {
    let folder = try sample()
    #expect(PlanFolderReader().read(path: folder.path("plan.json")).plan == SamplePlan.plan)
    // Beside tables it is held to them.
    try folder.write("tasks.csv", "")
    #expect(PlanFolderReader().read(path: folder.path("plan.json")).plan == nil)
  }

  @Test func `a plan json alone is a whole plan`() throws {
    let folder = try sample()
    let alone = try ScratchFolder()
    try alone.write("my-plan.json", folder.read("plan.json"))
    #expect(PlanFolderReader().read(path: alone.path("my-plan.json")).plan == SamplePlan.plan)
  }

  @Test func `a plan without the proof of a contradiction is read`() throws {
    let folder = try sample()
    let lines = try folder.read("plan.json").split(
      separator: "\n", omittingEmptySubsequences: false)
    let older = lines.filter { line in
      !["contradiction", "missingUnits"].contains { line.contains("\"\($0)\"") }
    }
    #expect(older.count == lines.count - 2)
    try folder.write("plan.json", older.joined(separator: "\n"))
    #expect(PlanFolderReader().read(path: folder.path).plan == SamplePlan.plan)
  }

  @Test func `an empty plan is read back`() throws {
    let folder = try ScratchFolder()
    let nothing = Plan(
      status: .infeasible, goals: [], deployments: [], tasks: [], shortfalls: [], prices: [],
      contributors: [], crises: [],
      certificate: Certificate(
        levels: [],
        verification: Verification(
          feasible: false, largestViolation: 0, bounds: [], gaps: [], complaints: [])),
      model: ModelIdentity(name: "", sha256: ""),
      solver: SolverFigures(
        columnsGenerated: 0, columnsPossible: 0, rows: 0, rounds: 0, iterations: 0),
      assumptions: [])
    try PlanFolderWriter.write(nothing, run: PlanFolderWriterTests.run, toFolder: folder.path)
    #expect(PlanFolderReader().read(path: folder.path).plan == nothing)
  }

  @Test(arguments: damages) func `a damaged folder is refused with the place`(_ damage: Damage)
    throws
  {
    let folder = try sample()
    let text = try folder.read(damage.file)
    if damage.old.isEmpty {
      try folder.write(damage.file, damage.new)
    } else {
      let range = try #require(text.range(of: damage.old))
      try folder.write(damage.file, text.replacingCharacters(in: range, with: damage.new))
    }
    let reading = PlanFolderReader().read(path: folder.path)
    #expect(reading.plan == nil)
    #expect(
      reading.findings.contains { $0.text.contains(damage.finding) },
      "\(reading.findings.map(\.text))")
  }

  static let damages = [
    // Tables that say something else than plan.json.
    Damage(
      "deployments.csv", "0.3333333333333333", "0.34",
      "deployments.csv:2:9: error[plan-disagreement]: 'units' is 0.34, plan.json says 0.33333"),
    Damage("deployments.csv", "il76", "an124", "deployments.csv:2:8: error[plan-disagreement]"),
    Damage(
      "deployments.csv", ",police,osh", ",support,osh", "'category' is 'support', plan.json says"),
    Damage("tasks.csv", "order", "patrol", "tasks.csv:2:2: error[plan-disagreement]"),
    Damage("shortfalls.csv", "too late", "too soon", "shortfalls.csv:2:10: error"),
    Damage("prices.csv", "12.5,,4", "12.5,0,4", "'rangeLow' is 0, plan.json says empty"),
    Damage("contributors.csv", "0.7,350", "0.7,351", "contributors.csv:2:7: error"),
    Damage("crises.csv", "750.375,3", "750.375,", "'closureDay' is empty, plan.json says 3"),
    Damage("plan.json", "\"closureDay\": 3", "\"closureDay\": 4", "crises.csv:3:5: error"),
    Damage("tasks.csv", "1,order", "1,order,3,10,1,1\n1,order", "has 2 rows, plan.json has 1"),
    Damage(
      "crises.csv", "batken,0,0,0,,,0,0\n", "", "crises.csv:2:1: error[plan-disagreement]"),
    // Tables that are no tables.
    Damage("deployments.csv", "units,", "unit,", "did you mean 'units'?"),
    Damage("deployments.csv", "units,", "unit,", "deployments.csv:1:1: error[missing-column]"),
    Damage("tasks.csv", "fromDay,untilDay", "fromDay,fromDay", "tasks.csv:1:4: error[duplicate"),
    Damage("tasks.csv", "0.3333333333333333", "a third", "tasks.csv:2:5: error[bad-number]"),
    Damage("tasks.csv", "0.3333333333333333", "nan", "tasks.csv:2:5: error[bad-number]"),
    Damage("tasks.csv", "0.3333333333333333", "1e999", "tasks.csv:2:5: error[bad-number]"),
    Damage("tasks.csv", "0.3333333333333333", "", "tasks.csv:2:5: error[bad-number]"),
    Damage("tasks.csv", "\n1,", "\n1.5,", "'1.5' in 'line' is not a whole number"),
    Damage("tasks.csv", "\n1,", "\n1e300,", "in 'line' is not a whole number"),
    Damage("prices.csv", "supply", "demand", "is not one of supply, requirement, lift, share"),
    Damage("prices.csv", "supply", "\u{1B}[2J", "prices.csv:2:2: error[bad-text]"),
    Damage("tasks.csv", "order,", "\"order,", "tasks.csv:2:2: error[quoting]"),
    Damage("tasks.csv", "1,order", "1", "tasks.csv:2:6: error[ragged-row]"),
    Damage("tasks.csv", "", "", "tasks.csv:1:1: error"),
    // plan.json.
    Damage("plan.json", "", "", "plan.json:1:1: error[json-syntax]"),
    Damage("plan.json", "", "[]", "plan.json:1:1: error[plan-shape]: the plan is not an object"),
    Damage("plan.json", "", "{}", "the plan has no 'status'"),
    Damage("plan.json", "\"feasible\"", "\"perfect\"", "'status' of the plan is not one of"),
    Damage("plan.json", "\"exitCode\": 0", "\"exitCode\": 22", "plan.json:3:15: error[plan-dis"),
    Damage("plan.json", "\"status\": \"feasible\"", "\"status\": \"limit\"", "limit has 22"),
    Damage("plan.json", "\"model\"", "\"modell\"", "did you mean 'model'?"),
    Damage("plan.json", "\"value\": 1234.5", "\"value\": null", "is not a number"),
    Damage("plan.json", "\"value\": 1234.5", "\"value\": \"1\"", "is not a number"),
    Damage("plan.json", "\"level\": 1", "\"level\": 1.5", "is not a whole number"),
    Damage("plan.json", "\"level\": 1", "\"level\": 1e30", "is not a whole number"),
    Damage("plan.json", "\"line\": 1", "\"line\": true", "is not a whole number"),
    Damage("plan.json", "\"units\": 2,", "\"units\": null,", "'units' of entry 2 of 'deployments'"),
    Damage("plan.json", "\"goalMultipliers\": [20]", "\"goalMultipliers\": 20", "is not a list"),
    Damage("plan.json", "[20]", "[\"20\"]", "'goalMultipliers' of entry 2 of 'levels' is not a"),
    Damage("plan.json", "\"family\": \"requirement\"", "\"family\": \"\"", "'family' of entry 1"),
    Damage("plan.json", "\"feasible\": true", "\"feasible\": 1", "is not true or false"),
    Damage("plan.json", "\"All crises", "\"\\u001b[2JAll crises", "error[bad-text]"),
    Damage("plan.json", "\"rounds\": 2,", "", "'solver' has no 'rounds'"),
    Damage("plan.json", "\"rounds\": 2,", "\"rounds\": 2, \"rounds\": 2,", "error[json-syntax]"),
    Damage("plan.json", "\"rounds\": 2,", "\"rounds\": 2, \"x\": 2,", "knows no key 'x'"),
  ]

  @Test(arguments: [
    "contributors.csv", "crises.csv", "deployments.csv", "plan.json", "prices.csv",
    "shortfalls.csv", "tasks.csv",
  ])
  func `a missing file is named`(_ name: String) throws {
    let folder = try sample()
    try FileManager.default.removeItem(atPath: folder.path(name))
    let reading = PlanFolderReader().read(path: folder.path)
    #expect(reading.plan == nil)
    #expect(reading.cannotRead)
    #expect(reading.findings.map(\.file) == [name])
  }

  @Test func `a path that leads nowhere is named`() throws {
    let folder = try ScratchFolder()
    let reading = PlanFolderReader().read(path: folder.path("nowhere"))
    #expect(reading.cannotRead)
    #expect(reading.findings.count == 1)
  }

  @Test func `a table that is a link out of the folder, a folder or a pipe is refused`() throws {
    let folder = try sample()
    let elsewhere = try sample()
    try FileManager.default.removeItem(atPath: folder.path("tasks.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("tasks.csv"), withDestinationPath: elsewhere.path("tasks.csv"))
    try FileManager.default.removeItem(atPath: folder.path("prices.csv"))
    try FileManager.default.createDirectory(
      atPath: folder.path("prices.csv"), withIntermediateDirectories: true)
    try FileManager.default.removeItem(atPath: folder.path("crises.csv"))
    #expect(mkfifo(folder.path("crises.csv"), 0o644) == 0)
    let reading = PlanFolderReader().read(path: folder.path)
    #expect(reading.plan == nil)
    #expect(
      reading.findings.map { "\($0.file) \($0.rule.rawValue)" } == [
        "tasks.csv unsafe-path", "prices.csv not-a-regular-file", "crises.csv not-a-regular-file",
      ])
  }

  @Test(arguments: ["plan.json", "deployments.csv", "shortfalls.csv"])
  func `a file that was cut off anywhere is refused`(_ name: String) throws {
    let folder = try sample()
    let bytes = Array(try folder.read(name).utf8)
    // The last line end may be lost.
    for count in stride(from: 0, to: bytes.count - 1, by: name == "plan.json" ? 61 : 3) {
      try folder.write(name, Data(bytes[..<count]))
      let reading = PlanFolderReader().read(path: folder.path)
      #expect(reading.plan == nil, "cut at \(count)")
      #expect(!reading.findings.isEmpty, "cut at \(count)")
    }
  }

  @Test(arguments: 0..<150) func `no bytes stop the reader`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try sample()
    let name = ["plan.json", "deployments.csv", "prices.csv"][seed % 3]
    var bytes = Array(try folder.read(name).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let marks = Array("\"{}[],:\n\r-1e\\\0\u{7F}é".utf8)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = marks.randomElement(using: &generator) ?? 0
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 5))
      }
    }
    try folder.write(name, Data(bytes))
    let reading = PlanFolderReader().read(path: folder.path)
    #expect((reading.plan == nil) == !reading.findings.isEmpty)
    #expect(reading.findings.allSatisfy { $0.text.count < 1000 })
  }
}
