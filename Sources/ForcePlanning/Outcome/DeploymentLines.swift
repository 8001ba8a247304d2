import ForceModel

extension PlanPoint {
  /// The rows of deployments.csv.
  func deployments() -> [Deployment] {
    uses.enumerated().map { index, use in
      let model = network.model
      let route = network.route(of: use.tour)
      let pledge = network.pledge(of: use.tour)
      let capability = model.capabilities[pledge.capability]
      let crisis = model.crises[route.crisis]
      let close = network.grid.start(use.tour.first)
      let until = network.grid.end(use.tour.last)
      return Deployment(
        line: index + 1, contribution: pledge.id,
        contributor: model.contributors[pledge.contributor].id, capability: capability.id,
        category: capability.category, crisis: crisis.id, mode: model.modes[route.mode].id,
        lift: route.lift.map { model.liftPools[$0].id } ?? "", units: use.units,
        personnel: (use.units * pledge.personnel).roundedForPlans,
        fromBase: model.locations[pledge.base].id, toLocation: model.locations[crisis.location].id,
        kilometres: route.kilometres.roundedForPlans,
        departDay: (close - network.transitDays(of: route)).roundedForPlans,
        closeDay: close.roundedForPlans,
        untilDay: until.roundedForPlans,
        returnDay: (until + network.transitDays(of: route)).roundedForPlans,
        tonneKilometres: (use.units * pledge.tonnes * route.kilometres).roundedForPlans,
        loads: (use.units * route.loadsPerUnit).roundedForPlans)
    }
  }

  /// The rows of tasks.csv: stretches of periods with the same units on the same requirement.
  func tasks() -> [DeploymentTask] {
    uses.enumerated().flatMap { index, use -> [DeploymentTask] in
      var stretches: [(work: Work, end: Int)] = []
      for work in use.work {
        if let last = stretches.last, last.work.requirement == work.requirement,
          last.end == work.period, last.work.units == work.units
        {
          stretches[stretches.count - 1].end = work.period + 1
        } else {
          stretches.append((work, work.period + 1))
        }
      }
      return
        stretches
        .sorted {
          ($0.work.period, $0.work.requirement) < ($1.work.period, $1.work.requirement)
        }
        .map { work, end in
          DeploymentTask(
            line: index + 1, requirement: network.model.requirements[work.requirement].id,
            fromDay: network.grid.start(work.period).roundedForPlans,
            untilDay: network.grid.boundaries[end].roundedForPlans, units: work.units,
            effectiveStrength: (work.units
              * network.strength(of: use.tour.contribution, for: work.requirement))
              .roundedForPlans)
        }
    }
  }
}
