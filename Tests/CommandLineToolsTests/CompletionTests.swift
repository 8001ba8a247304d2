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

  /// What fish offers for the last word of a line; the folder that it runs in holds the file `note.txt`.
  @Test(
    .enabled(if: path(of: .fish) != nil),
    arguments: [
      ("so", ["solve"]), ("solve --fo", ["--format"]), ("solve m --format ", ["json", "text"]),
      ("solve m --variant no", ["note.txt"]), ("solve m --label no", []), ("schema ta", ["tables"]),
    ] as [(String, [String])])
  func `fish completes verbs, options and values`(line: String, offers: [String]) throws {
    let script =
      Shell.fish.completionScript(for: SampleTool.tool) + "complete -C 'sample \(line)'\n"
    let folder = try ScratchFolder(["note.txt": ""])
    let output = try Self.output(
      of: try #require(Self.path(of: .fish)), ["--no-config"], input: script, in: folder.url)
    // What is offered comes before a tab and what it means.
    let words = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(words == offers)
  }

  private static func path(of shell: Shell) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + shell.rawValue }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What the shell prints, errors included, when it reads the script from standard input.
  private static func output(
    of path: String, _ arguments: [String], input: String, in folder: URL? = nil
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
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
