import ForceData
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

  /// The figures that README.md shows for the variants of central-asia.
  @Test func `variants of central-asia are as the README says`() throws {
    let folder = ShippedModel.folder("central-asia")
    let base = try #require(ModelReader().read(folder: folder.path).model)
    let planner = try VariantPlanner(of: base, engines: GLPKEngineProvider())
    for (name, goals, persons) in [
      ("no-largest-member", [267_243.0, 59.184], 13_180.0),
      ("verified-only", [59_559, 44.214], 22_320), ("police-up", [13_482, 41.618], 24_540),
    ] {
      let path = folder.appending(path: "variants/\(name)").path
      let variant = try #require(VariantReader(of: folder.path).read(path).model)
      let plan = try planner.plan(variant, detail: .brief)
      #expect(plan.status == .optimal, "\(name)")
      #expect(abs(plan.goals[0].value - goals[0]) < 0.5, "\(name)")
      #expect(abs(plan.goals[1].value - goals[1]) < 0.0005, "\(name)")
      let measures = PlanMeasures(PlannedModel(name: name, model: variant, plan: plan))
      #expect(measures.pledgedPersonnel == persons, "\(name)")
    }
  }

  @Test func `the same model gives the same plan`() throws {
    let model = try ShippedModel.read("osh-2010")
    let planner = Planner(engines: GLPKEngineProvider())
    #expect(try planner.plan(model) == planner.plan(model))
  }
}
