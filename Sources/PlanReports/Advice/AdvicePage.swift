public import ForceModel
public import TextFormats

/// The page that says what would help most, what can be spared and what rests on whom.
public struct AdvicePage {
  /// Lines of a list that are shown unless everything is asked for.
  private static let linesShown = 10

  private let advice: Advice
  private let names: DisplayNames
  private let isVerbose: Bool
  private var page: TextPage

  /// Lays out a page.
  ///
  /// - Parameters:
  ///   - advice: What to show.
  ///   - names: Names for people; without them identifiers are shown.
  ///   - width: Columns of the terminal.
  ///   - style: Whether headings carry marks for a terminal.
  ///   - isVerbose: Shows lists in full, and what prices had promised.
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of advice: Advice, names: DisplayNames, width: Int = 80, style: TextStyle = .plain,
    isVerbose: Bool = false
  ) -> String {
    var page = AdvicePage(
      advice: advice, names: names, isVerbose: isVerbose,
      page: TextPage(width: width, style: style))
    page.addTitle()
    page.addImprovements()
    page.addMembers()
    page.addSpare()
    return page.page.text
  }

  private mutating func addTitle() {
    page.heading(names.title ?? "Advice")
    let goal = advice.goal
    page.paragraph(
      "The goal \(goal.name) is \(PlanPage.figure(goal.value)) \(goal.unit). What follows says how it "
        + "would change; every figure comes from a plan with the change.", first: "  ")
  }

  private mutating func addImprovements() {
    page.heading("What would help most")
    guard !advice.improvements.isEmpty else {
      page.paragraph("Nothing that was tried makes the goal better.", first: "  ")
      return
    }
    var columns: [TextTable.Column] = [
      .init("", .right), .init("", fit: .wrapped), .init("less by", .right), .init("", .right),
      .init("twice", .right), .init("4 times", .right),
    ]
    if isVerbose { columns.append(.init("by price", .right)) }
    let rows = advice.improvements.enumerated().map { number, improvement in
      var row = [
        String(number + 1), improvement.description, PlanPage.figure(improvement.gain),
        part(improvement.gain),
      ]
      for multiple in [2.0, 4.0] {
        let point = improvement.curve.first { $0.multiple == multiple }
        row.append(point.map { PlanPage.figure($0.gain) } ?? "")
      }
      if isVerbose { row.append(improvement.estimate.map { PlanPage.figure($0) } ?? "") }
      return row
    }
    page.table(columns, rows)
    page.paragraph(
      "Each change by itself; two together may gain more or less than their sum. The last columns show "
        + "twice and four times as much of it, and so where it stops helping.", first: "  ")
    if advice.screenedOut > 0 {
      page.paragraph(
        "\(advice.screenedOut) more changes promised less by their prices and were not planned with.",
        first: "  ")
    }
  }

  private mutating func addMembers() {
    page.heading("Without each member")
    page.table(
      [
        .init("", fit: .wrapped), .init("goal", .right), .init("worse by", .right),
        .init("", .right),
      ],
      advice.members.map { member in
        guard member.isPlan else {
          return [member.description, "no plan: what stands needs it", "", ""]
        }
        return [
          member.description, PlanPage.figure(member.value),
          member.gain < -1e-6 ? PlanPage.figure(-member.gain) : "nothing", part(-member.gain),
        ]
      })
  }

  private mutating func addSpare() {
    page.heading("What can be spared")
    guard !advice.spare.isEmpty else {
      page.paragraph("No pledge can be withdrawn whole without making the goal worse.", first: "  ")
      return
    }
    page.paragraph(
      "Each of these pledges can be withdrawn at no loss in this goal; not all of them together.",
      first: "  ")
    let shown = isVerbose ? advice.spare.count : Self.linesShown
    for spare in advice.spare.prefix(shown) { page.entry(spare.subject) }
    if advice.spare.count > shown {
      page.paragraph("and \(advice.spare.count - shown) more; --verbose shows all", first: "    ")
    }
  }

  /// A change as a part of the goal.
  private func part(_ change: Double) -> String {
    advice.goal.value > 0 && change > 1e-9 ? ReadableNumber.percent(change / advice.goal.value) : ""
  }
}

/// The page of a goal over the cap on a member's share.
public enum ShareCapPage {
  /// Lays out the curve; caps and values belong together.
  public static func text(
    goal: GoalResult, caps: [Double], values: [Double], today: Double, names: DisplayNames,
    width: Int = 80, style: TextStyle = .plain
  ) -> String {
    var page = TextPage(width: width, style: style)
    page.heading(names.title ?? "Share cap")
    page.paragraph(
      "The goal \(goal.name), in \(goal.unit), over the cap on the share that one member may have of the "
        + "personnel at a crisis. A member's own cap holds where it is lower.", first: "  ")
    let most = values.max() ?? 0
    page.table(
      [.init("cap", .right), .init("goal", .right), .init("", fit: .shortened)],
      zip(caps, values).map { cap, value in
        [
          ReadableNumber.percent(cap), PlanPage.figure(value),
          String(repeating: "#", count: most > 0 ? Int((40 * value / most).rounded()) : 0)
            + (abs(cap - today) < 1e-9 ? " the policy's cap" : ""),
        ]
      })
    return page.text
  }
}
