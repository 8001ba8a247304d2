import ForceModel

extension PlanCheck {
  /// The strength that a requirement lacks, recomputed from the tasks.
  ///
  /// `offset` counts the periods of the requirement's window from 0.
  func shortfall(of requirement: Int, offset: Int) -> Interval {
    (Interval(model.requirements[requirement].quantity) - strengths[requirement][offset])
      .positivePart
  }

  /// Compares the plan's shortfalls with what the tasks leave open, period by period: the
  /// requirement rows of formulation.md.
  func checkShortfalls() {
    var stated = rules.windows.map { [Double?](repeating: nil, count: $0.count) }
    for (position, shortfall) in plan.shortfalls.enumerated() {
      let subject = "shortfall \(position + 1), of requirement \(quoted(shortfall.requirement))"
      check(shortfall, subject: subject, stated: &stated)
    }
    for (requirement, need) in model.requirements.enumerated() {
      checkCoverage(of: requirement, need, stated: stated[requirement])
    }
  }

  private func check(
    _ shortfall: Shortfall, subject: String, stated: inout [[Double?]]
  ) {
    guard let requirement = rules.index.requirements[shortfall.requirement] else {
      findings.disagree("\(subject): the model has no such requirement.")
      return
    }
    let numbers = [
      shortfall.fromDay, shortfall.untilDay, shortfall.required, shortfall.met,
      shortfall.shortfall, shortfall.weightedShortfall,
    ]
    guard areUsable(numbers, subject) else { return }
    let need = model.requirements[requirement]
    let window = rules.windows[requirement]
    guard
      let span = periods.range(from: shortfall.fromDay, until: shortfall.untilDay),
      window.contains(span.lowerBound), window.contains(span.upperBound - 1)
    else {
      findings.disagree(
        """
        \(subject): runs from day \(words(shortfall.fromDay)) to \(words(shortfall.untilDay)), \
        which is not a stretch of periods within the requirement's window.
        """)
      return
    }
    findings.compare(
      shortfall.crisis, model.crises[need.crisis].id, "\(subject), crisis")
    findings.compare(
      shortfall.capability, model.capabilities[need.capability].id, "\(subject), capability")
    let days = periods.days(span.lowerBound, through: span.upperBound - 1)
    let columns = [
      ("required", shortfall.required, need.quantity),
      ("met", shortfall.met, need.quantity - shortfall.shortfall),
      ("weightedShortfall", shortfall.weightedShortfall, need.weight * days * shortfall.shortfall),
    ]
    for (column, written, recomputed) in columns {
      findings.compare(written, recomputed, "\(subject), \(column)")
    }
    for period in span {
      let offset = period - window.lowerBound
      guard stated[requirement][offset] == nil else {
        findings.disagree(
          "\(subject): states day \(words(periods.start(period))) a second time.")
        return
      }
      stated[requirement][offset] = shortfall.shortfall
    }
  }

  /// Complains at the first period in which the stated shortfall is not the recomputed one.
  private func checkCoverage(
    of requirement: Int, _ need: ForceRequirement, stated: [Double?]
  ) {
    let window = rules.windows[requirement]
    let allowance = Tolerance.allowance(at: need.quantity)
    for offset in stated.indices {
      let lacking = shortfall(of: requirement, offset: offset).upper
      let written = stated[offset] ?? 0
      let day = words(periods.start(window.lowerBound + offset))
      if written > lacking + allowance || written < 0 {
        findings.disagree(
          """
          requirement \(quoted(need.id)) from day \(day): the plan says that \(words(written)) \
          are short, recomputed it is \(words(lacking)).
          """)
        return
      }
      let strength = strengths[requirement][offset].lower
      let holds = findings.limit(
        -(strength + written), to: -need.quantity,
        otherwise: """
          requirement \(quoted(need.id)) from day \(day): \(words(lacking)) are short, the plan \
          says \(words(written)).
          """)
      guard holds else { return }
    }
  }

  /// Whether the plan states a shortfall of the crisis, indexed by period.
  func periodsWithShortfall(at crisis: Int) -> [Bool] {
    var isShort = Array(repeating: false, count: periods.count)
    for shortfall in plan.shortfalls where shortfall.shortfall > 0 {
      guard
        let requirement = rules.index.requirements[shortfall.requirement],
        model.requirements[requirement].crisis == crisis,
        let span = periods.range(from: shortfall.fromDay, until: shortfall.untilDay)
      else { continue }
      for period in span { isShort[period] = true }
    }
    return isShort
  }
}
