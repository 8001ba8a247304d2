import ForceModel

/// Which combinations of member, capability, crisis and mode caveats forbid.
package struct CaveatTable: Sendable {
  private let capabilityCount: Int
  private let modeCount: Int
  /// Crises that are forbidden, by (contributor x capabilities + capability) x modes + mode; nil: none.
  private var forbidden: [[Bool]?]

  init(model: PlanningModel) {
    capabilityCount = model.capabilities.count
    modeCount = model.modes.count
    forbidden = Array(
      repeating: nil, count: model.contributors.count * capabilityCount * modeCount)
    for caveat in model.caveats {
      let crises = caveat.crisis.map { $0..<$0 + 1 } ?? 0..<model.crises.count
      let capabilities = caveat.capability.map { $0..<$0 + 1 } ?? 0..<capabilityCount
      let modes = caveat.mode.map { $0..<$0 + 1 } ?? 0..<modeCount
      for capability in capabilities {
        for mode in modes {
          let place =
            (caveat.contributor * capabilityCount + capability) * modeCount + mode
          var row = forbidden[place] ?? Array(repeating: false, count: model.crises.count)
          for crisis in crises { row[crisis] = true }
          forbidden[place] = row
        }
      }
    }
  }

  /// Whether a caveat forbids a member to send a capability to a crisis by a mode.
  package func forbids(contributor: Int, capability: Int, crisis: Int, mode: Int) -> Bool {
    forbidden[(contributor * capabilityCount + capability) * modeCount + mode]?[crisis] ?? false
  }

  /// Whether caveats forbid a member to send a capability to a crisis by any mode.
  package func forbidsEveryMode(contributor: Int, capability: Int, crisis: Int) -> Bool {
    modeCount > 0
      && (0..<modeCount).allSatisfy {
        forbids(contributor: contributor, capability: capability, crisis: crisis, mode: $0)
      }
  }
}
