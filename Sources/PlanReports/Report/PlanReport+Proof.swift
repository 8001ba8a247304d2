import ForceModel
import TextFormats

extension PlanReport {
  var proofSection: ReportDocument.Section {
    ReportDocument.Section(
      id: "proof", heading: "How far the plan can be trusted",
      content: """
        <p>\(verdict)</p>
        \(complaints)\(goalTable.markup)\(identity)
        """)
  }

  private var verdict: String {
    let check = plan.certificate.verification
    if plan.status == .infeasible { return "There is no plan. " + check.contradictionSentence }
    guard check.feasible, check.complaints.isEmpty else {
      return "The check found what does not hold; do not use this plan."
    }
    let rounding =
      check.largestViolation > 0
      ? " Rounding breaks a limit by at most \(check.largestViolation) of it." : ""
    return
      "Code that shares nothing with the solver has recomputed every limit, total and bound from "
      + "the model: every limit is kept." + rounding
      + " Prices and reasons are not part of the proof. forceplan verify PLAN --model MODEL proves the "
      + "plan again from its folder."
  }

  private var complaints: Markup {
    let entries = plan.certificate.verification.complaints.map { "<li>\($0)</li>\n" as Markup }
    return entries.isEmpty ? .empty : "<ul class=\"plain\">\n\(entries)</ul>\n"
  }

  private var goalTable: ReportTable {
    ReportTable(
      id: "goal-table",
      caption:
        "Goals, the first one first: no plan that is as good at those before can be below the bound",
      columns: [
        .number("Level"), .text("Goal"), .number("Value"), .number("Proven bound"), .number("Gap"),
        .text("Unit"),
      ],
      rows: plan.goals.map { goal in
        [
          .figure(String(goal.level), Double(goal.level)), .text(goal.name), .goal(goal.value),
          goal.bound.map { .goal($0) } ?? .text("none"),
          goal.gap.map { .figure(PlanPage.gap($0), $0) } ?? .text("-"), .text(goal.unit),
        ]
      })
  }

  private var identity: Markup {
    let figures = plan.solver
    return """
      <p class="note">Model \(plan.model.name), SHA-256 <code>\(plan.model.sha256)</code>. \
      \(ReadableNumber.count(figures.columnsPossible)) possible tours, \
      \(ReadableNumber.count(figures.columnsGenerated)) of them looked at, \
      \(ReadableNumber.count(figures.rows)) limits, \
      \(ReadableNumber.count(figures.rounds)) rounds.</p>

      """
  }

  var limitSection: ReportDocument.Section {
    ReportDocument.Section(
      id: "limits", heading: "What this plan does not say",
      content: """
        <h3>What it takes for granted</h3>
        <ul class="plain">
        \(plan.assumptions.map { "<li>\($0)</li>\n" as Markup })</ul>
        <h3>What the model leaves out</h3>
        <ul class="plain">
        \(Self.limits.map { "<li>\($0)</li>\n" as Markup })</ul>

        """)
  }

  private static let limits = [
    "Whether a pledge will be kept, and which crisis will come: those are questions for several plans.",
    "Airfields, roads, borders and overflight rights have no capacity of their own; only lift does.",
    "Units go from one base to one crisis and back. Staging posts, moves from crisis to crisis, "
      + "supplies and losses are not modelled.",
    "Strength adds up: two half battalions count as one, unless whole units are asked for.",
    "Of plans that are equally good, this is one. Another may send other units.",
    "Whether a deployment is lawful, wise or wanted: that is for those who decide.",
  ]
}
