/// What one member sends and carries: one row of the plan's contributors.csv.
public struct ContributorSummary: Sendable, Equatable {
  /// The member.
  public var contributor: String
  /// Units pledged, over all its contributions.
  public var unitsPledged: Double
  /// Largest number of units in place at the same time.
  public var unitsDeployed: Double
  /// Largest number of personnel in place at the same time.
  public var personnelDeployed: Double
  /// Personnel x days in place.
  public var personDays: Double
  /// Person-days over the person-days of all members; 0 where nothing deploys.
  public var shareOfForce: Double
  /// Person-days over burden weight.
  public var burden: Double
  /// Movement effort, one way, in tonne-kilometres.
  public var tonneKilometres: Double
  /// Cost of movement and of units in place.
  public var cost: Double

  /// Creates a member's line.
  public init(
    contributor: String, unitsPledged: Double, unitsDeployed: Double, personnelDeployed: Double,
    personDays: Double, shareOfForce: Double, burden: Double, tonneKilometres: Double, cost: Double
  ) {
    self.contributor = contributor
    self.unitsPledged = unitsPledged
    self.unitsDeployed = unitsDeployed
    self.personnelDeployed = personnelDeployed
    self.personDays = personDays
    self.shareOfForce = shareOfForce
    self.burden = burden
    self.tonneKilometres = tonneKilometres
    self.cost = cost
  }
}

/// How one crisis is served: one row of the plan's crises.csv.
public struct CrisisSummary: Sendable, Equatable {
  /// The crisis.
  public var crisis: String
  /// Required strength x days, over its requirements.
  public var required: Double
  /// Strength x days in place.
  public var met: Double
  /// required - met.
  public var shortfall: Double
  /// First day from which every requirement then open is met to its end of window; nil: never.
  public var closureDay: Double?
  /// The member with the largest share of the person-days in place; empty where none deploys.
  public var largestContributor: String
  /// That member's share, 0...1.
  public var largestShare: Double
  /// Number of members that deploy there.
  public var contributors: Int

  /// Creates a crisis line.
  public init(
    crisis: String, required: Double, met: Double, shortfall: Double, closureDay: Double?,
    largestContributor: String, largestShare: Double, contributors: Int
  ) {
    self.crisis = crisis
    self.required = required
    self.met = met
    self.shortfall = shortfall
    self.closureDay = closureDay
    self.largestContributor = largestContributor
    self.largestShare = largestShare
    self.contributors = contributors
  }
}
