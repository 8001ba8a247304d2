import ForceModel
import TextFormats

extension ComparisonReport {
  var crisisSection: ReportDocument.Section {
    let lines = comparison.crises.filter { shown.contains($0.variant) }
    var keys: [[String]] = []
    var baseLines: [[String]: CrisisDifference] = [:]
    var cells: [[String]: [String: CrisisDifference]] = [:]
    for line in lines {
      let key = [line.crisis, line.capability, line.unit.rawValue]
      if baseLines[key] == nil { keys.append(key) }
      baseLines[key] = line
      cells[key, default: [:]][line.variant] = line
    }
    let rows = keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key -> [ReportTable.Cell] in
      let base = baseLines[key]?.baseShortfall ?? 0
      return [
        .text(names.crisis(key[0])), .text(names.capability(key[1])), .text(key[2]), .amount(base),
      ]
        + shown.map { variant in
          let line = cells[key]?[variant]
          return Self.beside(line?.shortfall ?? 0, change: line?.difference ?? 0, isWorse: true)
        }
    }
    let table = ReportTable(
      id: "crisis-table", caption: "What each crisis lacks, in strength x days",
      columns: [.text("Crisis"), .text("What is required"), .text("In"), .number(comparison.base)]
        + shown.map { .number($0) },
      rows: rows, limit: Self.rowsShown, rest: Self.folderFile("crises.csv"))
    return ReportDocument.Section(
      id: "crises", heading: "What the crises lack", content: table.markup)
  }

  var memberSection: ReportDocument.Section {
    let lines = comparison.contributors.filter { shown.contains($0.variant) }
    let rows = Set(lines.map(\.contributor)).sorted().map { member -> [ReportTable.Cell] in
      let own = lines.filter { $0.contributor == member }
      return [
        .text(names.contributor(member)), .amount(own.first?.basePersonDays ?? 0),
        .share(own.first?.baseShare ?? 0),
      ]
        + shown.flatMap { variant -> [ReportTable.Cell] in
          let line =
            own.first { $0.variant == variant }
            ?? ContributorDifference(variant: variant, contributor: member)
          return [
            Self.beside(
              line.personDays, change: line.personDays - line.basePersonDays, isWorse: nil),
            .share(line.share),
          ]
        }
    }
    let table = ReportTable(
      id: "member-table", caption: "Person-days of each member, and its share of all",
      columns: [.text("Member"), .number(comparison.base), .number("Share")]
        + shown.flatMap { [.number($0), .number("Share")] },
      rows: rows, limit: Self.rowsShown, rest: Self.folderFile("contributors.csv"))
    return ReportDocument.Section(
      id: "members", heading: "Who carries it", content: table.markup)
  }

  var moveSection: ReportDocument.Section {
    let rows = shown.flatMap { variant in
      DeploymentMove.all(of: variant, in: comparison.deployments).map {
        move -> [ReportTable.Cell] in
        [
          .text(variant), .text(move.contribution), .text(names.crisis(move.crisis)),
          .amount(move.base), .amount(move.variant), Self.change(move.change, isWorse: nil),
        ]
      }
    }
    let table = ReportTable(
      id: "move-table", caption: "Pledges that serve more or less, in units x days in place",
      columns: [
        .text("Variant"), .text("Pledge"), .text("Crisis"), .number("Base"), .number("Variant's"),
        .number("Change"),
      ], rows: rows, limit: Self.rowsShown, rest: Self.folderFile("deployments.csv"))
    return ReportDocument.Section(
      id: "moves", heading: "Which deployments change",
      content: """
        <p>Of equally good plans the planner takes any one, so not every change here is needed.</p>
        \(rows.isEmpty ? "<p>None.</p>\n" : table.markup)
        """)
  }

  /// A variant's figure with its difference from the base, where there is one.
  private static func beside(_ value: Double, change: Double, isWorse: Bool?) -> ReportTable.Cell {
    let text = ReadableNumber.amount(value)
    guard abs(change) > 1e-6 * max(1, abs(value)) else { return .figure(text, value) }
    let style: Markup = isWorse == nil ? "unit" : change > 0 ? "alarm" : "well"
    return .markup(
      """
      <data value="\(exact: value)">\(text)</data> <span class="\(style)">\
      (\(SignedChange.amount(change)))</span>
      """)
  }
}
