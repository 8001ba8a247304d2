/// A tour of units of one contribution at one crisis: one row of deployments.csv.
public struct Deployment: Sendable, Equatable {
  /// Number of the line, counted from 1.
  public var line: Int
  /// The pledge.
  public var contribution: String
  /// The member.
  public var contributor: String
  /// The kind of unit.
  public var capability: String
  /// The kind's class.
  public var category: ForceCategory
  /// The crisis.
  public var crisis: String
  /// The way of moving.
  public var mode: String
  /// The lift pool; empty where the mode needs none.
  public var lift: String
  /// Units that deploy.
  public var units: Double
  /// Personnel that deploy.
  public var personnel: Double
  /// Where they start.
  public var fromBase: String
  /// Where they serve.
  public var toLocation: String
  /// Length of the way, in kilometres.
  public var kilometres: Double
  /// Day of departure.
  public var departDay: Double
  /// Day from which they are in place.
  public var closeDay: Double
  /// Day at which the stay ends.
  public var untilDay: Double
  /// Day of return at the base.
  public var returnDay: Double
  /// Movement effort, one way, in tonne-kilometres.
  public var tonneKilometres: Double
  /// Loads of lift, one way; 0 where the mode needs no lift.
  public var loads: Double

  /// Creates a deployment line.
  public init(
    line: Int, contribution: String, contributor: String, capability: String,
    category: ForceCategory,
    crisis: String, mode: String, lift: String, units: Double, personnel: Double, fromBase: String,
    toLocation: String, kilometres: Double, departDay: Double, closeDay: Double, untilDay: Double,
    returnDay: Double, tonneKilometres: Double, loads: Double
  ) {
    self.line = line
    self.contribution = contribution
    self.contributor = contributor
    self.capability = capability
    self.category = category
    self.crisis = crisis
    self.mode = mode
    self.lift = lift
    self.units = units
    self.personnel = personnel
    self.fromBase = fromBase
    self.toLocation = toLocation
    self.kilometres = kilometres
    self.departDay = departDay
    self.closeDay = closeDay
    self.untilDay = untilDay
    self.returnDay = returnDay
    self.tonneKilometres = tonneKilometres
    self.loads = loads
  }
}

/// What units of a deployment do during part of their tour: one row of tasks.csv.
public struct DeploymentTask: Sendable, Equatable {
  /// The deployment's line.
  public var line: Int
  /// The requirement served.
  public var requirement: String
  /// First day of the task.
  public var fromDay: Double
  /// Day at which the task ends.
  public var untilDay: Double
  /// Units on the task.
  public var units: Double
  /// Strength that they give, in the requirement's unit, substitution counted.
  public var effectiveStrength: Double

  /// Creates a task line.
  public init(
    line: Int, requirement: String, fromDay: Double, untilDay: Double, units: Double,
    effectiveStrength: Double
  ) {
    self.line = line
    self.requirement = requirement
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.units = units
    self.effectiveStrength = effectiveStrength
  }
}

/// Strength that a requirement lacks during part of its window: one row of shortfalls.csv.
public struct Shortfall: Sendable, Equatable {
  /// The requirement.
  public var requirement: String
  /// Its crisis.
  public var crisis: String
  /// The capability required.
  public var capability: String
  /// First day of the stretch with the same shortfall.
  public var fromDay: Double
  /// Day at which the stretch ends.
  public var untilDay: Double
  /// Strength required, in the requirement's unit.
  public var required: Double
  /// Strength in place.
  public var met: Double
  /// required - met.
  public var shortfall: Double
  /// weight x days x shortfall.
  public var weightedShortfall: Double
  /// Why, in words.
  public var reason: String

  /// Creates a shortfall line.
  public init(
    requirement: String, crisis: String, capability: String, fromDay: Double, untilDay: Double,
    required: Double, met: Double, shortfall: Double, weightedShortfall: Double, reason: String
  ) {
    self.requirement = requirement
    self.crisis = crisis
    self.capability = capability
    self.fromDay = fromDay
    self.untilDay = untilDay
    self.required = required
    self.met = met
    self.shortfall = shortfall
    self.weightedShortfall = weightedShortfall
    self.reason = reason
  }
}
