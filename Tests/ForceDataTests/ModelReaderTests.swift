import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing

/// Reads a model from files.
func read(_ files: [String: String], limits: ReadingLimits = ReadingLimits()) throws -> ModelReading
{
  let folder = try ScratchFolder(files)
  return ModelReader(limits: limits).read(folder: folder.path)
}

@Suite struct ModelReaderTests {
  @Test func `every table and key becomes a value, with the documented defaults`() throws {
    let reading = try read(TinyModel.files)
    #expect(reading.findings.map(\.text) == [])
    #expect(!reading.isPartial)
    let model = try #require(reading.model)

    #expect(model.name == "tiny")
    #expect(model.title == "Tiny model")
    #expect(
      model.policy
        == Policy(
          horizonDays: 30, gridDays: 5, priorities: .preemptive, shareCapPerCrisis: 0.8,
          shareCapOverall: 0.9, goals: [.shortfall, .burden, .effort], seed: 7))
    #expect(
      model.contributors == [
        Contributor(id: "north", name: "Northland", burdenWeight: 2),
        Contributor(id: "south", name: "Southland", shareCap: 0.7),
        Contributor(id: "west", name: "West, the"),
      ])
    #expect(model.locations.map(\.id) == ["camp", "coast", "depot", "hills", "port", "river"])
    #expect(
      model.locations[2]
        == Location(id: "depot", name: "depot", latitude: 42, longitude: 65, country: "WL"))
    #expect(model.capabilities.map(\.id) == ["infantry", "medical", "police"])
    #expect(
      model.capabilities[2]
        == Capability(id: "police", category: .police, name: "police", personnel: 100, tonnes: 10))
    #expect(
      model.substitutions == [Substitution(capability: 0, substitutesFor: 2, effectiveness: 0.5)])
    #expect(
      model.contributions == [
        Contribution(
          id: "n-inf", contributor: 0, capability: 0, base: 0, units: 4, personnel: 500,
          tonnes: 300, noticeToMove: 3, verified: 1, expected: 0.75, maximumTour: 15,
          dwellRatio: 0.5, dailyCost: 1000),
        Contribution(
          id: "s-inf", contributor: 1, capability: 0, base: 4, units: 2, personnel: 450,
          tonnes: 300, noticeToMove: 5),
        Contribution(
          id: "s-pol", contributor: 1, capability: 2, base: 4, units: 6, personnel: 100,
          tonnes: 10, noticeToMove: 2, verified: 0.5, expected: 0.5),
        Contribution(
          id: "w-med", contributor: 2, capability: 1, base: 2, units: 3, personnel: 80, tonnes: 40,
          noticeToMove: 1),
      ])
    #expect(
      model.crises == [
        Crisis(id: "flood", name: "Flood", location: 5, probability: 0.3),
        Crisis(id: "spill", name: "Spill-over", location: 1),
        Crisis(id: "unrest", name: "Unrest", location: 3, warning: 2),
      ])
    #expect(
      model.requirements == [
        ForceRequirement(
          id: "flood-med", crisis: 0, capability: 1, quantity: 120, from: 5, until: 20, weight: 2),
        ForceRequirement(
          id: "spill-inf", crisis: 1, capability: 0, quantity: 2, unit: .units, from: 10,
          until: 30, priority: 2),
        ForceRequirement(
          id: "unrest-inf", crisis: 2, capability: 0, quantity: 600, from: 10, until: 30),
        ForceRequirement(
          id: "unrest-pol", crisis: 2, capability: 2, quantity: 300, from: 10, until: 25,
          weight: 1.5, priority: 2),
      ])
    #expect(
      model.modes == [
        MovementMode(
          id: "air", kilometresPerDay: 6000, handlingDays: 0.5, costPerTonneKilometre: 1.2,
          needsLift: true),
        MovementMode(id: "rail", kilometresPerDay: 700, detour: 1.2, handlingDays: 1),
        MovementMode(
          id: "road", kilometresPerDay: 400, detour: 1.3, maximumKilometres: 2500,
          costPerTonneKilometre: 0.1),
      ])
    #expect(
      model.distances == [
        Distance(from: 2, to: 5, mode: 2, kilometres: 900),
        Distance(from: 4, to: 3, mode: 1, kilometres: 3200),
        Distance(from: 5, to: 2, mode: 2, kilometres: 900),
      ])
    #expect(
      model.liftPools == [
        LiftPool(id: "common", mode: 0, assets: 2, tonnes: 20, seats: 60, kilometresPerDay: 7000),
        LiftPool(
          id: "heavy", owner: 0, mode: 0, assets: 5, tonnes: 40, seats: 140,
          kilometresPerDay: 8000, availability: 0.8),
      ])
    #expect(
      model.caveats == [
        Caveat(contributor: 1, crisis: 0, reason: "no forces at the river"),
        Caveat(contributor: 2, capability: 1, mode: 0, reason: "hospital too large"),
      ])
    #expect(
      model.fixedDeployments == [
        FixedDeployment(
          contribution: 1, crisis: 2, mode: 0, lift: 0, units: 1, from: 10, until: 20, row: 2),
        FixedDeployment(
          contribution: 3, crisis: 0, mode: 2, lift: nil, units: 1, from: 5, until: 15, row: 3),
      ])
  }

  /// The tiny model without its optional tables and without a policy.
  static let bare: [String: String] = {
    var files = TinyModel.files.filter { name, _ in
      [
        "contributors.csv", "locations.csv", "capabilities.csv", "contributions.csv", "crises.csv",
        "requirements.csv",
      ].contains(name)
    }
    files["datapackage.json"] = """
      {"resources": [
        {"name": "contributors", "path": "contributors.csv"},
        {"name": "locations", "path": ["locations.csv"]},
        {"name": "capabilities", "path": "./capabilities.csv"},
        {"name": "contributions", "path": "contributions.csv"},
        {"name": "crises", "path": "crises.csv"},
        {"name": "requirements", "path": "requirements.csv"}
      ]}
      """
    return files
  }()

  @Test func `a model of the required tables alone has the default policy and modes`() throws {
    let reading = try read(Self.bare)
    #expect(!reading.findings.hasErrors, "\(reading.findings)")
    let model = try #require(reading.model)
    #expect(model.policy == Policy(horizonDays: 30, gridDays: 1))
    #expect(
      model.modes == [
        MovementMode(id: "air", kilometresPerDay: 6000, needsLift: true),
        MovementMode(id: "road", kilometresPerDay: 400, detour: 1.3, maximumKilometres: 2500),
      ])
    #expect(model.distances.isEmpty && model.liftPools.isEmpty && model.caveats.isEmpty)
    #expect(model.name == "model")
    #expect(model.title == "model")
  }

  @Test func `one number of a share cap is the cap at each crisis`() throws {
    let reading = try read(
      TinyModel.changed("datapackage.json", "{\"perCrisis\": 0.8, \"overall\": 0.9}", "0.6"))
    let policy = try #require(reading.model?.policy)
    #expect(policy.shareCapPerCrisis == 0.6)
    #expect(policy.shareCapOverall == 1)
  }

  @Test func `the order of rows and columns does not matter`() throws {
    var files = TinyModel.files
    for (name, text) in files
    where name.hasSuffix(".csv") && name != "contributors.csv" && name != "fixed.csv" {
      var lines = text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(
          separator: ",")
      }
      let header = lines.removeFirst()
      files[name] = ([header] + lines.reversed()).joined(separator: "\r\n") + "\r\n"
    }
    files["locations.csv"] = "\u{FEFF}" + (files["locations.csv"] ?? "")
    var shuffled = try #require(try read(files).model)
    let model = try #require(try read(TinyModel.files).model)
    #expect(shuffled.identity != model.identity)
    shuffled.identity = model.identity
    #expect(shuffled == model)
  }

  @Test func `findings read well and come in the order of the tables`() throws {
    var files = TinyModel.files
    files["datapackage.json"] = try TinyModel.changed(
      "datapackage.json", "\"gridDays\": 5", "\"gridDay\": 5, \"strength\": \"plegded\"")[
        "datapackage.json"]
    files["fixed.csv"] = "contribution,crisis,lift,units,from,until\ns-inf,unrest,comon,1,10,20\n"
    files["locations.csv"] = try TinyModel.changed("locations.csv", "Camp,50,30", "Camp,500,30")[
      "locations.csv"]
    files["contributions.csv"] = try TinyModel.changed(
      "contributions.csv", "port,6,", "prot,\"1,5\",")["contributions.csv"]
    files["capabilities.csv"] = try TinyModel.changed(
      "capabilities.csv", "police,police", "police,gendarmerie")["capabilities.csv"]
    files["contributors.csv"] = "contributor,name,shareCap\nnorth,,50\nsouth,,\nwest,,\nwest,,\n"
    files["crises.csv"] = try TinyModel.changed(
      "crises.csv", "spill,Spill-over", "quiet,,hills,,\nspill,Spill\u{1B}[2J")["crises.csv"]
    let reading = try read(files)
    #expect(reading.isPartial)
    #expect(reading.model == nil)
    let text = reading.findings.lines().joined(separator: "\n") + "\n"
    #expect(GoldenText.difference(of: text, from: "findings.txt") == nil)
    #expect(reading.findings.summary == "10 errors")
    #expect(reading.findings.lines(limit: 2).count == 3)
    #expect(reading.findings.lines(limit: 2).last == "and 8 more")
  }

  @Test func `where lines are limited, warnings give way to errors`() {
    func finding(_ rule: FindingRule, _ row: Int) -> Finding {
      Finding(rule: rule, file: "a.csv", row: row, column: 1, message: "m", remedy: "r")
    }
    let findings = [finding(.blankRow, 2), finding(.badNumber, 3), finding(.badNumber, 4)]
    #expect(
      findings.lines(limit: 2)
        == [findings[1].text, findings[2].text, "and 1 more"])
    #expect(findings.summary == "2 errors and 1 warning")
    #expect([Finding]().summary == "no findings")
  }

  @Test func `a finding about a missing name does not repeat in every row that refers to it`()
    throws
  {
    let files = try TinyModel.changed(
      "contributors.csv", "west,\"West, the\"", "we st,\"West, the\"")
    #expect(try read(files).findings.map(\.rule) == [.badIdentifier])
  }

  // MARK: - Limits

  @Test func `limits are kept and reported`() throws {
    let limits: [(ReadingLimits, String)] = [
      (ReadingLimits(tableBytes: 300), "locations.csv"), (ReadingLimits(rows: 5), "locations.csv"),
      (ReadingLimits(columns: 12), "contributions.csv"),
      (ReadingLimits(cellBytes: 15), "caveats.csv"),
      (ReadingLimits(jsonBytes: 100), "datapackage.json"),
    ]
    for (limit, file) in limits {
      let findings = try read(TinyModel.files, limits: limit).findings
      #expect(
        findings.contains { $0.rule == .limitExceeded && $0.message.contains("more than") },
        "\(file)")
      #expect(findings.hasErrors)
    }
    let grid = try read(TinyModel.files, limits: ReadingLimits(periods: 5)).findings
    #expect(grid.map(\.rule) == [.gridTooFine])
  }

  @Test func `findings beyond the limit are counted`() throws {
    let rows = (0..<50).map { "l\($0),,bad,0," }.joined(separator: "\n")
    let files = try TinyModel.changed(
      "locations.csv", "river,River,44,72,", "river,River,44,72,\n" + rows)
    let findings = try read(files, limits: ReadingLimits(findings: 10)).findings
    #expect(findings.count == 11)
    #expect(findings.last?.rule == .findingsLeftOut)
    #expect(findings.last?.message.contains("40 further findings") == true)
  }

  @Test func `a search for unreachable pledges that was given up says so`() throws {
    let reading = try read(TinyModel.files, limits: ReadingLimits(reachSteps: 4))
    #expect(reading.findings.map(\.rule) == [.findingsLeftOut])
    #expect(reading.findings.first?.message.contains("from the pledge 's-inf' on") == true)
    #expect(reading.model != nil)
  }

  @Test func `a model of errors alone beyond the limit is not taken for a good one`() throws {
    let files = try TinyModel.changed("locations.csv", "river,River,44,72,", "river,River,bad,72,")
    let reading = try read(files, limits: ReadingLimits(findings: 0))
    #expect(reading.model == nil)
    #expect(reading.findings.hasErrors)
  }

  // MARK: - Identity

  @Test func `the digest changes with any byte of any table and with nothing else`() throws {
    let digest = try #require(try read(TinyModel.files).model?.identity.sha256)
    #expect(digest.count == 64)
    #expect(digest.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    #expect(try read(TinyModel.files).model?.identity.sha256 == digest)

    var other = TinyModel.files
    other["expected.csv"] = "changed"
    other["README.md"] = "more"
    #expect(try read(other).model?.identity.sha256 == digest)

    for name in TinyModel.files.keys where name != "expected.csv" {
      var files = TinyModel.files
      files[name]?.append(name.hasSuffix(".json") ? " " : "\n")
      let changed = try #require(try read(files).model?.identity.sha256, "\(name)")
      #expect(changed != digest, "\(name)")
    }
  }
}
