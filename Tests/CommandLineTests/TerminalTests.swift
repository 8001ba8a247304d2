import Foundation
import Testing

/// What is different where output goes to a terminal, which `script` plays.
@Suite struct TerminalTests {
  private static let script = "/usr/bin/script"
  private static let isThere = FileManager.default.isExecutableFile(atPath: script)

  /// What the terminal receives from the tool.
  private func shown(_ arguments: String, environment: [String: String] = [:]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.script)
    process.arguments = ["-qec", "'\(Forceplan.executable.path)' \(arguments)", "/dev/null"]
    process.environment = environment.merging(
      ["PATH": "/usr/bin:/bin", "TERM": "xterm"]) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(.enabled(if: isThere)) func `headings are bold and errors red`() throws {
    #expect(try shown("help").contains("\u{1B}[1mVerbs:\u{1B}[0m"))
    #expect(try shown("hepl").contains("\u{1B}[1;31merror:\u{1B}[0m 'hepl'"))
  }

  @Test(
    .enabled(if: isThere),
    arguments: [
      ("version --help --no-color", [:]), ("help", ["NO_COLOR": "1"]), ("help", ["TERM": "dumb"]),
    ] as [(String, [String: String])])
  func `colours can be kept away`(arguments: String, environment: [String: String]) throws {
    let text = try shown(arguments, environment: environment)
    #expect(text.contains("Examples:"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test(.enabled(if: isThere)) func `progress is shown while planning takes long, and taken away`()
    throws
  {
    let model = Forceplan.models.appendingPathComponent("central-asia").path
    let text = try shown("solve '\(model)' --time-limit 1s")
    #expect(text.contains("\r\u{1B}[Kplanning for 0 s; Ctrl-C ends with the best plan so far"))
    #expect(text.contains("\r\u{1B}[K\u{1B}[1mCentral Asia"))
    #expect(!(try shown("solve '\(model)' --time-limit 1s --quiet")).contains("planning for"))
  }
}
