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
    let first = plan.prices.holdingTogether.filter { $0.kind != .requirement && $0.price > 0 }.map(
      \.level
    ).min()
    let goal = plan.goals.first { $0.level == first ?? 1 }
    let content: Markup =
      plan.status == .limit && plan.prices.isEmpty
      ? "<p>Not known: planning was stopped before prices were found.</p>\n"
      : """
      <p>Prices of goal \(goal?.level ?? 1), \(goal?.name ?? ""). One more saves at most its price, and \
      less where another limit is met first. An asset-day is one aircraft or vehicle on one day. \
      <code>forceplan advise MODEL</code> plans with such changes and says what each truly gives.</p>
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
      plan.prices.holdingTogether.filter {
        $0.kind == kind && $0.level == goal.level && $0.price > 0
      }
    ).filter { $0.worth >= 0.005 }
    guard !own.isEmpty else { return "<h3>\(heading)</h3>\n<p>\(nothing)</p>\n" }
    let sentences = PriceStretch.best(of: own).prefix(Self.sentencesShown).map {
      stretch -> Markup in
      "<li>\(names.sentence(stretch, unit: goal.unit))</li>\n"
    }
    let throughout = kind == .lift ? assetSentences(goal) : []
    return "<h3>\(heading)</h3>\n<ul class=\"plain\">\n\(throughout)\(sentences)</ul>\n"
  }

  /// What one more asset of each pool would save if it were there on all days.
  ///
  /// It is its asset-days at their prices. A goal is convex in its limits, so no more than that is
  /// saved, and never more than there is.
  private func assetSentences(_ goal: GoalResult) -> [Markup] {
    // Whole units are not convex: there the prices bound nothing.
    guard !model.policy.wholeUnits else { return [] }
    return model.liftPools.compactMap { pool in
      let worth = plan.prices.holdingTogether.filter {
        $0.kind == .lift && $0.subject == pool.id && $0.level == goal.level
      }.reduce(0) { $0 + $1.price * pool.availability * ($1.untilDay - $1.fromDay) }
      guard worth >= 0.005 else { return nil }
      let most = ReadableNumber.amount(min(worth, goal.value))
      return
        "<li>One more in \(pool.id) on all days would save at most \(most) \(goal.unit).</li>\n"
    }
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
    return table.folded(under: "All prices by period")
  }
}
