import ForceModel
import TextFormats

extension PlanReport {
  var deploymentSection: ReportDocument.Section {
    let content: Markup =
      plan.deployments.isEmpty
      ? "<p>Nothing deploys.</p>\n"
      : """
      \(GanttChart(plan: plan, names: names, scale: scale).markup)\(deploymentTable.markup)
      """
    return ReportDocument.Section(id: "deployments", heading: "Who moves when", content: content)
  }

  private var deploymentTable: ReportTable {
    let places = Dictionary(model.locations.map { ($0.id, $0.name) }) { first, _ in first }
    return ReportTable(
      id: "deployment-table", caption: "The order of movement; days count from the decision, day 0",
      columns: [
        .number("Line"), .text("Pledge"), .text("Member"), .text("Kind of unit"), .text("Crisis"),
        .number("Units"), .number("Personnel"), .text("From"), .text("By"),
        .number("Km"), .number("Departs"), .number("In place"), .number("Until"),
        .number("Back"),
      ],
      rows: plan.deployments.map { deployment in
        [
          .figure(String(deployment.line), Double(deployment.line)),
          .text(deployment.contribution), .text(names.contributor(deployment.contributor)),
          .text(names.capability(deployment.capability)), .text(names.crisis(deployment.crisis)),
          .amount(deployment.units), .amount(deployment.personnel),
          .text(places[deployment.fromBase] ?? deployment.fromBase),
          .text(
            deployment.lift.isEmpty ? deployment.mode : "\(deployment.mode), \(deployment.lift)"),
          .amount(deployment.kilometres), .day(deployment.departDay), .day(deployment.closeDay),
          .day(deployment.untilDay), .day(deployment.returnDay),
        ]
      }, limit: Self.rowsShown, rest: Self.folderFile("deployments.csv"))
  }
}
