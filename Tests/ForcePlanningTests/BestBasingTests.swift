import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Testing

/// The balance metric: what a plan meets over what it would meet from the best bases.
@Suite struct BestBasingTests {
  private static let engines = GLPKEngineProvider()

  /// Two bases on the road to one crisis, 4 and 1 days away; the crisis lasts from day 2 to day 10.
  private func model(farUnits: Double, nearUnits: Double) -> PlanningModel {
    PlanningModel(
      name: "bases", title: "Bases", policy: Policy(horizonDays: 10, gridDays: 1),
      contributors: [Contributor(id: "A", name: "A"), Contributor(id: "B", name: "B")],
      locations: [
        Location(id: "far", name: "far", latitude: 43, longitude: 77),
        Location(id: "near", name: "near", latitude: 41, longitude: 73),
        Location(id: "town", name: "town", latitude: 40, longitude: 72),
      ],
      capabilities: [
        Capability(id: "pol", category: .police, name: "pol", personnel: 100, tonnes: 10)
      ],
      contributions: [
        Contribution(
          id: "a", contributor: 0, capability: 0, base: 0, units: farUnits, personnel: 100,
          tonnes: 10),
        Contribution(
          id: "b", contributor: 1, capability: 0, base: 1, units: nearUnits, personnel: 100,
          tonnes: 10),
      ],
      crises: [Crisis(id: "c", name: "c", location: 2)],
      requirements: [
        ForceRequirement(
          id: "r", crisis: 0, capability: 0, quantity: 300, from: 2, until: 10, weight: 2)
      ],
      distances: [
        Distance(from: 0, to: 2, mode: 0, kilometres: 1600),
        Distance(from: 1, to: 2, mode: 0, kilometres: 400),
      ],
      modes: [MovementMode(id: "road", kilometresPerDay: 400)],
      identity: ModelIdentity(name: "bases", sha256: ""))
  }

  private func balance(of model: PlanningModel) throws -> Double? {
    let basing = try BestBasing(of: model, engines: Self.engines)
    return BestBasing.balance(
      of: try Planner(engines: Self.engines).plan(model), for: model, bound: basing.bound)
  }

  /// Required are 300 persons on 8 days; a near unit of 100 serves all 8 days, a far one 6.
  ///
  /// Of each case: far and near units, person-days met, and those that near bases would let be met.
  @Test(arguments: [
    [2, 1, 2000, 2400], [3, 1, 2000, 2400], [0, 3, 2400, 2400], [1, 0, 600, 600],
    [1, 1, 1400, 1600],
  ])
  func `by hand`(figures: [Double]) throws {
    let found = try #require(try balance(of: model(farUnits: figures[0], nearUnits: figures[1])))
    #expect(abs(found - figures[2] / figures[3]) < 1e-9)
  }

  @Test func `nothing to serve has no balance`() throws {
    #expect(try balance(of: model(farUnits: 0, nearUnits: 0)) == nil)
  }

  /// Whatever base each pledge is moved to, no plan meets more than the bound says.
  @Test(arguments: 1...40)
  func `no basing beats the bound`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.goals = [.shortfall]
    model.policy.wholeUnits = false
    model.fixedDeployments = []
    // With lift, a shorter way can move a charge into a fuller period.
    model.liftPools = model.liftPools.map {
      var pool = $0
      pool.assets = 1e6
      return pool
    }
    let basing = try BestBasing(of: model, engines: Self.engines)
    let bound = try #require(basing.bound)
    let bases = Set(model.contributions.filter { $0.units > 0 }.map(\.base)).sorted()
    for shift in 0..<max(1, bases.count) {
      var moved = model
      for pledge in model.contributions.indices where !bases.isEmpty {
        moved.contributions[pledge].base = bases[(pledge + shift) % bases.count]
      }
      let plan = try Planner(engines: Self.engines).plan(moved)
      #expect(plan.goals[0].value >= bound - 1e-6 * max(1, abs(bound)), "shift \(shift)")
    }
  }

  @Test func `variants have the bounds that they have by themselves`() throws {
    let model = try ShippedModel.read("three-crises")
    let variants = (0..<4).map { model.randomVariant(seed: $0) }
    let basing = try BestBasing(of: model, engines: Self.engines)
    for variant in variants {
      let bound = try basing.bound(of: variant)
      let alone = try BestBasing(of: variant, engines: Self.engines).bound
      #expect(abs((bound ?? -1) - (alone ?? -2)) <= 1e-6 * max(1, abs(alone ?? 0)))
    }
  }
}
