public import ForceModel
public import TextFormats

/// The page that shows how plans differ: what is different in the inputs first, then goals, crises,
/// members and deployments.
///
/// With many variants only the tables that have one line each are shown; the comparison's folder holds the rest.
public struct ComparisonPage {
  /// The order in which variants are shown.
  public enum Order: Sendable, Equatable {
    /// As they were named.
    case given
    /// By name.
    case name
    /// By the value of a goal, the smallest first.
    case goal(String)
  }

  /// Up to so many variants are shown in detail unless everything is asked for.
  private static let variantsInDetail = 3
  /// Up to so many variants are shown at all unless everything is asked for.
  private static let variantsShown = 20
  /// Lines of a section that are shown of one variant unless everything is asked for.
  private static let linesShown = 8

  private let comparison: Comparison
  private let names: DisplayNames
  private let variants: [String]
  private let isVerbose: Bool
  private var page: TextPage

  /// Lays out a page.
  ///
  /// - Parameters:
  ///   - comparison: What to show.
  ///   - names: Names for people; without them identifiers are shown.
  ///   - order: The order of variants.
  ///   - width: Columns of the terminal.
  ///   - style: Whether headings carry marks for a terminal.
  ///   - isVerbose: Shows every variant and every line in full.
  ///   - folder: Where the comparison was written; nil: nowhere.
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of comparison: Comparison, names: DisplayNames, order: Order = .given, width: Int = 80,
    style: TextStyle = .plain, isVerbose: Bool = false, writtenTo folder: String? = nil
  ) -> String {
    let all = comparison.variants(in: order)
    var page = ComparisonPage(
      comparison: comparison, names: names,
      variants: isVerbose ? all : Array(all.prefix(Self.variantsShown)), isVerbose: isVerbose,
      page: TextPage(width: width, style: style))
    page.addTitle()
    page.addInputs()
    page.addGoals()
    if page.isDetailed {
      page.addCrises()
      page.addContributors()
      page.addDeployments()
    }
    page.addMeasures()
    page.addFolder(folder)
    return page.page.text
  }

  private var isDetailed: Bool { isVerbose || variants.count <= Self.variantsInDetail }

  // MARK: Title

  private mutating func addTitle() {
    page.heading(names.title ?? comparison.base)
    let all = comparison.variants.count
    let count = all == 1 ? "1 variant" : "\(all) variants"
    let shown =
      all > variants.count
      ? " The first \(variants.count) are shown; --verbose shows all, and -o DIR writes them." : ""
    page.paragraph("\(comparison.base) beside \(count).\(shown)", first: "  ")
    let names = Set([comparison.base] + variants)
    for measures in comparison.measures
    where measures.status != .optimal && names.contains(measures.variant) {
      let meaning =
        switch measures.status {
        case .feasible: "a better plan may exist, see the gaps"
        case .limit: "stopped by a limit; a better plan may exist"
        case .infeasible: "there is no plan: fixed deployments contradict"
        case .invalid: "the certificate failed; do not use its figures"
        case .optimal: ""
        }
      page.entry("\(measures.variant) is \(measures.status.rawValue): \(meaning).")
    }
  }

  // MARK: Inputs

  private mutating func addInputs() {
    page.heading("What differs in the inputs")
    for variant in variants {
      let lines = comparison.inputs.filter { $0.variant == variant }
      guard !lines.isEmpty else {
        page.entry("\(variant): nothing")
        continue
      }
      page.entry("\(variant): \(summary(of: lines))")
      guard isDetailed else { continue }
      addTable(
        [.init("", fit: .wrapped), .init("", fit: .wrapped), .init("", fit: .wrapped)],
        lines.map { [$0.table, $0.row, Self.change($0)] })
    }
  }

  private static func change(_ line: InputDifference) -> String {
    switch line.change {
    case .added: "added: \(line.after)"
    case .dropped: "dropped"
    case .changed:
      "\(line.column.isEmpty ? "" : line.column + " ")"
        + "\(line.before.isEmpty ? "(empty)" : line.before) -> "
        + (line.after.isEmpty ? "(empty)" : line.after)
    }
  }

  /// How many rows of which tables differ.
  private func summary(of lines: [InputDifference]) -> String {
    var counts: [(table: String, change: InputDifference.Change, rows: [String])] = []
    for line in lines {
      let place = counts.firstIndex { $0.table == line.table && $0.change == line.change }
      guard let place else {
        counts.append((line.table, line.change, [line.row]))
        continue
      }
      if counts[place].rows.last != line.row { counts[place].rows.append(line.row) }
    }
    return counts.map { "\($0.table): \($0.rows.count) \($0.change.rawValue)" }
      .joined(separator: "; ")
  }

  // MARK: Goals

  private mutating func addGoals() {
    page.heading("Goals, the first one first")
    for (level, goal) in comparison.goals.filter({ $0.variant == comparison.base }).enumerated() {
      if level > 0 { page.paragraph("") }
      page.paragraph("\(goal.name), \(goal.unit)", first: "  ")
      let rows = [[goal.variant, PlanPage.figure(goal.value), "", "", "base"]]
      page.table(
        [
          .init("", fit: .wrapped), .init("", .right), .init("", .right), .init("", .right),
          .init("", fit: .wrapped),
        ], rows + variants.map { goalRow($0, like: goal) })
    }
    for variant in variants {
      let others = comparison.goals.filter { $0.variant == variant && $0.base == nil }
      for goal in others {
        page.entry(
          "\(variant) has the goal \(goal.name) as well: \(PlanPage.figure(goal.value)) \(goal.unit)"
        )
      }
    }
  }

  private func goalRow(_ variant: String, like goal: GoalDifference) -> [String] {
    let line = comparison.goals.first {
      $0.variant == variant && $0.name == goal.name && $0.unit == goal.unit
    }
    guard let line, let difference = line.difference else {
      return [variant, "-", "", "", "not a goal of this variant"]
    }
    let proof =
      (line.gap ?? 1) > 1e-6 ? line.gap.map { "gap \(PlanPage.gap($0))" } ?? "unproven" : ""
    return [
      variant, PlanPage.figure(line.value), Self.signed(difference),
      line.relative.map { Self.signedPercent($0) } ?? "", proof,
    ]
  }

  /// A difference with its sign.
  private static func signed(_ value: Double) -> String {
    if abs(value) < 5e-7 { return "same" }
    return (value > 0 ? "+" : "") + PlanPage.figure(value)
  }

  private static func signedPercent(_ part: Double) -> String {
    if abs(part) < 5e-9 { return "" }
    return (part > 0 ? "+" : "-") + ReadableNumber.percent(abs(part))
  }

  // MARK: Crises

  private mutating func addCrises() {
    page.heading("Crises: what is lacking, in strength x days")
    for variant in variants {
      let lines = comparison.crises.filter {
        $0.variant == variant && abs($0.difference) > 1e-6 * max(1, $0.baseShortfall)
      }.sorted { (-abs($0.difference), $0.crisis) < (-abs($1.difference), $1.crisis) }
      addDifferences(
        of: variant,
        [
          .init("crisis", fit: .wrapped), .init("capability", fit: .wrapped),
          .init("base", .right), .init("variant", .right), .init("change", .right),
        ],
        lines.map { line in
          [
            names.crisis(line.crisis), names.capability(line.capability),
            PlanPage.figure(line.baseShortfall), PlanPage.figure(line.shortfall),
            Self.signed(line.difference),
          ]
        })
    }
  }

  // MARK: Members

  private mutating func addContributors() {
    page.heading("Members: person-days and share of the force")
    for variant in variants {
      let lines = comparison.contributors.filter {
        $0.variant == variant
          && abs($0.personDays - $0.basePersonDays) > 1e-6 * max(1, $0.basePersonDays)
      }.sorted { Self.weight($0) > Self.weight($1) }
      addDifferences(
        of: variant,
        [
          .init("member", fit: .wrapped), .init("base", .right), .init("share", .right),
          .init("variant", .right), .init("share", .right), .init("change", .right),
        ],
        lines.map { line in
          [
            names.contributor(line.contributor), PlanPage.figure(line.basePersonDays),
            ReadableNumber.percent(line.baseShare), PlanPage.figure(line.personDays),
            ReadableNumber.percent(line.share), Self.signed(line.personDays - line.basePersonDays),
          ]
        })
    }
  }

  private static func weight(_ line: ContributorDifference) -> Double {
    abs(line.personDays - line.basePersonDays)
  }

  // MARK: Deployments

  private mutating func addDeployments() {
    page.heading("Deployments that change, in units x days in place")
    page.paragraph(
      "Of equally good plans the planner takes any one, so not every change here is needed.",
      first: "  ")
    for variant in variants {
      let moves = Move.all(of: variant, in: comparison.deployments)
      addDifferences(
        of: variant,
        [
          .init("pledge", fit: .wrapped), .init("crisis", fit: .wrapped), .init("base", .right),
          .init("variant", .right), .init("change", .right),
        ],
        moves.map { move in
          [
            move.contribution, names.crisis(move.crisis),
            ReadableNumber.amount(move.base), ReadableNumber.amount(move.variant),
            (move.change > 0 ? "+" : "") + ReadableNumber.amount(move.change),
          ]
        })
    }
  }

  /// What one pledge sends to one crisis over all its tours that differ, in units x days.
  private struct Move {
    let contribution: String
    let crisis: String
    var base = 0.0
    var variant = 0.0
    var change: Double { variant - base }

    /// The moves of a variant that change, the largest change first.
    static func all(of variant: String, in lines: [DeploymentDifference]) -> [Move] {
      var moves: [Move] = []
      for line in lines.filter({ $0.variant == variant }).sorted(by: { $0.place < $1.place }) {
        if moves.last?.contribution != line.contribution || moves.last?.crisis != line.crisis {
          moves.append(Move(contribution: line.contribution, crisis: line.crisis))
        }
        let days = line.untilDay - line.closeDay
        moves[moves.count - 1].base += line.baseUnits * days
        moves[moves.count - 1].variant += line.units * days
      }
      return moves.filter { abs($0.change) > 1e-6 * max(1, $0.base, $0.variant) }
        .sorted { abs($0.change) > abs($1.change) }
    }
  }

  // MARK: Measures

  private mutating func addMeasures() {
    page.heading("How the force is spread, and how far pledges can be relied on")
    let order = [comparison.base] + variants
    let rows = order.compactMap { name in comparison.measures.first { $0.variant == name } }.map {
      measures in
      [
        measures.variant,
        measures.largestContributor.isEmpty
          ? "nobody"
          : "\(names.contributor(measures.largestContributor)) "
            + ReadableNumber.percent(measures.largestShare),
        ReadableNumber.rounded(measures.gini, decimals: 2),
        ReadableNumber.rounded(measures.herfindahl, decimals: 2),
        ReadableNumber.amount(measures.pledgedPersonnel),
        ReadableNumber.amount(measures.verifiedPersonnel),
        ReadableNumber.amount(measures.expectedPersonnel),
      ]
    }
    page.table(
      [
        .init("", fit: .wrapped), .init("largest share", fit: .wrapped), .init("Gini", .right),
        .init("HHI", .right), .init("pledged", .right), .init("verified", .right),
        .init("expected", .right),
      ], rows)
    page.paragraph(
      "Gini: 0 where all members send alike, near 1 where one sends all. HHI, after Herfindahl: the "
        + "sum of the squares of the shares. Pledges in persons.", first: "  ")
  }

  // MARK: End

  /// What differs in one variant, a line each; none: it is as the base.
  private mutating func addDifferences(
    of variant: String, _ columns: [TextTable.Column], _ rows: [[String]]
  ) {
    guard !rows.isEmpty else {
      page.entry("\(variant): as in the base")
      return
    }
    page.entry("\(variant):")
    addTable(columns, rows)
  }

  /// A table of which only the first lines are shown unless everything is asked for.
  private mutating func addTable(_ columns: [TextTable.Column], _ rows: [[String]]) {
    let shown = isVerbose ? rows.count : min(rows.count, Self.linesShown)
    page.table(columns, Array(rows.prefix(shown)))
    guard rows.count > shown else { return }
    page.paragraph("and \(rows.count - shown) more; --verbose shows all", first: "    ", indent: 4)
  }

  private mutating func addFolder(_ folder: String?) {
    page.heading("Files")
    if let folder {
      page.paragraph(
        "The comparison is written to \(folder), every table with a column variant.", first: "  ")
    } else {
      page.paragraph("Nothing is written; -o DIR writes every table.", first: "  ")
    }
  }
}

extension Comparison {
  /// Names of the variants in an order; ties stay in the order given.
  fileprivate func variants(in order: ComparisonPage.Order) -> [String] {
    let given = variants
    switch order {
    case .given: return given
    case .name: return given.sorted()
    case .goal(let name):
      let values = given.map { variant in
        goals.filter { $0.variant == variant && ($0.name == name || $0.name.hasPrefix(name + ".")) }
          .map(\.value)
      }
      return given.indices.sorted { one, other in
        if values[one] == values[other] { return one < other }
        return values[one].lexicographicallyPrecedes(values[other])
      }.map { given[$0] }
    }
  }
}

extension DeploymentDifference {
  /// Pledge and crisis, for sorting.
  fileprivate var place: (String, String) { (contribution, crisis) }
}
