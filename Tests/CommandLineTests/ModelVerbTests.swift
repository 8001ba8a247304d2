import Foundation
import TestSupport
import Testing

/// The verbs that write and read models: new, validate, schema.
@Suite struct ModelVerbTests {
  private static let examples = [
    "central-asia", "dantzig-transport", "kazakhstan-2022", "osh-2010", "three-crises",
  ]
  private let threeCrises = Forceplan.models.appendingPathComponent("three-crises").path

  // MARK: new

  @Test(arguments: examples)
  func `a new model is the example, and it is valid`(example: String) throws {
    let scratch = try ScratchFolder()
    let made = try Forceplan.run(["new", "mine", "--example", example], in: scratch.url)
    #expect(made.exitCode == 0)
    #expect(made.output == "")
    #expect(made.errors == "\(example) is written to mine; next: forceplan solve mine\n")
    let source = Forceplan.models.appendingPathComponent(example)
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path)
    where name.hasSuffix(".csv") {
      let written = try Data(contentsOf: scratch.url.appendingPathComponent("mine/\(name)"))
      #expect(try written == Data(contentsOf: source.appendingPathComponent(name)))
    }
    #expect(try Forceplan.run(["validate", "mine", "--quiet"], in: scratch.url).exitCode == 0)
  }

  @Test func `a folder that holds something is not written to`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("notes.txt", "mine")
    let outcome = try Forceplan.run(["new", scratch.path])
    #expect(outcome.exitCode == 74)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.contains("'notes.txt', which would be lost"))
    #expect(try scratch.names() == ["notes.txt"])
  }

  @Test func `an example that there is not`() throws {
    let outcome = try Forceplan.run(["new", "mine", "--example", "three-crisis"])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("did you mean 'three-crises'?\n"))
  }

  // MARK: validate

  @Test func `a valid model has nothing to print`() throws {
    let outcome = try Forceplan.run(["validate", threeCrises])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "\(threeCrises): no findings\n")
    #expect(try Forceplan.run(["validate", threeCrises, "-q"]).errors == "")
  }

  @Test func `findings are results, and are counted`() throws {
    let scratch = try ScratchFolder()
    try BadModel(
      "", "", .replace("contributions.csv", "Aral-base,3,0", with: "Aral-bse,three,0")
    ).write(to: scratch.url)
    let outcome = try Forceplan.run(["validate", "."], in: scratch.url)
    #expect(outcome.exitCode == 30)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    #expect(
      lines.first == "contributions.csv:2:4: error[unknown-reference]: 'Aral-bse' is not in "
        + "the table 'locations'; did you mean 'Aral-base'?")
    #expect(
      outcome.errors == ".: 2 errors\n"
        + "Some checks wait until these errors are mended, and may find more.\n")
  }

  @Test func `findings as JSON say the same, and repeat the exit code`() throws {
    let scratch = try ScratchFolder()
    try BadModel(
      "", "", .replace("contributions.csv", "Aral-base,3,0", with: "Aral-bse,three,0")
    ).write(to: scratch.url)
    let outcome = try Forceplan.run(["validate", ".", "--format", "json"], in: scratch.url)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["exitCode"] as? Int == 30 && outcome.exitCode == 30)
    #expect(json["errors"] as? Int == 2)
    #expect(json["warnings"] as? Int == 0)
    #expect(json["isPartial"] as? Bool == true)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["row"] as? Int } == [2, 2])
    #expect(findings.map { $0["column"] as? Int } == [4, 5])
    #expect(findings.map { $0["rule"] as? String } == ["unknown-reference", "bad-number"])
    #expect(findings.allSatisfy { $0["severity"] as? String == "error" })
    #expect(findings.first?["remedy"] as? String == "did you mean 'Aral-base'?")
  }

  @Test func `warnings are errors only where that is asked for`() throws {
    let scratch = try ScratchFolder()
    try BadModel("", "", .append("locations.csv", "Nowhere,Nowhere,0,0,\n")).write(to: scratch.url)
    let lenient = try Forceplan.run(["validate", "."], in: scratch.url)
    #expect(lenient.exitCode == 0)
    #expect(lenient.output.hasPrefix("locations.csv:8:1: warning[unused-location]: "))
    let strict = try Forceplan.run(["validate", ".", "--strict"], in: scratch.url)
    #expect(strict.exitCode == 30)
    #expect(strict.output == lenient.output)
  }

  @Test func `a variant is checked with its model`() throws {
    let scratch = try ScratchFolder()
    let variant = scratch.path("contributions.csv")
    try scratch.write("contributions.csv", "contribution,units\nAral-police,many\n")
    let outcome = try Forceplan.run(["validate", threeCrises, "--variant", variant])
    #expect(outcome.exitCode == 30)
    #expect(outcome.output.contains("contributions.csv:2:2: error[bad-number]: "))
  }

  @Test(arguments: [["no-such-model"], [".", "--variant", "no-such-variant"]])
  func `what is not there cannot be read`(arguments: [String]) throws {
    let scratch = try ScratchFolder()
    try BadModel("", "").write(to: scratch.url)
    for verb in ["validate", "solve"] {
      let outcome = try Forceplan.run([verb] + arguments, in: scratch.url)
      #expect(outcome.exitCode == 66)
      #expect((outcome.output + outcome.errors).contains("error[cannot-read]: "))
    }
  }

  // MARK: schema

  @Test func `the schema names every table`() throws {
    let outcome = try Forceplan.run(["schema"])
    #expect(outcome.exitCode == 0)
    for table in [
      "contributors", "locations", "capabilities", "substitutions", "contributions", "crises",
      "requirements", "distances", "modes", "lift", "caveats", "fixed",
    ] {
      #expect(outcome.output.contains("\(table).csv"))
    }
  }

  @Test(arguments: [
    ("contributions", "noticeDays"), ("lift", "availability"), ("policy", "gridDays"),
  ])
  func `the schema of a table or of the policy`(topic: String, field: String) throws {
    let outcome = try Forceplan.run(["schema", topic])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains(field))
  }

  @Test func `a table that there is not`() throws {
    let outcome = try Forceplan.run(["schema", "contribution"])
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("did you mean 'contributions'?"))
  }
}
