import ForceModel

extension PlanCheck {
  /// Compares the totals by member and by crisis with what the deployments and tasks add up to.
  func checkSummaries() {
    checkContributors()
    checkCrises()
  }

  private func checkContributors() {
    guard plan.contributors.map(\.contributor) == model.contributors.map(\.id) else {
      findings.disagree(
        "contributors: the plan does not list the members of the model, each once and in order.")
      return
    }
    let members = model.contributors.indices
    let none = Array(repeating: 0.0, count: periods.count)
    var units = members.map { _ in none }
    var personnelInPlace = members.map { _ in none }
    var personDays = members.map { _ in 0.0 }
    var effort = personDays
    var cost = personDays
    for stay in stays {
      let member = model.contributions[stay.contribution].contributor
      for period in stay.first...stay.last {
        units[member][period] += stay.units
        personnelInPlace[member][period] += personnel(of: stay)
      }
      personDays[member] += self.personDays(of: stay).upper
      effort[member] += self.effort(of: stay).upper
      cost[member] += self.cost(of: stay).upper
    }
    let force = personDays.reduce(0, +)
    var pledged = members.map { _ in 0.0 }
    for pledge in model.contributions { pledged[pledge.contributor] += pledge.units }

    for (member, summary) in plan.contributors.enumerated() {
      let contributor = model.contributors[member]
      let columns = [
        ("unitsPledged", summary.unitsPledged, pledged[member]),
        ("unitsDeployed", summary.unitsDeployed, units[member].max() ?? 0),
        ("personnelDeployed", summary.personnelDeployed, personnelInPlace[member].max() ?? 0),
        ("personDays", summary.personDays, personDays[member]),
        ("shareOfForce", summary.shareOfForce, force > 0 ? personDays[member] / force : 0),
        ("burden", summary.burden, personDays[member] / contributor.burdenWeight),
        ("tonneKm", summary.tonneKilometres, effort[member]),
        ("cost", summary.cost, cost[member]),
      ]
      for (column, written, recomputed) in columns {
        findings.compare(written, recomputed, "contributor \(quoted(contributor.id)), \(column)")
      }
    }
  }

  private func checkCrises() {
    guard plan.crises.map(\.crisis) == model.crises.map(\.id) else {
      findings.disagree(
        "crises: the plan does not list the crises of the model, each once and in order.")
      return
    }
    for (crisis, summary) in plan.crises.enumerated() {
      let subject = "crisis \(quoted(summary.crisis))"
      checkStrengths(of: crisis, summary, subject: subject)
      checkMembers(at: crisis, summary, subject: subject)
      let closure = closureDay(of: crisis)
      if let written = summary.closureDay, let closure {
        findings.compare(written, closure, "\(subject), closureDay")
      } else if (summary.closureDay == nil) != (closure == nil) {
        let plan = summary.closureDay.map(words) ?? "never"
        findings.disagree(
          """
          \(subject), closureDay: the plan says \(plan), recomputed it is \
          \(closure.map(words) ?? "never").
          """)
      }
    }
  }

  private func checkStrengths(
    of crisis: Int, _ summary: CrisisSummary, subject: String
  ) {
    var required = 0.0
    var lacking = 0.0
    for requirement in rules.requirements[crisis] {
      for (offset, period) in rules.windows[requirement].enumerated() {
        required += model.requirements[requirement].quantity * periods.days(period)
        lacking += shortfall(of: requirement, offset: offset).upper * periods.days(period)
      }
    }
    findings.compare(summary.required, required, "\(subject), required")
    // The sum met + shortfall = required is large, so its parts are as exact as it is.
    let columns = [
      ("met", summary.met, required - lacking), ("shortfall", summary.shortfall, lacking),
    ]
    for (column, written, recomputed) in columns
    where !(abs(written - recomputed) <= Tolerance.allowance(at: required)) {
      findings.disagree(
        """
        \(subject), \(column): the plan says \(words(written)), recomputed it is \
        \(words(recomputed)).
        """)
    }
  }

  private func checkMembers(at crisis: Int, _ summary: CrisisSummary, subject: String) {
    var personDays = Array(repeating: 0.0, count: model.contributors.count)
    for stay in stays where stay.crisis == crisis {
      personDays[model.contributions[stay.contribution].contributor] +=
        self.personDays(of: stay).upper
    }
    let force = personDays.reduce(0, +)
    let largest = personDays.max() ?? 0
    findings.compare(
      summary.largestShare, force > 0 ? largest / force : 0, "\(subject), largestShare")
    findings.compare(
      Double(summary.contributors), Double(personDays.count { $0 > 0 }),
      "\(subject), contributors")
    guard force > 0 else {
      findings.compare(summary.largestContributor, "", "\(subject), largestContributor")
      return
    }
    // Where members tie, any of them may be named.
    let named = rules.index.contributors[summary.largestContributor].map { personDays[$0] } ?? 0
    if !Tolerance.agree(named, largest) {
      findings.disagree(
        """
        \(subject), largestContributor: \(quoted(summary.largestContributor)) has not the largest \
        share.
        """)
    }
  }

  /// The first day, with a requirement open, from which the crisis lacks nothing to its end.
  private func closureDay(of crisis: Int) -> Double? {
    let isShort = periodsWithShortfall(at: crisis)
    let firstMet = (isShort.lastIndex(of: true) ?? -1) + 1
    var isOpen = Array(repeating: false, count: periods.count)
    for requirement in rules.requirements[crisis] {
      for period in rules.windows[requirement] { isOpen[period] = true }
    }
    return isOpen[firstMet...].firstIndex(of: true).map { periods.start($0) }
  }
}
