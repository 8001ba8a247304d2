import CommandLineTools
import Foundation
import TestSupport
import Testing

@Suite struct ManPageTests {
  private let page = ManPage(SampleTool.tool, version: "1.2.3", date: "2026-01-31").text()

  @Test func `the page of a tool`() {
    #expect(GoldenText.difference(of: page, from: "sample.1") == nil)
  }

  private static let mandoc = "/usr/bin/mandoc"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: mandoc)))
  func `mandoc finds nothing wrong with it`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.mandoc)
    process.arguments = ["-T", "lint", "-W", "warning"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(page.utf8))
    try input.fileHandleForWriting.close()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: text, as: UTF8.self) == "")
    #expect(process.terminationStatus == 0)
  }

  @Test func `no text is taken for a request`() {
    var tool = SampleTool.tool
    tool.verbs[0].about = [".SH begins a line, 'so does a quote, and \\fB is a backslash."]
    let lines = ManPage(tool, version: "1", date: "2026-01-31").text().split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("\\&.SH begins a line, \\(aqso does") })
    #expect(lines.contains { $0.contains("\\efB is a backslash.") })
  }
}
