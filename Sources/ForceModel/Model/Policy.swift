/// The strength at which pledges are counted.
public enum Strength: String, Sendable, CaseIterable {
  case pledged
  case verified
  case expected
}

/// How priority classes are weighed against each other.
public enum PriorityRule: String, Sendable, CaseIterable {
  /// One shortfall goal; classes play no part.
  case weighted
  /// One shortfall goal for each class, the first class first.
  case preemptive = "pre-emptive"
}

/// What a plan makes small, one level after the other (formulation.md, "Goals, in order").
public enum Goal: String, Sendable, CaseIterable {
  /// Weighted person-days of unmet requirement.
  case shortfall
  /// The largest burden of a member, person-days by burden weight.
  case burden
  /// Movement effort in tonne-kilometres, one way.
  case effort
  /// Cost of movement and of units in place.
  case cost
  /// Person-days between the opening of a requirement and the arrival of units.
  case delay
}

/// The `forceplan` object of datapackage.json with its defaults filled in.
public struct Policy: Sendable, Equatable {
  /// Length of the plan in days; day 0 is the decision.
  public var horizonDays: Double
  /// Spacing of the regular boundaries of the time grid, in days.
  public var gridDays: Double
  /// Transit is rounded up to a multiple of this, in days.
  public var timeResolutionDays: Double
  /// The strength at which pledges are counted.
  public var strength: Strength
  /// Whether only whole units deploy.
  public var wholeUnits: Bool
  /// How priority classes are weighed.
  public var priorities: PriorityRule
  /// Largest share of one member in the personnel in place at a crisis, 0...1; 1: no cap.
  public var shareCapPerCrisis: Double
  /// Largest share of one member in the personnel in place at all crises, 0...1; 1: no cap.
  public var shareCapOverall: Double
  /// The goals, first one first; always begins with `shortfall`.
  public var goals: [Goal]
  /// Shortest stay in days.
  public var minimumTourDays: Double
  /// Whether the way home is charged to lift as well.
  public var chargeReturnLift: Bool
  /// Seed of whatever draws at random.
  public var seed: Int

  /// Creates a policy; everything but the horizon has the documented default.
  public init(
    horizonDays: Double, gridDays: Double? = nil, timeResolutionDays: Double = 0.25,
    strength: Strength = .pledged, wholeUnits: Bool = false, priorities: PriorityRule = .weighted,
    shareCapPerCrisis: Double = 1, shareCapOverall: Double = 1,
    goals: [Goal] = [.shortfall, .effort], minimumTourDays: Double = 0,
    chargeReturnLift: Bool = false, seed: Int = 1
  ) {
    self.horizonDays = horizonDays
    self.gridDays = gridDays ?? Self.defaultGridDays(horizonDays: horizonDays)
    self.timeResolutionDays = timeResolutionDays
    self.strength = strength
    self.wholeUnits = wholeUnits
    self.priorities = priorities
    self.shareCapPerCrisis = shareCapPerCrisis
    self.shareCapOverall = shareCapOverall
    self.goals = goals
    self.minimumTourDays = minimumTourDays
    self.chargeReturnLift = chargeReturnLift
    self.seed = seed
  }

  /// The default grid: a sixtieth of the horizon, rounded up to whole days.
  public static func defaultGridDays(horizonDays: Double) -> Double {
    max(1, (horizonDays / 60).rounded(.up))
  }
}
