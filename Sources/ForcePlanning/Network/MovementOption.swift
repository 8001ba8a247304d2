import ForceModel

/// A way of moving that a pledge may use: a mode, with a lift pool where the mode needs one.
package struct MovementOption: Sendable, Equatable {
  /// The mode, an index into `PlanningModel.modes`.
  package let mode: Int
  /// The lift pool, an index into `PlanningModel.liftPools`; nil: the mode needs none.
  package let lift: Int?
  /// Loads of lift for one unit, one way; 0 without a pool.
  package let loadsPerUnit: Double
  /// Asset-days of lift for one unit and kilometre, out and back; 0 without a pool.
  package let assetDaysPerUnitKilometre: Double

  /// The options of a pledge, sorted by (mode, lift), moving without a pool first.
  ///
  /// A mode that needs lift and finds no usable pool is not available.
  static func options(of pledge: Contribution, model: PlanningModel) -> [MovementOption] {
    model.modes.indices.flatMap { mode -> [MovementOption] in
      let unaided = MovementOption(
        mode: mode, lift: nil, loadsPerUnit: 0, assetDaysPerUnitKilometre: 0)
      return (model.modes[mode].needsLift ? [] : [unaided])
        + model.liftPools.enumerated().compactMap { lift, pool in
          guard pool.mode == mode, let loads = loadsPerUnit(of: pledge, in: pool) else {
            return nil
          }
          // The factor 2 brings the asset home.
          return MovementOption(
            mode: mode, lift: lift, loadsPerUnit: loads,
            assetDaysPerUnitKilometre: 2 * loads / pool.kilometresPerDay)
        }
    }
  }

  /// Loads that one unit takes in a pool; nil where the pool may not or cannot carry it.
  private static func loadsPerUnit(of pledge: Contribution, in pool: LiftPool) -> Double? {
    guard pool.owner == nil || pool.owner == pledge.contributor,
      pledge.personnel == 0 || pool.seats > 0, pledge.tonnes == 0 || pool.tonnes > 0
    else { return nil }
    return max(
      pledge.personnel > 0 ? pledge.personnel / pool.seats : 0,
      pledge.tonnes > 0 ? pledge.tonnes / pool.tonnes : 0)
  }
}
