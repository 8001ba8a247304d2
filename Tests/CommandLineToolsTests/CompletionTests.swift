import CommandLineTools
import Foundation
import TestSupport
import Testing

@Suite struct CompletionTests {
  @Test(arguments: Shell.allCases)
  func `the script of a shell`(shell: Shell) {
    let script = shell.completionScript(for: SampleTool.tool)
    let name = "completion.\(shell.rawValue)"
    #expect(GoldenText.difference(of: script, from: name) == nil)
  }

  @Test(arguments: Shell.allCases)
  func `a shell that is installed takes its script`(shell: Shell) throws {
    guard let path = Self.path(of: shell) else { return }
    let script = shell.completionScript(for: SampleTool.tool)
    #expect(try Self.output(of: path, ["-n"], input: script) == "")
  }

  /// What bash offers for the last of the words, as `sort` orders it.
  @Test(
    arguments: [
      (["so"], ["solve"]),
      (
        [""],
        [
          "--help", "--no-color", "--quiet", "--verbose", "-h", "-q", "-v", "schema", "solve",
        ]
      ),
      (["solve", "--fo"], ["--format"]),
      (["solve", "m", "--format", ""], ["json", "text"]),
      (["solve", "m", "--format", "=", "j"], ["json"]),
      (["solve", "m", "--format", "="], ["json", "text"]),
      (["schema", "ta"], ["tables"]),
    ] as [([String], [String])])
  func `bash completes verbs, options and values`(words: [String], offers: [String]) throws {
    guard let bash = Self.path(of: .bash) else { return }
    let quoted = (["sample"] + words).map { "'\($0)'" }.joined(separator: " ")
    let script =
      Shell.bash.completionScript(for: SampleTool.tool) + """
        COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count)
        _sample
        printf '%s\\n' "${COMPREPLY[@]}" | LC_ALL=C sort
        """
    let lines = try Self.output(of: bash, [], input: script).split(separator: "\n")
    #expect(lines.map(String.init) == offers)
  }

  private static func path(of shell: Shell) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + shell.rawValue }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What the shell prints, errors included, when it reads the script from standard input.
  private static func output(
    of path: String, _ arguments: [String], input: String
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let stdin = Pipe()
    let stdout = Pipe()
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stdout
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
