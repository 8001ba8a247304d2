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
  ///   - lines: A model whose fixed deployments are the lines of the plan; each is a tour that may exist, as
  ///     reading them makes sure.
  ///   - model: The model that the plan is for, with deployments that stand already.
  /// - Returns: The review, with the goals of the best plan beside.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func review(
    _ lines: PlanningModel, for model: PlanningModel
  ) throws -> HandPlanReview {
    let best = try Planner(engines: engines, options: options)
      .solve(model, from: nil, detail: .brief).plan
    var relaxed = lines
    relaxed.policy.wholeUnits = false
    let network = DeploymentNetwork(relaxed)
    let levels = GoalLevel.levels(of: relaxed)
    return try engines.withEngine { engine in
      var solver = try LexicographicSolver(
        network: network, levels: levels, engine: engine,
        limits: SolveLimits(shouldStop: options.shouldStop), threads: 1, findsRanges: false)
      let kept = try solver.unitsThatStand()
      let uses = try solver.bestTasks(of: kept)
      let point = PlanPoint(network: network, uses: uses)
      return HandPlanReview(
        violations: missing(lines, model)
          + LimitReview(network: network, layout: solver.master.layout).violations(),
        cuts: cuts(network, kept: kept),
        goals: point.goals(levels), best: best.goals)
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

  private func cuts(_ network: DeploymentNetwork, kept: [Double]) -> [HandPlanReview.Cut] {
    let model = network.model
    return zip(model.fixedDeployments, kept).compactMap { line, units in
      guard line.units - units > 1e-6 * max(1, line.units) else { return nil }
      return HandPlanReview.Cut(
        row: line.row, description: model.words(of: line), before: line.units,
        after: units.roundedForPlans)
    }
  }
}

extension LexicographicSolver {
  /// Units of each fixed deployment that can stand together, as many in all as can be, nobody else sent.
  fileprivate mutating func unitsThatStand() throws(EngineFailure) -> [Double] {
    let lines = network.model.fixedDeployments
    guard !lines.isEmpty else { return [] }
    _ = try master.add(network.fixedTours.compactMap { $0 }.uniqued().map { .tour($0) })
    try master.capFixedDeployments()
    try master.setObjective(.violations)
    guard try converge(addingTours: false, mayBeInfeasible: false) == .optimal else {
      throw .numericalTrouble("the smallest change of the plan was not found")
    }
    var kept: [Double] = []
    for (index, line) in lines.enumerated() {
      kept.append(max(0, line.units - (try master.value(of: .violation(fixed: index)))))
    }
    return kept
  }

  /// The deployments with the tasks that are best for one shortfall goal after the other.
  fileprivate mutating func bestTasks(of kept: [Double]) throws(EngineFailure) -> [TourUse] {
    guard !kept.isEmpty else { return [] }
    try master.holdFixedDeployments(at: kept)
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
