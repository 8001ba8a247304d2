public import ForceModel
public import TextFormats

/// What an independent check of a plan found, as a page.
public enum VerificationPage {
  /// Complaints that are shown unless the planner wants more.
  private static let complaintsShown = 12

  /// Lays out the page.
  ///
  /// - Parameters:
  ///   - verification: What the check found.
  ///   - plan: The plan that was checked.
  ///   - width: Columns of the terminal.
  ///   - style: Whether headings carry marks for a terminal.
  ///   - isVerbose: Shows complaints in full.
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of verification: Verification, plan: Plan, width: Int = 80, style: TextStyle = .plain,
    isVerbose: Bool = false
  ) -> String {
    var page = TextPage(width: width, style: style)
    page.heading("Check of a plan for \(plan.model.name), status \(plan.status.rawValue)")
    page.paragraph(verdict(of: verification, plan: plan), indent: 0)
    let shown = isVerbose ? verification.complaints.count : complaintsShown
    for complaint in verification.complaints.prefix(shown) { page.entry(complaint) }
    if verification.complaints.count > shown {
      page.entry("and \(verification.complaints.count - shown) more; --verbose shows them.")
    }
    guard plan.status != .infeasible, !verification.bounds.isEmpty else { return page.text }
    page.heading("Goals, with the bounds that were proven again")
    page.table(
      [
        .init("", .right), .init("goal", fit: .wrapped), .init("value", .right),
        .init("bound", .right), .init("gap", .right), .init("unit", fit: .wrapped),
      ],
      plan.goals.enumerated().map { index, goal in
        [
          String(goal.level), goal.name, PlanPage.figure(goal.value),
          bound(at: index, of: verification), gap(at: index, of: verification), goal.unit,
        ]
      })
    return page.text
  }

  private static func verdict(of verification: Verification, plan: Plan) -> String {
    if plan.status == .infeasible, verification.complaints.isEmpty {
      return "The plan states that there is none, and its conflicting lines are in the model. "
        + verification.contradictionSentence
    }
    guard verification.feasible, verification.complaints.isEmpty else {
      return "The plan does not hold. What is wrong with it:"
    }
    let holds =
      "The plan holds: every limit is kept, and every total and every proof is right. Prices and "
      + "the reasons of shortfalls are not part of the proof and are not checked."
    guard verification.largestViolation > 0 else { return holds }
    return holds + " Rounding breaks a limit by at most \(verification.largestViolation) of it."
  }

  private static func bound(at index: Int, of verification: Verification) -> String {
    guard index < verification.bounds.count, let bound = verification.bounds[index] else {
      return "none"
    }
    return PlanPage.figure(bound)
  }

  private static func gap(at index: Int, of verification: Verification) -> String {
    guard index < verification.gaps.count, let gap = verification.gaps[index] else { return "-" }
    return PlanPage.gap(gap)
  }
}
