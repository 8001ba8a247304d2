import ForceData
import GLPKSolver
import Glibc
import LinearProgramming

/// Measures a run from its start, for run.json.
struct RunClock {
  private let started = time(nil)
  private let start = ContinuousClock.now

  /// The record of the run up to now.
  func record(options: [String]) -> RunRecord {
    let wall = ContinuousClock.now - start
    return RunRecord(
      version: Tool.version, engineVersion: GLPKEngineProvider().versionName, options: options,
      started: Self.text(of: started), wallSeconds: wall / .seconds(1),
      peakMemoryBytes: Self.peakMemoryBytes())
  }

  /// A time as ISO 8601 writes it, in UTC.
  private static func text(of time: time_t) -> String {
    var time = time
    var parts = tm()
    gmtime_r(&time, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let length = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func peakMemoryBytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    // Linux counts in units of 1,024 bytes.
    return usage.ru_maxrss * 1024
  }
}
