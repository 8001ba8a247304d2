import ForceModel
import TextFormats

extension ComparisonReport {
  var mapSection: ReportDocument.Section {
    let maps = shown.enumerated().map { number, variant -> Markup in
      let flows = flows(of: variant)
      guard !flows.isEmpty else {
        return "<h3>\(variant)</h3>\n<p>Nothing moves otherwise than in the base.</p>\n"
      }
      let drawing = MapDrawing(
        id: "map-\(number + 1)", title: "\(variant): deployments that change",
        description: "\(flows.count) arcs; the table of deployments that change holds the same.",
        crises: crisisMarks(of: variant), idleBases: [], flows: flows)
      return "<h3>\(variant)</h3>\n\(drawing.markup)"
    }
    return ReportDocument.Section(
      id: "map", heading: "Maps of what changes",
      content: """
        <ul class="legend" aria-label="Signs of the maps">
        <li>\(Self.sample("more")) more person-days than in the base</li>
        <li>\(Self.sample("less")) fewer</li>
        <li>the wider, the larger the change; rings show what is met with the variant</li>
        </ul>
        \(maps)
        """)
  }

  private static func sample(_ style: Markup) -> Markup {
    """
    <svg class="sample" width="34" height="10" aria-hidden="true"><line x1="1" y1="5" x2="33" y2="5" \
    class="flow \(style)" stroke-width="3"/></svg>
    """
  }

  /// Changes in person-days between one base and one crisis, by class and mode.
  private func flows(of variant: String) -> [MapFlow] {
    let model = models[variant] ?? base
    let lifted = Set(model.modes.filter(\.needsLift).map(\.id))
    var flows: [[String]: MapFlow] = [:]
    for line in comparison.deployments where line.variant == variant {
      guard let pledge = pledge(line.contribution, in: model),
        let crisis = model.crises.first(where: { $0.id == line.crisis })
          ?? base.crises.first(where: { $0.id == line.crisis })
      else { continue }
      var flow = MapFlow(
        base: pledge.base, place: model.locations[crisis.location], category: pledge.category,
        mode: line.mode, isLifted: lifted.contains(line.mode), strength: 0, description: "")
      let days = line.untilDay - line.closeDay
      flow.strength =
        (flows[flow.key]?.strength ?? 0) + line.difference * pledge.personnel * days
      flows[flow.key] = flow
    }
    return flows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { _, flow in
      guard abs(flow.strength) > 0.5 else { return nil }
      var flow = flow
      flow.change = flow.strength > 0 ? .more : .less
      flow.description =
        "\(flow.base.name) to \(flow.place.name): \(CategoryMark.name(of: flow.category)) by "
        + "\(flow.mode), \(SignedChange.amount(flow.strength)) person-days"
      flow.strength = abs(flow.strength)
      return flow
    }
  }

  /// A pledge of the variant, or one that only the base has.
  private func pledge(
    _ id: String, in model: PlanningModel
  ) -> (base: Location, category: ForceCategory, personnel: Double)? {
    for model in [model, base] {
      guard let pledge = model.contributions.first(where: { $0.id == id }) else { continue }
      return (
        model.locations[pledge.base], model.capabilities[pledge.capability].category,
        pledge.personnel
      )
    }
    return nil
  }

  private func crisisMarks(of variant: String) -> [MapDrawing.CrisisMark] {
    let model = models[variant] ?? base
    return Set(model.crises.map(\.location)).sorted().map { place in
      let here = Set(model.crises.filter { $0.location == place }.map(\.id))
      let lines = comparison.crises.filter { $0.variant == variant && here.contains($0.crisis) }
      return MapDrawing.CrisisMark(
        location: model.locations[place],
        crises: here.sorted().map(names.crisis),
        required: lines.reduce(0) { $0 + $1.required },
        missing: lines.reduce(0) { $0 + $1.shortfall })
    }
  }
}
