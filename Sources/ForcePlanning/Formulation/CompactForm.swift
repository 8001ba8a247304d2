import ForceModel
package import LinearProgramming

/// The compact linear program: every given tour a column, tasks as columns of their own
/// (formulation.md, "Variables", and "Rows" to the letter).
///
/// It is what `export` writes, and the oracle of the solver core.
package struct CompactForm: Sendable {
  /// The program; names are built from identifiers.
  package private(set) var program: LinearProgram
  /// The tours listed; tour q is column q of the program.
  package let tours: [Tour]
  private let network: DeploymentNetwork
  private let levels: [GoalLevel]
  private var tasks: [TaskColumn] = []

  /// Lists a program.
  ///
  /// - Parameters:
  ///   - network: What may deploy.
  ///   - levels: The goals of the model.
  ///   - tours: The tours to list.
  ///   - level: The level to minimise, an index into `levels`.
  ///   - heldValues: Values at which the levels before are held, first one first.
  /// - Complexity: O(tours x periods x capped members).
  package init(
    network: DeploymentNetwork, levels: [GoalLevel], tours: [Tour], level: Int, heldValues: [Double]
  ) {
    self.network = network
    self.levels = levels
    self.tours = tours
    program = LinearProgram(
      name: network.model.name,
      objectiveName: levels.indices.contains(level) ? levels[level].name : "none")
    var builder = CompactBuilder(
      network: network, levels: levels, level: level, heldValues: heldValues, program: program)
    for tour in tours { builder.addTour(tour) }
    tasks = builder.addTasks()
    builder.addShortfalls()
    builder.addLargestBurden()
    program = builder.program
  }

  /// The uses of tours at a point of the program: tasks are dealt out to the tours that are in place,
  /// tour by tour in the order of the list.
  package func uses(at values: [Double]) -> [TourUse] {
    var uses: [TourUse] = []
    var free: [[Double]] = []
    for (column, tour) in tours.enumerated() where values[column] > 1e-9 {
      uses.append(TourUse(tour: tour, units: values[column], work: []))
      free.append(Array(repeating: values[column], count: network.grid.count))
    }
    for task in tasks where values[task.column] > 1e-9 {
      var rest = values[task.column]
      for index in uses.indices where rest > 1e-9 {
        let tour = uses[index].tour
        let isPresent = tour.first <= task.period && task.period <= tour.last
        guard tour.contribution == task.contribution, tour.crisis == task.crisis, isPresent else {
          continue
        }
        let units = min(rest, free[index][task.period])
        guard units > 1e-9 else { continue }
        free[index][task.period] -= units
        rest -= units
        uses[index].work.append(
          Work(requirement: task.requirement, period: task.period, units: units))
      }
    }
    return uses
  }
}
