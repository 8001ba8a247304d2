/// What becomes of a plan that was made by hand.
public struct HandPlanReview: Sendable, Equatable {
  /// What makes lines impossible, whatever the others do.
  public var impossible: [ImpossibleLine]
  /// Limits that the other lines break together.
  public var violations: [Violation]
  /// Lines with fewer units or moved, so that everything can stand: the smallest such change, in units.
  ///
  /// A line that can never be goes to the nearest stay that its pledge can make at the crisis, with as many
  /// units as find room beside the others; where there is no such stay it goes.
  public var cuts: [Cut]
  /// Goals of the plan, or, where it breaks something, of the plan with the cuts; tasks dealt as well as can
  /// be.
  public var goals: [GoalResult]
  /// Goals of the best plan of the model.
  public var best: [GoalResult]

  /// Whether the plan can stand as it is.
  public var isFeasible: Bool { impossible.isEmpty && violations.isEmpty && cuts.isEmpty }

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

  /// A line that sends fewer units, or sends them otherwise.
  public struct Cut: Sendable, Equatable {
    /// Row of the file.
    public var row: Int
    /// What it is about.
    public var description: String
    /// Units in the file.
    public var before: Double
    /// Units that can stand.
    public var after: Double
    /// The way and the days to which the line moves; nil where it stays, or goes altogether.
    public var moved: Stay?

    /// Creates a cut.
    public init(
      row: Int, description: String, before: Double, after: Double, moved: Stay? = nil
    ) {
      self.moved = moved
      self.row = row
      self.description = description
      self.before = before
      self.after = after
    }
  }

  /// A stay at a crisis: how units come, and when they are in place.
  public struct Stay: Sendable, Equatable {
    /// The mode.
    public var mode: String
    /// The lift pool; nil where the mode needs none.
    public var lift: String?
    /// First day in place.
    public var fromDay: Double
    /// End of the last day in place.
    public var untilDay: Double

    /// Creates a stay.
    public init(mode: String, lift: String?, fromDay: Double, untilDay: Double) {
      self.mode = mode
      self.lift = lift
      self.fromDay = fromDay
      self.untilDay = untilDay
    }
  }

  /// Creates a review.
  public init(
    impossible: [ImpossibleLine], violations: [Violation], cuts: [Cut], goals: [GoalResult],
    best: [GoalResult]
  ) {
    self.impossible = impossible
    self.violations = violations
    self.cuts = cuts
    self.goals = goals
    self.best = best
  }
}

/// A line of a plan made by hand that can never be, whatever the other lines do: too late, too far, forbidden.
public struct ImpossibleLine: Sendable, Equatable {
  /// Row of the file.
  public var row: Int
  /// Where the cause shows: `file:row:column`.
  public var place: String
  /// Why the line cannot be.
  public var cause: String
  /// What to do about it.
  public var remedy: String

  /// Creates a line.
  public init(row: Int, place: String, cause: String, remedy: String) {
    self.row = row
    self.place = place
    self.cause = cause
    self.remedy = remedy
  }
}
