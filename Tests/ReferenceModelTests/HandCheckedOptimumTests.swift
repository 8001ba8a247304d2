import ForceModel
import ForcePlanningTestSupport
import Testing

/// The reference model against optima that were worked out by hand.
struct HandCheckedOptimumTests {
  @Test(arguments: TinyModels.all)
  func `the reference model reaches the optimum worked out by hand`(tiny: TinyModel) throws {
    let outcome = try MathProgOracle().solve(tiny.model)
    guard let optimum = tiny.optimum else {
      #expect(outcome == .infeasible)
      return
    }
    guard case .optimal(let found) = outcome else {
      Issue.record("no plan found where there is one")
      return
    }
    #expect(agree(found.values, optimum), "\(found.values), not \(optimum)")
  }

  @Test(arguments: TinyModels.all.filter { !$0.model.policy.wholeUnits })
  func `its own rows hold earlier goals as the optimal face does`(tiny: TinyModel) throws {
    for (index, expected) in (tiny.optimum ?? []).enumerated() {
      let held = tiny.optimum?.prefix(index).map { $0 + 1e-9 } ?? []
      let value = try MathProgOracle().value(of: tiny.model, level: index + 1, heldValues: held)
      #expect(agree(value.map { [$0] }, [expected]), "level \(index + 1)")
    }
  }

  @Test func `a level that there is not is refused`() throws {
    let tiny = try #require(TinyModels.all.first)
    #expect(throws: OracleFailure.self) {
      try MathProgOracle().value(of: tiny.model, level: 3, heldValues: [])
    }
  }

  private func agree(_ values: [Double]?, _ expected: [Double]) -> Bool {
    guard let values, values.count == expected.count else { return false }
    return zip(values, expected).allSatisfy { abs($0 - $1) <= 1e-7 * max(1, abs($1)) }
  }
}
