/// What tours use, entered where they begin and cease to use it; summed up over periods it is what they use
/// in each (`FirstOrderRows.spread`).
final class TourFlows {
  /// Units held, by contribution x (periods + 1) + boundary.
  let supply: Numbers<Double>
  /// Persons (or units) in place, by service x (periods + 1) + boundary.
  let place: Numbers<Double>
  /// Persons in place, by (contributor x crises + crisis) x (periods + 1) + boundary.
  let presence: Numbers<Double>
  /// Asset-days, by row of lift, counted from the first.
  let lift: Numbers<Double>

  init(supply: Int, place: Int, presence: Int, lift: Int) {
    self.supply = Numbers(supply, of: 0)
    self.place = Numbers(place, of: 0)
    self.presence = Numbers(presence, of: 0)
    self.lift = Numbers(lift, of: 0)
  }
}
