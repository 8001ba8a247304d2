public import ForceModel
public import LinearProgramming

/// The compact linear program of a model, every possible tour a column: what `export` writes.
public struct CompactExport: Sendable {
  private let network: DeploymentNetwork
  private let levels: [GoalLevel]

  /// Prepares the program of a model.
  public init(_ model: PlanningModel) {
    network = DeploymentNetwork(model)
    levels = GoalLevel.levels(of: model)
  }

  /// Number of goal levels.
  public var levelCount: Int { levels.count }

  /// Number of tours that the program lists.
  ///
  /// - Complexity: O(routes x periods²).
  public func tourCount() -> Int { network.tourCount() }

  /// The program that makes one level small.
  ///
  /// - Parameters:
  ///   - level: The level, counted from 1.
  ///   - heldValues: Largest values that the goals of the levels before may have, first one first.
  /// - Returns: Rows and columns with readable names.
  /// - Complexity: O(tours x periods x capped members).
  public func program(level: Int, heldValues: [Double]) -> LinearProgram {
    CompactForm(
      network: network, levels: levels, tours: network.allTours(), level: level - 1,
      heldValues: heldValues
    ).program
  }
}
