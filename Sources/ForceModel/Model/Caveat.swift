/// A national caveat: a member forbids a combination.
///
/// A nil field means any.
public struct Caveat: Sendable, Equatable {
  /// The member that sets it, an index into `PlanningModel.contributors`.
  public var contributor: Int
  /// The crisis it names, an index into `PlanningModel.crises`.
  public var crisis: Int?
  /// The capability sent that it names, an index into `PlanningModel.capabilities`.
  public var capability: Int?
  /// The mode it names, an index into `PlanningModel.modes`.
  public var mode: Int?
  /// Why, in the planner's words; may be empty.
  public var reason: String

  /// Creates a caveat from its table row.
  public init(
    contributor: Int, crisis: Int? = nil, capability: Int? = nil, mode: Int? = nil,
    reason: String = ""
  ) {
    self.contributor = contributor
    self.crisis = crisis
    self.capability = capability
    self.mode = mode
    self.reason = reason
  }
}
