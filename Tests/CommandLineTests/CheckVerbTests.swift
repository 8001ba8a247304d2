import Foundation
import TestSupport
import Testing

@Suite struct CheckVerbTests {
  private let model = Forceplan.models.appendingPathComponent("three-crises").path
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func check(_ rows: String) throws -> Forceplan.Outcome {
    try ("contribution,crisis,mode,lift,units,from,until\n" + rows)
      .write(toFile: scratch.path("hand.csv"), atomically: true, encoding: .utf8)
    return try Forceplan.run(["check", model, "hand.csv"], in: scratch.url)
  }

  @Test func `the deployments of a plan can stand`() throws {
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    let outcome = try Forceplan.run(["check", model, "plan/deployments.csv"], in: scratch.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("can stand as it is"))
    #expect(outcome.output.contains("shortfall        900      900"))
  }

  @Test func `the page of a plan that cannot stand`() throws {
    let outcome = try check(
      "Balkhash-rapid,Khujand,road,,5,4,10\nAral-police,Osh,air,Aral-aircraft,3,4,10\n")
    #expect(outcome.exitCode == 20)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "check.txt") == nil)
  }

  @Test func `JSON says the same`() throws {
    _ = try check("Balkhash-rapid,Khujand,road,,5,4,10\n")
    let outcome = try Forceplan.run(
      ["check", model, "hand.csv", "--format", "json"], in: scratch.url)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(root["feasible"] as? Bool == false)
    let cuts = try #require(root["cuts"] as? [[String: Any]])
    #expect(cuts.count == 1)
    #expect(cuts[0]["before"] as? Double == 5)
    #expect(cuts[0]["after"] as? Double == 3)
  }

  @Test func `the page of a plan with lines that can never be`() throws {
    let outcome = try check(Self.impossibleLines.map(\.line).joined() + Self.possibleLines)
    #expect(outcome.exitCode == 20)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "check-impossible.txt") == nil)
  }

  /// Lines that can never be beside lines that can, each with the column to blame, a word of the cause, and the
  /// nearest stay: how, from and until.
  private static let impossibleLines:
    [(line: String, column: Int, cause: String, nearest: (String, Double, Double)?)] = [
      ("Karakul-police,Osh,road,,1,2,6\n", 6, "on day 6 at the earliest", ("road", 6, 10)),
      ("Karakul-peace,Batken,road,,1,4,10\n", 1, "a caveat of 'Karakul' forbids it", nil),
      ("Karakul-peace,Osh,road,,1,4,10\n", 2, "takes 'peacekeeping-company'", nil),
      ("Aral-police,Osh,road,,1,2,10\n", 3, "1473 km away", ("Aral-aircraft", 2, 10)),
      ("Aral-police,Osh,,Aral-aircraft,1,3,10\n", 6, "no boundary", ("Aral-aircraft", 2, 10)),
      (
        "Aral-police,Osh,,Aral-aircraft,1,4,12\n", 7, "beyond the horizon", ("Aral-aircraft", 4, 10)
      ),
      ("Balkhash-peace,Batken,,Aral-aircraft,1,4,10\n", 4, "belongs to 'Aral'", ("road", 4, 10)),
      ("Karakul-peace,Khujand,air,,1,6,10\n", 3, "no lift pool", ("road", 6, 10)),
      ("Aral-police,Osh,road,Aral-aircraft,1,6,10\n", 3, "serves 'air'", ("Aral-aircraft", 6, 10)),
      ("Balkhash-rapid,Khujand,road,,1,2,2.5\n", 7, "no boundary", ("road", 2, 4)),
    ]

  private static let possibleLines = "Balkhash-rapid,Khujand,road,,2,4,10\n"

  @Test func `a line that can never be has its cause and the nearest stay in JSON`() throws {
    for (line, column, cause, nearest) in Self.impossibleLines {
      _ = try check(Self.possibleLines + line)
      let outcome = try Forceplan.run(
        ["check", model, "hand.csv", "--format", "json"], in: scratch.url)
      #expect(outcome.exitCode == 20, "\(line): \(outcome.errors)")
      let root = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let impossible = try #require(root["impossible"] as? [[String: Any]])
      #expect(impossible.count == 1)
      #expect(impossible.first?["place"] as? String == "hand.csv:3:\(column)", "\(line)")
      #expect((impossible.first?["cause"] as? String)?.contains(cause) == true, "\(line)")
      let cuts = try #require(root["cuts"] as? [[String: Any]])
      #expect(cuts.map { $0["row"] as? Int } == [3], "\(line)")
      let moved = cuts.first?["moved"] as? [String: Any]
      #expect((moved?["lift"] as? String ?? moved?["mode"] as? String) == nearest?.0, "\(line)")
      #expect(moved?["fromDay"] as? Double == nearest?.1, "\(line)")
      #expect(moved?["untilDay"] as? Double == nearest?.2, "\(line)")
      #expect(cuts.first?["after"] as? Double == (nearest == nil ? 0 : 1), "\(line)")
    }
  }

  /// What the smallest change says is done by hand; then there is nothing more to say.
  @Test func `with lines moved as the page says the plan can stand`() throws {
    _ = try check(
      "Karakul-police,Osh,road,,3,2,6\nAral-police,Osh,air,Aral-aircraft,1,2,10\n"
        + "Aral-police,Osh,road,,2,2,10\n")
    let outcome = try Forceplan.run(
      ["check", model, "hand.csv", "--format", "json"], in: scratch.url)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let cuts = try #require(root["cuts"] as? [[String: Any]])
    // Karakul has two units; the aircraft carries one unit a period, and the line that can be comes first.
    #expect(cuts.map { $0["row"] as? Int } == [2, 4])
    #expect(cuts.map { $0["after"] as? Double } == [2, 0])
    let mended = try check(
      "Karakul-police,Osh,road,,2,6,10\nAral-police,Osh,air,Aral-aircraft,1,2,10\n")
    #expect(mended.exitCode == 0, "\(mended.output)")
  }

  @Test(arguments: [
    ("Nobody,Osh,road,,1,2,6\n", "hand.csv:2:1: error[unknown-reference]"),
    ("Aral-police,Osh,,,1,2,6\n", "hand.csv:2:3: error[missing-value]"),
    ("Aral-police,Osh,road,,many,2,6\n", "hand.csv:2:5: error[bad-number]"),
    ("Aral-police,Osh,road,,1,6,2\n", "hand.csv:2:7: error["),
  ])
  func `a line that cannot be read is a finding`(line: String, words: String) throws {
    let outcome = try check(line)
    #expect(outcome.exitCode == 30)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func `lines are read from a workbook`() throws {
    _ = try Forceplan.run(["solve", model, "-o", "plan"], in: scratch.url)
    _ = try Forceplan.run(["export", "plan", "--xlsx", "plan.xlsx"], in: scratch.url)
    let outcome = try Forceplan.run(["check", model, "plan.xlsx"], in: scratch.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)\(outcome.output)")
    let same = try Forceplan.run(["check", model, "plan/deployments.csv"], in: scratch.url)
    #expect(outcome.output == same.output.replacing("deployments.csv", with: "plan.xlsx"))
  }

  @Test(arguments: [
    ("nowhere.csv", Int32(66), "cannot be read"), (".", 66, "it is a folder"),
  ])
  func `what cannot be read is refused`(path: String, exitCode: Int32, words: String) throws {
    let outcome = try Forceplan.run(["check", model, path], in: scratch.url)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
