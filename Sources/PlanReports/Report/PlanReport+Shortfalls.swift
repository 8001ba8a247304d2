import ForceModel
import TextFormats

extension PlanReport {
  /// Rows of the longest tables.
  static let rowsShown = 250

  var shortfallSection: ReportDocument.Section {
    let total = plan.shortfalls.reduce(0) { $0 + $1.weightedShortfall }
    let content: Markup =
      plan.shortfalls.isEmpty
      ? "<p>None: every requirement is met in full.</p>\n"
      : """
      <p>\(ReadableNumber.amount(total)) weighted person-days in all. The reason says what became of \
      every pledge that could have served. <code>forceplan explain MODEL REQUIREMENT</code> also names \
      the least changes that would fill the gap.</p>
      \(shortfallTable.markup)\(linesTable)
      """
    return ReportDocument.Section(
      id: "shortfalls", heading: "What is missing, and why", content: content)
  }

  /// Neighbouring lines read as one, the heaviest first.
  private var shortfallTable: ReportTable {
    let stretches = ShortfallStretch.merged(plan.shortfalls, acrossReasons: false)
    return ReportTable(
      id: "shortfall-table", caption: "Shortfalls, the heaviest first",
      columns: [
        .text("Requirement"), .text("Crisis"), .text("What is required"), .number("From day"),
        .number("Until day"), .text("Missing"), .number("Weighted person-days"), .prose("Why"),
      ],
      rows: stretches.map { stretch in
        [
          .text(stretch.requirement), .text(names.crisis(stretch.crisis)),
          .text(names.capability(stretch.capability)), .day(stretch.fromDay),
          .day(stretch.untilDay), .text(names.short(stretch)),
          .amount(stretch.weightedShortfall), .text(reason(of: stretch)),
        ]
      }, limit: Self.rowsShown, rest: Self.folderFile("shortfalls.csv"))
  }

  /// Where planning was stopped, strength may be missing for no reason but that.
  private func reason(of stretch: ShortfallStretch) -> String {
    guard plan.status != .limit, !stretch.worst.reason.isEmpty else {
      return "not known: planning was stopped before"
    }
    return stretch.worst.reason
  }

  /// The plan's own lines, as shortfalls.csv holds them.
  private var linesTable: Markup {
    let table = ReportTable(
      id: "shortfall-lines", caption: "Shortfalls from period to period",
      columns: [
        .text("Requirement"), .number("From day"), .number("Until day"), .number("Required"),
        .number("In place"), .number("Missing"), .number("Weighted person-days"),
      ],
      rows: plan.shortfalls.map { line in
        [
          .text(line.requirement), .day(line.fromDay), .day(line.untilDay),
          .amount(line.required), .amount(line.met), .amount(line.shortfall),
          .amount(line.weightedShortfall),
        ]
      }, limit: Self.rowsShown, rest: Self.folderFile("shortfalls.csv"))
    return table.folded(under: "Shortfalls from period to period")
  }
}
