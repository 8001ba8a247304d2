public import ForceModel
public import TextFormats

/// The page that says why requirements are short, and what would fill them.
public struct ExplanationPage {
  /// Pledges of one fate that are named unless everything is asked for.
  private static let pledgesShown = 4

  private let names: DisplayNames
  private let isVerbose: Bool
  private var page: TextPage

  /// Lays out a page.
  ///
  /// - Parameters:
  ///   - plan: The plan that is explained.
  ///   - accounts: The accounts to show, in order.
  ///   - remedies: What fills the shortfall, by requirement; nil: that was not looked for.
  ///   - names: Names for people; without them identifiers are shown.
  ///   - width: Columns of the terminal.
  ///   - style: Whether headings carry marks for a terminal.
  ///   - isVerbose: Names every pledge.
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of plan: Plan, accounts: [ShortfallAccount], remedies: [String: [Remedy]]?,
    names: DisplayNames, width: Int = 80, style: TextStyle = .plain, isVerbose: Bool = false
  ) -> String {
    var page = ExplanationPage(
      names: names, isVerbose: isVerbose, page: TextPage(width: width, style: style))
    page.page.heading(names.title ?? plan.model.name)
    if accounts.isEmpty {
      page.page.paragraph("Nothing is short: every requirement is met.", first: "  ")
      return page.page.text
    }
    for account in accounts { page.add(account, remedies: remedies?[account.requirement]) }
    if remedies == nil {
      page.page.heading("What would fill them")
      page.page.paragraph(
        "Name one requirement to see the least changes that would fill it, each planned with.",
        first: "  ")
    }
    return page.page.text
  }

  private mutating func add(_ account: ShortfallAccount, remedies: [Remedy]?) {
    let unit = account.unit == .personnel ? "person-days" : "unit-days"
    page.heading(
      "\(account.requirement): \(names.capability(account.capability)), "
        + names.crisis(account.crisis))
    page.paragraph(
      "\(ReadableNumber.amount(account.shortfall)) of \(ReadableNumber.amount(account.required)) "
        + "\(unit) are missing in days \(ReadableNumber.day(account.fromDay)) to "
        + "\(ReadableNumber.day(account.untilDay)). \(pledgedSentence(account, unit))", first: "  ")
    page.table(
      [.init("", .right), .init("", fit: .wrapped)], rows(of: account))
    guard let remedies else { return }
    guard !remedies.isEmpty else {
      page.paragraph("No single change that was tried fills it, not even in part.", first: "  ")
      return
    }
    page.paragraph("Less would be missing with any one of these:", first: "  ")
    page.table(
      [.init("missing", .right), .init("", fit: .wrapped), .init("first goal", .right)],
      remedies.map { remedy in
        [
          remedy.remaining <= 1e-6 ? "nothing" : ReadableNumber.amount(remedy.remaining),
          remedy.description, PlanPage.figure(remedy.goal),
        ]
      })
  }

  private func pledgedSentence(_ account: ShortfallAccount, _ unit: String) -> String {
    guard account.pledged > 0 else { return "No member pledges the capability or a substitute." }
    let rest =
      account.notPledged > 1e-6
      ? " So \(ReadableNumber.amount(account.notPledged)) are not pledged at all." : ""
    return
      "Pledges that can serve would give \(ReadableNumber.amount(account.pledged)) on these days; "
      + "this became of them:" + rest
  }

  /// A line for each kind of fate, and below it the pledges.
  private func rows(of account: ShortfallAccount) -> [[String]] {
    PledgeFate.Kind.allCases.flatMap { kind -> [[String]] in
      let fates = account.fates.filter { $0.kind == kind }
      guard !fates.isEmpty else { return [] }
      let total = fates.reduce(0) { $0 + $1.amount }
      var rows = [[ReadableNumber.amount(total), Self.title(of: kind)]]
      // What serves needs no list: the plan has it.
      guard kind != .serving || isVerbose else { return rows }
      let shown = isVerbose ? fates.count : min(fates.count, Self.pledgesShown)
      rows += fates.prefix(shown).map {
        ["", "\(ReadableNumber.amount($0.amount))  \($0.contribution): \($0.detail)"]
      }
      if fates.count > shown {
        let rest = fates.dropFirst(shown).reduce(0) { $0 + $1.amount }
        rows.append(
          [
            "",
            "\(ReadableNumber.amount(rest))  in \(fates.count - shown) more; --verbose names them",
          ])
      }
      return rows
    }
  }

  private static func title(of kind: PledgeFate.Kind) -> String {
    switch kind {
    case .serving: "serve it"
    case .late: "come too late"
    case .caveat: "are barred by caveat"
    case .noWay: "have no way to get there"
    case .shareCap: "are held by a share cap"
    case .lift: "lack lift"
    case .otherTask: "serve another requirement there"
    case .elsewhere: "are at another crisis"
    case .moving: "are on the way elsewhere"
    case .dwelling: "are on the way home or rest between tours"
    case .free: "are free, but held by other limits"
    }
  }
}
