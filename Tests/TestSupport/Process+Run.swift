public import Foundation

extension Process {
  /// Starts the process with nothing to read, and with what it prints going into two files, so that no pipe can fill up.
  public func run(outputTo output: String, errorsTo errors: String) throws {
    let handles = try [output, errors].map { path in
      try Data().write(to: URL(fileURLWithPath: path))
      return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
    standardInput = FileHandle.nullDevice
    standardOutput = handles[0]
    standardError = handles[1]
    // The process has the files open itself now. It may outlive its end here, and keep handles open, so that there
    // would be thousands in a run of all tests.
    defer { for handle in handles { try? handle.close() } }
    try run()
  }
}
