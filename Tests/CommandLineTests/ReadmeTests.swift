import Foundation
import Testing
import WorkbookTestSupport

/// What the README shows is what the tool does.
@Suite struct ReadmeTests {
  private static let root = Forceplan.models.deletingLastPathComponent()

  private let tutorial: String

  init() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "## Tutorial"))
    let end = try #require(text.range(of: "## The model\n"))
    tutorial = String(text[start.lowerBound..<end.lowerBound])
  }

  @Test func `the page of the tutorial is the page that is printed`() throws {
    let page = try String(
      contentsOf: Self.root.appendingPathComponent(
        "Tests/CommandLineTests/Golden/three-crises.txt"),
      encoding: .utf8)
    let indented = page.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    #expect(tutorial.contains(indented))
  }

  @Test(arguments: ["explain-one.txt"])
  func `a page that the README shows is the page that is printed`(name: String) throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let page = try String(
      contentsOf: Self.root.appendingPathComponent("Tests/CommandLineTests/Golden/\(name)"),
      encoding: .utf8)
    let body = page.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    #expect(readme.contains(body))
  }

  @Test func `the commands of the tutorial run`() throws {
    let commands = tutorial.split(separator: "\n").filter {
      $0.hasPrefix("    forceplan ") || $0.hasPrefix("    mkdir ") || $0.hasPrefix("    printf ")
    }
    #expect(commands.count == 8)
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.currentDirectoryURL = scratch.url
    process.environment = [
      "PATH": Forceplan.executable.deletingLastPathComponent().path + ":/usr/bin:/bin"
    ]
    process.arguments = ["-euc", commands.joined(separator: "\n")]
    let output = URL(fileURLWithPath: scratch.path("output"))
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = try String(contentsOf: output, encoding: .utf8)
    let shortfalls = text.matches(of: #/  1  shortfall +(\d+)  weighted/#).map { String($0.1) }
    #expect(shortfalls == ["900", "300"])
    #expect(text.contains("The plan holds"))
  }

  @Test
  func `the commands for spreadsheets, databases and maps run, and the finding is the one shown`()
    throws
  {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "## Spreadsheets, databases and maps"))
    let end = try #require(readme.range(of: "## Comparing pledges"))
    let section = readme[start.lowerBound..<end.lowerBound]
    let commands = section.split(separator: "\n").filter { $0.hasPrefix("    forceplan ") }
      .map { $0.split(separator: " ").dropFirst().map(String.init) }
    #expect(commands.count == 8)
    let scratch = try ScratchFolder()
    for command in commands {
      let outcome = try Forceplan.run(command, in: scratch.url)
      #expect(outcome.exitCode == 0, "\(command): \(outcome.errors)")
    }

    // The workbook with a word in a cell of days.
    let file = scratch.url.appending(path: "mymodel.xlsx")
    var parts = try Archive.texts(of: [UInt8](try Data(contentsOf: file)))
    let sheet = "xl/worksheets/sheet6.xml"
    let spoilt = try #require(parts[sheet]).replacing(
      #/<c r="H6"[^>]*><v>4<\/v><\/c>/#, with: "<c r=\"H6\" t=\"str\"><v>soon</v></c>")
    #expect(spoilt != parts[sheet])
    parts[sheet] = spoilt
    let bytes = try Archive.bytes(
      of: parts.sorted { $0.key < $1.key }.map { ($0.key, Data($0.value.utf8)) })
    try Data(bytes).write(to: file)
    let outcome = try Forceplan.run(["validate", "mymodel.xlsx"], in: scratch.url)
    #expect(outcome.exitCode == 30)
    #expect(Self.words(String(section)).contains(Self.words(outcome.output)))
  }

  @Test func `the finding of the tutorial is the finding that is printed`() throws {
    let scratch = try ScratchFolder()
    try BadModel(
      "", "", .replace("contributions.csv", "Karakul-base,2,4", with: "Karakul-base,2,soon")
    ).write(to: scratch.url)
    let outcome = try Forceplan.run(["validate", "."], in: scratch.url)
    #expect(Self.words(tutorial).contains(Self.words(outcome.output)))
  }

  /// The words of a text, however its lines are broken.
  private static func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
