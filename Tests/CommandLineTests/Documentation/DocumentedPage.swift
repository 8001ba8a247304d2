import Foundation
import TestSupport

/// A page of Markdown as the tests see it: its fenced blocks, and the commands in them.
///
/// - A `console` block holds commands after `$ ` (continued after `> `) and what each prints; a line
///   that is only `…` stands for any lines.
/// - A `csv` or `json` block is written to the file that the text before it names last, in backquotes
///   and followed by a colon or full stop.
/// - An `sh` block holds commands that `.ci/run` runs.
struct DocumentedPage {
  /// A fenced block.
  struct Block {
    /// What the fence says.
    var language: String
    /// Index of the first line inside.
    var start: Int
    /// The lines inside.
    var lines: [String]
    /// The paragraph before it.
    var introduction: String

    /// The path that the introduction names last.
    var path: String? {
      introduction.matches(of: /`([^` ]+\.(?:csv|json))`/).last.map { String($0.1) }
    }

    /// The commands of a console block with what each prints.
    var commands: [(command: String, output: [String])] {
      var found: [(command: String, output: [String])] = []
      for line in lines {
        if line.hasPrefix("$ ") {
          found.append((String(line.dropFirst(2)), []))
        } else if line.hasPrefix("> "), let last = found.indices.last, found[last].output.isEmpty {
          found[last].command += "\n" + line.dropFirst(2)
        } else if let last = found.indices.last {
          found[last].output.append(line)
        }
      }
      return found
    }
  }

  let url: URL
  private(set) var lines: [String]

  init(_ url: URL) throws {
    self.url = url
    lines = try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The blocks of the page, in their order.
  var blocks: [Block] {
    var blocks: [Block] = []
    var open: Block?
    var paragraph: [String] = []
    for (index, line) in lines.enumerated() {
      if var block = open {
        if line == "```" {
          blocks.append(block)
          (open, paragraph) = (nil, [])
        } else {
          block.lines.append(line)
          open = block
        }
      } else if line.hasPrefix("```") {
        open = Block(
          language: String(line.dropFirst(3)), start: index + 1, lines: [],
          introduction: paragraph.joined(separator: " "))
      } else if !line.isEmpty {
        if index > 0, lines[index - 1].isEmpty { paragraph = [] }
        paragraph.append(line)
      }
    }
    return blocks
  }

  /// Writes other lines into a block, and the page to its file.
  mutating func record(_ newLines: [String], in block: Block) throws {
    lines.replaceSubrange(block.start..<block.start + block.lines.count, with: newLines)
    try Data(lines.joined(separator: "\n").utf8).write(to: url)
  }
}

/// What a command of a page prints, in a folder that the commands of the page share.
struct PageShell {
  let folder: ScratchFolder

  /// Runs a command in bash, with nothing but the built tool and the system's own on the path.
  ///
  /// Both outputs come together, as on a terminal that is 80 columns wide.
  func run(_ command: String) throws -> (exitCode: Int32, lines: [String]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder.url
    process.environment = [
      "PATH": Forceplan.executable.deletingLastPathComponent().path + ":/usr/bin:/bin"
    ]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    let lines =
      text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
    return (process.terminationStatus, lines.map(String.init))
  }
}

extension [String] {
  /// Whether the lines are those of another list, in which `…` stands for any lines.
  func matches(_ expected: [String]) -> Bool {
    guard let first = expected.first else { return isEmpty }
    guard first == "…" else {
      return self.first == first && Array(dropFirst()).matches(Array(expected.dropFirst()))
    }
    let rest = Array(expected.dropFirst())
    return (0...count).contains { Array(dropFirst($0)).matches(rest) }
  }
}
