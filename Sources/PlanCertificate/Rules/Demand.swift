import ForceModel

/// What units of one capability can do at one crisis.
struct Demand {
  /// A requirement that the capability can serve.
  struct Use {
    /// An index into `PlanningModel.requirements`.
    let requirement: Int
    /// 1 for the required capability itself, less for a substitute.
    let effectiveness: Double
  }

  /// Sorted by requirement; empty: the capability is of no use at the crisis.
  let uses: [Use]
  /// Whether some requirement that can be served is active, indexed by period.
  let isActive: [Bool]
  /// The shortest stay in days; 0 where the windows are shorter than the policy's minimum.
  let minimumTour: Double
}
