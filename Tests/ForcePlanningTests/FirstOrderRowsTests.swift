import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import LinearProgramming
import Testing
import TestSupport

/// The rows of a first-order run, by differences of running sums, are those of the program.
@Suite struct FirstOrderRowsTests {
  /// Rows in two parts, and the coefficients that they must agree with.
  private struct Trial {
    let network: DeploymentNetwork
    let layout: RowLayout
    let rows: FirstOrderRows
    let coefficients: ColumnCoefficients
    let tours: [Tour]
    var random: SeededGenerator

    init(seed: Int) {
      let model = RandomModel(seed: seed).model
      network = DeploymentNetwork(model)
      let levels = [GoalLevel(goal: .shortfall, priority: nil)]
      layout = RowLayout(network: network, levels: levels, holdsGoals: false)
      rows = FirstOrderRows(network: network, layout: layout, threads: 2)
      rows.partsInUse = 2
      coefficients = ColumnCoefficients(
        network: network, layout: layout, levels: levels, units: .plain(network))
      tours = network.allTours()
      random = SeededGenerator(seed: seed)
    }

    mutating func draw() -> Double { Double.random(in: 0...10, using: &random) }

    /// The row of the layout that a cell stands for, by row of the run.
    var cells: [Int: Int] {
      var cells: [Int: Int] = [:]
      for change in rows.changes {
        cells[change.cell] =
          layout.retasking + change.retasking.service * network.grid.count
          + change.retasking.period
      }
      return cells
    }
  }

  @Test(arguments: 1...40)
  func `what tours and changes of task use is what their coefficients say`(seed: Int) {
    var trial = Trial(seed: seed)
    let (rows, layout) = (trial.rows, trial.layout)
    var expected = layout.rows.map { _ in 0.0 }
    let uses = rows.flows.map { UseSums($0) }
    for (index, tour) in trial.tours.enumerated() {
      let units = trial.draw()
      uses[index % 2].enter(rows.term(of: tour, cost: 0), units)
      trial.coefficients.forEach(of: .tour(tour)) { expected[$0] += $1 * units }
    }
    let changed = Numbers(rows.changes.count, of: 0.0)
    for (index, change) in rows.changes.enumerated() {
      changed[index] = trial.draw()
      trial.coefficients.forEach(of: .retasking(change.retasking)) {
        expected[$0] += $1 * changed[index]
      }
    }
    rows.spread(changed)
    for row in 0..<rows.count {
      let place = trial.cells[row] ?? row
      guard isOfTheRun(layout.rows[place]) else { continue }
      #expect(
        abs(rows.activity[row] - expected[place]) <= 1e-8 * max(1, abs(expected[place])),
        "\(layout.rows[place])")
    }
    rows.spread(Numbers(rows.changes.count, of: 0.0))
    #expect((0..<rows.count).allSatisfy { rows.activity[$0] == 0 })
  }

  @Test(arguments: 1...40)
  func `what prices make of a tour is what its coefficients say`(seed: Int) {
    var trial = Trial(seed: seed)
    let (rows, layout) = (trial.rows, trial.layout)
    let prices = Numbers(rows.count, of: 0.0)
    var ofLayout = layout.rows.map { _ in 0.0 }
    let cells = trial.cells
    for row in 0..<rows.count {
      let place = cells[row] ?? row
      guard isOfTheRun(layout.rows[place]) else { continue }
      prices[row] = trial.draw()
      ofLayout[place] = prices[row]
    }
    rows.gather(prices)
    let sums = GatheredPrices(rows, prices: prices)
    for tour in trial.tours {
      var expected = 0.0
      trial.coefficients.forEach(of: .tour(tour)) { expected += $1 * ofLayout[$0] }
      let value = sums.price(of: rows.term(of: tour, cost: 0))
      #expect(abs(value - expected) <= 1e-7 * max(1, abs(expected)), "\(tour)")
    }
  }

  /// Burdens, commitments and held goals are left to the exact solver.
  private func isOfTheRun(_ row: PlanRow) -> Bool {
    switch row {
    case .supply, .requirement, .lift, .share, .shareOverall, .retasking: true
    case .burden, .commitment, .heldGoal: false
    }
  }
}
