import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import TestSupport
import Testing

/// The data text that goes with the reference model.
struct MathProgDataTests {
  @Test func `the text holds every table as it is given`() {
    let text = MathProgData.text(for: Self.everything, level: 3, heldValues: [0.1, 1e-7])
    let difference = GoldenText.difference(of: text, from: "everything.dat")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `the text holds empty tables`() {
    let text = MathProgData.text(for: Self.bare)
    let difference = GoldenText.difference(of: text, from: "bare.dat")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `the reference model takes full and empty tables`() throws {
    for model in [Self.everything, Self.bare] {
      guard case .optimal = try MathProgOracle().solve(model) else {
        Issue.record("\(model.name) has a plan")
        continue
      }
    }
  }

  /// No table is empty, no optional cell without a value somewhere, no number left at its default.
  static let everything = PlanningModel(
    name: "everything", title: "Everything",
    policy: Policy(
      horizonDays: 9.5, gridDays: 2, timeResolutionDays: 0.1, strength: .verified,
      wholeUnits: false, priorities: .preemptive, shareCapPerCrisis: 0.75, shareCapOverall: 0.8,
      goals: [.shortfall, .burden, .cost, .effort, .delay], minimumTourDays: 1.5,
      chargeReturnLift: true),
    contributors: [
      Contributor(id: "007", name: "Seven", burdenWeight: 2.5, shareCap: 1),
      Contributor(id: "a", name: "a"),
    ],
    locations: [
      Location(id: "-base", name: "base", latitude: -33.5, longitude: 0.000_01),
      Location(id: "town.1", name: "town", latitude: -33, longitude: 179.123_456_789),
    ],
    capabilities: [
      Capability(
        id: "convoy", category: .support, name: "convoy", personnel: 20, tonnes: 2.5),
      Capability(id: "police", category: .police, name: "police", personnel: 100, tonnes: 0),
    ],
    substitutions: [Substitution(capability: 0, substitutesFor: 1, effectiveness: 0.25)],
    contributions: [
      Contribution(
        id: "p-1", contributor: 0, capability: 0, base: 0, units: 3.3, personnel: 20, tonnes: 2.5,
        noticeToMove: 0.5, verified: 0.9, expected: 0.7, maximumTour: 6, dwellRatio: 0.5,
        dailyCost: 12),
      Contribution(
        id: "p-2", contributor: 1, capability: 1, base: 1, units: 2, personnel: 95.5, tonnes: 0),
    ],
    crises: [Crisis(id: "c_1", name: "c", location: 1, warning: 0.25)],
    requirements: [
      ForceRequirement(
        id: "r-1", crisis: 0, capability: 1, quantity: 300, from: 2, until: 9.5, weight: 0.3,
        priority: 7),
      ForceRequirement(
        id: "r-2", crisis: 0, capability: 0, quantity: 2, unit: .units, from: 3.1, until: 8),
    ],
    distances: [Distance(from: 0, to: 1, mode: 0, kilometres: 250)],
    modes: [
      MovementMode(
        id: "air", kilometresPerDay: 5000, detour: 1.1, maximumKilometres: 9000,
        handlingDays: 0.2, costPerTonneKilometre: 1.5, needsLift: true),
      MovementMode(id: "road", kilometresPerDay: 400),
    ],
    liftPools: [
      LiftPool(
        id: "fleet", owner: 0, mode: 0, assets: 4, tonnes: 40, seats: 126, kilometresPerDay: 6000,
        availability: 0.8),
      LiftPool(id: "fleet-2", mode: 0, assets: 1, tonnes: 0, seats: 0, kilometresPerDay: 1e16),
    ],
    caveats: [
      Caveat(contributor: 1, mode: 0, reason: "one reason"),
      Caveat(contributor: 1, mode: 0, reason: "another"),
      Caveat(contributor: 1, crisis: 0, capability: 0),
    ],
    fixedDeployments: [
      FixedDeployment(
        contribution: 0, crisis: 0, mode: 0, lift: 0, units: 0.3, from: 2, until: 8, row: 2),
      FixedDeployment(
        contribution: 1, crisis: 0, mode: 1, lift: nil, units: 0.1, from: 2, until: 8, row: 3),
    ],
    identity: ModelIdentity(name: "everything", sha256: ""))

  /// One pledge, one requirement, and no row in any table that may be empty.
  static let bare = PlanningModel(
    name: "bare", title: "Bare", policy: Policy(horizonDays: 10),
    contributors: [Contributor(id: "a", name: "a")],
    locations: [Location(id: "town", name: "town", latitude: 1, longitude: 2)],
    capabilities: [
      Capability(id: "police", category: .police, name: "police", personnel: 100, tonnes: 10)
    ],
    contributions: [
      Contribution(
        id: "p", contributor: 0, capability: 0, base: 0, units: 1, personnel: 100, tonnes: 10)
    ],
    crises: [Crisis(id: "c", name: "c", location: 0)],
    requirements: [
      ForceRequirement(id: "r", crisis: 0, capability: 0, quantity: 50, from: 0, until: 10)
    ],
    modes: [MovementMode(id: "road", kilometresPerDay: 400)],
    identity: ModelIdentity(name: "bare", sha256: ""))
}
