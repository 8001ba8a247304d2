/// What a planner is at; stages alternate, and what a stage took is the sum of its turns.
public enum PlanningStage: String, Sendable, CaseIterable {
  /// Deriving what may deploy from the model.
  case build
  /// The first-order run, from which the exact solve begins.
  case start
  /// The restricted master: rows, columns and simplex iterations.
  case master
  /// The search for tours and changes of task.
  case pricing
  /// Settling a level: its proof, the ranges of its prices, its optimal face.
  case levels
  /// Branch and bound and what leads to plans in whole units.
  case wholeUnits
  /// Writing the plan and having it checked.
  case certificate
}
