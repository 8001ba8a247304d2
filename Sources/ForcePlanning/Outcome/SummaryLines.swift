import ForceModel

extension PlanPoint {
  /// The rows of the plan's contributors.csv, every member in the order of identifiers.
  func contributorSummaries() -> [ContributorSummary] {
    let model = network.model
    let personDays = personDays()
    let total = personDays.reduce(0, +)
    let cost = GoalLevel(goal: .cost, priority: nil)
    return model.contributors.enumerated().map { contributor, member in
      let own = uses.filter { network.pledge(of: $0.tour).contributor == contributor }
      return ContributorSummary(
        contributor: member.id,
        unitsPledged: model.contributions.filter { $0.contributor == contributor }
          .reduce(0) { $0 + $1.units }.roundedForPlans,
        unitsDeployed: peak(of: own) { $0.units }.roundedForPlans,
        personnelDeployed: peak(of: own) { $0.units * network.pledge(of: $0.tour).personnel }
          .roundedForPlans,
        personDays: personDays[contributor].roundedForPlans,
        shareOfForce: (total > 0 ? personDays[contributor] / total : 0).roundedForPlans,
        burden: (personDays[contributor] / member.burdenWeight).roundedForPlans,
        tonneKilometres: own.reduce(0) { sum, use in
          let route = network.route(of: use.tour)
          return sum + use.units * network.pledge(of: use.tour).tonnes * route.kilometres
        }.roundedForPlans,
        cost: own.reduce(0) { sum, use in
          sum + use.units
            * cost.cost(of: network.route(of: use.tour), in: network)
            .value(
              start: network.grid.start(use.tour.first), end: network.grid.end(use.tour.last))
        }.roundedForPlans)
    }
  }

  /// The largest sum over the tours in place in one period.
  private func peak(of uses: [TourUse], _ amount: (TourUse) -> Double) -> Double {
    (0..<network.grid.count).map { period in
      uses.filter { $0.tour.first <= period && period <= $0.tour.last }
        .reduce(0) { $0 + amount($1) }
    }.max() ?? 0
  }

  /// The rows of the plan's crises.csv, every crisis in the order of identifiers.
  func crisisSummaries() -> [CrisisSummary] {
    let model = network.model
    return model.crises.enumerated().map { crisis, place in
      var required = 0.0
      var missing = 0.0
      for (index, need) in model.requirements.enumerated() where need.crisis == crisis {
        for (period, short) in zip(network.window(of: index), shortfalls[index]) {
          required += need.quantity * network.grid.days(period)
          missing += short * network.grid.days(period)
        }
      }
      var personDays = Array(repeating: 0.0, count: model.contributors.count)
      for use in uses where use.tour.crisis == crisis {
        let pledge = network.pledge(of: use.tour)
        personDays[pledge.contributor] +=
          use.units * pledge.personnel * network.length(of: use.tour)
      }
      let total = personDays.reduce(0, +)
      let largest = personDays.indices.max { personDays[$0] < personDays[$1] }
      let leader = total > 0 ? largest : nil
      return CrisisSummary(
        crisis: place.id, required: required.roundedForPlans,
        met: (required - missing).roundedForPlans, shortfall: missing.roundedForPlans,
        closureDay: closureDay(of: crisis)?.roundedForPlans,
        largestContributor: leader.map { model.contributors[$0].id } ?? "",
        largestShare: (leader.map { personDays[$0] / total } ?? 0).roundedForPlans,
        contributors: personDays.filter { $0 > 0 }.count)
    }
  }

  /// The first day from which every requirement then open is met to its end; nil: never.
  private func closureDay(of crisis: Int) -> Double? {
    var isOpen = Array(repeating: false, count: network.grid.count)
    var firstMet = 0
    for (index, need) in network.model.requirements.enumerated() where need.crisis == crisis {
      for (period, missing) in zip(network.window(of: index), shortfalls[index]) {
        isOpen[period] = true
        if missing > 0 { firstMet = max(firstMet, period + 1) }
      }
    }
    return isOpen[firstMet...].firstIndex(of: true).map { network.grid.start($0) }
  }
}
