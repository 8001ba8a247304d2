import ForceModel
import TextFormats

extension PlanReport {
  var memberSection: ReportDocument.Section {
    let cap = model.policy.shareCapOverall
    let capSentence =
      cap < 1
      ? "No member may have more than \(ReadableNumber.percent(cap)) of all personnel in place."
      : "There is no cap on a member's share of the whole force."
    return ReportDocument.Section(
      id: "members", heading: "Who carries it",
      content: """
        <p>\(capSentence) Burden is person-days divided by the member's burden weight.</p>
        \(memberTable.markup)\(shareTable.markup)
        """)
  }

  private var memberTable: ReportTable {
    let most = plan.contributors.map(\.burden).max() ?? 0
    return ReportTable(
      id: "member-table", caption: "What each member sends",
      columns: [
        .text("Member"), .number("Share of all person-days"), .drawing("Share"), .number("Burden"),
        .drawing("Burden"), .number("Person-days"), .number("Personnel at the peak"),
        .number("Units at the peak"), .number("Units pledged"), .number("Tonne-km"),
        .number("Cost"),
      ],
      rows: plan.contributors.map { member in
        [
          .text(names.contributor(member.contributor)), .share(member.shareOfForce),
          .markup(BarDrawing.markup(member.shareOfForce)), .amount(member.burden),
          .markup(BarDrawing.markup(most > 0 ? member.burden / most : 0)),
          .amount(member.personDays), .amount(member.personnelDeployed),
          .amount(member.unitsDeployed), .amount(member.unitsPledged),
          .amount(member.tonneKilometres), .amount(member.cost),
        ]
      }, limit: Self.rowsShown, rest: Self.folderFile("contributors.csv"))
  }

  /// The largest share of each member at any time, beside the cap on it.
  private var shareTable: ReportTable {
    let grid = TimeGrid(policy: model.policy, requirements: model.requirements)
    let own = Dictionary(model.contributors.map { ($0.id, $0.shareCap) }) { first, _ in first }
    let atCrises = plan.crises.flatMap { crisis in
      let here = plan.deployments.filter { $0.crisis == crisis.crisis }
      return MemberShare.all(in: here, over: grid).map { share in
        shareRow(
          share, place: names.crisis(crisis.crisis),
          cap: (own[share.contributor] ?? nil) ?? model.policy.shareCapPerCrisis)
      }
    }
    let overall = MemberShare.all(in: plan.deployments, over: grid).map { share in
      shareRow(share, place: "all crises together", cap: model.policy.shareCapOverall)
    }
    return ReportTable(
      id: "share-table",
      caption: "Largest share of the personnel in place at any time; the red line is the cap",
      columns: [
        .text("At"), .text("Member"), .number("Largest share"), .number("Cap"), .drawing("Share"),
      ],
      rows: overall + atCrises, limit: Self.rowsShown, rest: Self.folderFile("deployments.csv"))
  }

  private func shareRow(_ share: MemberShare, place: String, cap: Double) -> [ReportTable.Cell] {
    [
      .text(place), .text(names.contributor(share.contributor)), .share(share.largest),
      cap < 1 ? .share(cap) : .text("none"),
      .markup(BarDrawing.markup(share.largest, limit: cap < 1 ? cap : nil)),
    ]
  }
}
