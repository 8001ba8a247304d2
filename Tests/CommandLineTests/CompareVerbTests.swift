import Foundation
import TestSupport
import Testing

@Suite struct CompareVerbTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write(
      "more-police/contributions.csv",
      "contribution,units\nAral-police,6\nKarakul-police,4\n")
    try scratch.write("verified.json", #"{"forceplan": {"strength": "verified"}}"#)
    try scratch.write("fewer/contributions.csv", "contribution,delete\nBalkhash-rapid,true\n")
  }

  private func compare(_ arguments: String...) throws -> Forceplan.Outcome {
    try Forceplan.run(["compare", model] + arguments, in: scratch.url)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  // MARK: Results

  @Test func `the page of a comparison`() throws {
    let outcome = try compare("--variant", "more-police", "--variant", "fewer", "-o", "out")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "compare.txt") == nil)
  }

  @Test func `goals are those that solve finds for each variant`() throws {
    let outcome = try compare(
      "--variant", "more-police", "--variant", "verified.json", "--variant", "fewer",
      "--format", "json")
    let goals = try #require(try json(outcome.output)["goals"] as? [[String: Any]])
    for (name, variant) in [
      ("more-police", "more-police"), ("verified", "verified.json"), ("fewer", "fewer"),
    ] {
      let plan = try json(
        Forceplan.run(
          ["solve", model, "--variant", variant, "--format", "json"], in: scratch.url
        ).output)
      let values = try #require(plan["goals"] as? [[String: Any]]).compactMap {
        $0["value"] as? Double
      }
      let compared = goals.filter { $0["variant"] as? String == name }.compactMap {
        $0["value"] as? Double
      }
      #expect(values.count == compared.count)
      for (value, other) in zip(values, compared) {
        #expect(abs(value - other) <= 1e-6 * max(1, abs(value)))
      }
    }
  }

  @Test func `the folder holds every table, each with a column variant`() throws {
    let outcome = try compare("--variant", "fewer", "-o", "out")
    #expect(outcome.exitCode == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).sorted()
    #expect(
      names == [
        "comparison.json", "contributors.csv", "crises.csv", "datapackage.json", "deployments.csv",
        "goals.csv", "inputs.csv", "measures.csv",
      ])
    for name in names where name.hasSuffix(".csv") {
      let text = try scratch.read("out/\(name)")
      #expect(text.hasPrefix("variant,"), "\(name)")
    }
    // A second run replaces the first.
    #expect(try compare("--variant", "more-police", "-o", "out").exitCode == 0)
    let goals = try scratch.read("out/goals.csv")
    #expect(goals.contains("more-police") && !goals.contains("fewer"))
  }

  @Test func `a model may be compared with a whole other model, and with itself`() throws {
    try FileManager.default.copyItem(
      atPath: model, toPath: scratch.url.appendingPathComponent("copy").path)
    let outcome = try compare("--variant", "copy")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("copy: nothing"))
    #expect(outcome.output.contains("same"))
    #expect(outcome.output.contains("copy: as in the base"))
  }

  @Test func `a list of many variants is planned, and the best comes first`() throws {
    var lines = ["# made by a test", ""]
    for number in 1...60 {
      try scratch.write(
        "many/v\(number).json",
        #"{"contributions": [{"contribution": "Aral-police", "units": \#(number % 7)}]}"#)
      lines.append("v\(number).json")
    }
    try scratch.write("many/list.txt", lines.joined(separator: "\r\n"))
    let outcome = try compare("--list", "many/list.txt", "--sort", "shortfall")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("beside 60 variants"))
    let csv = try compare("--list", "many/list.txt", "--format", "csv").output
    let rows = csv.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    let best = rows.filter { $0[3] == "shortfall" && $0[0].hasPrefix("v") }
      .min { Double($0[5]) ?? 0 < Double($1[5]) ?? 0 }
    let bestName = String(try #require(best)[0])
    let goalLines = try #require(outcome.output.range(of: "shortfall, weighted"))
    let first = outcome.output[goalLines.upperBound...].split(whereSeparator: \.isNewline)[2]
    #expect(first.split(separator: " ").first.map(String.init) == bestName)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `the same comparison gives the same bytes with any number of threads`() throws {
    let outputs = try ["1", "2", "3"].map { threads in
      try compare(
        "--variant", "fewer", "--variant", "more-police", "--threads", threads, "--format", "json"
      ).output
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
  }

  // MARK: Refusals

  private struct Refused: Sendable {
    let arguments: [String]
    let exitCode: Int32
    let message: String
  }

  private static let refusals = [
    Refused(arguments: [], exitCode: 64, message: "--variant"),
    Refused(
      arguments: ["--variant", "nowhere"], exitCode: 66, message: "there is no such file or folder"),
    Refused(
      arguments: ["--list", "nowhere.txt"], exitCode: 66, message: "the list 'nowhere.txt' cannot"),
    Refused(
      arguments: ["--variant", "fewer", "--variant", "./fewer"], exitCode: 64,
      message: "have the same name"),
    Refused(
      arguments: ["--variant", "fewer", "--variant", ""], exitCode: 64, message: "--variant"),
    Refused(arguments: ["--variant", "fewer", "--list", ""], exitCode: 64, message: "--list"),
    Refused(arguments: ["--variant", "fewer", "--sort", "size"], exitCode: 64, message: "'size'"),
  ]

  @Test(arguments: refusals.indices)
  func `what cannot be compared is refused`(index: Int) throws {
    let refused = Self.refusals[index]
    let outcome = try Forceplan.run(["compare", model] + refused.arguments, in: scratch.url)
    #expect(outcome.exitCode == refused.exitCode)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(refused.message), "\(outcome.errors)")
  }

  @Test func `a folder with other files is not replaced`() throws {
    try scratch.write("mine/note.txt", "keep")
    let outcome = try compare("--variant", "fewer", "-o", "mine")
    #expect(outcome.exitCode == 74)
    #expect(try scratch.read("mine/note.txt") == "keep")
  }
}
