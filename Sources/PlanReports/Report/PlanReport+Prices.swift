import ForceModel
import TextFormats

extension PlanReport {
  /// What one more of each kind of limit is called, and what is said where it would save nothing.
  private static let levers: [(kind: PriceKind, heading: String, nothing: String)] = [
    (.supply, "One more unit of a pledge", "No pledge is used up where more of it would help."),
    (
      .lift, "One more aircraft or vehicle",
      "Nothing: no lift pool is used up on a day on which more of it would help."
    ),
    (.share, "A higher cap on a member's share", "Nothing: no cap stands in the way."),
  ]
  private static let sentencesShown = 5

  var priceSection: ReportDocument.Section {
    let first = plan.prices.filter { $0.kind != .requirement && $0.price > 0 }.map(\.level).min()
    let goal = plan.goals.first { $0.level == first ?? 1 }
    let content: Markup =
      plan.status == .limit && plan.prices.isEmpty
      ? "<p>Not known: planning was stopped before prices were found.</p>\n"
      : """
      <p>Prices of goal \(goal?.level ?? 1), \(goal?.name ?? ""). One more saves at most its price, and \
      less where another limit is met first. An asset-day is one aircraft or vehicle on one day.</p>
      \(Self.levers.map { lever($0.kind, $0.heading, $0.nothing, goal: goal) })\(priceTable)
      """
    return ReportDocument.Section(
      id: "prices", heading: "What one more would be worth", content: content)
  }

  private func lever(
    _ kind: PriceKind, _ heading: String, _ nothing: String, goal: GoalResult?
  ) -> Markup {
    guard let goal else { return .empty }
    let own = PriceStretch.merged(
      plan.prices.filter { $0.kind == kind && $0.level == goal.level && $0.price > 0 }
    ).filter { $0.worth >= 0.005 }
    guard !own.isEmpty else { return "<h3>\(heading)</h3>\n<p>\(nothing)</p>\n" }
    let sentences = PriceStretch.best(of: own).prefix(Self.sentencesShown).map { stretch -> Markup in
      "<li>\(names.sentence(stretch, unit: goal.unit))</li>\n"
    }
    return "<h3>\(heading)</h3>\n<ul class=\"plain\">\n\(sentences)</ul>\n"
  }

  private var priceTable: Markup {
    guard !plan.prices.isEmpty else { return .empty }
    let table = ReportTable(
      id: "price-table",
      caption: "Prices by period, with the range of the limit in which each holds",
      columns: [
        .text("Limit of"), .text("Kind"), .number("Goal"), .number("From day"),
        .number("Until day"), .number("Price"), .text("Unit"), .number("Holds from"),
        .number("Holds to"),
      ],
      rows: plan.prices.map { price in
        [
          .text(price.subject), .text(price.kind.rawValue), .amount(Double(price.level)),
          .day(price.fromDay), .day(price.untilDay), .amount(price.price), .text(price.unit),
          price.rangeLow.map { .amount($0) } ?? .text("no end"),
          price.rangeHigh.map { .amount($0) } ?? .text("no end"),
        ]
      }, limit: Self.rowsShown, rest: Self.folderFile("prices.csv"))
    return """
      <details><summary>All prices by period</summary>
      \(table.markup)</details>

      """
  }
}
