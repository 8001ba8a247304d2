import Foundation
import TestSupport
import Testing

/// What the README and the guide show is what happens.
@Suite struct DocumentationTests {
  private static let root = Forceplan.models.deletingLastPathComponent()
  private static let guide = root.appendingPathComponent("Sources/forceplan/Guide.docc")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  /// All pages, by path.
  static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: guide.path)) ?? []
    return ["README.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "Sources/forceplan/Guide.docc/" + $0 }
  }()

  private func page(_ path: String) throws -> DocumentedPage {
    try DocumentedPage(Self.root.appendingPathComponent(path))
  }

  @Test(arguments: pages)
  func `commands print what the page shows`(path: String) throws {
    var page = try page(path)
    let shell = PageShell(folder: try ScratchFolder())
    for number in page.blocks.indices {
      // Recording moves the blocks that follow.
      let block = page.blocks[number]
      switch block.language {
      case "console": try run(block, of: &page, by: shell)
      case "csv", "json":
        let file = shell.folder.url.appendingPathComponent(try #require(block.path))
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((block.lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      default: break
      }
    }
  }

  private func run(
    _ block: DocumentedPage.Block, of page: inout DocumentedPage, by shell: PageShell
  ) throws {
    let place = "\(page.url.lastPathComponent):\(block.start + 1)"
    #expect(!block.commands.isEmpty, "\(place): no command")
    var recorded: [String] = []
    for (command, expected) in block.commands {
      let (exitCode, lines) = try shell.run(command)
      // A finding, a shortfall or a plan that cannot be are results; what comes after is a failure.
      #expect(exitCode <= 30, "\(place): \(command) ended with \(exitCode): \(lines)")
      recorded += ("$ " + command.replacingOccurrences(of: "\n", with: "\n> "))
        .split(separator: "\n").map(String.init)
      recorded += expected.contains("…") ? expected : lines
      guard !Self.isRecording || expected.contains("…") else { continue }
      #expect(
        lines.matches(expected),
        "\(place): \(command) printed\n\(lines.joined(separator: "\n"))")
    }
    guard Self.isRecording, recorded != block.lines else { return }
    try page.record(recorded, in: block)
    Issue.record("recorded \(place); read it and run again without RECORD_GOLDEN")
  }

  @Test(arguments: pages)
  func `every block is of a kind that is tested`(path: String) throws {
    let ci = try String(contentsOf: Self.root.appendingPathComponent(".ci/run"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    for block in try page(path).blocks {
      switch block.language {
      case "console", "csv", "json": break
      case "sh":
        for line in block.lines {
          let command = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
          #expect(ci.contains(command), "\(path): .ci/run does not run '\(command)'")
        }
      case "swift":
        let file = "Tests/LibraryExample/Sources/InCode/main.swift"
        let source = try String(
          contentsOf: Self.root.appendingPathComponent(file), encoding: .utf8)
        #expect(
          source == block.lines.joined(separator: "\n") + "\n", "\(path) does not show \(file)")
      case "text":
        #expect(path.hasSuffix("Mathematics.md"), "\(path): text that nothing checks")
      default: Issue.record("\(path): a block of kind '\(block.language)'")
      }
    }
  }

  @Test(arguments: pages)
  func `links between files lead to files`(path: String) throws {
    let page = try page(path)
    let folder = page.url.deletingLastPathComponent()
    for match in page.lines.joined(separator: "\n").matches(of: /\]\((?!https?:)([^)#]+)[^)]*\)/) {
      let target = folder.appendingPathComponent(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: target), "\(path) links to \(match.1)")
    }
  }

  @Test func `the file reference is what the tool prints`() throws {
    let outcome = try Forceplan.run(["schema", "--format", "markdown"])
    #expect(outcome.exitCode == 0)
    let file = Self.guide.appendingPathComponent("FileReference.md")
    if Self.isRecording { try Data(outcome.output.utf8).write(to: file) }
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page == outcome.output, "record it with RECORD_GOLDEN=1")
    #expect(!Self.isRecording, "recorded \(file.lastPathComponent)")
  }

  @Test(arguments: [
    (["a", "b"], ["a", "b"], true), (["a", "b"], ["a"], false), (["a"], ["a", "b"], false),
    (["a", "b", "c"], ["a", "…", "c"], true), (["a", "c"], ["a", "…", "c"], true),
    (["a", "b"], ["…"], true), ([], [], true), ([], ["a"], false),
    (["a", "b"], ["…", "a"], false),
  ])
  func `lines left out match any`(lines: [String], expected: [String], matches: Bool) {
    #expect(lines.matches(expected) == matches)
  }

  @Test func `a changed page is noticed`() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appendingPathComponent("page.md")
    let text =
      "Write `a/b.csv`:\n\n```csv\nx\n```\n\n```console\n$ cat \\\n> a/b.csv\nx\n$ true\n```\n"
    try Data(text.utf8).write(to: file)
    let blocks = try DocumentedPage(file).blocks
    #expect(blocks.map(\.language) == ["csv", "console"])
    #expect(blocks[0].path == "a/b.csv")
    #expect(blocks[1].commands.map(\.command) == ["cat \\\na/b.csv", "true"])
    #expect(blocks[1].commands.map(\.output) == [["x"], []])
  }
}
