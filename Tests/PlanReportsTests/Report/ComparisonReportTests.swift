import ForceModel
import TestSupport
import Testing

@testable import PlanReports

@Suite struct ComparisonReportTests {
  /// The small plan beside one with a better first goal, one that is the same and one that is worse.
  private static let comparison: Comparison = {
    let base = PlannedModel(name: "small", model: SampleReport.model, plan: SampleReport.plan)
    var comparison = Comparison(base: VariantLines(base: base))
    comparison.add(
      VariantLines(
        of: variant("more", goal: 300, units: 3, closes: 2), beside: base,
        inputs: [
          InputDifference(
            variant: "more", table: "contributions", row: "b-fpu", change: .changed,
            column: "noticeDays", before: "4", after: "2")
        ]))
    comparison.add(
      VariantLines(
        of: variant("same", goal: 402.125, units: 2.5, closes: 4), beside: base, inputs: []))
    comparison.add(
      VariantLines(
        of: variant("<worse>", goal: 500, units: 1, closes: 4), beside: base,
        inputs: [
          InputDifference(
            variant: "<worse>", table: "contributions", row: "a-fpu", change: .dropped, column: "",
            before: "contributor a", after: "")
        ]))
    return comparison
  }()

  private static func variant(
    _ name: String, goal: Double, units: Double, closes: Double
  ) -> PlannedModel {
    var plan = SampleReport.plan
    plan.goals[0].value = goal
    plan.deployments[0].units = units
    plan.deployments[0].personnel = units * 100
    plan.deployments[1].closeDay = closes
    plan.shortfalls[1].shortfall = max(0, 50 + (goal - 402.125) / 2)
    return PlannedModel(name: name, model: SampleReport.model, plan: plan)
  }

  private func page(order: VariantOrder = .given, of comparison: Comparison = comparison)
    -> PageText
  {
    PageText(
      ComparisonReport.html(
        of: comparison, base: SampleReport.model,
        variants: comparison.standings.map { ($0.name, SampleReport.model) }, order: order))
  }

  @Test(arguments: ["goals", "inputs", "crises", "members", "moves", "measures"])
  func `a section of a small comparison`(id: String) {
    #expect(GoldenText.difference(of: page().section(id), from: "Comparison/\(id).html") == nil)
  }

  @Test func `the best plan is named, with what makes it so`() {
    let verdict = Verdict(comparison: Self.comparison, names: DisplayNames(SampleReport.model))
    #expect(
      verdict.sentences == [
        "more is the best by the goals in their order.",
        "Its shortfall is 300 instead of 402.125 weighted person-days (-25 %).",
        "It lacks less mainly of Police unit at Unrest at Osh (100 less).",
        "What it changes in the inputs: contributions: 1 changed.",
      ])
  }

  @Test func `a base that nothing betters is called the best`() {
    let base = PlannedModel(name: "small", model: SampleReport.model, plan: SampleReport.plan)
    var comparison = Comparison(base: VariantLines(base: base))
    comparison.add(
      VariantLines(
        of: Self.variant("bad", goal: 500, units: 1, closes: 4), beside: base, inputs: []))
    comparison.add(
      VariantLines(
        of: Self.variant("like", goal: 402.125, units: 2.5, closes: 4), beside: base, inputs: []))
    let verdict = Verdict(comparison: comparison, names: DisplayNames())
    #expect(
      verdict.sentences == [
        "No variant is better than small by the goals in their order.",
        "like is as good in every goal.",
        "bad: Its shortfall is 500 instead of 402.125 weighted person-days (+24 %).",
      ])
  }

  @Test func `maps show more and less, and say where nothing changes`() {
    let maps = page().section("map")
    #expect(maps.contains("class=\"flow more\""))
    #expect(maps.contains("class=\"flow less\""))
    #expect(maps.contains("<h3>same</h3>\n<p>Nothing moves otherwise than in the base.</p>"))
    #expect(maps.contains("<h3>&lt;worse&gt;</h3>"))
  }

  @Test func `variants come in the order asked for, and plans in doubt are named`() throws {
    let list = try #require(
      page(order: .goal("shortfall")).between("<table id=\"goal-table\"", "</table>"))
    let places = ["small", "more", "same", "&lt;worse&gt;"].map { name in
      list.firstRange(of: "<td>\(name)</td>")?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    var comparison = Self.comparison
    comparison.standings[1].status = .limit
    #expect(
      page(of: comparison).text.contains(
        "<li>same: stopped by a limit; a better plan may exist</li>"))
  }

  @Test func `many variants share a page`() {
    let base = PlannedModel(name: "small", model: SampleReport.model, plan: SampleReport.plan)
    var comparison = Comparison(base: VariantLines(base: base))
    for number in 1...300 {
      comparison.add(
        VariantLines(
          of: Self.variant("v\(number)", goal: Double(number), units: 2, closes: 4), beside: base,
          inputs: []))
    }
    let page = page(of: comparison)
    #expect(page.text.utf8.count < 700_000)
    #expect(page.text.contains("Columns and maps show the first 6; the goals show the first 200."))
    #expect(page.section("goals").contains("of 301 rows are left out here; all are in goals.csv"))
    #expect(page.section("inputs").contains("and 100 variants more; all are in inputs.csv"))
  }
}
