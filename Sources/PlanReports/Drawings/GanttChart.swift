import ForceModel
import TextFormats

/// Who moves, stays and returns when: a table with a line for each deployment, drawn over days.
///
/// It is a table, so that it can be read aloud, sorted and printed over several sheets.
struct GanttChart {
  /// Deployments that are drawn; of more, those with most person-days.
  private static let linesDrawn = 60

  let plan: Plan
  let names: DisplayNames
  let scale: DayScale

  var markup: Markup {
    let ranked = plan.deployments.sorted {
      ($1.personDays, $0.line) < ($0.personDays, $1.line)
    }
    let drawn = ranked.prefix(Self.linesDrawn).sorted {
      ($0.crisis, $0.closeDay, $0.line) < ($1.crisis, $1.closeDay, $1.line)
    }
    let groups = plan.crises.compactMap { crisis -> Markup? in
      let own = drawn.filter { $0.crisis == crisis.crisis }
      guard !own.isEmpty else { return nil }
      return """
        <tbody><tr><th class="group" scope="rowgroup" colspan="3">\(names.crisis(crisis.crisis))\
        </th></tr>
        \(own.map(row))</tbody>

        """
    }
    return """
      <ul class="legend" aria-label="Bars">
      <li>\(Self.sample("moving")) on the way there or back</li>
      <li>\(Self.sample("stay")) in place, in the colour of its class</li>
      </ul>
      <table class="gantt">
      <caption>Deployments over days, those in place first on top</caption>
      <thead><tr><th scope="col">Pledge</th><th scope="col">Sends</th><th scope="col" class="days">\
      <span class="unseen">Days</span><svg width="100%" height="18" aria-hidden="true">\
      \(scale.labels(y: 13))</svg></th></tr></thead>
      \(groups)</table>
      \(leftOut)
      """
  }

  private func row(_ deployment: Deployment) -> Markup {
    let category: Markup = "\(CategoryMark.style(of: deployment.category))"
    let bars: Markup = """
      \(scale.grid(height: 20))\
      \(scale.box(from: deployment.departDay, until: deployment.closeDay, y: 6, height: 8, style: "moving \(category)"))\
      \(scale.box(from: deployment.closeDay, until: deployment.untilDay, y: 3, height: 14, style: "stay \(category)"))\
      \(scale.box(from: deployment.untilDay, until: deployment.returnDay, y: 6, height: 8, style: "moving \(category)"))
      """
    let days =
      "departs day \(ReadableNumber.day(deployment.departDay)), in place days "
      + "\(ReadableNumber.day(deployment.closeDay)) to \(ReadableNumber.day(deployment.untilDay)), "
      + "back day \(ReadableNumber.day(deployment.returnDay))"
    let way = deployment.lift.isEmpty ? deployment.mode : deployment.lift
    return """
      <tr><th scope="row">\(deployment.contribution)</th><td>\
      \(ReadableNumber.amount(deployment.personnel)) by \(way)</td><td class="days">\
      <svg width="100%" height="20" role="img" aria-label="\(days)"><title>\(days)</title>\(bars)\
      </svg></td></tr>

      """
  }

  private static func sample(_ style: Markup) -> Markup {
    """
    <svg class="sample" width="34" height="12" aria-hidden="true"><rect class="\(style) cat-police" \
    width="34" height="8" y="2"/></svg>
    """
  }

  private var leftOut: Markup {
    let left = plan.deployments.count - Self.linesDrawn
    guard left > 0 else { return .empty }
    return """
      <p class="note">The \(Self.linesDrawn) deployments with most person-days are drawn; \
      \(ReadableNumber.count(left)) more are in deployments.csv of the plan folder \
      (solve MODEL -o DIR).</p>

      """
  }
}

extension Deployment {
  /// Personnel times days in place.
  var personDays: Double { personnel * (untilDay - closeDay) }
}
