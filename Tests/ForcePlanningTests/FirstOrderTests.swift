import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import Testing

/// The first-order run finds a plan and prices that prove each other, if it is given the time.
@Suite struct FirstOrderTests {
  /// A run over all tours of a model, and what is needed to judge it.
  private struct Trial {
    let network: DeploymentNetwork
    let levels: [GoalLevel]
    let layout: RowLayout
    let run: FirstOrderRun

    init(_ model: PlanningModel) {
      network = DeploymentNetwork(model)
      levels = [GoalLevel(goal: .shortfall, priority: nil)]
      layout = RowLayout(network: network, levels: levels, holdsGoals: false)
      run = FirstOrderRun(
        network: network, layout: layout, levels: levels, level: 0, guide: 0)
      run.add(network.allTours())
      run.iterate(60_000, until: 1e-12, limits: SolveLimits())
    }

    private var columns: [(column: MasterColumn, value: Double)] {
      run.tours.indices.map { (.tour(run.tours[$0]), run.units[$0]) }
        + run.rows.changes.indices.map {
          (.retasking(run.rows.changes[$0].retasking), run.changed[$0])
        }
    }

    private var coefficients: ColumnCoefficients {
      ColumnCoefficients(network: network, layout: layout, levels: levels, retaskingUnit: 1)
    }

    /// By how much the units on tours exceed each row, and the size of what enters it.
    private var excesses: [(excess: Double, size: Double)] {
      var activity = layout.bounds.map { (excess: -$0.upper, size: 1.0) }
      for (column, value) in columns {
        coefficients.forEach(of: column) { row, coefficient in
          activity[row].excess += value * coefficient
          activity[row].size += abs(value * coefficient)
        }
      }
      return activity
    }

    private func requirement(of row: Int) -> (need: ForceRequirement, period: Int)? {
      guard case .requirement(let index, let period) = layout.rows[row] else { return nil }
      return (network.model.requirements[index], period)
    }

    /// The relief of shortfall; strength beyond a requirement relieves nothing.
    var gain: Double {
      var gain = -columns.reduce(0) {
        $0 + $1.value * coefficients.cost(of: $1.column, level: 0)
      }
      for (row, use) in excesses.enumerated() where use.excess > 0 {
        guard let (need, period) = requirement(of: row) else { continue }
        gain -= use.excess * need.weight * network.grid.days(period)
      }
      return gain
    }

    /// The largest part by which a row other than that of a requirement is exceeded.
    var excess: Double {
      excesses.enumerated().filter { requirement(of: $0.offset) == nil }
        .map { $0.element.excess / $0.element.size }.max() ?? 0
    }

    /// What the prices say that the limits are worth: no less than any plan can gain, if no tour is
    /// worth more than it costs.
    var worthOfLimits: Double {
      (0..<layout.retasking).reduce(0) { $0 + run.prices[$1] * layout.bounds[$1].upper }
    }

    /// The most that a unit on some tour gains at the prices, over what a typical one does.
    var mostGained: Double {
      let table = PriceTable(
        network: network, layout: layout, levels: levels, prices: run.rowPrices,
        face: TaskFace(network))
      let search = ColumnSearch(table: table, faces: [], tolerance: 0, threads: 1)
      let most = search.bestTours().map { -$0.reducedCost }.max() ?? 0
      let typical =
        network.allTours().map {
          abs(coefficients.cost(of: .tour($0), level: 0))
        }.max() ?? 1
      return most / max(1, typical)
    }
  }

  private func expectProof(_ model: PlanningModel, within tolerance: Double) {
    let trial = Trial(model)
    guard !trial.run.tours.isEmpty else { return }
    #expect(trial.excess <= tolerance)
    #expect(trial.mostGained <= tolerance)
    #expect(
      abs(trial.gain - trial.worthOfLimits) <= tolerance * max(1, trial.gain),
      "gain \(trial.gain), limits worth \(trial.worthOfLimits)")
  }

  @Test(arguments: 1...60)
  func `plan and prices of a random model prove each other`(seed: Int) {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    model.fixedDeployments = []
    expectProof(model, within: 1e-4)
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022"])
  func `plan and prices of a shipped model prove each other`(name: String) throws {
    expectProof(try ShippedModel.read(name), within: 1e-3)
  }

  @Test func `tours that carry nothing and cost too much are dropped, others stay`() throws {
    let trial = Trial(try ShippedModel.read("three-crises"))
    let inUse = trial.run.tours.indices.filter { trial.run.units[$0] > 0 }
      .map { trial.run.tours[$0] }
    let before = trial.run.tours.count
    trial.run.drop(costingMoreThan: 1)
    #expect(trial.run.tours.count < before)
    #expect(trial.run.tours.count == trial.run.known.count)
    #expect(inUse.allSatisfy { trial.run.known.contains($0) })
    trial.run.add(trial.network.allTours())
    #expect(trial.run.tours.count == before)
  }

  @Test(arguments: ["three-crises", "osh-2010", "central-asia"])
  func `a plan is the same with any number of threads`(name: String) throws {
    let model = try ShippedModel.read(name)
    let plans = try [1, 2, 3].map { threads in
      try Planner(engines: GLPKEngineProvider(), options: PlanningOptions(threads: threads))
        .plan(model)
    }
    #expect(plans[1] == plans[0])
    #expect(plans[2] == plans[0])
  }

  @Test(arguments: [0, 1, 7, 64, 1000], [1, 2, 3, 8])
  func `results of threads come back in order`(count: Int, threads: Int) {
    #expect(inParallel(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
