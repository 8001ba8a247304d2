import ForceModel

extension PlanCheck {
  /// Checks that tasks lie within tours and windows, use no more units than deploy, and give the
  /// strength that they state; adds up the strength of each requirement in each period.
  mutating func checkTasks() {
    var unitsOnTask: [Int: [Double]] = [:]
    let stayOfLine = Dictionary(
      stays.indices.map { (plan.deployments[stays[$0].deployment].line, $0) },
      uniquingKeysWith: { first, _ in first })
    for (position, task) in plan.tasks.enumerated() {
      let subject = "task \(position + 1), of deployment line \(task.line)"
      guard areUsable([task.fromDay, task.untilDay, task.units, task.effectiveStrength], subject)
      else { continue }
      guard let index = stayOfLine[task.line] else {
        findings.forbid("\(subject): no such deployment can be counted.")
        continue
      }
      guard
        let span = check(task, of: stays[index], subject: subject)
      else { continue }
      let first = stays[index].first
      let length = stays[index].last - first + 1
      var units = unitsOnTask[index] ?? Array(repeating: 0, count: length)
      for period in span { units[period - first] += task.units }
      unitsOnTask[index] = units
    }
    for (index, stay) in stays.enumerated() {
      guard let units = unitsOnTask[index] else { continue }
      let busiest = units.max() ?? 0
      findings.limit(
        busiest, to: stay.units,
        otherwise: """
          deployment line \(plan.deployments[stay.deployment].line): \(words(busiest)) units are on \
          task at the same time, \(words(stay.units)) deploy.
          """)
    }
  }

  /// Checks one task, adds its strength, and gives its periods; nil where it cannot be counted.
  private mutating func check(
    _ task: DeploymentTask, of stay: Stay, subject: String
  ) -> Range<Int>? {
    let demand = rules.demand(of: stay.contribution, at: stay.crisis)
    guard
      let requirement = rules.index.requirements[task.requirement],
      let use = demand.uses.first(where: { $0.requirement == requirement })
    else {
      findings.forbid(
        "\(subject): the units cannot serve a requirement \(quoted(task.requirement)).")
      return nil
    }
    let window = rules.windows[requirement]
    guard
      let span = periods.range(from: task.fromDay, until: task.untilDay),
      span.lowerBound >= max(stay.first, window.lowerBound),
      span.upperBound <= min(stay.last + 1, window.upperBound)
    else {
      findings.forbid(
        """
        \(subject): runs from day \(words(task.fromDay)) to \(words(task.untilDay)), which is not \
        a stretch of periods within the tour and the window of \(quoted(task.requirement)).
        """)
      return nil
    }
    guard task.units > 0 else {
      findings.forbid("\(subject): has \(words(task.units)) units.")
      return nil
    }
    let strength = rules.strength(of: stay.contribution, in: use) * Interval(task.units)
    findings.compare(task.effectiveStrength, strength.upper, "\(subject), effectiveStrength")
    for period in span { strengths[requirement][period - window.lowerBound] += strength }
    return span
  }
}
