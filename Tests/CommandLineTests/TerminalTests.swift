import Foundation
import TestSupport
import Testing

/// What is different where output goes to a terminal, which `script` plays.
@Suite struct TerminalTests {
  private static let script = "/usr/bin/script"
  private static let isThere = FileManager.default.isExecutableFile(atPath: script)

  /// What the terminal receives from the tool; `typed` is typed once the terminal shows `prompt`.
  private func shown(
    _ arguments: String, environment: [String: String] = [:], typing typed: String = "",
    after prompt: String = "", exitCode: Int32? = nil
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.script)
    process.arguments = ["-qec", "exec '\(Forceplan.executable.path)' \(arguments)", "/dev/null"]
    process.environment = environment.merging(
      ["PATH": "/usr/bin:/bin", "TERM": "xterm"]) { own, _ in own }
    let (keyboard, screen) = (Pipe(), Pipe())
    process.standardInput = keyboard
    process.standardOutput = screen
    try process.run()
    var text = ""
    var isTyped = false
    while true {
      let bytes = screen.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      text += String(decoding: bytes, as: UTF8.self)
      if !typed.isEmpty, !isTyped, text.contains(prompt) {
        isTyped = true
        try keyboard.fileHandleForWriting.write(contentsOf: Data(typed.utf8))
      }
    }
    process.waitUntilExit()
    if let exitCode { #expect(process.terminationStatus == exitCode) }
    return text
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

  private static let model = Forceplan.models.appendingPathComponent("osh-2010").path
  /// Work without an end in sight on any machine: a search through whole units.
  private static let longWork = "solve '\(model)' --whole-units"

  @Test(.enabled(if: isThere)) func `progress shows the gap, and Ctrl-C ends with a plan`() throws {
    let text = try shown(Self.longWork, typing: "\u{3}", after: ": gap ", exitCode: 22)
    let line =
      /planning for \d+ s, [a-z.0-9]+: gap [<>]? ?[0-9.]+ %; Ctrl-C ends with the best plan so far/
    #expect(text.contains(line))
    #expect(text.contains("Status: stopped"))
    // The line is taken away before the page is written, and does not come back.
    let page = try #require(text.range(of: "\r\u{1B}[K\u{1B}[1m"))
    #expect(!text[page.upperBound...].contains("planning for"))
    #expect(!text[page.upperBound...].contains("\u{1B}[K"))
  }

  @Test(.enabled(if: isThere))
  func `progress shows the variants and the time left, and Ctrl-C says how to go on`()
    throws
  {
    let scratch = try ScratchFolder()
    var list = ""
    for number in 1...200 {
      try scratch.write(
        "v\(number).json",
        #"{"contributions": [{"contribution": "Armenia-peace", "units": \#(number)}]}"#)
      list += "v\(number).json\n"
    }
    try scratch.write("list.txt", list)
    let text = try shown(
      "compare '\(Self.model)' --list '\(scratch.path("list.txt"))' -o '\(scratch.path("out"))'",
      typing: "\u{3}", after: "variants, about", exitCode: 22)
    let line = /planning for \d+ s, \d+ of 200 variants, about \d+ (s|min) left; Ctrl-C stops/
    #expect(text.contains(line), "\(text.suffix(600))")
    #expect(
      text.contains(/\d+ of 200 variants are planned; the same command with --resume goes on/))
  }

  @Test(.enabled(if: isThere)) func `progress fits a narrow terminal`() throws {
    let text = try shown(
      Self.longWork + " --time-limit 2s", environment: ["COLUMNS": "50"])
    let lines = text.split(separator: "\r\u{1B}[K").filter { $0.hasPrefix("planning for") }
    #expect(!lines.isEmpty)
    for line in lines { #expect(line.count < 50, "\(line)") }
  }
}
