import ForceModel
import ForcePlanning
import GLPKSolver
import Glibc
import Testing

/// Memory over many solves in one process.
@Suite struct MemoryTests {
  /// Bytes of the process that are in memory.
  private static func residentBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 128)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return 0 }
    let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    let text = String(decoding: bytes, as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }

  /// Plans the tutorial's model so many times; one plan of ten is stopped on the way.
  private static func solve(times: Int) throws {
    let model = try ShippedModel.read("three-crises")
    for time in 0..<times {
      let isStopped = time % 10 == 9
      let options = PlanningOptions(threads: 2, shouldStop: { isStopped })
      _ = try Planner(engines: GLPKEngineProvider(), options: options).plan(model)
    }
  }

  @Test func `memory is flat over a thousand solves`() async {
    // In a process of its own: other tests run beside this one.
    await #expect(processExitsWith: .success) {
      try Self.solve(times: 200)
      let before = Self.residentBytes()
      try #require(before > 0)
      try Self.solve(times: 1000)
      let growth = Self.residentBytes() - before
      #expect(growth < 2 << 20, "\(growth) bytes more after a thousand solves")
    }
  }
}
