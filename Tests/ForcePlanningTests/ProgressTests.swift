import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Synchronization
import Testing

/// What the planner reports on the way holds at the end.
@Suite struct ProgressTests {
  /// All reports of a solve, and the plan.
  private func reports(
    on model: PlanningModel
  ) throws -> (reports: [PlanningProgress], plan: Plan) {
    let reports = Mutex<[PlanningProgress]>([])
    let options = PlanningOptions(reportProgress: { progress in
      let report = progress()
      reports.withLock { $0.append(report) }
    })
    let plan = try Planner(engines: GLPKEngineProvider(), options: options).plan(model)
    return (reports.withLock { $0 }, plan)
  }

  private func expectTruth(_ reports: [PlanningProgress], about plan: Plan) {
    guard plan.status == .optimal || plan.status == .feasible else { return }
    var last: PlanningProgress?
    for report in reports {
      let goal = plan.goals[report.level - 1]
      let tolerance = 1e-6 * max(1, abs(goal.value))
      #expect(report.goal == goal.name)
      #expect(report.value >= goal.value - tolerance, "\(report)")
      #expect(report.bound <= goal.value + tolerance, "\(report)")
      #expect((0...1).contains(report.gap))
      if let last {
        #expect(report.level >= last.level)
        #expect(report.level > last.level || report.bound >= last.bound)
      }
      last = report
    }
  }

  @Test(arguments: 1...60)
  func `no report promises more than the plan holds`(seed: Int) throws {
    let (reports, plan) = try reports(on: RandomModel(seed: seed).model)
    expectTruth(reports, about: plan)
  }

  @Test(arguments: ["osh-2010", "central-asia"])
  func `the gap of every goal closes`(name: String) throws {
    let (reports, plan) = try reports(on: ShippedModel.read(name))
    expectTruth(reports, about: plan)
    #expect(reports.contains { $0.gap > 0.01 })
    for goal in plan.goals {
      let last = try #require(reports.last { $0.level == goal.level })
      #expect(last.gap < 1e-6, "\(last)")
    }
  }

  @Test func `a listener that does not ask changes nothing`() throws {
    let model = try ShippedModel.read("osh-2010")
    #expect(try reports(on: model).plan == Planner(engines: GLPKEngineProvider()).plan(model))
  }
}
