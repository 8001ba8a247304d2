import ForceModel

/// What members forbid: a few crises, a few kinds of unit, the skies.
struct CaveatDraw {
  /// Caveats, in the order that a model asks for.
  let caveats: [Caveat]

  init(_ size: BenchmarkModel, airMode: Int) {
    var random = SeededRandom(seed: size.seed, stream: size.rung + " caveats")
    var caveats: [Caveat] = []
    for contributor in 0..<size.contributorCount {
      for crisis in 0..<size.crisisCount where random.chance(0.03) {
        // Half of them keep out one kind of unit only.
        let capability =
          random.chance(0.5)
          ? random.integer(0...CapabilityCatalogue.kinds.count - 1) : nil
        caveats.append(
          Caveat(
            contributor: contributor, crisis: crisis, capability: capability,
            reason: "not in that crisis"))
      }
      if random.chance(0.3) {
        let capability = random.integer(0...CapabilityCatalogue.kinds.count - 1)
        caveats.append(
          Caveat(
            contributor: contributor, capability: capability, mode: airMode,
            reason: "no flights with it"))
      }
    }
    self.caveats = caveats.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
  }

  /// Any before named.
  private static func key(_ caveat: Caveat) -> [Int] {
    [caveat.contributor, caveat.crisis ?? -1, caveat.capability ?? -1, caveat.mode ?? -1]
  }
}
