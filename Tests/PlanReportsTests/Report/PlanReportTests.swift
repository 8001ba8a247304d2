import ForceModel
import TestSupport
import Testing

@testable import PlanReports

@Suite struct PlanReportTests {
  private func page(
    of plan: Plan = SampleReport.plan, for model: PlanningModel = SampleReport.model
  ) -> PageText {
    PageText(PlanReport.html(of: plan, for: model))
  }

  private func changed(_ change: (inout Plan) -> Void) -> Plan {
    var plan = SampleReport.plan
    change(&plan)
    return plan
  }

  @Test(arguments: ["crises", "shortfalls", "prices", "members", "deployments", "proof", "limits"])
  func `a section of a small plan`(id: String) {
    #expect(GoldenText.difference(of: page().section(id), from: "Report/\(id).html") == nil)
  }

  @Test func `the map has its arcs, marks and names`() {
    let map = page().section("map")
    // Land and coasts are the business of the map's own tests.
    let drawn = map.split(separator: "\n").filter { !$0.contains("class=\"land\"") }
      .joined(separator: "\n")
    #expect(GoldenText.difference(of: drawn + "\n", from: "Report/map.html") == nil)
    #expect(map.contains("class=\"land\" d=\"M"))
  }

  @Test func `the security policy lets in this style sheet and this script, and nothing else`()
    throws
  {
    let page = page()
    let style = try #require(page.between("<style>", "</style>"))
    let script = try #require(page.between("<script>", "</script>"))
    let policy = try #require(
      page.between("http-equiv=\"Content-Security-Policy\" content=\"", "\""))
    let hashes = [style, script].map { ContentHash.source(of: $0).replacing("'", with: "&#39;") }
    #expect(
      policy
        == "default-src &#39;none&#39;; style-src \(hashes[0]); script-src \(hashes[1]); "
        + "base-uri &#39;none&#39;; form-action &#39;none&#39;")
    // The policy comes before all that it is about.
    let start = try #require(page.text.firstRange(of: "Content-Security-Policy"))
    #expect(!page.text[..<start.lowerBound].contains("<style"))
  }

  @Test func `nothing is loaded, and no attribute holds style or script`() {
    let page = page()
    for text in [
      "http://", "https://", " src=", "<link", "<iframe", "@import", " style=", " onclick",
      " onload",
      "javascript:",
    ] {
      #expect(!page.text.contains(text), "\(text)")
    }
    #expect(page.text.split(separator: "url(").count == 2, "only the hatching is referred to")
    #expect(page.text.contains("url(#hatch)"))
  }

  @Test func `names are only text, wherever they stand`() {
    let hostile = "\"'><script>x()</script>&"
    var model = SampleReport.model(named: hostile, place: hostile)
    for index in model.contributors.indices { model.contributors[index].name = hostile }
    for index in model.capabilities.indices { model.capabilities[index].name = hostile }
    for index in model.locations.indices { model.locations[index].name = hostile }
    let plan = changed { plan in
      for index in plan.shortfalls.indices { plan.shortfalls[index].reason = hostile }
      plan.assumptions = [hostile]
      plan.goals[0].unit = hostile
      plan.prices[0].unit = hostile
      plan.deployments[0].lift = hostile
    }
    let text = page(of: plan, for: model).text
    #expect(!text.contains(hostile))
    #expect(!text.contains("<script>x"))
    #expect(text.split(separator: "<script>").count == 2)
    #expect(text.contains("&quot;&#39;&gt;&lt;script&gt;x()&lt;/script&gt;&amp;"))
  }

  @Test func `figures are the plan's own`() {
    let page = page()
    let plan = SampleReport.plan
    #expect(
      page.figures(inTable: "deployment-table")
        == plan.deployments.map {
          [
            Double($0.line), $0.units, $0.personnel, $0.kilometres, $0.departDay, $0.closeDay,
            $0.untilDay, $0.returnDay,
          ]
        })
    #expect(
      page.figures(inTable: "shortfall-lines")
        == plan.shortfalls.map {
          [$0.fromDay, $0.untilDay, $0.required, $0.met, $0.shortfall, $0.weightedShortfall]
        })
    #expect(page.figures(inTable: "goal-table") == [[1, 402.125, 402.125, 0]])
    #expect(page.figures(inTable: "price-table").map(\.count) == [6, 4])
  }

  @Test func `one more aircraft saves no more than its days at their prices`() {
    // One asset, half of the time available, 60 an asset-day on days 0 to 2.
    #expect(
      page().section("prices").contains(
        "One more in wings on all days would save at most 60 weighted"))
    let small = changed { $0.goals[0].value = 12 }
    #expect(page(of: small).section("prices").contains("at most 12 weighted"))
    var model = SampleReport.model
    model.policy.wholeUnits = true
    #expect(!page(for: model).section("prices").contains("on all days"))
  }

  @Test func `who comes first is said of each crisis`() {
    let table = page().section("crises")
    #expect(
      table.contains("<td class=\"prose\">Aral with 250</td><td class=\"num\"><data value=\"2\">"))
    let both = changed { $0.deployments[1].closeDay = 2 }
    #expect(page(of: both).section("crises").contains("Aral with 250, Batys with 100"))
    let nobody = changed { $0.deployments = [] }
    #expect(page(of: nobody).section("crises").contains("nobody"))
    #expect(page(of: nobody).section("deployments").contains("Nothing deploys."))
  }

  @Test(arguments: [PlanStatus.infeasible, .invalid])
  func `a plan that does not exist or must not be used shows no figures`(status: PlanStatus) {
    let plan = changed {
      $0.status = status
      $0.conflict = [FixedLineConflict(row: 3, description: "4 of 2 units")]
      $0.certificate.verification.complaints = ["supply(a-fpu) is exceeded"]
    }
    let page = page(of: plan)
    #expect(page.section("map").isEmpty)
    #expect(page.section("deployments").isEmpty)
    #expect(page.text.contains("class=\"status bad\""))
    #expect(page.text.contains("fixed.csv row 3: 4 of 2 units"))
    #expect(page.section("proof").contains("supply(a-fpu) is exceeded"))
  }

  @Test func `a plan that was stopped gives no reasons`() {
    let plan = changed {
      $0.status = .limit
      $0.prices = []
    }
    let page = page(of: plan)
    #expect(page.text.contains("class=\"status doubt\""))
    #expect(page.section("shortfalls").contains("not known: planning was stopped before"))
    #expect(page.section("prices").contains("Not known"))
  }

  @Test func `long tables are cut, and say so`() {
    let plan = changed { plan in
      let line = plan.deployments[0]
      plan.deployments = (1...1_000).map { number in
        var line = line
        line.line = number
        return line
      }
    }
    let page = page(of: plan)
    #expect(page.figures(inTable: "deployment-table").count == PlanReport.rowsShown)
    let section = page.section("deployments")
    #expect(section.contains("750 of 1,000 rows are left out here; all are in deployments.csv"))
    #expect(section.contains("The 60 deployments with most person-days are drawn; 940 more"))
  }

  @Test func `the same plan gives the same bytes`() {
    #expect(page().text == page().text)
  }
}
