/// A pledge: an offer of units of one capability by one member, with its conditions (formulation.md, symbol p).
public struct Contribution: Sendable, Equatable {
  /// Identifier, unique among contributions.
  public var id: String
  /// The member that pledges, an index into `PlanningModel.contributors`.
  public var contributor: Int
  /// What is pledged, an index into `PlanningModel.capabilities`.
  public var capability: Int
  /// Where the units stand, an index into `PlanningModel.locations`.
  public var base: Int
  /// Units pledged, not negative.
  public var units: Double
  /// Personnel in one unit of this pledge, greater than 0.
  public var personnel: Double
  /// Tonnes that move with one unit of this pledge, not negative.
  public var tonnes: Double
  /// Notice to move in days: from the crisis's warning to readiness at the base.
  public var noticeToMove: Double
  /// Fraction of the units that has been verified, 0...1.
  public var verified: Double
  /// Fraction of the units that is expected to come, 0...1.
  public var expected: Double
  /// Longest stay in days; nil: unlimited.
  public var maximumTour: Double?
  /// Days of dwell after return for each day in place, not negative.
  public var dwellRatio: Double
  /// Cost of one unit for each day in place, not negative.
  public var dailyCost: Double

  /// Creates a contribution from its table row.
  public init(
    id: String, contributor: Int, capability: Int, base: Int, units: Double, personnel: Double,
    tonnes: Double, noticeToMove: Double = 0, verified: Double = 1, expected: Double = 1,
    maximumTour: Double? = nil, dwellRatio: Double = 0, dailyCost: Double = 0
  ) {
    self.id = id
    self.contributor = contributor
    self.capability = capability
    self.base = base
    self.units = units
    self.personnel = personnel
    self.tonnes = tonnes
    self.noticeToMove = noticeToMove
    self.verified = verified
    self.expected = expected
    self.maximumTour = maximumTour
    self.dwellRatio = dwellRatio
    self.dailyCost = dailyCost
  }
}

extension Contribution {
  /// The part of the units that counts at a strength, 0...1.
  public func fraction(at strength: Strength) -> Double {
    switch strength {
    case .pledged: 1
    case .verified: verified
    case .expected: expected
    }
  }
}
