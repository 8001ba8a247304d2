/// The top-level class of a capability.
public enum ForceCategory: String, Sendable, CaseIterable {
  case rapidReaction = "rapid-reaction"
  case police
  case peacekeeping
  case support
}

/// What is pledged and what is required: a kind of unit (formulation.md, "Sets and data", symbol k).
public struct Capability: Sendable, Equatable {
  /// Identifier, unique among capabilities.
  public var id: String
  /// Top-level class.
  public var category: ForceCategory
  /// Name for people; the identifier where the table gives none.
  public var name: String
  /// Personnel in one unit, greater than 0.
  public var personnel: Double
  /// Tonnes that move with one unit, not negative.
  public var tonnes: Double

  /// Creates a capability from its table row.
  public init(id: String, category: ForceCategory, name: String, personnel: Double, tonnes: Double)
  {
    self.id = id
    self.category = category
    self.name = name
    self.personnel = personnel
    self.tonnes = tonnes
  }
}

/// Permission to send one capability in the place of another (formulation.md, symbol e).
public struct Substitution: Sendable, Equatable {
  /// The capability sent, an index into `PlanningModel.capabilities`.
  public var capability: Int
  /// The capability required, an index into `PlanningModel.capabilities`.
  public var substitutesFor: Int
  /// Strength that one person (or unit) of the sent capability gives, in (0, 1].
  public var effectiveness: Double

  /// Creates a substitution from its table row.
  public init(capability: Int, substitutesFor: Int, effectiveness: Double) {
    self.capability = capability
    self.substitutesFor = substitutesFor
    self.effectiveness = effectiveness
  }
}
