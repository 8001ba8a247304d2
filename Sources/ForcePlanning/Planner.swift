public import ForceModel
public import LinearProgramming
import PlanCertificate

/// What a planner may be told about how to work; none of it changes an optimal plan.
public struct PlanningOptions: Sendable {
  /// Asked from time to time; true stops with the best plan so far, marked `limit`.
  public var shouldStop: @Sendable () -> Bool
  /// Threads that may work at a time; the plan is the same with any number.
  public var threads: Int
  /// Told whenever the planner turns to a stage, on the thread that plans.
  public var enterStage: @Sendable (PlanningStage) -> Void
  /// Offered a report whenever the planner knows how near it is to its end, on the thread that plans;
  /// making the report costs a little, so a listener calls for it only as often as somebody looks.
  public var reportProgress: @Sendable (_ progress: () -> PlanningProgress) -> Void
  /// Of which limits prices are found on both sides.
  public var priceSides: PriceSides
  /// What factorises the equations of the interior-point method, which proves plans of very large models; nil: a
  /// first-order run is to prove them by itself.
  public var equations: (any NormalEquationsProvider)?

  /// Creates options.
  public init(
    threads: Int = 1, priceSides: PriceSides = .ofMostValuable,
    equations: (any NormalEquationsProvider)? = nil,
    enterStage: @escaping @Sendable (PlanningStage) -> Void = { _ in },
    reportProgress: @escaping @Sendable (_ progress: () -> PlanningProgress) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.threads = threads
    self.priceSides = priceSides
    self.equations = equations
    self.enterStage = enterStage
    self.reportProgress = reportProgress
    self.shouldStop = shouldStop
  }
}

/// Of which limits prices are found on both sides.
///
/// What one more is worth and what one fewer costs differ where the price changes at the limit itself. Each
/// side takes some steps of the simplex method.
public enum PriceSides: Sendable {
  /// Of none: a price that holds on one side only has a range that ends at the limit.
  case none
  /// Of those few of each kind that are worth most.
  case ofMostValuable
  /// Of all.
  case all
}

/// How much a plan says.
public enum PlanDetail: Sendable {
  /// Everything.
  case full
  /// Neither prices nor the reasons of shortfalls: these take longer than a variant's plan itself.
  case brief
}

/// Makes deployment plans: pledges, distances and crises in, a proven plan out.
///
/// ```swift
/// let plan = try Planner(engines: GLPKEngineProvider()).plan(model)
/// print(plan.status, plan.goals.map(\.value))
/// ```
public struct Planner: Sendable {
  private let engines: any LinearProgramEngineProvider
  private let options: PlanningOptions

  /// Creates a planner on a solver library.
  public init(
    engines: any LinearProgramEngineProvider, options: PlanningOptions = PlanningOptions()
  ) {
    self.engines = engines
    self.options = options
  }

  /// Plans a model and checks the plan; the status says how far it can be trusted.
  ///
  /// - Parameter model: The pledges, crises and policy, as checked values.
  /// - Returns: A plan with its certificate; `optimal` only where the independent check proves it.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func plan(_ model: PlanningModel) throws -> Plan {
    try solve(model, from: nil, detail: .full).plan
  }

  /// Plans a model, from where another one ended if there is such.
  func solve(
    _ model: PlanningModel, from origin: MasterState?, detail: PlanDetail
  ) throws -> SolvedModel {
    options.enterStage(.build)
    let network = DeploymentNetwork(model)
    var attempt = SolveAttempt(origin: origin, precision: .usual)
    var outcome = SolveAttempt.Outcome { try solve(network, attempt, detail: detail) }
    var best = outcome
    while outcome.leavesDoubt(in: model), !options.shouldStop(),
      let next = attempt.next(in: network)
    {
      attempt = next
      outcome = SolveAttempt.Outcome { try solve(network, attempt, detail: detail) }
      if outcome.isBetter(than: best) { best = outcome }
    }
    return try best.get()
  }

  private func solve(
    _ network: DeploymentNetwork, _ attempt: SolveAttempt, detail: PlanDetail
  ) throws -> SolvedModel {
    let model = network.model
    let levels = GoalLevel.levels(of: model)
    return try engines.withEngine { engine in
      var solver = try LexicographicSolver(
        network: network, levels: levels, holdsGoals: model.policy.wholeUnits, engine: engine,
        limits: SolveLimits(shouldStop: options.shouldStop), threads: options.threads,
        equations: options.equations, precision: attempt.precision, findsRanges: detail == .full,
        priceSides: options.priceSides, enterStage: options.enterStage,
        reporter: ProgressReporter(options.reportProgress))
      var result =
        if model.policy.wholeUnits {
          try WholeUnitSolver().solve(&solver)
        } else {
          try solver.solve(from: attempt.origin)
        }
      let state = solver.state
      if options.priceSides == .all, detail == .full, result.isComplete, let state {
        try addSides(to: &result, levels: levels, state: state)
      }
      try result.purify(
        network: network, levels: levels, engines: engines,
        limits: SolveLimits(shouldStop: options.shouldStop))
      options.enterStage(.certificate)
      let figures = SolverFigures(
        columnsGenerated: solver.columnsGenerated, columnsPossible: network.tourCount(),
        rows: solver.master.rowCount, rounds: result.rounds, iterations: engine.iterationCount)
      let assembly = PlanAssembly(
        network: network, levels: levels, result: result, figures: figures, detail: detail)
      return SolvedModel(plan: assembly.plan(), state: state)
    }
  }

  /// Finds the prices of all goals on both sides of limits at which a price changes; with one goal they are
  /// known already.
  private func addSides(
    to result: inout CoreResult, levels: [GoalLevel], state: MasterState
  ) throws {
    guard levels.count > 1 else { return }
    options.enterStage(.levels)
    let moved = MovedLimits(
      engines: engines, origin: state, levels: levels,
      limits: SolveLimits(shouldStop: options.shouldStop), threads: options.threads)
    for (level, sides) in try moved.sides(of: result.levels).enumerated() {
      result.levels[level].sides = sides
    }
  }
}
