import ForceModel

/// Checks of a model as a whole, made when every cell and row is right.
struct ModelCheck {
  private let assembled: AssembledModel
  private let model: PlanningModel
  private let collector: FindingCollector
  private let reach: Reach
  private let limits: ReadingLimits

  init(_ assembled: AssembledModel, collector: FindingCollector, limits: ReadingLimits) {
    self.limits = limits
    self.assembled = assembled
    self.model = assembled.model
    self.collector = collector
    reach = Reach(model: assembled.model, grid: assembled.grid)
  }

  /// Reports what is wrong or odd.
  func run() {
    checkFixedLines()
    checkCrises()
    checkLocations()
    checkCapabilities()
    checkLift()
    checkShareCaps()
    checkReach()
  }

  private func report(
    _ rule: FindingRule, _ table: ModelTable, _ index: Int, _ column: String, _ message: String,
    remedy: String
  ) {
    collector.report(rule, assembled.place(table, index, column), message, remedy: remedy)
  }

  // MARK: - What nothing uses

  private func checkCrises() {
    let used = Set(model.requirements.map(\.crisis))
    for (index, crisis) in model.crises.enumerated() where !used.contains(index) {
      report(
        .idleCrisis, .crises, index, "crisis", "the crisis '\(crisis.id)' has no requirement",
        remedy: "add one to requirements.csv, or delete the crisis")
    }
  }

  private func checkLocations() {
    let used = Set(
      model.contributions.map(\.base) + model.crises.map(\.location)
        + model.distances.flatMap { [$0.from, $0.to] })
    for (index, location) in model.locations.enumerated() where !used.contains(index) {
      report(
        .unusedLocation, .locations, index, "location",
        "nothing uses the location '\(location.id)'",
        remedy: "delete the row, or name it as a base or as a crisis's place")
    }
  }

  private func checkCapabilities() {
    let used = Set(
      model.contributions.map(\.capability) + model.requirements.map(\.capability)
        + model.substitutions.flatMap { [$0.capability, $0.substitutesFor] }
        + model.caveats.compactMap(\.capability))
    for (index, capability) in model.capabilities.enumerated() where !used.contains(index) {
      report(
        .unusedCapability, .capabilities, index, "capability",
        "nothing uses the capability '\(capability.id)'",
        remedy: "delete the row, or pledge or require it")
    }
  }

  private func checkLift() {
    for (index, pool) in model.liftPools.enumerated() where !model.modes[pool.mode].needsLift {
      report(
        .unusedLift, .lift, index, "mode",
        "units move by '\(model.modes[pool.mode].id)' without lift, so the pool is never used",
        remedy: "set 'pool' of the mode to true, or delete the pool")
    }
  }

  // MARK: - Policy

  /// With every member capped at c and n members, someone must exceed its cap where n c < 1.
  private func checkShareCaps() {
    let caps = model.contributors.map { $0.shareCap ?? model.policy.shareCapPerCrisis }
    let perCrisis = caps.reduce(0, +)
    let overall = model.policy.shareCapOverall * Double(model.contributors.count)
    let total = min(perCrisis, overall)
    guard !caps.isEmpty, total < 1 - 1e-9 else { return }
    collector.report(
      .blockingCaps, assembled.shareCapPlace ?? assembled.policyPlace,
      "the share caps of all members add up to \(Day.text(total)), so no units can deploy at all",
      remedy: "raise the caps until they add up to 1 or more")
  }

  // MARK: - Pledges that can reach nothing

