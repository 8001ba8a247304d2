/// A crisis: a place that needs forces (formulation.md, symbol j).
public struct Crisis: Sendable, Equatable {
  /// Identifier, unique among crises.
  public var id: String
  /// Name for people; the identifier where the table gives none.
  public var name: String
  /// Where it is, an index into `PlanningModel.locations`.
  public var location: Int
  /// Day from which notice to move counts, not negative.
  public var warning: Double
  /// Probability that the crisis happens, 0...1.
  public var probability: Double

  /// Creates a crisis from its table row.
  public init(id: String, name: String, location: Int, warning: Double = 0, probability: Double = 1)
  {
    self.id = id
    self.name = name
    self.location = location
    self.warning = warning
    self.probability = probability
  }
}

/// What a requirement's quantity counts.
public enum RequirementUnit: String, Sendable, CaseIterable {
  case personnel
  case units
}

/// A force requirement: strength of one capability at one crisis in one window (formulation.md, symbol r).
public struct ForceRequirement: Sendable, Equatable {
  /// Identifier, unique among requirements.
  public var id: String
  /// The crisis, an index into `PlanningModel.crises`.
  public var crisis: Int
  /// The capability required, an index into `PlanningModel.capabilities`.
  public var capability: Int
  /// Strength required, in `unit`, greater than 0.
  public var quantity: Double
  /// What `quantity` counts.
  public var unit: RequirementUnit
  /// First day of the window.
  public var from: Double
  /// Day at which the window ends, greater than `from`; the window is [from, until).
  public var until: Double
  /// Weight of one person (or unit) short for one day, greater than 0.
  public var weight: Double
  /// Priority class; 1 is served first when priorities are pre-emptive.
  public var priority: Int

  /// Creates a requirement from its table row.
  public init(
    id: String, crisis: Int, capability: Int, quantity: Double, unit: RequirementUnit = .personnel,
    from: Double, until: Double, weight: Double = 1, priority: Int = 1
  ) {
    self.id = id
    self.crisis = crisis
    self.capability = capability
    self.quantity = quantity
    self.unit = unit
    self.from = from
    self.until = until
    self.weight = weight
    self.priority = priority
  }
}
