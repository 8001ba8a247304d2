import ForceData
import ForceModel
import Testing

@Suite struct ComparisonTests {
  private let model = PlanningModel(
    name: "base", title: "Base", policy: Policy(horizonDays: 10),
    contributors: [Contributor(id: "KAZ", name: "KAZ"), Contributor(id: "RUS", name: "RUS")],
    locations: [Location(id: "almaty", name: "Almaty", latitude: 43, longitude: 77)],
    capabilities: [
      Capability(id: "inf", category: .peacekeeping, name: "inf", personnel: 100, tonnes: 10)
    ],
    contributions: [
      Contribution(
        id: "kaz-inf", contributor: 0, capability: 0, base: 0, units: 4, personnel: 100, tonnes: 10,
        verified: 0.5, expected: 0.25)
    ],
    crises: [Crisis(id: "osh", name: "Osh", location: 0)],
    requirements: [
      ForceRequirement(id: "order", crisis: 0, capability: 0, quantity: 300, from: 0, until: 10)
    ],
    modes: [], identity: ModelIdentity(name: "base", sha256: ""))

  private func planned(_ name: String, personDays: [Double]) -> PlannedModel {
    var plan = SamplePlan.plan
    plan.contributors = personDays.enumerated().map { index, days in
      var summary = SamplePlan.plan.contributors[0]
      summary.contributor = "M\(index)"
      summary.personDays = days
      return summary
    }
    return PlannedModel(name: name, model: model, plan: plan)
  }

  /// Gini by its definition: the mean difference of all pairs over twice the mean.
  @Test(arguments: [
    [1, 1, 1, 1], [4, 0, 0, 0], [1, 2, 3, 4], [0.5], [0, 0], [3, 1, 0, 8, 2.5],
  ])
  func `spread of the force by definition`(days: [Double]) {
    let measures = PlanMeasures(planned("x", personDays: days))
    let total = days.reduce(0, +)
    let count = Double(days.count)
    guard total > 0 else {
      #expect(measures.gini == 0)
      #expect(measures.herfindahl == 0)
      #expect(measures.largestContributor == "")
      return
    }
    let pairs = days.reduce(0) { sum, one in days.reduce(sum) { $0 + abs(one - $1) } }
    #expect(abs(measures.gini - pairs / (2 * count * total)) < 1e-12)
    let shares = days.map { $0 / total }
    #expect(abs(measures.herfindahl - shares.reduce(0) { $0 + $1 * $1 }) < 1e-12)
    #expect(measures.largestShare == shares.max())
    #expect(days[Int(measures.largestContributor.dropFirst()) ?? -1] == days.max())
  }

  @Test func `strength is that pledged, verified and expected`() {
    let measures = PlanMeasures(planned("x", personDays: [1]))
    #expect(measures.pledgedPersonnel == 400)
    #expect(measures.verifiedPersonnel == 200)
    #expect(measures.expectedPersonnel == 100)
  }

  @Test func `differences of goals are absolute and relative`() {
    let base = planned("base", personDays: [1])
    var variant = planned("v", personDays: [1])
    variant.plan.goals[0].value = 1000
    variant.plan.goals[1] = GoalResult(
      level: 2, name: "cost", value: 7, bound: nil, gap: nil, unit: "cost units")
    var comparison = Comparison(base: VariantLines(base: base))
    comparison.add(VariantLines(of: variant, beside: base, inputs: []))
    let lines = comparison.goals.filter { $0.variant == "v" }
    #expect(lines.map(\.difference) == [-234.5, nil])
    #expect(lines.map(\.relative) == [-234.5 / 1234.5, nil])
    #expect(comparison.standings.map(\.name) == ["v"])
  }

  @Test func `what crises lack is summed over days`() throws {
    let base = planned("base", personDays: [1])
    var variant = planned("v", personDays: [1])
    variant.plan.shortfalls = []
    var comparison = Comparison(base: VariantLines(base: base))
    comparison.add(VariantLines(of: variant, beside: base, inputs: []))
    let line = try #require(comparison.crises.first)
    #expect(comparison.crises.count == 1)
    #expect(line.baseRequired == 3000)
    #expect(line.baseShortfall == 750.375)
    #expect(line.shortfall == 0)
    #expect(line.difference == -750.375)
  }

  @Test func `deployments are the same where pledge, crisis, way and days are`() {
    let base = planned("base", personDays: [1])
    var variant = planned("v", personDays: [1])
    variant.plan.deployments[0].units += 1e-9
    variant.plan.deployments[1].untilDay = 9
    var comparison = Comparison(base: VariantLines(base: base))
    comparison.add(VariantLines(of: variant, beside: base, inputs: []))
    #expect(comparison.deployments.map(\.contribution) == ["rus-pol", "rus-pol"])
    #expect(comparison.deployments.map(\.difference) == [2, -2])
    #expect(comparison.deployments.map(\.untilDay) == [9, 10])
  }

  @Test func `inputs differ cell by cell, rows that come or go as a whole`() {
    var variant = model
    variant.policy.strength = .verified
    variant.contributions[0].units = 5
    variant.contributions[0].noticeToMove = 2
    variant.crises.append(Crisis(id: "panj", name: "Panj", location: 0))
    variant.requirements = []
    let lines = ModelDifferences.between(model, and: variant, named: "v")
    #expect(
      lines.map { [$0.table, $0.row, $0.change.rawValue, $0.column, $0.before, $0.after] } == [
        ["policy", "strength", "changed", "", "pledged", "verified"],
        ["contributions", "kaz-inf", "changed", "units", "4", "5"],
        ["contributions", "kaz-inf", "changed", "noticeDays", "0", "2"],
        [
          "crises", "panj", "added", "", "", "name Panj, location almaty, warning 0, probability 1",
        ],
        [
          "requirements", "order", "dropped", "",
          "crisis osh, capability inf, quantity 300, unit personnel, from 0, until 10, weight 1, priority 1",
          "",
        ],
      ])
    #expect(ModelDifferences.between(model, and: model, named: "v").isEmpty)
  }
}
