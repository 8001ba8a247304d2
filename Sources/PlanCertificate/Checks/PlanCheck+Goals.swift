import ForceModel

extension PlanCheck {
  /// The value that each goal level has in this plan, recomputed from deployments and tasks.
  func goalValues(of levels: [GoalLevel]) -> [Interval] {
    levels.map { level in
      switch level.goal {
      case .shortfall: shortfallValue(of: level)
      case .burden: burdenValue()
      case .effort: sum { effort(of: $0) }
      case .cost: sum { cost(of: $0) }
      case .delay: sum { delay(of: $0) }
      }
    }
  }

  private func sum(_ term: (Stay) -> Interval) -> Interval {
    stays.reduce(into: .zero) { $0 += term($1) }
  }

  private func shortfallValue(of level: GoalLevel) -> Interval {
    var value = Interval.zero
    for (requirement, need) in model.requirements.enumerated() where level.counts(need) {
      for (offset, period) in rules.windows[requirement].enumerated() {
        let weight = Interval(need.weight) * Interval(periods.days(period))
        value += weight * shortfall(of: requirement, offset: offset)
      }
    }
    return value
  }

  /// The largest burden of the members that have no limit of their own.
  private func burdenValue() -> Interval {
    let counted = zip(burdens(), model.contributors).filter { $0.1.burdenLimit == nil }.map(\.0)
    return Interval(
      lower: counted.map(\.lower).max() ?? 0, upper: counted.map(\.upper).max() ?? 0)
  }

  /// Person-days by burden weight, indexed by contributor.
  func burdens() -> [Interval] {
    var burdens = Array(repeating: Interval.zero, count: model.contributors.count)
    for stay in stays {
      let member = model.contributions[stay.contribution].contributor
      burdens[member] += personDays(of: stay) / model.contributors[member].burdenWeight
    }
    return burdens
  }

  /// Personnel x days in place.
  func personDays(of stay: Stay) -> Interval {
    let pledge = model.contributions[stay.contribution]
    return Interval(stay.units) * Interval(pledge.personnel) * Interval(days(of: stay))
  }

  /// Tonne-kilometres, one way.
  func effort(of stay: Stay) -> Interval {
    let tonnes = model.contributions[stay.contribution].tonnes
    return Interval(stay.units) * Interval(tonnes) * Interval(stay.way.kilometres)
  }

  /// Cost of movement and of units in place.
  func cost(of stay: Stay) -> Interval {
    let pledge = model.contributions[stay.contribution]
    return effort(of: stay) * Interval(model.modes[stay.way.mode].costPerTonneKilometre)
      + Interval(stay.units) * Interval(pledge.dailyCost) * Interval(days(of: stay))
  }

  private func delay(of stay: Stay) -> Interval {
    let pledge = model.contributions[stay.contribution]
    let wait = periods.start(stay.first) - rules.opening[stay.crisis]
    return Interval(stay.units) * Interval(pledge.personnel) * Interval(max(0, wait))
  }

  /// Checks names and values of the plan's goals against the policy and the recomputed values.
  func checkGoals(_ levels: [GoalLevel], values: [Interval]) {
    let mayStopEarly = plan.status == .limit
    if plan.goals.count > levels.count || (plan.goals.count < levels.count && !mayStopEarly) {
      findings.disagree(
        "goals: the plan has \(plan.goals.count) levels, the policy asks for \(levels.count).")
    }
    for ((position, goal), (level, value)) in zip(plan.goals.enumerated(), zip(levels, values)) {
      let subject = "goal level \(position + 1) (\(level.name))"
      if goal.level != position + 1 {
        findings.disagree("\(subject): the plan numbers it \(goal.level).")
      }
      findings.compare(goal.name, level.name, "\(subject), name")
      findings.compare(goal.value, value.upper, "\(subject), value")
    }
  }

  /// The proven gap of each level; complains where a bound lies above the value that it bounds.
  func gaps(of values: [Interval], bounds: [Double?]) -> [Double?] {
    zip(values, bounds).enumerated().map { position, level in
      let (value, bound) = (level.0.upper, level.1)
      guard let bound else { return nil }
      if bound > value + Tolerance.allowance(at: value) {
        findings.disagree(
          """
          goal level \(position + 1): the bound \(words(bound)) is above the value \(words(value)), \
          so the plan breaks a limit or the certificate is for another plan.
          """)
      }
      return max(0, (value - bound) / max(1, abs(value)))
    }
  }

  /// Checks that the plan claims no better bounds and gaps than were proven.
  func checkClaims(bounds: [Double?], gaps: [Double?]) {
    for (position, goal) in plan.goals.enumerated() where position < bounds.count {
      let subject = "goal level \(position + 1) (\(quoted(goal.name)))"
      if let claimed = goal.bound {
        let proven = bounds[position] ?? -.infinity
        if !(claimed <= proven + Tolerance.allowance(at: goal.value)) {
          findings.disagree(
            "\(subject): the plan claims the bound \(words(claimed)), proven is \(words(proven)).")
        }
        let gap = max(0, (goal.value - claimed) / max(1, abs(goal.value)))
        if !(abs((goal.gap ?? .nan) - gap) <= Tolerance.relative) {
          findings.disagree(
            """
            \(subject): the plan claims the gap \(goal.gap.map(words) ?? "of no number"), its value \
            and bound make it \(words(gap)).
            """)
        }
      } else if goal.gap != nil {
        findings.disagree("\(subject): the plan claims a gap without a bound.")
      }
      if plan.status == .optimal, !((gaps[position] ?? .infinity) <= Tolerance.relative) {
        findings.disagree(
          """
          \(subject): the plan says optimal, the proven gap is \
          \(gaps[position].map(words) ?? "unknown").
          """)
      }
    }
  }
}