  private func checkReach() {
    for index in model.contributions.indices {
      guard reach.steps < limits.reachSteps else {
        report(
          .findingsLeftOut, .contributions, index, "contribution",
          "from the pledge '\(model.contributions[index].id)' on, in the order of identifiers, it was "
            + "not checked whether pledges can reach anything, because that takes long",
          remedy: "mend what is found, or rely on the plan, which uses no pledge that cannot")
        return
      }
      var nearest: (obstacle: Reach.Obstacle, crisis: Int)?
      var reachesOne = false
      for crisis in model.crises.indices {
        guard let obstacle = reach.obstacle(of: index, at: crisis) else {
          reachesOne = true
          break
        }
        if obstacle.rank > nearest?.obstacle.rank ?? -1 { nearest = (obstacle, crisis) }
      }
      guard !reachesOne, let nearest else { continue }
      report(nearest.obstacle, of: index, at: model.crises[nearest.crisis].id)
    }
  }

  private func report(_ obstacle: Reach.Obstacle, of contribution: Int, at crisis: String) {
    let pledge = model.contributions[contribution]
    let words: (column: String, why: String, remedy: String)
    switch obstacle {
    case .notRequired:
      let kind = model.capabilities[pledge.capability].id
      words = (
        "capability", "no requirement takes '\(kind)'",
        "require it, allow a substitution, or delete the pledge"
      )
    case .caveat(let index):
      let reason = model.caveats[index].reason
      words = (
        "contributor",
        "caveats forbid it, at '\(crisis)'" + (reason.isEmpty ? "" : " for: \(reason)"),
        "see caveats.csv, or delete the pledge"
      )
    case .noLift(let mode):
      words = (
        "base", "no lift pool of the mode '\(model.modes[mode].id)' may and can carry its units",
        "add a pool to lift.csv, with seats and tonnes, or a mode that needs none"
      )
    case .outOfRange(let mode, let kilometres, let maximum):
      words = (
        "base",
        "'\(crisis)' is \(Day.text(kilometres.rounded())) km away by '\(model.modes[mode].id)', "
          + "which covers \(Day.text(maximum)) km",
        "add lift or a longer mode, or move the base"
      )
    case .tooLate(let mode, let ready, let lastDay):
      words = (
        "noticeDays",
        "by '\(model.modes[mode].id)' it is at '\(crisis)' on day \(Day.text(ready)), and the last "
          + "window there ends on day \(Day.text(lastDay))",
        "shorten the notice, or lengthen the window"
      )
    case .noTour(let shortest, .infinity):
      words = (
        "noticeDays",
        "the shortest stay at '\(crisis)' is \(Day.count(shortest)), and it comes too late for that",
        "lower 'noticeDays', or \"minTourDays\" in datapackage.json"
      )
    case .noTour(let shortest, let maximum):
      words = (
        "maxTourDays",
        "the shortest stay at '\(crisis)' is \(Day.count(shortest)), the longest allowed one "
          + "\(Day.count(maximum))",
        "raise 'maxTourDays', or set a finer \"gridDays\""
      )
    }
    report(
      .unreachable, .contributions, contribution, words.column,
      "the pledge '\(pledge.id)' can reach nothing: \(words.why)", remedy: words.remedy)
  }
}

// MARK: - Fixed lines

extension ModelCheck {
  /// Reports fixed lines whose tour cannot exist.
  private func checkFixedLines() {
    // What else is wrong with a line that has the wrong days or way may only follow from that.
    let settled = Set(collector.impossibleLines.map(\.row))
    for (index, fixed) in model.fixedDeployments.enumerated() where !settled.contains(fixed.row) {
      guard let problem = problem(of: fixed) else { continue }
      _ = collector.report(
        impossible: .fixedImpossible, assembled.place(.fixed, index, problem.column),
        problem.message, remedy: problem.remedy)
    }
  }

