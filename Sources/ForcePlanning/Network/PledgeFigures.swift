import ForceModel

/// The numbers of a pledge that are read for every tour, without its texts.
///
/// Copying a `Contribution` counts references to its texts, which in the innermost loops takes longer
/// than the arithmetic.
package struct PledgeFigures: Sendable {
  /// The member, an index into `PlanningModel.contributors`.
  package let contributor: Int
  /// What the units can do, an index into `PlanningModel.capabilities`.
  package let capability: Int
  /// The base, an index into `PlanningModel.locations`.
  package let base: Int
  /// Persons of one unit.
  package let personnel: Double
  /// Tonnes that one unit brings along.
  package let tonnes: Double
  /// Days of notice before a unit can move.
  package let noticeToMove: Double
  /// The longest stay in days; infinite where there is no limit.
  package let maximumTour: Double
  /// Days at home for each day in place.
  package let dwellRatio: Double
  /// Cost of one unit in place for a day.
  package let dailyCost: Double

  init(_ pledge: Contribution) {
    contributor = pledge.contributor
    capability = pledge.capability
    base = pledge.base
    personnel = pledge.personnel
    tonnes = pledge.tonnes
    noticeToMove = pledge.noticeToMove
    maximumTour = pledge.maximumTour ?? .infinity
    dwellRatio = pledge.dwellRatio
    dailyCost = pledge.dailyCost
  }
}
