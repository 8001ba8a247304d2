import ForceModel
import TextFormats

extension ComparisonReport {
  /// The part of the largest change below which no arc is drawn.
  private static let leastShown = 0.03

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
        <li>the wider, the larger the change</li>
        <li>rings show what is met with the variant</li>
        </ul>
        <p class="note">All classes of units together; changes below 3 % of the largest are not drawn.</p>
        \(maps)
        """)
  }

  private static func sample(_ style: Markup) -> Markup {
    """
    <svg class="sample" width="34" height="10" aria-hidden="true"><line x1="1" y1="5" x2="33" y2="5" \
    class="flow \(style)" stroke-width="3"/></svg>
    """
  }

  /// Changes between one base and one crisis, all classes and ways of moving together; those too small
  /// to be seen beside the largest are left out.
  private func flows(of variant: String) -> [MapFlow] {
    let model = models[variant] ?? base
    let groups = Dictionary(
      grouping: comparison.deployments.filter { $0.variant == variant }.compactMap {
        change($0, in: model)
      }
    ) { [$0.place.id, $0.base.id] }
    let sums = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { _, changes in
      changes.first.map {
        (base: $0.base, place: $0.place, personDays: changes.reduce(0) { $0 + $1.personDays })
      }
    }
    let most = sums.map { abs($0.personDays) }.max() ?? 0
    return sums.filter { abs($0.personDays) > Self.leastShown * most }.map { sum in
      MapFlow(
        base: sum.base, place: sum.place, kind: sum.personDays > 0 ? .more : .less,
        isLifted: true, strength: abs(sum.personDays),
        description: "\(sum.base.name) to \(sum.place.name): "
          + "\(SignedChange.amount(sum.personDays)) person-days")
    }
  }

  /// A line of the comparison as a change between two places; nil: its pledge or crisis is in no model.
  private func change(
    _ line: DeploymentDifference, in model: PlanningModel
  ) -> (base: Location, place: Location, personDays: Double)? {
    for pledges in [model, base] {
      guard let pledge = pledges.contributions.first(where: { $0.id == line.contribution }) else {
        continue
      }
      for crises in [model, base] {
        guard let crisis = crises.crises.first(where: { $0.id == line.crisis }) else { continue }
        return (
          pledges.locations[pledge.base], crises.locations[crisis.location],
          line.difference * pledge.personnel * (line.untilDay - line.closeDay)
        )
      }
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
