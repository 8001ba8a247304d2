/// One variant beside the base, in lines.
public struct VariantLines: Sendable, Equatable {
  /// Name of the variant, or of the base.
  public var name: String
  /// What the variant changes in the model.
  public var inputs: [InputDifference]
  /// Its goals.
  public var goals: [GoalDifference]
  /// Strength at crises, by capability; one line for each that one of the plans requires.
  public var crises: [CrisisDifference]
  /// What members send.
  public var contributors: [ContributorDifference]
  /// Deployments that are not in both plans alike.
  public var deployments: [DeploymentDifference]
  /// Figures of its plan by itself.
  public var measures: PlanMeasures

  /// Takes lines that were made before.
  public init(
    name: String, inputs: [InputDifference], goals: [GoalDifference], crises: [CrisisDifference],
    contributors: [ContributorDifference], deployments: [DeploymentDifference],
    measures: PlanMeasures
  ) {
    self.name = name
    self.inputs = inputs
    self.goals = goals
    self.crises = crises
    self.contributors = contributors
    self.deployments = deployments
    self.measures = measures
  }

  /// Sets a variant beside the base.
  ///
  /// - Parameters:
  ///   - variant: What was planned.
  ///   - base: What the base's planning gave.
  ///   - inputs: What the variant changes in the model.
  public init(of variant: PlannedModel, beside base: PlannedModel, inputs: [InputDifference]) {
    self.init(
      name: variant.name, inputs: inputs, goals: GoalDifference.lines(of: variant, beside: base),
      crises: CrisisDifference.lines(of: variant, beside: base),
      contributors: ContributorDifference.lines(of: variant, beside: base),
      deployments: DeploymentDifference.lines(of: variant, beside: base),
      measures: PlanMeasures(variant))
  }

  /// The base by itself: its goals and the figures of its plan.
  public init(base: PlannedModel) {
    self.init(
      name: base.name, inputs: [], goals: GoalDifference.lines(of: base, beside: base), crises: [],
      contributors: [], deployments: [], measures: PlanMeasures(base))
  }
}
