import ForceModel
import TextFormats

extension PlanPage {
  /// Who goes to each crisis and when: the days of departure, of being in place, of leaving and of
  /// return.
  mutating func addDeployments() {
    for crisis in plan.crises {
      let deployments = plan.deployments.filter { $0.crisis == crisis.crisis }
      guard !deployments.isEmpty else { continue }
      page.heading("Deployments to \(names.crisis(crisis.crisis))")
      page.table(
        [
          .init("", .right), .init("pledge", fit: .shortened), .init("units", .right),
          .init("personnel", .right), .init("by", fit: .shortened), .init("departs", .right),
          .init("closes", .right), .init("until", .right), .init("returns", .right),
        ], deployments.map(Self.row))
    }
  }

  private static func row(_ deployment: Deployment) -> [String] {
    [
      String(deployment.line), deployment.contribution, ReadableNumber.amount(deployment.units),
      ReadableNumber.amount(deployment.personnel),
      deployment.lift.isEmpty ? deployment.mode : deployment.lift,
      ReadableNumber.day(deployment.departDay), ReadableNumber.day(deployment.closeDay),
      ReadableNumber.day(deployment.untilDay), ReadableNumber.day(deployment.returnDay),
    ]
  }
}
