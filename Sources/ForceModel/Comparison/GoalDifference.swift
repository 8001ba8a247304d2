/// A goal in a variant's plan beside the base's.
public struct GoalDifference: Sendable, Equatable {
  /// The variant; the base's own goals are lines as well.
  public var variant: String
  /// How far the variant's plan can be trusted.
  public var status: PlanStatus
  /// Position in the order of the variant's goals, counted from 1.
  public var level: Int
  /// Name of the goal.
  public var name: String
  /// The base's value; nil where the base has no such goal.
  public var base: Double?
  /// The variant's value.
  public var value: Double
  /// value - base.
  public var difference: Double?
  /// difference / |base|; nil where the base has no such goal or it is 0.
  public var relative: Double?
  /// The variant's proven gap; nil where nothing is proven.
  public var gap: Double?
  /// Unit of the values.
  public var unit: String

  /// Creates a line.
  public init(
    variant: String, status: PlanStatus, level: Int, name: String, base: Double?, value: Double,
    gap: Double?, unit: String
  ) {
    self.variant = variant
    self.status = status
    self.level = level
    self.name = name
    self.base = base
    self.value = value
    difference = base.map { value - $0 }
    relative = base.flatMap { $0 == 0 ? nil : (value - $0) / abs($0) }
    self.gap = gap
    self.unit = unit
  }

  static func lines(of variant: PlannedModel, beside base: PlannedModel) -> [GoalDifference] {
    variant.plan.goals.map { goal in
      let other = base.plan.goals.first { $0.name == goal.name && $0.unit == goal.unit }
      return GoalDifference(
        variant: variant.name, status: variant.plan.status, level: goal.level, name: goal.name,
        base: other?.value, value: goal.value, gap: goal.gap, unit: goal.unit)
    }
  }
}
