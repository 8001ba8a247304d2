import ForceModel

extension PlanCheck {
  /// Checks that each deployment exists by the rules and that its columns agree with each other
  /// (formulation.md, "Variables" and "Definitions, exactly").
  mutating func checkDeployments() {
    for (position, deployment) in plan.deployments.enumerated() {
      let subject = "deployment line \(deployment.line)"
      if deployment.line != position + 1 {
        findings.disagree(
          "\(subject): lines are counted from 1, so this one should be \(position + 1).")
      }
      guard let stay = resolve(deployment, position: position, subject: subject) else { continue }
      checkRules(of: stay, subject: subject)
      checkColumns(of: stay, deployment, subject: subject)
      stays.append(stay)
    }
  }

  private func resolve(
    _ deployment: Deployment, position: Int, subject: String
  ) -> Stay? {
    guard let contribution = rules.index.contributions[deployment.contribution] else {
      findings.forbid(
        "\(subject): the model has no contribution \(quoted(deployment.contribution)).")
      return nil
    }
    guard let crisis = rules.index.crises[deployment.crisis] else {
      findings.forbid("\(subject): the model has no crisis \(quoted(deployment.crisis)).")
      return nil
    }
    guard let mode = rules.index.modes[deployment.mode] else {
      findings.forbid("\(subject): the model has no mode \(quoted(deployment.mode)).")
      return nil
    }
    let lift = rules.index.liftPools[deployment.lift]
    guard lift != nil || deployment.lift.isEmpty else {
      findings.forbid("\(subject): the model has no lift pool \(quoted(deployment.lift)).")
      return nil
    }
    let numbers = [
      deployment.units, deployment.personnel, deployment.kilometres, deployment.departDay,
      deployment.closeDay, deployment.untilDay, deployment.returnDay, deployment.tonneKilometres,
      deployment.loads,
    ]
    guard areUsable(numbers, subject) else { return nil }
    let way: Way
    do {
      way = try rules.way(of: contribution, to: crisis, mode: mode, lift: lift)
    } catch {
      findings.forbid("\(subject): \(sentence(for: error, deployment)).")
      return nil
    }
    guard let stay = periods.range(from: deployment.closeDay, until: deployment.untilDay) else {
      findings.forbid(
        """
        \(subject): in place from day \(words(deployment.closeDay)) to \
        \(words(deployment.untilDay)), which is no stretch of whole periods of the time grid.
        """)
      return nil
    }
    guard deployment.units > 0 else {
      findings.forbid("\(subject): deploys \(words(deployment.units)) units.")
      return nil
    }
    return Stay(
      deployment: position, contribution: contribution, crisis: crisis, way: way,
      first: stay.lowerBound, last: stay.upperBound - 1, units: deployment.units)
  }

  private func sentence(for obstacle: Obstacle, _ deployment: Deployment) -> String {
    let pledge = quoted(deployment.contribution)
    let mode = quoted(deployment.mode)
    let lift = quoted(deployment.lift)
    switch obstacle {
    case .caveat(let caveat):
      let member = quoted(model.contributors[caveat.contributor].id)
      let reason = caveat.reason.isEmpty ? "" : " (\(caveat.reason))"
      return "a caveat of \(member) forbids \(pledge) at \(quoted(deployment.crisis)) by \(mode)"
        + reason
    case .beyondReach(let kilometres, let maximum):
      return "the way is \(words(kilometres)) km, mode \(mode) reaches \(words(maximum)) km"
    case .noLiftNamed: return "mode \(mode) needs a lift pool and none is named"
    case .liftOfOtherMode: return "lift pool \(lift) does not serve mode \(mode)"
    case .liftOfOtherOwner: return "lift pool \(lift) belongs to another member"
    case .cannotCarry: return "lift pool \(lift) cannot carry units of \(pledge)"
    }
  }

  private func checkRules(of stay: Stay, subject: String) {
    let pledge = model.contributions[stay.contribution]
    let demand = rules.demand(of: stay.contribution, at: stay.crisis)
    if demand.uses.isEmpty {
      findings.forbid("\(subject): no requirement of the crisis can use \(quoted(pledge.id)).")
      return
    }
    if model.policy.wholeUnits {
      let excess = abs(stay.units - stay.units.rounded())
      findings.limit(
        excess, to: 0,
        otherwise: "\(subject): deploys \(words(stay.units)) units, but units must be whole.")
    }
    if stay.first < stay.way.firstPeriod {
      let ready = model.crises[stay.crisis].warning + pledge.noticeToMove + stay.way.transit
      findings.forbid(
        """
        \(subject): in place on day \(words(periods.start(stay.first))), but warning, notice to \
        move and transit take until day \(words(ready)).
        """)
    }
    for (period, edge) in [(stay.first, "starts"), (stay.last, "ends")]
    where !demand.isActive[period] {
      findings.forbid(
        """
        \(subject): \(edge) in a period in which no requirement that \(quoted(pledge.id)) can \
        serve is active.
        """)
    }
    let days = days(of: stay)
    if let maximum = pledge.maximumTour, days > maximum + Periods.sameDay {
      findings.forbid(
        "\(subject): stays \(words(days)) days, the longest tour is \(words(maximum)) days.")
    }
    if days < demand.minimumTour - Periods.sameDay {
      findings.forbid(
        """
        \(subject): stays \(words(days)) days, the shortest tour is \(words(demand.minimumTour)) \
        days.
        """)
    }
  }

  private func checkColumns(of stay: Stay, _ deployment: Deployment, subject: String) {
    let pledge = model.contributions[stay.contribution]
    let capability = model.capabilities[pledge.capability]
    let way = stay.way
    findings.compare(
      deployment.contributor, model.contributors[pledge.contributor].id, "\(subject), contributor")
    findings.compare(deployment.capability, capability.id, "\(subject), capability")
    findings.compare(
      deployment.category.rawValue, capability.category.rawValue, "\(subject), category")
    findings.compare(
      deployment.fromBase, model.locations[pledge.base].id, "\(subject), fromBase")
    findings.compare(
      deployment.toLocation, model.locations[model.crises[stay.crisis].location].id,
      "\(subject), toLocation")
    let numbers = [
      ("personnel", deployment.personnel, personnel(of: stay)),
      ("km", deployment.kilometres, way.kilometres),
      ("departDay", deployment.departDay, periods.start(stay.first) - way.transit),
      ("returnDay", deployment.returnDay, periods.end(stay.last) + way.transit),
      ("tonneKm", deployment.tonneKilometres, stay.units * pledge.tonnes * way.kilometres),
      ("loads", deployment.loads, stay.units * way.loadsPerUnit),
    ]
    for (column, written, recomputed) in numbers {
      findings.compare(written, recomputed, "\(subject), \(column)")
    }
  }
}
