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
