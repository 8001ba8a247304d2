public import ForceModel
import TextFormats

/// Plans beside each other as one HTML file: which is better and why, what differs, and a map of the
/// deployments that change.
public struct ComparisonReport {
  /// Variants that get a column and a map of their own; of more, the first.
  static let variantsShown = 6
  /// Rows of the longest tables, and variants that are listed at all.
  static let rowsShown = 200

  let comparison: Comparison
  let base: PlanningModel
  let models: [String: PlanningModel]
  let names: DisplayNames
  /// The variants that are listed, in the order of the page.
  let variants: [String]

  /// Where what is cut can be found, to follow "all are in".
  static func folderFile(_ name: String) -> String {
    "\(name) of the comparison's folder (compare MODEL -o DIR)"
  }

  /// Variants in columns.
  var shown: [String] { Array(variants.prefix(Self.variantsShown)) }

  /// Lays out the page.
  ///
  /// - Parameters:
  ///   - comparison: What to show.
  ///   - base: The base's model.
  ///   - variants: Models under the names of variants, at least of those that `mapped` names.
  ///   - order: The order of variants.
  /// - Returns: The whole file, the same bytes for the same comparison.
  public static func html(
    of comparison: Comparison, base: PlanningModel,
    variants: [(name: String, model: PlanningModel)],
    order: VariantOrder = .given
  ) -> String {
    let models = Dictionary(variants.map { ($0.name, $0.model) }) { first, _ in first }
    return ComparisonReport(
      comparison: comparison, base: base, models: models, names: DisplayNames(base),
      variants: Array(comparison.variants(in: order).prefix(rowsShown))
    ).document.text
  }

  /// Which variants' lines the page shows: those listed, and the best one.
  ///
  /// - Parameters:
  ///   - comparison: The standings of all variants; lines are not needed.
  ///   - order: The order of variants.
  /// - Returns: Their numbers, of which one may come twice.
  public static func listed(of comparison: Comparison, order: VariantOrder) -> [Int] {
    let best = Verdict(comparison: comparison, names: DisplayNames()).best
    let others = comparison.standings.indices.filter { comparison.standings[$0].name == best }
    return comparison.ranked(in: order).prefix(rowsShown) + others
  }

  /// Numbers of the variants whose models the page needs for its maps.
  public static func mapped(of comparison: Comparison, order: VariantOrder) -> [Int] {
    Array(comparison.ranked(in: order).prefix(variantsShown))
  }

  private var document: ReportDocument {
    ReportDocument(
      title: "\(base.title): plans compared", lead: lead,
      sections: [
        goalSection, inputSection, mapSection, crisisSection, memberSection, moveSection,
        measureSection,
      ])
  }

  private var lead: Markup {
    let all = comparison.standings.count
    let count = all == 1 ? "1 variant" : "\(ReadableNumber.count(all)) variants"
    let doubts = Self.list(
      ([comparison.baseStanding] + comparison.standings).compactMap { standing in
        standing.status.doubt.map { "\(standing.name): \($0)" }
      }, rest: "measures.csv")
    let list: Markup = doubts.isEmpty ? .empty : "<ul class=\"plain alarm\">\n\(doubts)</ul>\n"
    let cut: Markup =
      all > shown.count
      ? """
      <p class="note">Columns and maps show the first \(shown.count); the goals show \
      \(all > variants.count ? "the first \(variants.count)" : "all").</p>

      """ : .empty
    return """
      <p>\(comparison.base) beside \(count).</p>
      <p class="status">\(Verdict(comparison: comparison, names: names).sentences.joined(separator: " "))</p>
      \(list)\(cut)
      """
  }

  /// Entries of a list, of many only the first.
  private static func list(_ entries: [String], rest: String) -> [Markup] {
    let shown = entries.prefix(rowsShown).map { entry -> Markup in "<li>\(entry)</li>\n" }
    guard entries.count > shown.count else { return shown }
    let left = ReadableNumber.count(entries.count - shown.count)
    return shown + ["<li>and \(left) more; all are in \(folderFile(rest))</li>\n"]
  }

  // MARK: Goals

  private var goalSection: ReportDocument.Section {
    let levels = comparison.goals.filter { $0.variant == comparison.base }
    let rows = levels.flatMap { goal -> [[ReportTable.Cell]] in
      let most =
        ([comparison.baseStanding] + comparison.standings)
        .map { $0.value(of: goal.name) }.filter { $0 < .infinity }.max() ?? 0
      return ([comparison.base] + variants).map { goalRow($0, like: goal, most: most) }
    }
    let table = ReportTable(
      id: "goal-table", caption: "Goals, the first one first; smaller is better",
      columns: [
        .text("Goal"), .text("Plan"), .number("Value"), .text("Unit"), .drawing("Drawn"),
        .number("Change"), .number("Change, %"), .text("Proof"),
      ], rows: rows, limit: Self.rowsShown,
      count: levels.count * (1 + comparison.standings.count), rest: Self.folderFile("goals.csv"))
    return ReportDocument.Section(
      id: "goals", heading: "Which plan is better",
      content: """
        <p>Goals count in their order: a later one decides only between plans that are alike in all \
        before it. A plan with more pledges is never worse in the first goal; whether the pledge is to \
        be had is another question.</p>
        \(table.markup)
        """)
  }

