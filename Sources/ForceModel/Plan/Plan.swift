/// How far a plan can be trusted.
public enum PlanStatus: String, Sendable, CaseIterable {
  /// Every goal level is at its proven optimum, and the certificate holds.
  case optimal
  /// The plan keeps every limit, but the proof leaves a gap, which is stated.
  case feasible
  /// The fixed lines contradict each other or the limits.
  case infeasible
  /// Stopped by a time limit or by the user; the plan is the best so far.
  case limit
  /// The certificate failed: the plan must not be used.
  case invalid
}

/// A deployment plan with its proof: what is written to a plan folder and read back from it.
///
/// Names are the identifiers of the model, so a plan can be read without its model.
public struct Plan: Sendable, Equatable {
  /// How far the plan can be trusted.
  public var status: PlanStatus
  /// The levels solved, first one first.
  public var goals: [GoalResult]
  /// Tours, one a line, sorted by (crisis, in-place day, contribution, option).
  public var deployments: [Deployment]
  /// What the deployed units do, sorted by (line, from day, requirement).
  public var tasks: [DeploymentTask]
  /// Unmet strength, sorted by (crisis, requirement, from day).
  public var shortfalls: [Shortfall]
  /// Prices of limits, sorted by (level, kind, subject, from day); zero prices are left out.
  public var prices: [Price]
  /// Totals by member, in the order of identifiers, members that send nothing included.
  public var contributors: [ContributorSummary]
  /// Totals by crisis, in the order of identifiers.
  public var crises: [CrisisSummary]
  /// The multipliers that prove each level, or that there is no plan.
  public var certificate: Certificate
  /// The model planned for.
  public var model: ModelIdentity
  /// What the solver did.
  public var solver: SolverFigures
  /// What the plan takes for granted, in sentences.
  public var assumptions: [String]
  /// Fixed lines that cannot stand together, where the status is infeasible.
  public var conflict: [FixedLineConflict]

  /// Creates a plan from its parts.
  public init(
    status: PlanStatus, goals: [GoalResult], deployments: [Deployment], tasks: [DeploymentTask],
    shortfalls: [Shortfall], prices: [Price], contributors: [ContributorSummary],
    crises: [CrisisSummary], certificate: Certificate, model: ModelIdentity, solver: SolverFigures,
    assumptions: [String], conflict: [FixedLineConflict] = []
  ) {
    self.status = status
    self.goals = goals
    self.deployments = deployments
    self.tasks = tasks
    self.shortfalls = shortfalls
    self.prices = prices
    self.contributors = contributors
    self.crises = crises
    self.certificate = certificate
    self.model = model
    self.solver = solver
    self.assumptions = assumptions
    self.conflict = conflict
  }
}

/// One goal level: its value in the plan and the bound that proves it.
public struct GoalResult: Sendable, Equatable {
  /// Position in the order of goals, counted from 1.
  public var level: Int
  /// `shortfall`, `shortfall.N`, `burden`, `effort`, `cost` or `delay`.
  public var name: String
  /// The goal's value in this plan, in `unit`.
  public var value: Double
  /// No plan that is as good at the levels before can have a smaller value; nil: nothing is proven.
  public var bound: Double?
  /// (value - bound) / max(1, |value|), never negative; nil where there is no bound.
  public var gap: Double?
  /// Unit of value and bound.
  public var unit: String

  /// Creates a goal result.
  public init(level: Int, name: String, value: Double, bound: Double?, gap: Double?, unit: String) {
    self.level = level
    self.name = name
    self.value = value
    self.bound = bound
    self.gap = gap
    self.unit = unit
  }
}

/// What the solver did to find the plan.
public struct SolverFigures: Sendable, Equatable {
  /// Columns that were given to the engine.
  public var columnsGenerated: Int
  /// Tours that the model allows.
  public var columnsPossible: Int
  /// Rows that were given to the engine.
  public var rows: Int
  /// Times that prices were made and columns looked for.
  public var rounds: Int
  /// Simplex iterations over all levels.
  public var iterations: Int

  /// Creates the figures.
  public init(columnsGenerated: Int, columnsPossible: Int, rows: Int, rounds: Int, iterations: Int)
  {
    self.columnsGenerated = columnsGenerated
    self.columnsPossible = columnsPossible
    self.rows = rows
    self.rounds = rounds
    self.iterations = iterations
  }
}

/// A fixed line that takes part in a contradiction.
public struct FixedLineConflict: Sendable, Equatable {
  /// Row of fixed.csv, counted from 1 with the header as row 1.
  public var row: Int
  /// The line in words, with the limit that it meets.
  public var description: String

  /// Creates a conflict entry.
  public init(row: Int, description: String) {
    self.row = row
    self.description = description
  }
}
