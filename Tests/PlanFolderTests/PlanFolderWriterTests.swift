import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing

@Suite struct PlanFolderWriterTests {
  static let run = RunRecord(
    version: "0.1.0", engineVersion: "5.0", options: ["solve", "osh-2010", "-o", "plan"],
    started: "2026-01-02T03:04:05Z", wallSeconds: 1.5, peakMemoryBytes: 12_345_678)

  private func text(_ name: String, of plan: Plan = SamplePlan.plan) throws -> String {
    let file = try #require(PlanFolderWriter.files(of: plan).first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `columns have the names of data-package.md`() throws {
    let headers = [
      "deployments.csv":
        "line,contribution,contributor,capability,category,crisis,mode,lift,units,personnel,fromBase,"
        + "toLocation,km,departDay,closeDay,untilDay,returnDay,tonneKm,loads",
      "tasks.csv": "line,requirement,fromDay,untilDay,units,effectiveStrength",
      "shortfalls.csv":
        "requirement,crisis,capability,fromDay,untilDay,required,met,shortfall,weightedShortfall,reason",
      "prices.csv": "level,kind,subject,fromDay,untilDay,price,rangeLow,rangeHigh,unit",
      "contributors.csv":
        "contributor,unitsPledged,unitsDeployed,personnelDeployed,personDays,shareOfForce,burden,"
        + "tonneKm,cost",
      "crises.csv":
        "crisis,required,met,shortfall,closureDay,largestContributor,largestShare,contributors",
    ]
    for (name, header) in headers {
      #expect(try text(name).prefix { $0 != "\n" } == header)
    }
  }

  @Test func `cells are plain CSV`() throws {
    #expect(
      try text("deployments.csv").split(separator: "\n")[1]
        == "1,kaz-bn,KAZ,inf-bn,peacekeeping,osh,air,il76,0.3333333333333333,100,almaty,osh-place,"
        + "523.25,2.75,3,10,10.25,5232.5,0.1")
    #expect(
      try text("shortfalls.csv").split(separator: "\n")[1]
        == "order,osh,inf-bn,0,3,250.125,0,250.125,750.375,"
        + "\"too late, \"\"kaz-bn\"\" by 3 days; Бишкек\"")
    #expect(
      try text("prices.csv").split(separator: "\n")[1]
        == "1,supply,kaz-bn,0,3,12.5,,4,weighted person-days per unit")
    #expect(try text("crises.csv").split(separator: "\n")[1] == "batken,0,0,0,,,0,0")
  }

  @Test func `a plan folder has all its files, and only run json tells one run from another`()
    throws
  {
    let folder = try ScratchFolder()
    try PlanFolderWriter.write(SamplePlan.plan, run: Self.run, toFolder: folder.path("first"))
    var later = Self.run
    later.wallSeconds = 2
    try PlanFolderWriter.write(SamplePlan.plan, run: later, toFolder: folder.path("second"))
    let names = [
      "contributors.csv", "crises.csv", "datapackage.json", "deployments.csv", "plan.json",
      "prices.csv", "run.json", "shortfalls.csv", "tasks.csv",
    ]
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path("first"))
    #expect(written.sorted() == names)
    for name in names {
      let same = try folder.read("first/" + name) == folder.read("second/" + name)
      #expect(same == (name != "run.json"), "\(name)")
    }
    #expect(
      try folder.read("second/run.json") == """
        {
          "version": "0.1.0",
          "engineVersion": "5.0",
          "options": ["solve", "osh-2010", "-o", "plan"],
          "started": "2026-01-02T03:04:05Z",
          "wallSeconds": 2,
          "peakMemoryBytes": 12345678
        }

        """)
  }

  @Test(arguments: zip(PlanStatus.allCases, [0, 0, 20, 22, 40]))
  func `plan json repeats the exit code`(_ status: PlanStatus, _ code: Int) throws {
    var plan = SamplePlan.plan
    plan.status = status
    let text = try text("plan.json", of: plan)
    #expect(text.hasPrefix("{\n  \"status\": \"\(status.rawValue)\",\n  \"exitCode\": \(code),\n"))
  }

  @Test func `every column of every table has a schema with type and description`() throws {
    let package = try #require(
      try JSONSerialization.jsonObject(with: Data(text("datapackage.json").utf8))
        as? [String: Any])
    #expect(package["profile"] as? String == "tabular-data-package")
    #expect(package["name"] as? String == "osh-2010-plan")
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 6)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let header = try text(path).prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      #expect(fields.compactMap { $0["name"] as? String } == header)
      for field in fields {
        #expect((field["description"] as? String)?.hasSuffix(".") == true, "\(path) \(field)")
        #expect(["string", "number", "integer"].contains(field["type"] as? String))
      }
      // A limit whose price changes there has a row for each side, so prices have no key.
      guard path != "prices.csv" else {
        #expect(schema["primaryKey"] == nil)
        continue
      }
      let key = try #require(schema["primaryKey"] as? [String])
      #expect(!key.isEmpty && key.allSatisfy(header.contains))
    }
  }

  @Test func `a number that is not finite is written so that no reader takes it for one`() throws {
    let folder = try ScratchFolder()
    var plan = SamplePlan.plan
    plan.shortfalls[0].met = .nan
    try PlanFolderWriter.write(plan, run: Self.run, toFolder: folder.path("plan"))
    let reading = PlanFolderReader().read(path: folder.path("plan"))
    #expect(reading.plan == nil)
    #expect(reading.findings.first?.text.contains("'met' of entry 1 of 'shortfalls'") == true)
  }

  @Test func `an older plan is replaced`() throws {
    let folder = try ScratchFolder()
    var older = SamplePlan.plan
    older.deployments = []
    older.tasks = []
    try PlanFolderWriter.write(older, run: Self.run, toFolder: folder.path("plan"))
    try PlanFolderWriter.write(SamplePlan.plan, run: Self.run, toFolder: folder.path("plan"))
    #expect(try folder.names() == ["plan"])
    #expect(PlanFolderReader().read(path: folder.path("plan")).plan == SamplePlan.plan)
  }

  @Test func `a folder that holds anything but an older plan is not touched`() throws {
    let folder = try ScratchFolder()
    try PlanFolderWriter.write(SamplePlan.plan, run: Self.run, toFolder: folder.path("plan"))
    try folder.write("plan/notes.txt", "mine")
    var other = SamplePlan.plan
    other.assumptions = []
    #expect(
      throws: OutputError(path: folder.path("plan"), cause: .wouldLose("notes.txt"))
    ) {
      try PlanFolderWriter.write(other, run: Self.run, toFolder: folder.path("plan"))
    }
    #expect(try folder.read("plan/notes.txt") == "mine")
    #expect(PlanFolderReader().read(path: folder.path("plan")).plan == SamplePlan.plan)
  }
}
