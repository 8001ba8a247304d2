import Foundation
import TestSupport

/// Programs that tests run, and a folder for their files that is gone afterwards.
struct BuiltTool {
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// The tool, which stands beside the test bundle.
  static let solverBenchmark = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("solver-benchmark")
  /// The folder of the benchmarks.
  static let benchmarks = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Benchmarks")

  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Runs a program in the folder to its end.
  func run(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    let (output, errors) = (".output", ".errors")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    try process.run(outputTo: folder.path(output), errorsTo: folder.path(errors))
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus, output: try folder.read(output),
      errors: try folder.read(errors))
  }

  /// Writes a script into the folder.
  func writeScript(_ name: String, _ text: String) throws {
    try folder.write(name, "#!/bin/bash\n" + text + "\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path(name))
  }
}
