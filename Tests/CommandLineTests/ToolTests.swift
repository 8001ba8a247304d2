import Foundation
import TestSupport
import Testing

/// What holds for the tool whatever the verb.
@Suite struct ToolTests {
  @Test(arguments: [["help"], ["--help"], ["-h"]])
  func `the overview of all verbs`(arguments: [String]) throws {
    let outcome = try Forceplan.run(arguments)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "help.txt") == nil)
  }

  private static let verbs = [
    "new", "validate", "solve", "compare", "explain", "advise", "check", "verify", "export",
    "schema",
    "version", "help", "completions",
  ]

  @Test(arguments: verbs)
  func `the page of a verb`(verb: String) throws {
    let outcome = try Forceplan.run(["help", verb])
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(GoldenText.difference(of: outcome.output, from: "help-\(verb).txt") == nil)
    #expect(try Forceplan.run([verb, "--help"]).output == outcome.output)
  }

  @Test func `without a verb the overview goes to standard error`() throws {
    let outcome = try Forceplan.run([])
    #expect(outcome.exitCode == 64)
    #expect(outcome.output == "")
    #expect(GoldenText.difference(of: outcome.errors, from: "help.txt") == nil)
  }

  @Test(arguments: [
    (
      ["hepl"],
      "error: 'hepl' is not a verb; did you mean 'help'?\nRun 'forceplan help' for what it takes.\n"
    ),
    (
      ["help", "versoin"],
      "error: 'versoin' is not a verb; did you mean 'version'?\nRun 'forceplan help' for what it takes.\n"
    ),
    (
      ["version", "--quite"],
      "error: unknown option '--quite'; did you mean '--quiet'?\n"
        + "Run 'forceplan help version' for what it takes.\n"
    ),
    (
      ["schema", "contribution"],
      "error: TABLE: expected one of contributors, locations, capabilities, substitutions, contributions, "
        + "crises, requirements, distances, modes, lift, caveats, fixed, policy, not 'contribution'; did you "
        + "mean 'contributions'?\nRun 'forceplan help schema' for what it takes.\n"
    ),
    (
      ["schema", "lift", "--format", "markdown"],
      "error: TABLE and --format markdown do not go together; give one of them\n"
        + "Run 'forceplan help schema' for what it takes.\n"
    ),
    (
      ["help", "solve", "--man"],
      "error: VERB and --man do not go together; give one of them\n"
        + "Run 'forceplan help help' for what it takes.\n"
    ),
    (
      ["version", "--quiet", "--verbose"],
      "error: --quiet and --verbose do not go together; give one of them\n"
        + "Run 'forceplan help version' for what it takes.\n"
    ),
  ])
  func `a command line that is not understood`(arguments: [String], errors: String) throws {
    let outcome = try Forceplan.run(arguments)
    #expect(outcome.exitCode == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors == errors)
  }

  @Test func `the manual page names every verb, its options and its examples`() throws {
    let outcome = try Forceplan.run(["help", "--man"])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasPrefix(".TH \"FORCEPLAN\" 1 "))
    for verb in Self.verbs { #expect(outcome.output.contains(".SS \"forceplan \(verb) ")) }
    #expect(outcome.output.contains("\\fB\\-\\-time\\-limit\\fR \\fITIME\\fR"))
    #expect(outcome.output.contains(".B forceplan solve mymodel \\-o plan"))
  }

  @Test(arguments: [["version"], ["--version"]])
  func `the versions of tool and solver`(arguments: [String]) throws {
    let outcome = try Forceplan.run(arguments)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.wholeMatch(of: /forceplan \d+\.\d+\.\d+ \(GLPK \d+\.\d+\)\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions name every verb`(shell: String) throws {
    let outcome = try Forceplan.run(["completions", shell])
    #expect(outcome.exitCode == 0)
    for verb in Self.verbs { #expect(outcome.output.contains(verb)) }
  }

  @Test(arguments: [
    ("> /dev/full", 74, "error: cannot write to standard output: No space left on device\n"),
    (">&-", 74, "error: cannot write to standard output: Bad file descriptor\n"),
    ("2>/dev/full", 0, ""),
    ("| head -c 0", 0, ""),
  ])
  func `output that cannot be written, and a reader that has left`(
    redirection: String, exitCode: Int32, errors: String
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let command = "set -o pipefail; '\(Forceplan.executable.path)' help \(redirection)"
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let text = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == exitCode)
    #expect(String(decoding: text, as: UTF8.self) == errors)
  }

  @Test func `pages are fitted to COLUMNS`() throws {
    let outcome = try Forceplan.run(["help"], environment: ["COLUMNS": "50"])
    for line in outcome.output.split(separator: "\n") where !line.contains("forceplan new") {
      #expect(line.count <= 50)
    }
  }
}
