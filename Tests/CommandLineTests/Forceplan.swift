import Foundation
import TestSupport

/// The built tool, which stands beside the test bundle.
enum Forceplan {
  /// What a run of the tool left behind.
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// Why a run gave no outcome.
  enum RunFailure: Error {
    case endedBySignal(Int32)
    case tookTooLong
  }

  /// Runs the tool in a working folder, with no environment but PATH and the variables given.
  ///
  /// `limits` are commands of a shell that come before the tool, as `ulimit -v 100000`.
  /// While it runs, `whileRunning` may act on the process and look at the file `errorsTo`, into
  /// which standard error goes; then the end is waited for.
  static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
    limits: String? = nil, errorsTo errorFile: String? = nil,
    whileRunning: (Process) throws -> Void = { _ in }
  ) throws -> Outcome {
    let process = Process()
    if let limits {
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", "\(limits); exec \"$0\" \"$@\"", executable.path] + arguments
    } else {
      process.executableURL = executable
      process.arguments = arguments
    }
    if let folder { process.currentDirectoryURL = folder }
    process.environment = environment.merging(surroundings) { own, _ in own }
    let scratch = try ScratchFolder()
    let (output, errors) = (scratch.path("output"), errorFile ?? scratch.path("errors"))
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run(outputTo: output, errorsTo: errors)
    try whileRunning(process)
    // Generous: it is there so that a hanging tool fails a test, not to measure anything.
    guard ended.wait(timeout: .now() + 120) == .success else {
      kill(process.processIdentifier, SIGKILL)
      throw RunFailure.tookTooLong
    }
    guard process.terminationReason == .exit else {
      throw RunFailure.endedBySignal(process.terminationStatus)
    }
    let texts = try [output, errors].map {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
    }
    return Outcome(exitCode: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// PATH, and where what the tests cover is counted, the pattern of the files for that.
  private static var surroundings: [String: String] {
    var surroundings = ["PATH": "/usr/bin:/bin"]
    surroundings["LLVM_PROFILE_FILE"] = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
    return surroundings
  }

  /// The folder of the shipped models.
  static let models = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Models")

  static let executable = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("forceplan")
}
