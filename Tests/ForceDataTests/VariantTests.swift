import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing

@Suite struct VariantTests {
  private func read(_ files: [String: String], _ variants: String...) throws -> ModelReading {
    let base = try ScratchFolder(TinyModel.files)
    let folder = try ScratchFolder(files)
    return ModelReader().read(
      folder: base.path, variants: variants.map { folder.path($0) })
  }

  private func base() throws -> PlanningModel {
    let folder = try ScratchFolder(TinyModel.files)
    return try #require(ModelReader().read(folder: folder.path).model)
  }

  @Test func `a folder changes cells, adds and removes rows, and changes the policy`() throws {
    let reading = try read(
      [
        "less/contributions.csv": """
        contribution,units,delete,contributor,capability,base,noteWhy
        n-inf,3,,,,,fewer
        s-pol,,true,,,,
        n-pol,5,,north,police,camp,new
        """,
        "less/datapackage.json":
          "{\"forceplan\": {\"shareCap\": 0.7, \"horizonDays\": 40}}",
      ], "less")
    #expect(reading.findings.map(\.text) == [])
    let model = try #require(reading.model)
    var expected = try base()
    expected.contributions[0].units = 3
    expected.contributions.remove(at: 2)
    expected.contributions.insert(
      Contribution(
        id: "n-pol", contributor: 0, capability: 2, base: 0, units: 5, personnel: 100, tonnes: 10),
      at: 1)
    expected.policy.shareCapPerCrisis = 0.7
    expected.policy.shareCapOverall = 1
    expected.policy.horizonDays = 40
    expected.fixedDeployments[0].contribution = 2
    #expect(model.name == "tiny.less")
    #expect(model.identity.name == "tiny.less")
    #expect(model.identity.sha256 != expected.identity.sha256)
    expected.name = model.name
    expected.identity = model.identity
    #expect(model == expected)
  }

  @Test func `a CSV file named as its table is a variant`() throws {
    let reading = try read(["lift.csv": "lift,assets\nheavy,50\n"], "lift.csv")
    let model = try #require(reading.model)
    #expect(model.liftPools[1].assets == 50)
    #expect(model.liftPools[1].seats == 140)
    #expect(model.name == "tiny.lift")
  }

