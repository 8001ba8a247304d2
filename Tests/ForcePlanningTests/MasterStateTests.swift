import ForceModel
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import Testing

@testable import ForcePlanning

/// Where another model's master ended is where a master of a model like it begins.
@Suite struct MasterStateTests {
  private static let engines = GLPKEngineProvider()

  @Test(arguments: ["central-asia", "three-crises"])
  func `without one pledge the basis keeps its prices`(name: String) throws {
    let model = try ShippedModel.read(name).withShortfallAlone
    let levels = [GoalLevel(goal: .shortfall, priority: nil)]
    let network = DeploymentNetwork(model)
    let state = try Self.engines.withEngine { engine in
      var solver = try LexicographicSolver(
        network: network, levels: levels, engine: engine, limits: SolveLimits(), threads: 1)
      _ = try solver.solve()
      return try #require(solver.state)
    }
    for pledge in model.contributions.indices {
      var variant = model
      variant.contributions.remove(at: pledge)
      let target = DeploymentNetwork(variant)
      let correspondence = Correspondence(from: network, to: target)
      try Self.engines.withEngine { engine in
        let master = try RestrictedMaster(
          network: target, levels: levels, holdsGoals: false, engine: engine)
        try master.begin(from: state)
        try master.setObjective(.level(0))
        _ = try master.solve(.dual, limits: SolveLimits(iterations: 0))
        let prices = try master.prices().values
        for row in state.rows {
          guard let match = correspondence.row(state.layout.rows[row]),
            let place = master.layout.number(of: match)
          else { continue }
          #expect(
            abs(prices[place] - state.prices.values[row]) <= 1e-6,
            "\(model.contributions[pledge].id): \(state.layout.rows[row])")
        }
      }
    }
  }
}
