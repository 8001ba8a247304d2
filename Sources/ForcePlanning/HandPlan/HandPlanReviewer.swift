public import ForceModel
public import LinearProgramming

/// Reviews a plan that was made by hand: what it breaks, how little would mend it, how good it is.
public struct HandPlanReviewer: Sendable {
  private let engines: any LinearProgramEngineProvider
  private let options: PlanningOptions

  /// Creates a reviewer on a solver library.
  public init(
    engines: any LinearProgramEngineProvider, options: PlanningOptions = PlanningOptions()
  ) {
    self.engines = engines
    self.options = options
  }

  /// Reviews the fixed deployments of a model as a whole plan: nobody else deploys.
  ///
  /// - Parameters:
  ///   - lines: A model whose fixed deployments are the lines of the plan.
  ///   - impossible: What reading found of lines that can never be, by row; all others are tours that may exist.
  ///   - model: The model that the plan is for, with deployments that stand already.
  /// - Returns: The review, with the goals of the best plan beside.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func review(
    _ lines: PlanningModel, impossible: [ImpossibleLine] = [], for model: PlanningModel
  ) throws -> HandPlanReview {
    let best = try Planner(engines: engines, options: options)
      .solve(model, from: nil, detail: .brief).plan
    let rows = Set(impossible.map(\.row))
    var possible = lines
    possible.policy.wholeUnits = false
    possible.fixedDeployments.removeAll { rows.contains($0.row) }
    let written = DeploymentNetwork(possible)
    let mended = MendedLines(lines, written: written, impossible: rows)
    let levels = GoalLevel.levels(of: possible)
    return try engines.withEngine { engine in
      var solver = try LexicographicSolver(
        network: mended.network, levels: levels, engine: engine,
        limits: SolveLimits(shouldStop: options.shouldStop), threads: 1, findsRanges: false)
      let kept = try solver.unitsThatStand(unmoved: mended.unmoved)
      let uses = try solver.bestTasks(of: kept)
      let point = PlanPoint(network: mended.network, uses: uses)
      let limits = LimitReview(
        network: written, layout: RowLayout(network: written, levels: levels, holdsGoals: false))
      return HandPlanReview(
        impossible: impossible, violations: missing(lines, model) + limits.violations(),
        cuts: mended.cuts(keeping: kept), goals: point.goals(levels), best: best.goals)
    }
  }

  /// Deployments that stand already and that the plan leaves out, wholly or in part.
  private func missing(
    _ lines: PlanningModel, _ model: PlanningModel
  ) -> [HandPlanReview.Violation] {
    model.fixedDeployments.compactMap { standing in
      let same = lines.fixedDeployments.filter {
        $0.contribution == standing.contribution && $0.crisis == standing.crisis
          && $0.mode == standing.mode && $0.lift == standing.lift
          && abs($0.from - standing.from) <= TimeGrid.tolerance
          && abs($0.until - standing.until) <= TimeGrid.tolerance
      }
      let planned = same.reduce(0) { $0 + $1.units }
      guard standing.units - planned > 1e-6 * max(1, standing.units) else { return nil }
      let words =
        "units of \(model.contributions[standing.contribution].id) that stand at "
        + "\(model.crises[standing.crisis].id) already, at least"
      return HandPlanReview.Violation(
        limit: words, fromDay: standing.from, untilDay: standing.until, available: standing.units,
        taken: planned, unit: "units", rows: same.map(\.row))
    }
  }
}

extension LexicographicSolver {
  /// Units of each fixed deployment that can stand together, as many in all as can be, nobody else sent.
  ///
  /// Lines that are where they were written come first: of those as many as can be, then of the others.
  fileprivate mutating func unitsThatStand(unmoved: [Double]) throws(EngineFailure) -> [Double] {
    let units = network.model.fixedDeployments.map(\.units)
    guard !units.isEmpty else { return [] }
    _ = try master.add(network.fixedTours.compactMap { $0 }.uniqued().map { .tour($0) })
    try master.setObjective(.violations)
    let missing = try fewestMissing(of: unmoved)
    if unmoved == units { return zip(units, missing).map(-) }
    try master.holdFixedDeployments(
      missing: units.indices.map { 0...(units[$0] - unmoved[$0] + missing[$0]) })
    return zip(units, try fewestMissing(of: units)).map(-)
  }

  /// Units by which fixed deployments fall short of a demand, as few in all as can be.
  private mutating func fewestMissing(of demand: [Double]) throws(EngineFailure) -> [Double] {
    try master.capFixedDeployments(demanding: demand)
    guard try converge(addingTours: false, mayBeInfeasible: false) == .optimal else {
      throw .numericalTrouble("the smallest change of the plan was not found")
    }
    var missing: [Double] = []
    for index in demand.indices {
      missing.append(min(demand[index], max(0, try master.value(of: .violation(fixed: index)))))
    }
    return missing
  }

  /// The deployments with the tasks that are best for one shortfall goal after the other.
  fileprivate mutating func bestTasks(of kept: [Double]) throws(EngineFailure) -> [TourUse] {
    guard !kept.isEmpty else { return [] }
    let units = network.model.fixedDeployments.map(\.units)
    try master.holdFixedDeployments(
      missing: zip(units, kept).map { units, kept in max(0, units - kept)...max(0, units - kept) })
    for level in levels.indices where levels[level].goal == .shortfall {
      try master.setObjective(.level(level))
      guard try converge(addingTours: false, mayBeInfeasible: false) == .optimal else {
        throw .numericalTrouble("the tasks of the plan were not found")
      }
      if level + 1 < levels.count, levels[level + 1].goal == .shortfall { try settle(level) }
    }
    return lastUses
  }
}
