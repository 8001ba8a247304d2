import Glibc
import TextFormats

/// The phases of a benchmark in their order, each with the times that it took.
struct PhaseTable {
  /// A phase and its samples.
  struct Phase {
    let name: String
    /// Time by the clock, one for each sample.
    fileprivate(set) var seconds = Samples()
    /// Time of all processors together: on a busy machine it tells more than the clock.
    fileprivate(set) var cpuSeconds = Samples()

    var json: JSONValue {
      [
        "name": .string(name), "median": .number(seconds.median), "min": .number(seconds.least),
        "max": .number(seconds.most), "medianCPU": .number(cpuSeconds.median),
        "seconds": .array(seconds.values.map { .number($0) }),
        "cpuSeconds": .array(cpuSeconds.values.map { .number($0) }),
      ]
    }
  }

  /// Figures that were measured, at least one.
  struct Samples {
    fileprivate(set) var values: [Double] = []

    var median: Double {
      let sorted = values.sorted()
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
    var least: Double { values.reduce(.infinity, min) }
    var most: Double { values.reduce(0, max) }
  }

  private(set) var phases: [Phase] = []

  /// Adds a sample to a phase.
  mutating func add(_ name: String, _ time: ProcessTime) {
    let index = phases.firstIndex { $0.name == name } ?? phases.count
    if index == phases.count { phases.append(Phase(name: name)) }
    phases[index].seconds.values.append(time.seconds)
    phases[index].cpuSeconds.values.append(time.cpuSeconds)
  }

  /// Does a piece of work and adds the time that it took to the samples of a phase.
  mutating func measure<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let start = ProcessTime.now
    let result = try work()
    add(name, .now - start)
    return result
  }
}

/// Time by the clock and of all processors together.
struct ProcessTime {
  private(set) var seconds = 0.0
  private(set) var cpuSeconds = 0.0

  private static let origin = ContinuousClock.now

  /// Seconds as people read short times.
  static func milliseconds(_ seconds: Double) -> String {
    ReadableNumber.rounded(seconds * 1000, decimals: 1) + " ms"
  }

  static var now: ProcessTime {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return ProcessTime(
      seconds: (ContinuousClock.now - origin) / .seconds(1),
      cpuSeconds: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
  }

  static func - (end: ProcessTime, start: ProcessTime) -> ProcessTime {
    ProcessTime(
      seconds: end.seconds - start.seconds, cpuSeconds: end.cpuSeconds - start.cpuSeconds)
  }

  static func += (sum: inout ProcessTime, time: ProcessTime) {
    sum.seconds += time.seconds
    sum.cpuSeconds += time.cpuSeconds
  }
}
