import ForceModel

/// The weight of each goal in the sum that proves a level: 1 for the level's own goal, the multiplier
/// for an earlier one, 0 for a later one.
struct GoalWeights {
  private(set) var burden = 0.0
  private(set) var effort = 0.0
  private(set) var cost = 0.0
  private(set) var delay = 0.0
  private var shortfalls: [(level: GoalLevel, weight: Double)] = []

  /// The weights where no goal counts.
  static let none = GoalWeights(levels: [], multipliers: [])

  /// Takes the levels up to the one that is proven, and multipliers for all but that one.
  init(levels: ArraySlice<GoalLevel>, multipliers: [Double]) {
    for (level, weight) in zip(levels, multipliers + [1]) {
      switch level.goal {
      case .shortfall: shortfalls.append((level, weight))
      case .burden: burden = weight
      case .effort: effort = weight
      case .cost: cost = weight
      case .delay: delay = weight
      }
    }
  }

  /// The weight of the goal in which the requirement's shortfall counts.
  func shortfall(of requirement: ForceRequirement) -> Double {
    shortfalls.first { $0.level.counts(requirement) }?.weight ?? 0
  }
}
