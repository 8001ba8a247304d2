public import ForceModel
public import TextFormats

/// The page of burdens made even level by level.
public enum EvenBurdenPage {
  /// Lays out the levels, each member's burden beside that of the model's own plan, and what it costs in the goals that follow.
  ///
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of even: EvenBurden, names: DisplayNames, width: Int = 80, style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    page.heading(names.title ?? "Burden")
    page.paragraph(
      "Burden is person-days in place by burden weight. With the shortfall as small as it can be, first the "
        + "largest burden is made small, then the largest of those who could still carry less, and so "
        + "on. At its level each member carries as little as it can without more for one that carries as "
        + "much or more.", first: "  ")
    page.heading("Levels, the largest burden first")
    let before = Dictionary(
      uniqueKeysWithValues: even.base.contributors.map { ($0.contributor, $0.burden) })
    page.table(
      [
        .init("level", .right), .init("member", fit: .wrapped), .init("burden", .right),
        .init("before", .right), .init("change", .right),
      ],
      even.steps.enumerated().flatMap { number, step in
        step.contributors.map { member in
          let old = before[member] ?? 0
          return [
            String(number + 1), names.contributor(member), PlanPage.figure(step.burden),
            PlanPage.figure(old), change(from: old, to: step.burden),
          ]
        }
      })
    let goals = zip(even.base.goals, even.plan.goals).filter { !$0.0.name.hasPrefix("burden") }
    page.heading("The other goals")
    page.table(
      [
        .init("", fit: .wrapped), .init("before", .right), .init("even", .right),
        .init("", fit: .wrapped),
      ],
      goals.map { base, even in
        [base.name, PlanPage.figure(base.value), PlanPage.figure(even.value), base.unit]
      })
    return page.text
  }

  private static func change(from old: Double, to new: Double) -> String {
    if abs(new - old) <= 1e-6 * max(1, abs(old)) { return "same" }
    return (new > old ? "+" : "") + PlanPage.figure(new - old)
  }
}