  @Test func `a JSON file is a variant`() throws {
    let reading = try read(
      [
        "what if.json": """
        {"title": "What if", "forceplan": {"wholeUnits": true},
         "lift": [{"lift": "common", "assets": 4, "noteSource": "guess"}],
         "caveats": [{"contributor": "south", "crisis": "flood", "delete": true},
                     {"contributor": "north", "mode": "air", "crisis": null}],
         "distances": [{"from": "depot", "to": "river", "mode": "road", "km": 800, "both": false}]}
        """
      ], "what if.json")
    #expect(reading.findings.map(\.text) == [])
    let model = try #require(reading.model)
    #expect(model.policy.wholeUnits)
    #expect(model.liftPools[0].assets == 4)
    #expect(
      model.caveats.map { [$0.contributor, $0.crisis ?? -1, $0.capability ?? -1, $0.mode ?? -1] }
        == [[0, -1, -1, 0], [2, -1, 1, 0]])
    #expect(model.distances.map(\.kilometres) == [800, 3200])
    #expect(model.name == "tiny.what-if")
  }

  @Test func `variants apply one after the other`() throws {
    let files = [
      "a/contributions.csv": "contribution,units\nn-inf,3\ns-inf,7\n",
      "b/contributions.csv": "contribution,units,noticeDays\nn-inf,2,\n",
    ]
    let model = try #require(try read(files, "a", "b").model)
    #expect(model.contributions.map(\.units) == [2, 7, 6, 3])
    #expect(model.contributions[0].noticeToMove == 3)
    #expect(model.name == "tiny.a.b")
    #expect(try read(files, "b", "a").model?.identity.sha256 != model.identity.sha256)
  }

  @Test func `rows without an identifier are matched by all their key columns`() throws {
    let reading = try read(
      [
        "v/fixed.csv": """
        contribution,crisis,lift,mode,units,from,until,delete
        s-inf,unrest,common,,2,10.0,2e1,
        w-med,flood,,road,,5,15,true
        """,
        "v/substitutions.csv":
          "capability,substitutesFor,effectiveness\ninfantry,police,0.4\npolice,infantry,0.2\n",
      ], "v")
    let model = try #require(reading.model)
    #expect(model.fixedDeployments.map(\.units) == [2])
    #expect(model.substitutions.map(\.effectiveness) == [0.4, 0.2])
  }

  @Test func `a variant may change the default modes and add tables that the base lacks`() throws {
    let base = try ScratchFolder(ModelReaderTests.bare)
    let folder = try ScratchFolder([
      "v/modes.csv": "mode,kmPerDay,maxKm,pool\nroad,,3000,\nsea,500,,\nair,,,false\n",
      "v/caveats.csv": "contributor,mode\nnorth,sea\n",
    ])
    let reading = ModelReader().read(folder: base.path, variants: [folder.path("v")])
    let model = try #require(reading.model)
    #expect(
      model.modes == [
        MovementMode(id: "air", kilometresPerDay: 6000),
        MovementMode(id: "road", kilometresPerDay: 400, detour: 1.3, maximumKilometres: 3000),
        MovementMode(id: "sea", kilometresPerDay: 500),
      ])
    #expect(model.caveats == [Caveat(contributor: 0, mode: 2)])
  }

  @Test func `a JSON variant may bring fixed lines to a base without any`() throws {
    let base = try ScratchFolder(ModelReaderTests.bare)
    let folder = try ScratchFolder([
      "v.json": """
      {"fixed": [{"contribution": "w-med", "crisis": "flood", "mode": "road", "units": 2,
                  "from": 5, "until": 20}]}
      """
    ])
    let reading = ModelReader().read(folder: base.path, variants: [folder.path("v.json")])
    #expect(!reading.findings.hasErrors, "\(reading.findings.map(\.text))")
    #expect(reading.model?.fixedDeployments.map(\.units) == [2])
  }

  struct BadVariant: Sendable, CustomTestStringConvertible {
    var files: [String: String]
    var variant: String
    var expected: [String]
    var testDescription: String { expected.joined(separator: ", ") }

    init(_ variant: String, _ files: [String: String], _ expected: String...) {
      self.variant = variant
      self.files = files
      self.expected = expected
    }
  }

  static let bad = [
    BadVariant(
      "v", ["v/contributions.csv": "contribution,units\nn-inf,-3\nn-new,4\n"],
      "v/contributions.csv:2:2 out-of-range", "v/contributions.csv:3:1 missing-value",
      "v/contributions.csv:3:1 missing-value", "v/contributions.csv:3:1 missing-value"),
    BadVariant(
      "v", ["v/contributions.csv": "contribution,unit\nn-inf,3\n"],
      "v/contributions.csv:1:2 unknown-column"),
    BadVariant(
      "v", ["v/contributions.csv": "units\n3\n"], "v/contributions.csv:1:1 missing-column"),
    BadVariant(
      "v", ["v/contributions.csv": "contribution,units\n,3\n"],
      "v/contributions.csv:2:1 missing-value"),
    BadVariant(
      "v", ["v/contributions.csv": "contribution,delete\nn-inv,true\n"],
      "v/contributions.csv:2:1 unknown-row"),
    BadVariant(
      "v", ["v/contributions.csv": "contribution,delete\nn-inf,yes\n"],
      "v/contributions.csv:2:2 bad-boolean"),
    BadVariant(
      "v", ["v/contributions.csv": "contribution,units\nn-inf,3\nn-inf,4\n"],
      "v/contributions.csv:3:1 duplicate-row"),
    BadVariant(
      "v", ["v/contributors.csv": "contributor,delete\nwest,true\n"],
      "contributions.csv:5:2 unknown-reference", "caveats.csv:3:1 unknown-reference"),
    BadVariant("v", ["v/README.md": "nothing"], "v/datapackage.json:1:1 empty-variant"),
    BadVariant(
      "v", ["v/contribution.csv": "contribution,units\nn-inf,3\n"],
      "v/datapackage.json:1:1 misspelt-resource", "v/datapackage.json:1:1 empty-variant"),
    BadVariant(
      "v", ["v/datapackage.json": "{\"forceplan\": {\"shareCap\": 70}}"],
      "v/datapackage.json:1:28 out-of-range"),
    BadVariant(
      "v", ["v/datapackage.json": "{\"forceplan\": {\"sharecap\": 0.7}}"],
      "v/datapackage.json:1:16 unknown-key"),
    BadVariant(
      "v",
      ["v/datapackage.json": "{\"resources\": [{\"name\": \"lift\", \"path\": \"../lift.csv\"}]}"],
      "v/datapackage.json:1:41 unsafe-path"),
    BadVariant("v", ["v/datapackage.json": "[]"], "v/datapackage.json:1:1 package-shape"),
    BadVariant("pledges.csv", ["pledges.csv": "a\n1\n"], "pledges.csv:1:1 empty-variant"),
    BadVariant("v.json", ["v.json": "{}"], "v.json:1:1 empty-variant"),
    BadVariant("v.json", ["v.json": "[]"], "v.json:1:1 package-shape"),
    BadVariant("v.json", ["v.json": "{\"lifts\": []}"], "v.json:1:2 unknown-key"),
    BadVariant("v.json", ["v.json": "{\"lift\": {}}"], "v.json:1:10 package-shape"),
    BadVariant("v.json", ["v.json": "{\"lift\": [3]}"], "v.json:1:11 package-shape"),
    BadVariant(
      "v.json", ["v.json": "{\"lift\": [{\"lift\": \"heavy\",\n \"assets\": -1, \"seat\": 3}]}"],
      "v.json:2:12 out-of-range", "v.json:2:16 unknown-column"),
    BadVariant(
      "v.json", ["v.json": "{\"lift\": [{\"lift\": \"heavy\", \"assets\": [1]}]}"],
      "v.json:1:39 package-shape"),
    BadVariant("v.json", ["v.json": "{\"lift\": [,]}"], "v.json:1:11 json-syntax"),
  ]

  @Test(arguments: bad)
  func `what is wrong in a variant is found in its file`(input: BadVariant) throws {
    let reading = try read(input.files, input.variant)
    let found = reading.findings.filter {
      $0.severity == .error || $0.rule == .misspeltResource
    }
    #expect(
      found.map { "\($0.file):\($0.row):\($0.column) \($0.rule.rawValue)" } == input.expected,
      "\(reading.findings.map(\.text))")
  }

  @Test func `a variant that is not there cannot be read`() throws {
    let reading = try read([:], "nowhere")
    #expect(reading.cannotRead)
    #expect(reading.model == nil)
  }

  @Test func `a row that the variant removes is named where others still refer to it`() throws {
    let reading = try read(
      ["v/contributors.csv": "contributor,delete\nwest,true\n"], "v")
    #expect(reading.findings.first?.remedy.contains("the variant deletes it") == true)
  }
}
