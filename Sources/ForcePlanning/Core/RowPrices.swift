import ForceModel

/// Prices of all rows, and how much each goal weighs in the cost that they belong to.
///
/// Both are linear, so prices of several levels can be added to prove a level without its face.
struct RowPrices: Sendable, Equatable {
  /// d(cost) / d(activity) in the row's own unit, indexed by row of the layout.
  var values: [Double]
  /// Weight of each goal in the cost, indexed by level.
  var goalWeights: [Double]

  /// Adds other prices, weighed.
  mutating func add(_ other: RowPrices, weight: Double) {
    for row in values.indices { values[row] += weight * other.values[row] }
    for level in goalWeights.indices {
      goalWeights[level] += weight * other.goalWeights[level]
    }
  }

  /// The prices half-way to others.
  func halfway(to other: RowPrices) -> RowPrices {
    var middle = self
    for row in values.indices { middle.values[row] = (values[row] + other.values[row]) / 2 }
    middle.goalWeights = other.goalWeights
    return middle
  }

  /// The same prices of a cost in which another level had this weight, in the unit of that level.
  func counted(in level: Int, weighing weight: Double) -> RowPrices {
    var counted = RowPrices(
      values: values.map { $0 / weight }, goalWeights: goalWeights.map { $0 / weight })
    counted.goalWeights[level] = 1
    return counted
  }

  /// What one person (or unit) short of a requirement for one day weighs in the cost.
  func worth(of requirement: ForceRequirement, levels: [GoalLevel]) -> Double {
    levels.worth(of: requirement, goalWeights: goalWeights)
  }
}

extension [GoalLevel] {
  /// What one person (or unit) short of a requirement for one day weighs in a cost in which each goal, indexed
  /// by level, has a weight.
  func worth(of requirement: ForceRequirement, goalWeights: [Double]) -> Double {
    zip(self, goalWeights).reduce(0) { $0 + $1.1 * $1.0.weight(of: requirement) }
  }
}
