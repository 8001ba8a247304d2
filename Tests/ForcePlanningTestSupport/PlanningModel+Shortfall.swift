public import ForceModel

extension PlanningModel {
  /// The same model with the shortfall as its only goal, all priorities in one, units in part and nothing fixed: a single
  /// linear program, which a first-order run can prove and other models can start from.
  public var withShortfallAlone: PlanningModel {
    var model = self
    model.policy.goals = [.shortfall]
    model.policy.priorities = .weighted
    model.policy.wholeUnits = false
    model.fixedDeployments = []
    return model
  }
}
