/// How a variant stands by its goals: what it takes to put it into an order, however many there are.
public struct VariantStanding: Sendable, Equatable {
  /// A goal and what it came to; the name says what the unit is.
  public struct Goal: Sendable, Equatable {
    /// Name of the goal.
    public var name: String
    /// The variant's value.
    public var value: Double

    /// Creates a goal.
    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// The variant.
  public var name: String
  /// How far its plan can be trusted.
  public var status: PlanStatus
  /// Its goals, in their order.
  public var goals: [Goal]

  /// Creates a standing.
  public init(name: String, status: PlanStatus, goals: [Goal]) {
    self.name = name
    self.status = status
    self.goals = goals
  }

  /// How a plan stands by the lines of its goals.
  public init(name: String, status: PlanStatus, lines: [GoalDifference]) {
    self.init(
      name: name, status: status, goals: lines.map { Goal(name: $0.name, value: $0.value) })
  }

  /// How the variant of some lines stands.
  public init(of variant: VariantLines) {
    self.init(name: variant.name, status: variant.measures.status, lines: variant.goals)
  }

  /// The value of a goal; without bound where it is no goal of the variant.
  public func value(of goal: String) -> Double {
    goals.first { $0.name == goal }?.value ?? .infinity
  }
}
