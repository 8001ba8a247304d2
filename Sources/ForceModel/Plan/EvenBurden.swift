/// Burdens made even level by level: first the largest is made small, then the largest of the members that
/// could still carry less, and so on.
public struct EvenBurden: Sendable, Equatable {
  /// A level that some members cannot go below.
  public struct Step: Sendable, Equatable {
    /// Person-days by burden weight that each of the members carries.
    public var burden: Double
    /// The members, in the order of the model.
    public var contributors: [String]

    /// Creates a step.
    public init(burden: Double, contributors: [String]) {
      self.burden = burden
      self.contributors = contributors
    }
  }

  /// The levels, the largest first; every member is in one.
  public var steps: [Step]
  /// The plan of the model's own goals up to the largest burden, and what follows.
  public var base: Plan
  /// The plan with even burdens, and the same goals after them.
  public var plan: Plan

  /// Creates a result.
  public init(steps: [Step], base: Plan, plan: Plan) {
    self.steps = steps
    self.base = base
    self.plan = plan
  }
}
