public import ForceModel
import TextFormats

/// A plan as one HTML file that opens anywhere: map, timelines, tables and proof.
///
/// The file loads nothing, reads without its script, prints on A4, and states every figure of the plan
/// exactly beside the rounded one. Of very large plans the longest tables are cut, and say so.
public struct PlanReport {
  let plan: Plan
  let model: PlanningModel
  let names: DisplayNames

  /// Where what is cut can be found, to follow "all are in".
  static func folderFile(_ name: String) -> String {
    "\(name) of the plan folder (solve MODEL -o DIR)"
  }

  /// Lays out the page.
  ///
  /// - Parameters:
  ///   - plan: What to show.
  ///   - model: What was planned for; the plan's identifiers are its own.
  /// - Returns: The whole file, the same bytes for the same plan and model.
  /// - Complexity: O(deployments x periods) for the shares over time; else linear.
  public static func html(of plan: Plan, for model: PlanningModel) -> String {
    PlanReport(plan: plan, model: model, names: DisplayNames(model)).document.text
  }

  private var document: ReportDocument {
    // A plan that does not exist or must not be used has nothing else to show.
    let isUsable = plan.status != .infeasible && plan.status != .invalid
    let sections =
      isUsable
      ? [
        mapSection, crisisSection, shortfallSection, priceSection, memberSection,
        deploymentSection, proofSection, limitSection,
      ] : [proofSection, limitSection]
    return ReportDocument(title: model.title, lead: lead(isUsable: isUsable), sections: sections)
  }

  /// Days of the whole plan.
  var scale: DayScale {
    DayScale(horizon: plan.deployments.reduce(model.policy.horizonDays) { max($0, $1.untilDay) })
  }

  // MARK: Lead

  private func lead(isUsable: Bool) -> Markup {
    """
    <p class="status\(statusStyle)"><strong>Status:</strong> \(plan.statusSentence)\
    \(checkSentence)</p>
    \(plan.conflict.isEmpty ? .empty : conflicts)\(isUsable ? figures : .empty)
    """
  }

  private var statusStyle: Markup {
    switch plan.status {
    case .optimal: ""
    case .feasible, .limit: " doubt"
    case .infeasible, .invalid: " bad"
    }
  }

  private var checkSentence: String {
    plan.status != .infeasible && plan.certificate.verification.feasible
      ? " An independent check found every limit kept." : ""
  }

  private var conflicts: Markup {
    let entries = plan.conflict.map { conflict -> Markup in
      "<li>fixed.csv row \(conflict.row): \(conflict.description)</li>\n"
    }
    return "<ul class=\"plain\">\n\(entries)</ul>\n"
  }

  /// What a reader wants to know at a glance.
  private var figures: Markup {
    let closed = plan.crises.filter { $0.closureDay != nil }.count
    let senders = plan.contributors.filter { $0.personDays > 0 }
    let goals = plan.goals.map { goal -> Markup in
      """
      <li><strong>\(PlanPage.figure(goal.value))</strong> \(goal.unit) of \(goal.name), \
      \(goal.proof)</li>

      """
    }
    return """
      <ul class="figures" aria-label="At a glance">
      \(goals)<li><strong>\(closed) of \(plan.crises.count)</strong> crises fully served from some \
      day on</li>
      <li><strong>\(senders.count) of \(plan.contributors.count)</strong> members deploy, in \
      \(plan.deployments.count) deployments</li>
      </ul>

      """
  }
}
