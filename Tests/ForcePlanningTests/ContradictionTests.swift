import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Testing

/// Where fixed lines contradict each other or a limit, that is proven, and only there.
@Suite struct ContradictionTests {
  /// A random model with fixed deployments of so many times the units that were drawn.
  private static func model(seed: Int, times factor: Double) -> PlanningModel? {
    var model = RandomModel(seed: seed).model
    guard !model.fixedDeployments.isEmpty else { return nil }
    for line in model.fixedDeployments.indices { model.fixedDeployments[line].units *= factor }
    return model
  }

  @Test func `a contradiction has a proof, and whatever has a plan has none`() throws {
    var counts = (contradictory: 0, planned: 0)
    for seed in 1...400 {
      for factor in [1.0, 8] {
        guard let model = Self.model(seed: seed, times: factor) else { continue }
        let words = "seed \(seed), \(factor) times the units"
        let plan = try Planner(engines: GLPKEngineProvider()).plan(model)
        let missing = plan.certificate.verification.missingUnits
        let outcome = try MathProgOracle().solve(model)
        #expect(
          (plan.status == .infeasible) == (outcome == .infeasible), "\(words): \(plan.status)")
        if outcome == .infeasible {
          counts.contradictory += 1
          #expect(plan.certificate.verification.complaints == [], "\(words)")
          // In whole units there may be no plan where the linear program has one.
          if !model.policy.wholeUnits { #expect((missing ?? 0) > 0, "\(words)") }
        } else {
          counts.planned += 1
          #expect(missing == nil, "\(words)")
        }
      }
    }
    #expect(counts.contradictory > 50 && counts.planned > 50, "\(counts)")
  }
}
