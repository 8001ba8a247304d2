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

  /// Does a piece of work and adds the time that it took to the samples of a phase.
  mutating func measure<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let cpuStart = Self.cpuSeconds()
    let result = try work()
    let cpuSeconds = Self.cpuSeconds() - cpuStart
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let index = phases.firstIndex { $0.name == name } ?? phases.count
    if index == phases.count { phases.append(Phase(name: name)) }
    phases[index].seconds.values.append(seconds)
    phases[index].cpuSeconds.values.append(cpuSeconds)
    return result
  }

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
