/// A deployment that stands: every plan contains at least these units on this tour.
public struct FixedDeployment: Sendable, Equatable {
  /// The pledge, an index into `PlanningModel.contributions`.
  public var contribution: Int
  /// The crisis, an index into `PlanningModel.crises`.
  public var crisis: Int
  /// The mode, an index into `PlanningModel.modes`.
  public var mode: Int
  /// The lift pool, an index into `PlanningModel.liftPools`; nil: the mode needs none.
  public var lift: Int?
  /// Units that stand, greater than 0.
  public var units: Double
  /// First day in place, a boundary of the time grid.
  public var from: Double
  /// Day at which the stay ends, a boundary of the time grid.
  public var until: Double
  /// Row of fixed.csv that says so, counted from 1 with the header as row 1.
  public var row: Int

  /// Creates a fixed deployment from its table row.
  public init(
    contribution: Int, crisis: Int, mode: Int, lift: Int?, units: Double, from: Double,
    until: Double,
    row: Int
  ) {
    self.contribution = contribution
    self.crisis = crisis
    self.mode = mode
    self.lift = lift
    self.units = units
    self.from = from
    self.until = until
    self.row = row
  }
}
