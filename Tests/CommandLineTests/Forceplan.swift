import Foundation

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
    process.standardInput = FileHandle.nullDevice
    let output = try Sink()
    let errors = try Sink(path: errorFile)
    process.standardOutput = output.handle
    process.standardError = errors.handle
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    try whileRunning(process)
    // Generous: it is there so that a hanging tool fails a test, not to measure anything.
    guard ended.wait(timeout: .now() + 120) == .success else {
      kill(process.processIdentifier, SIGKILL)
      throw RunFailure.tookTooLong
    }
    guard process.terminationReason == .exit else {
      throw RunFailure.endedBySignal(process.terminationStatus)
    }
    return Outcome(
      exitCode: process.terminationStatus, output: try output.text(), errors: try errors.text())
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

  /// A file that takes what the tool writes, so that no pipe can fill up.
  private struct Sink {
    let handle: FileHandle
    private let file: URL

    init(path: String? = nil) throws {
      file =
        path.map { URL(fileURLWithPath: $0) }
        ?? FileManager.default.temporaryDirectory
        .appendingPathComponent("forceplan-\(UUID().uuidString)")
      try Data().write(to: file)
      handle = try FileHandle(forUpdating: file)
    }

    func text() throws -> String {
      defer { try? FileManager.default.removeItem(at: file) }
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
  }
}

/// A folder for one test, gone afterwards.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("forceplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of an entry of the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
