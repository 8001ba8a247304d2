import ForceModel
import Testing

@testable import PlanReports

@Suite struct StrengthTests {
  @Test func `required and missing strength change from stretch to stretch`() throws {
    let series = StrengthSeries.all(at: "unrest", in: SampleReport.plan, for: SampleReport.model)
    #expect(series.map(\.category) == [.police, .support])
    #expect(series.map(\.unit) == [.personnel, .units])
    let police = try #require(series.first)
    #expect(police.stretches.map(\.fromDay) == [2, 4, 6])
    #expect(police.stretches.map(\.untilDay) == [4, 6, 8])
    #expect(police.stretches.map(\.required) == [300, 400, 300])
    #expect(police.stretches.map(\.missing) == [50, 50.03125, 0])
    #expect(police.most == 400)
  }

  @Test func `strength over days adds up to the shortfalls`() {
    let plan = SampleReport.plan
    let missing = StrengthSeries.all(at: "unrest", in: plan, for: SampleReport.model)
      .flatMap(\.stretches).reduce(0) { $0 + $1.missing * ($1.untilDay - $1.fromDay) }
    #expect(missing == plan.shortfalls.reduce(0) { $0 + $1.shortfall * ($1.untilDay - $1.fromDay) })
  }

  @Test func `shares are those of the period in which they are largest`() {
    let model = SampleReport.model
    let grid = TimeGrid(policy: model.policy, requirements: model.requirements)
    let shares = MemberShare.all(in: SampleReport.plan.deployments, over: grid)
    // Days 2 to 4: only Aral; from day 4 on Batys has 125 of 375.
    #expect(shares.map(\.contributor) == ["a", "b"])
    #expect(shares.map(\.largest) == [1, 125.0 / 375])
    #expect(MemberShare.all(in: [], over: grid).isEmpty)
  }

  @Test(arguments: [0.5, 1, 2, 10, 30, 90, 365, 3_650])
  func `a scale has a readable number of marks`(horizon: Double) {
    let scale = DayScale(horizon: horizon)
    #expect(3...25 ~= scale.ticks.count)
    #expect(scale.ticks.first == 0)
    #expect(scale.ticks.allSatisfy { $0 <= horizon })
    #expect(scale.place(-1) == 0)
    #expect(scale.place(horizon) == 100)
    #expect(scale.place(2 * horizon) == 100)
  }
}
