/// Why a requirement is short: what became of every pledge that could serve it, in strength x days over the
/// days on which something is missing.
///
/// The fates of all pledges add up to `pledged`, and `required` is `met` + `shortfall`.
public struct ShortfallAccount: Sendable, Equatable {
  /// The requirement.
  public var requirement: String
  /// Its crisis.
  public var crisis: String
  /// The capability required.
  public var capability: String
  /// What strength counts.
  public var unit: RequirementUnit
  /// Weight of one person (or unit) short for one day.
  public var weight: Double
  /// First day on which something is missing.
  public var fromDay: Double
  /// End of the last day on which something is missing.
  public var untilDay: Double
  /// Strength x days required on these days.
  public var required: Double
  /// Strength x days in place.
  public var met: Double
  /// Strength x days missing.
  public var shortfall: Double
  /// Strength x days that all pledges which can serve would give if all their units were there.
  public var pledged: Double
  /// What became of them, the largest first within each fate.
  public var fates: [PledgeFate]

  /// Strength x days that would be missing even if every pledge that can serve were there.
  public var notPledged: Double { max(0, required - pledged) }

  /// Creates an account.
  public init(
    requirement: String, crisis: String, capability: String, unit: RequirementUnit,
    weight: Double, fromDay: Double, untilDay: Double, required: Double, met: Double,
    shortfall: Double, pledged: Double, fates: [PledgeFate]
  ) {
    self.requirement = requirement
    self.crisis = crisis
    self.capability = capability
    self.unit = unit
    self.weight = weight
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.required = required
    self.met = met
    self.shortfall = shortfall
    self.pledged = pledged
    self.fates = fates
  }
}

/// What became of a part of a pledge that could serve a requirement.
public struct PledgeFate: Sendable, Equatable {
  /// The kinds of fate, in the order in which they are told.
  public enum Kind: String, Sendable, CaseIterable {
    /// It serves the requirement.
    case serving
    /// It cannot be there yet.
    case late
    /// A caveat forbids it.
    case caveat
    /// No way of moving leads there.
    case noWay = "no-way"
    /// A cap on shares holds it.
    case shareCap = "share-cap"
    /// Nothing is left to carry it.
    case lift
    /// It serves another requirement at the same crisis.
    case otherTask = "other-task"
    /// It serves another crisis.
    case elsewhere
    /// It is on its way to another place.
    case moving
    /// It is on its way home or rests between tours.
    case dwelling
    /// It is free, but tour limits or other costs keep it.
    case free
  }

  /// The kind.
  public var kind: Kind
  /// The pledge.
  public var contribution: String
  /// Strength x days.
  public var amount: Double
  /// The cause in words.
  public var detail: String

  /// Creates a fate.
  public init(kind: Kind, contribution: String, amount: Double, detail: String) {
    self.kind = kind
    self.contribution = contribution
    self.amount = amount
    self.detail = detail
  }
}

/// A change that fills a shortfall, or part of it, proven by planning with it.
public struct Remedy: Sendable, Equatable {
  /// What changes.
  public var change: ModelChange
  /// The change in words.
  public var description: String
  /// Strength x days missing at the requirement with the change.
  public var remaining: Double
  /// The first goal with the change.
  public var goal: Double

  /// Creates a remedy.
  public init(change: ModelChange, description: String, remaining: Double, goal: Double) {
    self.change = change
    self.description = description
    self.remaining = remaining
    self.goal = goal
  }
}
