public import ForceModel
public import TextFormats

/// The page about a plan that was made by hand: whether it can stand, what would mend it, how good it is.
public enum HandPlanPage {
  /// Lays out the page.
  ///
  /// - Parameters:
  ///   - review: What to show.
  ///   - lineCount: Deployments of the plan.
  ///   - file: Name of the plan's file.
  ///   - names: Names for people; without them identifiers are shown.
  ///   - width: Columns of the terminal.
  ///   - style: Whether headings carry marks for a terminal.
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of review: HandPlanReview, lineCount: Int, file: String, names: DisplayNames, width: Int = 80,
    style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    page.heading(names.title ?? file)
    let count = lineCount == 1 ? "1 deployment" : "\(lineCount) deployments"
    page.paragraph(
      review.isFeasible
        ? "\(file) holds \(count) and can stand as it is."
        : "\(file) holds \(count) and cannot stand as it is.", first: "  ")
    if !review.impossible.isEmpty {
      page.heading("Lines that can never be")
      for line in review.impossible {
        page.entry("\(line.place): \(line.cause); \(line.remedy)")
      }
    }
    if !review.violations.isEmpty {
      page.heading("Limits that lines break together")
      page.table(
        [
          .init("limit", fit: .wrapped), .init("days", .right), .init("there is", .right),
          .init("taken", .right), .init("", fit: .wrapped), .init("rows", fit: .wrapped),
        ],
        review.violations.map { violation in
          [
            violation.limit,
            "\(ReadableNumber.day(violation.fromDay)) to \(ReadableNumber.day(violation.untilDay))",
            ReadableNumber.amount(violation.available), ReadableNumber.amount(violation.taken),
            violation.unit, violation.rows.map(String.init).joined(separator: ", "),
          ]
        })
    }
    if !review.cuts.isEmpty {
      page.heading("The smallest change with which it can stand, in units")
      page.table(
        [
          .init("row", .right), .init("", fit: .wrapped), .init("from", .right),
          .init("to", .right), .init("", fit: .wrapped),
        ],
        review.cuts.map { cut in
          [
            String(cut.row), cut.description, ReadableNumber.amount(cut.before),
            ReadableNumber.amount(cut.after), move(of: cut),
          ]
        })
    }
    page.heading(
      review.isFeasible
        ? "Goals beside the best plan's" : "Goals with that change, beside the best plan's")
    page.table(
      [
        .init("", fit: .wrapped), .init("this plan", .right), .init("best", .right),
        .init("", fit: .wrapped),
      ],
      zip(review.goals, review.best).map { goal, best in
        [goal.name, PlanPage.figure(goal.value), PlanPage.figure(best.value), goal.unit]
      })
    page.paragraph(
      "Units do the tasks that serve best. A later goal may look better here than in the best plan, where "
        + "the goals before it leave no choice.", first: "  ")
    return page.text
  }

  /// Where a line goes that cannot be where it is.
  private static func move(of cut: HandPlanReview.Cut) -> String {
    guard let stay = cut.moved else { return "" }
    let words =
      "by \(stay.lift ?? stay.mode), days \(ReadableNumber.day(stay.fromDay)) to "
      + ReadableNumber.day(stay.untilDay)
    return cut.after > 0 ? words : "no room \(words)"
  }
}
