import TextFormats

/// The phases of a benchmark in their order, each with the times that it took.
struct PhaseTable {
  /// A phase and its samples.
  struct Phase {
    let name: String
    var seconds: [Double] = []

    var median: Double {
      let sorted = seconds.sorted()
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2) && !sorted.isEmpty
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
    var least: Double { seconds.min() ?? 0 }
    var most: Double { seconds.max() ?? 0 }

    var json: JSONValue {
      [
        "name": .string(name), "median": .number(median), "min": .number(least),
        "max": .number(most), "seconds": .array(seconds.map { .number($0) }),
      ]
    }
  }

  private(set) var phases: [Phase] = []

  /// Does a piece of work and adds the time that it took to the samples of a phase.
  mutating func measure<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try work()
    add(name, ContinuousClock.now - start)
    return result
  }

  private mutating func add(_ name: String, _ duration: Duration) {
    let seconds = duration / .seconds(1)
    if let index = phases.firstIndex(where: { $0.name == name }) {
      phases[index].seconds.append(seconds)
    } else {
      phases.append(Phase(name: name, seconds: [seconds]))
    }
  }
}
