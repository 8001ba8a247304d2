/// What becomes of a plan that was made by hand.
public struct HandPlanReview: Sendable, Equatable {
  /// Limits that the lines break together.
  public var violations: [Violation]
  /// Lines with fewer units, so that everything can stand: the smallest such change, in units.
  public var cuts: [Cut]
  /// Goals of the plan, or, where it breaks something, of the plan with the cuts; tasks dealt as well as can
  /// be.
  public var goals: [GoalResult]
  /// Goals of the best plan of the model.
  public var best: [GoalResult]

  /// Whether the plan can stand as it is.
  public var isFeasible: Bool { violations.isEmpty && cuts.isEmpty }

  /// A limit that is exceeded in a stretch of days.
  public struct Violation: Sendable, Equatable {
    /// The limit in words.
    public var limit: String
    /// First day.
    public var fromDay: Double
    /// End of the last day.
    public var untilDay: Double
    /// What there is.
    public var available: Double
    /// What the lines take at most.
    public var taken: Double
    /// Unit of the two.
    public var unit: String
    /// Rows of the lines that take it.
    public var rows: [Int]

    /// Creates a violation.
    public init(
      limit: String, fromDay: Double, untilDay: Double, available: Double, taken: Double,
      unit: String, rows: [Int]
    ) {
      self.limit = limit
      self.fromDay = fromDay
      self.untilDay = untilDay
      self.available = available
      self.taken = taken
      self.unit = unit
      self.rows = rows
    }
  }

  /// A line that sends fewer units.
  public struct Cut: Sendable, Equatable {
    /// Row of the file.
    public var row: Int
    /// What it is about.
    public var description: String
    /// Units in the file.
    public var before: Double
    /// Units that can stand.
    public var after: Double

    /// Creates a cut.
    public init(row: Int, description: String, before: Double, after: Double) {
      self.row = row
      self.description = description
      self.before = before
      self.after = after
    }
  }

  /// Creates a review.
  public init(
    violations: [Violation], cuts: [Cut], goals: [GoalResult], best: [GoalResult]
  ) {
    self.violations = violations
    self.cuts = cuts
    self.goals = goals
    self.best = best
  }
}
