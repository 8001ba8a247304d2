import ForceModel

/// The tasks that units may still do in each period once earlier levels are settled.
///
/// At first every usable requirement and idleness are allowed; each settled level strikes out the
/// tasks that are worth less than the best one at its prices.
struct TaskFace: Sendable {
  /// By use x periods + period.
  private(set) var isAllowed: [Bool]
  /// By service x periods + period.
  private(set) var isIdleAllowed: [Bool]
  private let periods: Int

  /// Everything that the network allows.
  init(_ network: DeploymentNetwork) {
    periods = network.grid.count
    isIdleAllowed = Array(repeating: true, count: network.services.count * periods)
    isAllowed = []
    isAllowed.reserveCapacity(network.services.useCount * periods)
    for service in 0..<network.services.count {
      for use in network.services.uses(of: service) {
        let window = network.window(of: use.requirement)
        for period in 0..<periods { isAllowed.append(window.contains(period)) }
      }
    }
  }

  /// Strikes out what is worth less than the best by more than a tolerance.
  mutating func restrict(to table: PriceTable, tolerance: Double) {
    let services = table.network.services
    for service in 0..<services.count {
      for period in 0..<periods {
        let best = table.taskValue(service: service, period: period)
        if best > tolerance { isIdleAllowed[service * periods + period] = false }
        for (number, use) in zip(services.useNumbers(of: service), services.uses(of: service)) {
          let entry = number * periods + period
          guard isAllowed[entry] else { continue }
          if best - table.value(of: use, period: period) > tolerance { isAllowed[entry] = false }
        }
      }
    }
  }
}
