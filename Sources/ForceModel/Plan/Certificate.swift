/// The families of rows that a multiplier can belong to (formulation.md, "Rows").
public enum RowFamily: String, Sendable, CaseIterable {
  /// Units of a pledge held in a period. Subject: contribution.
  case supply
  /// Strength for a requirement in a period. Subject: requirement.
  case requirement
  /// Asset-days of a lift pool charged to a period. Subject: lift pool.
  case lift
  /// Cap on a member's share at a crisis in a period. Subject: `contributor@crisis`.
  case share
  /// Cap on a member's share over all crises in a period. Subject: contributor.
  case shareOverall
  /// Burden of a member below the largest burden. Subject: contributor; the days are the horizon.
  case burden
  /// Units that stand on a fixed tour. Subject: row of fixed.csv; the days are those of the stay.
  case commitment
}

/// The multiplier of one row, never negative: the weight at which the row enters the proof.
public struct RowMultiplier: Sendable, Equatable {
  /// The row's family.
  public var family: RowFamily
  /// What the row is about, in the form that the family states.
  public var subject: String
  /// First day of the row's period.
  public var fromDay: Double
  /// Day at which the row's period ends.
  public var untilDay: Double
  /// The multiplier, in units of the goal per unit of the row's right-hand side.
  ///
  /// Right-hand sides are counted in units (supply, commitment), in the requirement's unit
  /// (requirement), in asset-days (lift), in personnel (share, shareOverall) and in burden (burden).
  public var value: Double

  /// Creates a multiplier.
  public init(family: RowFamily, subject: String, fromDay: Double, untilDay: Double, value: Double)
  {
    self.family = family
    self.subject = subject
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.value = value
  }
}

/// The proof of one goal level: a weighted sum of rows and of earlier goals that no plan can beat.
///
/// For every plan that is as good at the earlier levels, `goal_k + sum of goalMultipliers[i] x (goal_i -
/// value_i)` is at most the goal's value, and the rows weighted with their multipliers bound it from
/// below (formulation.md, "What every plan must carry"; Neumaier and Shcherbina 2004).
public struct LevelCertificate: Sendable, Equatable {
  /// The level, counted from 1.
  public var level: Int
  /// Name of the goal, as in `GoalResult.name`.
  public var name: String
  /// One multiplier for each earlier level, in their order; never negative.
  public var goalMultipliers: [Double]
  /// Multipliers of rows, sorted by (family, subject, from day).
  ///
  /// Rows that are not listed have 0.
  public var rows: [RowMultiplier]

  /// Creates a level's proof.
  public init(level: Int, name: String, goalMultipliers: [Double], rows: [RowMultiplier]) {
    self.level = level
    self.name = name
    self.goalMultipliers = goalMultipliers
    self.rows = rows
  }
}

/// What proves a plan: multipliers for every level, and what the independent check found.
public struct Certificate: Sendable, Equatable {
  /// The levels' proofs, first one first.
  public var levels: [LevelCertificate]
  /// Multipliers that prove that the fixed lines in conflict cannot all stand, sorted as those of a level.
  ///
  /// They bound the sum of units by which those lines fall short, in any plan that keeps every other limit. Empty
  /// where there is a plan, and where only a search through plans in whole units ended without one.
  public var contradiction: [RowMultiplier]
  /// What was found when the plan was checked against them.
  public var verification: Verification

  /// Creates a certificate.
  public init(
    levels: [LevelCertificate], contradiction: [RowMultiplier] = [], verification: Verification
  ) {
    self.levels = levels
    self.contradiction = contradiction
    self.verification = verification
  }
}

/// What an independent check of a plan found.
public struct Verification: Sendable, Equatable {
  /// Whether every row, bound and deployment holds within the stated tolerance.
  public var feasible: Bool
  /// Largest violation of a row or bound, over max(1, |right-hand side|).
  public var largestViolation: Double
  /// The proven lower bound of each level, in the order of the levels; nil: no bound was found.
  public var bounds: [Double?]
  /// The proven gap of each level, (value - bound) / max(1, |value|), never negative; nil: no bound.
  public var gaps: [Double?]
  /// The fewest units by which fixed lines in conflict fall short of what stands, as proven; nil: nothing is
  /// proven of that, or there is a plan.
  public var missingUnits: Double?
  /// What does not hold, in sentences; empty where all is well.
  public var complaints: [String]

  /// Creates a finding.
  public init(
    feasible: Bool, largestViolation: Double, bounds: [Double?], gaps: [Double?],
    missingUnits: Double? = nil, complaints: [String]
  ) {
    self.feasible = feasible
    self.largestViolation = largestViolation
    self.bounds = bounds
    self.gaps = gaps
    self.missingUnits = missingUnits
    self.complaints = complaints
  }
}