  private func problem(
    of fixed: FixedDeployment
  ) -> (column: String, message: String, remedy: String)? {
    let pledge = model.contributions[fixed.contribution]
    let crisis = model.crises[fixed.crisis]
    let mode = model.modes[fixed.mode]
    guard let service = reach.service(of: fixed.contribution, at: fixed.crisis) else {
      return (
        "crisis",
        "no requirement of '\(crisis.id)' takes '\(model.capabilities[pledge.capability].id)'",
        "require it there, or allow a substitution"
      )
    }
    if let index = reach.caveat(on: fixed.contribution, at: fixed.crisis, by: fixed.mode) {
      let reason = model.caveats[index].reason
      let place = assembled.place(.caveats, index, "contributor")
      return (
        "contribution",
        "a caveat of '\(model.contributors[pledge.contributor].id)' forbids it"
          + (reason.isEmpty ? "" : ": \(reason)"),
        "change \(collector.name(of: place.file)) row \(place.row), or take the line out"
      )
    }
    let kilometres = reach.kilometres(
      of: fixed.contribution, to: fixed.crisis, by: fixed.mode)
    if let maximum = mode.maximumKilometres, kilometres > maximum {
      return (
        fixed.lift == nil ? "mode" : "lift",
        "'\(crisis.id)' is \(Day.text(kilometres.rounded())) km away, and '\(mode.id)' covers "
          + "\(Day.text(maximum)) km",
        "name another way, or raise 'maxKm' of the mode"
      )
    }
    let ready = reach.readyDay(of: fixed.contribution, at: fixed.crisis, by: fixed.mode)
    if fixed.from < ready - TimeGrid.tolerance {
      return ("from", lateness(of: fixed, ready: ready), lateRemedy(ready: ready))
    }
    return problemOfStay(fixed, service: service)
  }

  private func lateness(of fixed: FixedDeployment, ready: Double) -> String {
    let transit = reach.transit(of: fixed.contribution, to: fixed.crisis, by: fixed.mode)
    return "the units can be in place on day \(Day.text(ready)) at the earliest (warning on day "
      + "\(Day.text(model.crises[fixed.crisis].warning)), notice "
      + "\(Day.text(model.contributions[fixed.contribution].noticeToMove)), transit "
      + "\(Day.text(transit)))"
  }

  private func lateRemedy(ready: Double) -> String {
    let already = "if the units are already there, pledge them with their base there"
    let next = assembled.grid.firstBoundary(notBefore: ready)
    guard next < assembled.grid.count else { return "take the line out; " + already }
    return "begin on day \(Day.text(assembled.grid.start(next))) or later; " + already
  }

  private func problemOfStay(
    _ fixed: FixedDeployment, service: Service
  ) -> (column: String, message: String, remedy: String)? {
    let grid = assembled.grid
    guard let first = grid.boundary(at: fixed.from), let end = grid.boundary(at: fixed.until),
      first < end
    else { return nil }
    let days = fixed.until - fixed.from
    let crisis = model.crises[fixed.crisis].id
    if let maximum = model.contributions[fixed.contribution].maximumTour,
      days > maximum + TimeGrid.tolerance
    {
      return (
        "until",
        "the stay of \(Day.count(days)) is longer than the pledge allows, \(Day.count(maximum))",
        "shorten the stay, or raise 'maxTourDays' of the pledge"
      )
    }
    let minimum = reach.minimumTour(at: service)
    if days < minimum - TimeGrid.tolerance {
      return (
        "until",
        "the stay of \(Day.count(days)) is shorter than the policy allows, \(Day.count(minimum))",
        "lengthen the stay, or lower \"minTourDays\""
      )
    }
    if !service.isActive(first) {
      let later = service.firstActive(from: first)
      return (
        "from",
        "no requirement of '\(crisis)' that the units can serve is active when the stay begins",
        later.map { "begin on day \(Day.text(grid.start($0)))" } ?? "take the line out"
      )
    }
    if !service.isActive(end - 1) {
      let earlier = service.lastActive(before: end).flatMap { $0 >= first ? $0 : nil }
      return (
        "until",
        "no requirement of '\(crisis)' that the units can serve is active when the stay ends",
        earlier.map { "end on day \(Day.text(grid.end($0)))" } ?? "take the line out"
      )
    }
    return nil
  }
}