  private func goalRow(
    _ variant: String, like goal: GoalDifference, most: Double
  ) -> [ReportTable.Cell] {
    let line = comparison.goals.first {
      $0.variant == variant && $0.name == goal.name && $0.unit == goal.unit
    }
    guard let line, let difference = line.difference else {
      return [
        .text(goal.name), .text(variant), .text("-"), .text(goal.unit), .text(""), .text("-"),
        .text("-"), .text("not a goal of this variant"),
      ]
    }
    let isBase = variant == comparison.base
    let proof =
      line.gap.map { $0 > 1e-6 ? "gap \(PlanPage.gap($0))" : "the best possible" } ?? "unproven"
    return [
      .text(goal.name), .text(variant), .goal(line.value), .text(line.unit),
      .markup(BarDrawing.markup(most > 0 ? line.value / most : 0)),
      isBase
        ? .text("base")
        : Self.change(difference, isWorse: counts(goal, in: variant) ? difference > 0 : nil),
      isBase
        ? .text("")
        : line.relative.map { .figure(SignedChange.percent($0), $0) } ?? .text(""),
      .text(proof),
    ]
  }

  /// Whether a variant is alike in all goals before this one, so that this one can decide.
  private func counts(_ goal: GoalDifference, in variant: String) -> Bool {
    comparison.goals.filter { $0.variant == variant && $0.level < goal.level }
      .allSatisfy { $0.difference.map { SignedChange.amount($0) == "same" } ?? false }
  }

  /// A difference, coloured where it is one; its sign says the same.
  static func change(_ difference: Double, isWorse: Bool?) -> ReportTable.Cell {
    let text = SignedChange.amount(difference)
    let style: Markup =
      text == "same" ? "" : isWorse.map { $0 ? " class=\"alarm\"" : " class=\"well\"" } ?? ""
    return .markup("<data value=\"\(exact: difference)\"\(style)>\(text)</data>")
  }

  // MARK: Inputs

  private var inputSection: ReportDocument.Section {
    let listed = Set(variants)
    let lines = comparison.inputs.filter { listed.contains($0.variant) }
    let left = comparison.standings.count - variants.count
    let summaries = variants.map { variant -> Markup in
      let summary = InputDifference.summary(of: lines.filter { $0.variant == variant })
      return "<li>\(variant): \(summary.isEmpty ? "nothing" : summary)</li>\n"
    }
    let others: Markup =
      left > 0
      ? """
      <li>and \(ReadableNumber.count(left)) variants more; all are in \
      \(Self.folderFile("inputs.csv"))</li>

      """ : .empty
    let table = ReportTable(
      id: "input-table",
      caption: "Rows and cells of the model that the variants \(left > 0 ? "listed " : "")change",
      columns: [
        .text("Variant"), .text("Table"), .text("Row"), .text("Column"), .prose("Base"),
        .prose("Variant's"),
      ],
      rows: lines.map { line in
        [
          .text(line.variant), .text(line.table), .text(line.row), .text(line.column),
          .text(line.change == .added ? "(no row)" : line.before),
          .text(line.change == .dropped ? "(dropped)" : line.after),
        ]
      }, limit: Self.rowsShown, rest: Self.folderFile("inputs.csv"))
    return ReportDocument.Section(
      id: "inputs", heading: "What differs in the inputs",
      content: """
        <ul class="plain">
        \(summaries)\(others)</ul>
        \(lines.isEmpty ? .empty : table.folded(under: "Every row and cell that differs"))
        """)
  }

  // MARK: Measures

  private var measureSection: ReportDocument.Section {
    let order = [comparison.base] + variants
    let lines = order.compactMap { name in comparison.measures.first { $0.variant == name } }
    let table = ReportTable(
      id: "measure-table",
      caption: "How evenly the force is spread, and what of the pledges is sure",
      columns: [
        .text("Plan"), .text("Status"), .text("Largest member"), .number("Its share"),
        .number("Bases"), .number("Gini"), .number("Herfindahl"), .number("Personnel pledged"),
        .number("Verified"), .number("Expected"),
      ],
      rows: lines.map { line in
        [
          .text(line.variant), .text(line.status.rawValue),
          .text(
            line.largestContributor.isEmpty
              ? "nobody" : names.contributor(line.largestContributor)),
          .share(line.largestShare), line.balance.map { .share($0) } ?? .text("not known"),
          .amount(line.gini), .amount(line.herfindahl),
          .amount(line.pledgedPersonnel), .amount(line.verifiedPersonnel),
          .amount(line.expectedPersonnel),
        ]
      }, limit: Self.rowsShown, count: 1 + comparison.standings.count,
      rest: Self.folderFile("measures.csv"))
    return ReportDocument.Section(
      id: "measures", heading: "How the force is spread",
      content: """
        \(table.markup)<p class="note">Gini: 0 where all members send alike, near 1 where one sends all. \
        Herfindahl: the sum of the squares of the shares. Neither says what is fair. Bases: what the plan \
        meets over what it would meet if every move began at the nearest base in use, at least.</p>

        """)
  }
}
