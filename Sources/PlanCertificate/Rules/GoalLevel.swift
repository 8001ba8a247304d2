import ForceModel

/// One level of the lexicographic order (formulation.md, "Goals, in order").
struct GoalLevel {
  let goal: Goal
  /// The class of a pre-emptive shortfall level; nil: every class.
  let priority: Int?

  /// Name in plan.json.
  var name: String { priority.map { "\(goal.rawValue).\($0)" } ?? goal.rawValue }

  /// The levels that a model asks for, first one first.
  static func levels(of model: PlanningModel) -> [GoalLevel] {
    model.policy.goals.flatMap { goal -> [GoalLevel] in
      guard goal == .shortfall, model.policy.priorities == .preemptive else {
        return [GoalLevel(goal: goal, priority: nil)]
      }
      return Set(model.requirements.map(\.priority)).sorted().map {
        GoalLevel(goal: goal, priority: $0)
      }
    }
  }

  /// Whether shortfall of a requirement counts at this level.
  func counts(_ requirement: ForceRequirement) -> Bool {
    goal == .shortfall && (priority ?? requirement.priority) == requirement.priority
  }
}
