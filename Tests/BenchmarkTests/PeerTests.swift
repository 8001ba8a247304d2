import Foundation
import Testing

/// The script that sets the planner beside other solvers has tests of its own, in its language.
@Suite struct PeerTests {
  private static let python = URL(fileURLWithPath: "/usr/bin/python3")

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python.path)))
  func `the comparison with peers passes its own tests`() throws {
    let outcome = try BuiltTool().run(
      Self.python,
      [
        "-B", "-m", "unittest", "discover",
        BuiltTool.benchmarks.appendingPathComponent("Peers").path,
      ])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("OK"))
  }
}
