/// A member state that pledges units (formulation.md, "Sets and data", symbol c).
public struct Contributor: Sendable, Equatable {
  /// Identifier, unique among contributors.
  public var id: String
  /// Name for people; the identifier where the table gives none.
  public var name: String
  /// Divides the person-days that this member carries in the burden goal; greater than 0.
  public var burdenWeight: Double
  /// The member's own cap on its share of the personnel in place at a crisis, 0...1; nil: the policy's.
  public var shareCap: Double?
  /// The most burden that the member is to carry; nil: none of its own, the burden goal counts it.
  ///
  /// No table has it: burdens are made even with it, level by level.
  public var burdenLimit: Double?

  /// Creates a contributor from its table row, without a limit on its burden.
  public init(id: String, name: String, burdenWeight: Double = 1, shareCap: Double? = nil) {
    self.id = id
    self.name = name
    self.burdenWeight = burdenWeight
    self.shareCap = shareCap
  }
}
