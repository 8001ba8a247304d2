import Foundation
import TestSupport
import Testing

/// Files that are there to do harm: each is refused in little time and memory, and what is said of it is safe.
@Suite struct HostileInputTests {
  /// What a tool may take that reads small models; enough for the largest table that is allowed.
  private static let memoryKilobytes = 2_000_000

  /// Runs the tool under a limit on memory; a tool that takes time beyond measure is ended, and fails the test.
  private func run(_ arguments: [String], in folder: URL) throws -> Forceplan.Outcome {
    try Forceplan.run(arguments, in: folder, limits: "ulimit -v \(Self.memoryKilobytes)")
  }

  /// A file of this size that takes no room on the disk, with a text at its start.
  private static func writeSparse(_ text: String, bytes: UInt64, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: bytes)
    try file.close()
  }

  @Test(arguments: [
    ("lift.csv", 5 << 30, "error[limit-exceeded]: 'lift.csv' has more than 268435456 bytes"),
    ("lift.csv", 4 << 20, "error["),
    ("datapackage.json", 5 << 30, "has more than 4194304 bytes"),
    ("datapackage.json", 3 << 20, "error[json-syntax]"),
  ])
  func `gigabytes of nothing`(name: String, bytes: Int, finding: String) throws {
    let scratch = try ScratchFolder()
    try BadModel("", "").write(to: scratch.url)
    let text = try scratch.read(name)
    try Self.writeSparse(text, bytes: UInt64(bytes), to: scratch.path(name))
    let outcome = try run(["validate", "."], in: scratch.url)
    #expect(outcome.exitCode == 30)
    #expect(outcome.output.contains(finding), "\(outcome.output.prefix(400))")
  }

  /// A file that is larger than anybody writes.
  struct Flood: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: String

    init(_ description: String, _ file: String, _ text: String) {
      testDescription = description
      self.file = file
      self.text = text
    }
  }

  private static let million = 1_000_000
  private static let floods = [
    Flood("a million columns", "lift.csv", String(repeating: "x,", count: million) + "x\n"),
    Flood(
      "one quote for all", "lift.csv", "lift,\"" + String(repeating: "a\n", count: million)),
    Flood(
      "JSON as wide as the sea", "datapackage.json",
      "{\"name\": \"x\", \"resources\": [" + String(repeating: "{},", count: 400_000) + "{}]}"),
    Flood(
      "JSON as deep as a well", "datapackage.json", String(repeating: "{\"a\":", count: 400_000)),
    Flood(
      "a number of 90,000 digits", "lift.csv",
      "lift,owner,mode,assets,tonnes,seats,kmPerDay\nx,*,air,"
        + String(repeating: "9", count: 90_000) + ",1,1,1\n"),
  ]

  @Test(arguments: floods)
  func `more than anybody writes`(flood: Flood) throws {
    let scratch = try ScratchFolder()
    try BadModel("", "", .write(flood.file, flood.text)).write(to: scratch.url)
    let outcome = try run(["validate", "."], in: scratch.url)
    #expect(outcome.exitCode == 30)
    #expect(outcome.output.hasPrefix(flood.file + ":"), "\(outcome.output.prefix(300))")
    // However much is wrong, the page stays one that somebody can read.
    #expect(outcome.output.utf8.count < 20_000_000)
  }

  @Test(arguments: ["/dev/zero", "/dev/urandom", "/proc/self/mem", "/etc/passwd", "../../etc"])
  func `links to what is no part of the model`(target: String) throws {
    for name in ["lift.csv", "datapackage.json"] {
      let scratch = try ScratchFolder()
      try BadModel("", "", .link(name, to: target)).write(to: scratch.url)
      let outcome = try run(["validate", "."], in: scratch.url)
      #expect([30, 66].contains(outcome.exitCode), "\(name)")
      #expect(!(outcome.output + outcome.errors).contains("root:"), "\(name)")
    }
  }

  /// Names that would move the cursor, colour the screen, turn the text round, set the title or ring.
  private static let names = [
    "\u{1B}[31mred\u{1B}[2J", "\u{202E}desrever\u{202C}", "\u{1B}]0;title\u{07}", "\u{9B}31m",
    "a\u{2066}b\u{2069}c", "back\u{08}\u{08}\u{08}\u{08}space", "zero\u{200B}width\u{FEFF}",
    "line\u{2028}break\u{85}",
  ]

  @Test(arguments: names)
  func `a name that a terminal would act on`(name: String) throws {
    let scratch = try ScratchFolder()
    try BadModel(
      "", "",
      .replace("contributors.csv", "Aral (invented member)", with: name),
      .replace("crises.csv", "Unrest at Osh", with: name)
    ).write(to: scratch.url)
    let commands = [
      ["validate", "."], ["solve", "."], ["explain", "."], ["advise", ".", "--top", "1"],
      ["compare", ".", "--variant", Forceplan.models.appendingPathComponent("three-crises").path],
    ]
    for command in commands {
      let outcome = try run(command, in: scratch.url)
      #expect(isSafe(outcome.output + outcome.errors), "\(command)")
    }
  }

  /// Whether a terminal shows a text as it is.
  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalar == "\n"
      default: !scalar.properties.isBidiControl
      }
    }
  }
}
