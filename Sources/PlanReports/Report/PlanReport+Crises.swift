import ForceModel
import TextFormats

extension PlanReport {
  /// Crises whose days are drawn; a plan with more would fill a book.
  private static let timelinesShown = 24

  var crisisSection: ReportDocument.Section {
    let ranked = plan.crises.sorted { ($1.shortfall, $0.crisis) < ($0.shortfall, $1.crisis) }
    let drawn = Set(ranked.prefix(Self.timelinesShown).map(\.crisis))
    let timelines = plan.crises.filter { drawn.contains($0.crisis) }.enumerated().map(timeline)
    let left = plan.crises.count - timelines.count
    let note: Markup =
      left > 0
      ? """
      <p class="note">The \(Self.timelinesShown) crises that lack most are drawn; the days of the other \
      \(left) are in shortfalls.csv of the plan folder (solve MODEL -o DIR).</p>

      """ : .empty
    return ReportDocument.Section(
      id: "crises", heading: "Crises",
      content: """
        \(crisisTable.markup)\(Self.timelineLegend)\(timelines)\(note)
        """)
  }

  private var crisisTable: ReportTable {
    ReportTable(
      id: "crisis-table",
      caption: "Each crisis in strength x days: what is required, and what is in place",
      columns: [
        .text("Crisis"), .prose("First to come"), .number("First in place, day"),
        .number("Closed from day"), .number("Met"), .number("Required"), .number("In place"),
        .number("Missing"), .text("Largest share"), .number("Members"),
      ],
      rows: plan.crises.map { crisis in
        let first = firstToCome(at: crisis.crisis)
        return [
          .text(names.crisis(crisis.crisis)),
          .text(first.map(\.text) ?? "nobody"),
          first.map { .day($0.day) } ?? .text("-"),
          crisis.closureDay.map { .day($0) } ?? .text("never"),
          crisis.required > 0 ? .share(crisis.met / crisis.required) : .text("-"),
          .amount(crisis.required), .amount(crisis.met), .amount(crisis.shortfall),
          .text(largestShare(crisis)), .amount(Double(crisis.contributors)),
        ]
      }, limit: 200, rest: Self.folderFile("crises.csv"))
  }

  private func largestShare(_ crisis: CrisisSummary) -> String {
    guard !crisis.largestContributor.isEmpty else { return "-" }
    return "\(names.contributor(crisis.largestContributor)) "
      + ReadableNumber.percent(crisis.largestShare)
  }

  /// Who is in place first at a crisis, the strongest member first, and on which day.
  private func firstToCome(at crisis: String) -> (text: String, day: Double)? {
    let here = plan.deployments.filter { $0.crisis == crisis }
    guard let day = here.map(\.closeDay).min() else { return nil }
    let first = here.filter { $0.closeDay <= day + TimeGrid.tolerance }
    let members = Dictionary(grouping: first, by: \.contributor).map { member, own in
      (member: member, personnel: own.reduce(0) { $0 + $1.personnel })
    }.sorted { ($1.personnel, $0.member) < ($0.personnel, $1.member) }
    let texts = members.map { member, personnel in
      "\(names.contributor(member)) with \(ReadableNumber.amount(personnel))"
    }
    return (texts.joined(separator: ", "), day)
  }

  private static let timelineLegend: Markup = """
    <ul class="legend" aria-label="Signs of the timelines">
    <li><svg class="sample" width="34" height="12" aria-hidden="true"><line class="required" x1="0" \
    x2="34" y1="6" y2="6"/></svg> required</li>
    <li><svg class="sample" width="34" height="12" aria-hidden="true"><rect \
    class="in-place cat-police" width="34" height="12"/></svg> in place, in the colour of its class</li>
    <li><svg class="sample" width="34" height="12" aria-hidden="true"><rect class="missing" \
    width="34" height="12"/></svg> missing</li>
    <li><svg class="sample" width="34" height="12" aria-hidden="true"><line class="closure" x1="17" \
    x2="17" y1="0" y2="12"/></svg> closed: nothing is missing from here on</li>
    </ul>

    """

  private func timeline(_ number: Int, _ crisis: CrisisSummary) -> Markup {
    let series = StrengthSeries.all(at: crisis.crisis, in: plan, for: model)
    let name = names.crisis(crisis.crisis)
    guard !series.isEmpty else { return "<h3>\(name)</h3>\n<p>Nothing is required.</p>\n" }
    let drawing = TimelineDrawing(
      id: "timeline-\(number + 1)", name: name, series: series, closureDay: crisis.closureDay,
      scale: scale)
    return """
      <h3>\(name)</h3>
      \(drawing.markup)\(table(of: series, number: number + 1, name: name).folded(
        under: "Figures of the timeline"))
      """
  }

  private func table(of series: [StrengthSeries], number: Int, name: String) -> ReportTable {
    ReportTable(
      id: "timeline-table-\(number)", caption: "\(name): strength over days",
      columns: [
        .text("Class"), .number("From day"), .number("Until day"), .number("Required"),
        .number("In place"), .number("Missing"), .text("Unit"),
      ],
      rows: series.flatMap { series in
        series.stretches.map { stretch in
          [
            .text(CategoryMark.name(of: series.category)), .day(stretch.fromDay),
            .day(stretch.untilDay), .amount(stretch.required), .amount(stretch.inPlace),
            .amount(stretch.missing), .text(series.unit.rawValue),
          ]
        }
      }, limit: 60, rest: Self.folderFile("shortfalls.csv"))
  }
}
