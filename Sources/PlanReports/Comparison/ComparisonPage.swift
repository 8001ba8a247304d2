public import ForceModel
public import TextFormats

/// The page that shows how plans differ: what is different in the inputs first, then goals, crises,
/// members and deployments.
///
/// With many variants only the tables that have one line each are shown, of the first of them, and how far all
/// reach; the comparison's folder holds the rest.
public struct ComparisonPage {
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
  ///   - place: Where the comparison was written.
  /// - Returns: Lines of at most `width` columns, ended by a line feed.
  public static func text(
    of comparison: Comparison, names: DisplayNames, order: VariantOrder = .given, width: Int = 80,
    style: TextStyle = .plain, isVerbose: Bool = false, writtenTo place: WrittenResult = .nowhere
  ) -> String {
    var page = ComparisonPage(
      comparison: comparison, names: names,
      variants: shown(of: comparison, order: order, isVerbose: isVerbose)
        .map { comparison.standings[$0].name },
      isVerbose: isVerbose, page: TextPage(width: width, style: style))
    page.addTitle()
    page.addInputs()
    page.addGoals()
    page.addSpread()
    if page.isDetailed {
      page.addCrises()
      page.addContributors()
      page.addDeployments()
    }
    page.addMeasures()
    page.addFiles(place)
    return page.page.text
  }

  /// Which variants' lines the page shows.
  ///
  /// - Parameters:
  ///   - comparison: The standings of all variants; lines are not needed.
  ///   - order: The order of variants.
  ///   - isVerbose: Shows every variant.
  /// - Returns: Their numbers, in the order of the page.
  public static func shown(
    of comparison: Comparison, order: VariantOrder, isVerbose: Bool
  ) -> [Int] {
    let all = comparison.ranked(in: order)
    return isVerbose ? all : Array(all.prefix(variantsShown))
  }

  private var isDetailed: Bool { isVerbose || variants.count <= Self.variantsInDetail }

  // MARK: Title

  private mutating func addTitle() {
    page.heading(names.title ?? comparison.base)
    let all = comparison.standings.count
    let count = all == 1 ? "1 variant" : "\(ReadableNumber.count(all)) variants"
    let shown =
      all > variants.count
      ? " The first \(variants.count) are shown; --verbose shows all, and -o DIR writes them." : ""
    page.paragraph("\(comparison.base) beside \(count).\(shown)", first: "  ")
    let names = Set([comparison.base] + variants)
    let doubtful = ([comparison.baseStanding] + comparison.standings).filter {
      $0.status.doubt != nil
    }
    let named = doubtful.filter { names.contains($0.name) }
    for standing in named {
      page.entry("\(standing.name) is \(standing.status.rawValue): \(standing.status.doubt ?? "").")
    }
    if doubtful.count > named.count {
      let count = ReadableNumber.count(doubtful.count - named.count)
      page.entry("\(count) of the variants not shown are in doubt, too; measures.csv names them.")
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
      page.entry("\(variant): \(InputDifference.summary(of: lines))")
      guard isDetailed else { continue }
      addTable(
        [.init("", fit: .wrapped), .init("", fit: .wrapped), .init("", fit: .wrapped)],
        lines.map { [$0.table, $0.row, $0.words] })
    }
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

  /// How far all variants reach, where not all are shown.
  private mutating func addSpread() {
    guard comparison.standings.count > variants.count else { return }
    page.heading("All variants: from the least to the most")
    let goals = comparison.goals.filter { $0.variant == comparison.base }
    page.table(
      [
        .init("", fit: .wrapped), .init("least", .right), .init("of", fit: .wrapped),
        .init("median", .right), .init("most", .right), .init("of", fit: .wrapped),
      ], goals.compactMap(spreadRow))
  }

  private func spreadRow(_ goal: GoalDifference) -> [String]? {
    let ranked = comparison.standings.filter { $0.value(of: goal.name) < .infinity }.enumerated()
      .sorted { one, other in
        let (first, second) = (one.element.value(of: goal.name), other.element.value(of: goal.name))
        return first == second ? one.offset < other.offset : first < second
      }.map(\.element)
    guard let least = ranked.first, let most = ranked.last else { return nil }
    // Of an even number the lower one of the two in the middle, so that it is a value of some variant.
    let median = ranked[(ranked.count - 1) / 2]
    return [
      goal.name, PlanPage.figure(least.value(of: goal.name)), least.name,
      PlanPage.figure(median.value(of: goal.name)), PlanPage.figure(most.value(of: goal.name)),
      most.name,
    ]
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
      variant, PlanPage.figure(line.value), SignedChange.amount(difference),
      line.relative.map { SignedChange.percent($0) } ?? "", proof,
    ]
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
            SignedChange.amount(line.difference),
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
            ReadableNumber.percent(line.share),
            SignedChange.amount(line.personDays - line.basePersonDays),
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
      let moves = DeploymentMove.all(of: variant, in: comparison.deployments)
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

  // MARK: Measures

  private mutating func addMeasures() {
    page.heading("How the force is spread, and how far pledges can be relied on")
    let measures = ([comparison.base] + variants).compactMap { name in
      comparison.measures.first { $0.variant == name }
    }
    page.table(
      [
        .init("", fit: .wrapped), .init("largest share", fit: .wrapped), .init("Gini", .right),
        .init("HHI", .right), .init("bases", .right),
      ],
      measures.map { measures in
        [
          measures.variant,
          measures.largestContributor.isEmpty
            ? "nobody"
            : "\(names.contributor(measures.largestContributor)) "
              + ReadableNumber.percent(measures.largestShare),
          ReadableNumber.rounded(measures.gini, decimals: 2),
          ReadableNumber.rounded(measures.herfindahl, decimals: 2),
          measures.balance.map { ReadableNumber.percent($0) } ?? "-",
        ]
      })
    page.paragraph(
      "Gini: 0 where all members send alike, near 1 where one sends all. HHI, after Herfindahl: the "
        + "sum of the squares of the shares. Bases: what the plan meets over what it would meet if every "
        + "move began at the nearest base in use, at least.", first: "  ")
    page.paragraph("")
    page.table(
      [
        .init("persons", fit: .wrapped), .init("pledged", .right), .init("verified", .right),
        .init("expected", .right),
      ],
      measures.map { measures in
        [
          measures.variant, ReadableNumber.amount(measures.pledgedPersonnel),
          ReadableNumber.amount(measures.verifiedPersonnel),
          ReadableNumber.amount(measures.expectedPersonnel),
        ]
      })
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

  private mutating func addFiles(_ place: WrittenResult) {
    page.heading("Files")
    let sentence =
      switch place {
      case .nowhere: "Nothing is written; -o DIR writes every table."
      case .folder(let folder):
        "The comparison is written to \(folder), every table with a column variant."
      case .report(let file): "The report is written to \(file); -o DIR writes every table."
      }
    page.paragraph(sentence, first: "  ")
  }
}
