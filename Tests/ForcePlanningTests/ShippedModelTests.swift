import ForceModel
import ForcePlanning
import Foundation
import GLPKSolver
import Testing

/// Shipped models keep the goal values that are committed beside them.
@Suite struct ShippedModelTests {
  @Test(arguments: ShippedModel.names)
  func `a shipped model is optimal at its expected values`(name: String) throws {
    let plan = try Planner(engines: GLPKEngineProvider()).plan(ShippedModel.read(name))
    #expect(plan.status == .optimal)
    let table = try String(
      contentsOf: ShippedModel.folder(name).appending(path: "expected.csv"), encoding: .utf8)
    let lines = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(lines.count == plan.goals.count)
    for (line, goal) in zip(lines, plan.goals) {
      let expected = try #require(Double(line[2]))
      #expect(line[1] == goal.name)
      #expect(line[3] == goal.unit)
      #expect(abs(goal.value - expected) <= 1e-9 * max(1, abs(expected)), "\(goal)")
    }
  }

  @Test func `the same model gives the same plan`() throws {
    let model = try ShippedModel.read("osh-2010")
    let planner = Planner(engines: GLPKEngineProvider())
    #expect(try planner.plan(model) == planner.plan(model))
  }
}
