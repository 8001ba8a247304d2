/// How far a plan is while it is being made: the goal that is worked on, and how near it is to its end.
///
/// Value and bound are as exact as a look on the way can be; what the finished plan states is proven.
public struct PlanningProgress: Sendable, Equatable {
  /// The goal's position in the order of goals, counted from 1.
  public var level: Int
  /// The goal's name, as `GoalResult` has it.
  public var goal: String
  /// The goal's value at the best plan so far.
  public var value: Double
  /// About the value that no plan can be below, never negative; the best one known.
  public var bound: Double

  /// Creates a report of progress.
  public init(level: Int, goal: String, value: Double, bound: Double) {
    self.level = level
    self.goal = goal
    self.value = value
    self.bound = bound
  }

  /// The part of the value that may still be saved, 0...1: (value - bound) / value.
  public var gap: Double {
    guard value > 0 else { return 0 }
    return min(1, max(0, (value - bound) / value))
  }
}

/// Takes reports of progress from wherever a solve gets nearer to its end.
///
/// A bound costs a search for tours, so a report is only made if the listener asks for it.
struct ProgressReporter: Sendable {
  private let listener: @Sendable (_ progress: () -> PlanningProgress) -> Void
  /// The level that the bound belongs to.
  private var level = -1
  /// The best bound of the level.
  private var bound = 0.0

  init(_ listener: @escaping @Sendable (_ progress: () -> PlanningProgress) -> Void = { _ in }) {
    self.listener = listener
  }

  /// Offers the values that a goal has at a plan and at a bound; the best bound of each level is kept.
  mutating func offer(
    _ level: Int, of levels: [GoalLevel], value: () -> Double, bound newBound: () -> Double
  ) {
    if self.level != level { (self.level, bound) = (level, 0) }
    var best = bound
    listener {
      best = max(best, newBound())
      return PlanningProgress(
        level: level + 1, goal: levels[level].name, value: value(), bound: best)
    }
    bound = best
  }
}
