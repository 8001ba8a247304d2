import ForceModel

/// One way of moving units of a contribution to a crisis.
struct Way {
  /// An index into `PlanningModel.modes`.
  let mode: Int
  /// An index into `PlanningModel.liftPools`; nil: the mode needs none.
  let lift: Int?
  let kilometres: Double
  /// Days from departure to arrival, rounded up to the policy's resolution.
  let transit: Double
  /// Loads that one unit takes, one way; 0 without lift.
  let loadsPerUnit: Double
  /// Asset-days that one unit takes, out and back; 0 without lift.
  let assetDaysPerUnit: Interval
  /// The first period at whose start units can be in place; the number of periods where none is.
  let firstPeriod: Int
}

/// Why a contribution cannot move to a crisis in some way.
enum Obstacle: Error {
  case caveat(Caveat)
  case beyondReach(kilometres: Double, maximum: Double)
  case noLiftNamed
  case liftOfOtherMode
  case liftOfOtherOwner
  case cannotCarry
}
