import ForceModel
import TextFormats

extension PlanReport {
  var mapSection: ReportDocument.Section {
    let flows = MapFlow.all(in: plan, for: model)
    let drawing = MapDrawing(
      id: "map-drawing", title: "Bases, crises and what moves between them",
      description: "\(flows.count) arcs; the table of deployments holds the same.",
      crises: crisisMarks, idleBases: idleBases(flows), flows: flows)
    return ReportDocument.Section(
      id: "map", heading: "Map",
      content: """
        \(drawing.markup)\(Self.mapLegend(flows))
        """)
  }

  /// One mark for each place that has a crisis, or several.
  var crisisMarks: [MapDrawing.CrisisMark] {
    Set(model.crises.map(\.location)).sorted().map { place in
      let here = model.crises.filter { $0.location == place }
      let lines = here.compactMap { crisis in plan.crises.first { $0.crisis == crisis.id } }
      return MapDrawing.CrisisMark(
        location: model.locations[place], crises: here.map(\.name),
        required: lines.reduce(0) { $0 + $1.required },
        missing: lines.reduce(0) { $0 + $1.shortfall })
    }
  }

  private func idleBases(_ flows: [MapFlow]) -> [Location] {
    let busy = Set(flows.map(\.base.id))
    let crises = Set(model.crises.map { model.locations[$0.location].id })
    return Set(model.contributions.map(\.base)).sorted().map { model.locations[$0] }
      .filter { !busy.contains($0.id) && !crises.contains($0.id) }
  }

  private static func mapLegend(_ flows: [MapFlow]) -> Markup {
    let used = Set(flows.map(\.kind.style))
    let categories = ForceCategory.allCases.filter { used.contains(CategoryMark.style(of: $0)) }
      .map(CategoryMark.legend)
    let most = flows.map(\.strength).max() ?? 0
    return """
      <ul class="legend" aria-label="Signs of the map">
      \(categories)<li>bent arcs use lift, straight ones do not</li>
      <li>the widest arc: \(ReadableNumber.amount(most)) personnel</li>
      <li>\(crisisSample) crisis: green is in place, red is missing</li>
      </ul>
      <p class="note">Arcs join base and crisis; they are not routes. Point at one to read what it is.</p>

      """
  }

  private static let crisisSample: Markup = """
    <svg class="sample" width="20" height="20" aria-hidden="true"><circle class="crisis" cx="10" \
    cy="10" r="9"/><circle class="crisis-met" cx="10" cy="10" r="7"/><circle \
    class="crisis-missing" cx="10" cy="10" r="7" stroke-dasharray="11 44" \
    transform="rotate(-90 10 10)"/></svg>
    """
}
