import ForceModel
import TestSupport

/// A model with every feature, drawn from a seed, whose files have no errors.
enum RandomModel {
  static func make(seed: Int) -> PlanningModel {
    var generator = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double {
      let value = Double.random(in: range, using: &generator)
      return Bool.random(using: &generator) ? value : (value * 4).rounded() / 4
    }
    func index(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    func perhaps<Value>(_ value: Value) -> Value? { Bool.random(using: &generator) ? value : nil }
    func name(_ id: String) -> String {
      let names = [
        id, "A name, with comma", "\"quoted\" name", "Ош", " spaces ", "=1+1", "é\u{301}",
      ]
      return names[index(names.count)]
    }
    func ids(_ prefix: String, _ count: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: count, using: &generator)).map { "\(prefix)\($0)" }.sorted()
    }

    let contributors = ids("c", 2...12).map {
      Contributor(
        id: $0, name: name($0), burdenWeight: number(0.5...3), shareCap: perhaps(number(0.5...1)))
    }
    let locations = ids("l", 2...12).map {
      Location(
        id: $0, name: name($0), latitude: number(-90...90), longitude: number(-180...180),
        country: perhaps("KG") ?? "")
    }
    let capabilities = ids("k", 2...5).map {
      Capability(
        id: $0, category: ForceCategory.allCases[index(4)], name: name($0),
        personnel: number(1...900), tonnes: number(0...500))
    }
    var substitutions: [Substitution] = []
    for capability in capabilities.indices {
      for other in capabilities.indices where other != capability {
        if let effect = perhaps(number(0.25...1)) {
          substitutions.append(
            Substitution(capability: capability, substitutesFor: other, effectiveness: effect))
        }
      }
    }
    let modes = ids("m", 1...4).map {
      MovementMode(
        id: $0, kilometresPerDay: number(100...9000), detour: number(1...2),
        maximumKilometres: perhaps(number(0...9000)), handlingDays: number(0...3),
        costPerTonneKilometre: number(0...5), needsLift: Bool.random(using: &generator))
    }
    let pools = ids("v", 0...4).map {
      LiftPool(
        id: $0, owner: perhaps(index(contributors.count)), mode: index(modes.count),
        assets: number(0...50), tonnes: number(0...60), seats: number(0...200),
        kilometresPerDay: number(100...9000), availability: number(0...1))
    }
    let contributions = ids("p", 1...20).map {
      Contribution(
        id: $0, contributor: index(contributors.count), capability: index(capabilities.count),
        base: index(locations.count), units: number(0...20), personnel: number(1...900),
        tonnes: number(0...500), noticeToMove: number(0...60), verified: number(0...1),
        expected: number(0...1), maximumTour: perhaps(number(1...200)), dwellRatio: number(0...3),
        dailyCost: number(0...1e6))
    }
    let crises = ids("j", 1...5).map {
      Crisis(
        id: $0, name: name($0), location: index(locations.count), warning: number(0...20),
        probability: number(0...1))
    }
    let horizon = 100.0
    let requirements = ids("r", 1...8).map { id in
      let from = number(0...50)
      return ForceRequirement(
        id: id, crisis: index(crises.count), capability: index(capabilities.count),
        quantity: number(1...5000), unit: RequirementUnit.allCases[index(2)], from: from,
        until: from + number(1...50), weight: number(0.25...9), priority: 1 + index(3))
    }
    var distances: [Distance] = []
    for from in locations.indices {
      for to in locations.indices where index(4) == 0 {
        distances.append(
          Distance(from: from, to: to, mode: index(modes.count), kilometres: number(0...9000)))
      }
    }
    let caveats = contributors.indices.flatMap { contributor -> [Caveat] in
      guard Bool.random(using: &generator) else { return [] }
      return [
        Caveat(
          contributor: contributor, crisis: perhaps(index(crises.count)),
          capability: perhaps(index(capabilities.count)), mode: perhaps(index(modes.count)),
          reason: perhaps("because, \"of that\"") ?? "")
      ]
    }
    let goals = Goal.allCases.dropFirst().shuffled(using: &generator).prefix(index(5))
    let policy = Policy(
      horizonDays: horizon, gridDays: number(1...20), timeResolutionDays: number(0.25...1),
      strength: Strength.allCases[index(3)], wholeUnits: Bool.random(using: &generator),
      priorities: PriorityRule.allCases[index(2)], shareCapPerCrisis: number(0.25...1),
      shareCapOverall: number(0.25...1), goals: [.shortfall] + goals,
      minimumTourDays: number(0...10), chargeReturnLift: Bool.random(using: &generator),
      seed: index(1_000_000))
    return PlanningModel(
      name: "random-\(seed)", title: name("random"), policy: policy, contributors: contributors,
      locations: locations, capabilities: capabilities, substitutions: substitutions,
      contributions: contributions, crises: crises, requirements: requirements,
      distances: distances, modes: modes, liftPools: pools, caveats: caveats,
      identity: ModelIdentity(name: "random-\(seed)", sha256: ""))
  }
}
