import ForceModel

/// When a capability can serve at a crisis.
struct Service {
  /// The first day of a usable window.
  var from: Double
  /// The day at which the last usable window ends.
  var until: Double
  /// Periods in which some usable window is open, as ranges in ascending order that do not touch.
  var active: [Range<Int>]

  /// Whether some usable window is open in a period.
  func isActive(_ period: Int) -> Bool { firstActive(from: period) == period }

  /// The first period from one on in which some usable window is open.
  func firstActive(from period: Int) -> Int? {
    let range = position(endingAfter: period)
    return range < active.count ? max(period, active[range].lowerBound) : nil
  }

  /// The last period before one in which some usable window is open.
  func lastActive(before period: Int) -> Int? {
    let range = position(endingAfter: period - 1)
    if range < active.count, active[range].lowerBound < period { return period - 1 }
    return range > 0 ? active[range - 1].upperBound - 1 : nil
  }

  /// The first range that ends after a period, or their number.
  private func position(endingAfter period: Int) -> Int {
    var low = 0
    var high = active.count
    while low < high {
      let middle = (low + high) / 2
      if active[middle].upperBound > period { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Works out what each capability can serve, once for each capability and crisis.
final class ServiceIndex {
  private struct Pair: Hashable {
    let capability: Int
    let crisis: Int
  }

  private let requirements: [ForceRequirement]
  private let grid: TimeGrid
  private var requirementsOf: [Pair: [Int]] = [:]
  /// The capabilities that each capability may be sent for, itself first.
  private var servedBy: [[Int]]
  private var services: [Pair: Service?] = [:]

  init(model: PlanningModel, grid: TimeGrid) {
    requirements = model.requirements
    self.grid = grid
    for (index, requirement) in model.requirements.enumerated() {
      let pair = Pair(capability: requirement.capability, crisis: requirement.crisis)
      requirementsOf[pair, default: []].append(index)
    }
    servedBy = model.capabilities.indices.map { [$0] }
    for substitution in model.substitutions {
      servedBy[substitution.capability].append(substitution.substitutesFor)
    }
  }

  /// When a capability can serve at a crisis; nil: no requirement takes it.
  func service(of capability: Int, at crisis: Int) -> Service? {
    let pair = Pair(capability: capability, crisis: crisis)
    if let known = services[pair] { return known }
    let windows = servedBy[capability].flatMap { required in
      (requirementsOf[Pair(capability: required, crisis: crisis)] ?? []).map { requirements[$0] }
    }
    let service = windows.isEmpty ? nil : makeService(windows)
    services[pair] = .some(service)
    return service
  }

  private func makeService(_ windows: [ForceRequirement]) -> Service {
    var active: [Range<Int>] = []
    let ranges = windows.map { window in
      grid.firstBoundary(notBefore: window.from)..<grid.firstBoundary(notBefore: window.until)
    }
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = active.last, range.lowerBound <= last.upperBound {
        active[active.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        active.append(range)
      }
    }
    return Service(
      from: windows.map(\.from).min() ?? 0, until: windows.map(\.until).max() ?? 0,
      active: active)
  }
}
