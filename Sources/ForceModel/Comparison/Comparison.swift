/// How plans differ between sets of pledges: variants beside a base.
///
/// Of every variant it is known how it stands. Of very many, lines may be there for a few only. Every line
/// names its variant, so lines of many variants can be put into one table and sorted.
public struct Comparison: Sendable, Equatable {
  /// Name of the base.
  public var base: String
  /// How every variant stands, in the order given.
  public var standings: [VariantStanding]
  /// What the variants change in the model.
  public var inputs: [InputDifference]
  /// Goals of the base and of the variants.
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
  ///
  /// - Parameter base: The base's own lines (`VariantLines.init(base:)`).
  public init(base: VariantLines) {
    self.base = base.name
    standings = []
    inputs = []
    goals = base.goals
    crises = []
    contributors = []
    deployments = []
    measures = [base.measures]
  }

  /// Adds a variant with its lines.
  public mutating func add(_ variant: VariantLines) {
    standings.append(VariantStanding(of: variant))
    addLines(variant)
  }

  /// Adds the lines of a variant whose standing is there already.
  public mutating func addLines(_ variant: VariantLines) {
    inputs += variant.inputs
    goals += variant.goals
    crises += variant.crises
    contributors += variant.contributors
    deployments += variant.deployments
    measures.append(variant.measures)
  }

  /// How the base stands by its own goals.
  public var baseStanding: VariantStanding {
    VariantStanding(
      name: base, status: measures.first?.status ?? .invalid,
      lines: goals.filter { $0.variant == base })
  }
}
