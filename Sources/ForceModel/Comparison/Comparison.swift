/// A model and its plan under a name: the base of a comparison, or a variant.
public struct PlannedModel: Sendable {
  /// Name in the comparison, unique in it.
  public var name: String
  /// What was planned for.
  public var model: PlanningModel
  /// The plan.
  public var plan: Plan
  /// What the plan meets over what the best bases would let it meet, 0...1; nil: not known.
  public var balance: Double?

  /// Creates a planned model.
  public init(name: String, model: PlanningModel, plan: Plan, balance: Double? = nil) {
    self.name = name
    self.model = model
    self.plan = plan
    self.balance = balance
  }
}

/// How plans differ between sets of pledges: variants beside a base.
///
/// Every line names its variant, so lines of many variants can be put into one table and sorted.
public struct Comparison: Sendable, Equatable {
  /// Name of the base.
  public var base: String
  /// What the variants change in the model.
  public var inputs: [InputDifference]
  /// Goals of the base and of every variant.
  public var goals: [GoalDifference]
  /// Strength at crises, by capability; one line for each that some plan requires.
  public var crises: [CrisisDifference]
  /// What members send.
  public var contributors: [ContributorDifference]
  /// Deployments that are not in both plans alike.
  public var deployments: [DeploymentDifference]
  /// Figures of each plan by itself, the base first.
  public var measures: [PlanMeasures]

  /// Starts a comparison, with nothing but the base in it.
  public init(base: PlannedModel) {
    self.base = base.name
    inputs = []
    goals = GoalDifference.lines(of: base, beside: base)
    crises = []
    contributors = []
    deployments = []
    measures = [PlanMeasures(base)]
  }

  /// Adds a variant.
  ///
  /// - Parameters:
  ///   - variant: What was planned.
  ///   - base: The base that the comparison was started with.
  ///   - inputs: What the variant changes in the model.
  public mutating func add(
    _ variant: PlannedModel, beside base: PlannedModel, inputs: [InputDifference]
  ) {
    self.inputs += inputs
    goals += GoalDifference.lines(of: variant, beside: base)
    crises += CrisisDifference.lines(of: variant, beside: base)
    contributors += ContributorDifference.lines(of: variant, beside: base)
    deployments += DeploymentDifference.lines(of: variant, beside: base)
    measures.append(PlanMeasures(variant))
  }

  /// Names of the variants, in the order in which they were added.
  public var variants: [String] { measures.dropFirst().map(\.variant) }
}

/// A cell of the model that a variant changes, or a row that it adds or drops.
public struct InputDifference: Sendable, Equatable {
  /// What becomes of the row.
  public enum Change: String, Sendable, CaseIterable {
    case added
    case dropped
    case changed
  }

  /// The variant.
  public var variant: String
  /// The table, or `policy`.
  public var table: String
  /// The row, by its key; of a policy, the policy's name.
  public var row: String
  /// What becomes of it.
  public var change: Change
  /// The column that changes; empty for a row that is added or dropped.
  public var column: String
  /// The base's cell; for a dropped row all of it.
  public var before: String
  /// The variant's cell; for an added row all of it.
  public var after: String

  /// Creates a difference.
  public init(
    variant: String, table: String, row: String, change: Change, column: String, before: String,
    after: String
  ) {
    self.variant = variant
    self.table = table
    self.row = row
    self.change = change
    self.column = column
    self.before = before
    self.after = after
  }
}
