import Foundation
import Testing

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

  @Test func `the finding of the tutorial is the finding that is printed`() throws {
    let scratch = try ScratchFolder()
    try BadModel(
      "", "", .replace("contributions.csv", "Karakul-base,2,4", with: "Karakul-base,2,soon")
    ).write(to: scratch.url)
    let outcome = try Forceplan.run(["validate", "."], in: scratch.url)
    func words(_ text: String) -> String {
      text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
    #expect(words(tutorial).contains(words(outcome.output)))
  }
}
