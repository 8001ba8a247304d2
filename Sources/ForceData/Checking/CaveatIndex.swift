import ForceModel

/// Finds the caveat that forbids a combination, without looking at all caveats each time.
struct CaveatIndex {
  private struct Key: Hashable {
    let contributor: Int
    let crisis: Int?
    let capability: Int?
    let mode: Int?
  }

  private var caveats: [Key: Int] = [:]

  init(_ caveats: [Caveat]) {
    for (index, caveat) in caveats.enumerated() {
      let key = Key(
        contributor: caveat.contributor, crisis: caveat.crisis, capability: caveat.capability,
        mode: caveat.mode)
      self.caveats[key] = index
    }
  }

  /// The first caveat that forbids a pledge at a crisis by a mode; with no mode: by every mode.
  func caveat(on pledge: Contribution, at crisis: Int, by mode: Int?) -> Int? {
    var first: Int?
    for crisis in [nil, crisis] {
      for capability in [nil, pledge.capability] {
        for mode in mode.map({ [nil, $0] }) ?? [nil] {
          let key = Key(
            contributor: pledge.contributor, crisis: crisis, capability: capability, mode: mode)
          if let index = caveats[key] { first = min(first ?? index, index) }
        }
      }
    }
    return first
  }
}
