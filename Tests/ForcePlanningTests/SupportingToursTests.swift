import ForceModel
@testable import ForcePlanning
import LinearProgramming
import Testing

/// Tours that hold the prices of requirements.
@Suite struct SupportingToursTests {
  private static let levels = [GoalLevel(goal: .shortfall, priority: nil)]

  /// A run over all tours of a shipped model, with prices on the way to the optimum.
  private func run(_ name: String, threads: Int = 1) throws -> FirstOrderRun {
    var model = try ShippedModel.read(name)
    model.fixedDeployments = []
    let network = DeploymentNetwork(model)
    let run = FirstOrderRun(
      network: network,
      layout: RowLayout(network: network, levels: Self.levels, holdsGoals: false),
      levels: Self.levels, level: 0, guide: 0, threads: threads)
    run.add(network.allTours())
    run.iterate(300, until: 1e-9, limits: SolveLimits())
    return run
  }

  /// The requirement that a tour meets first, and by how much its price has to fall before the tour pays.
  private func support(
    of tour: Tour, in run: FirstOrderRun, table: PriceTable
  ) -> (requirement: Int, change: Double)? {
    var first: (requirement: Int, period: Int)?
    var strengths: [Int: Double] = [:]
    ColumnCoefficients(
      network: run.network, layout: run.layout, levels: Self.levels, units: .plain(run.network)
    ).forEach(of: .tour(tour)) { row, coefficient in
      guard case .requirement(let requirement, let period) = run.layout.rows[row] else { return }
      strengths[requirement, default: 0] += coefficient * run.network.grid.days(period)
      if period < first?.period ?? .max { first = (requirement, period) }
    }
    return first.map {
      ($0.requirement, table.reducedCost(of: tour) / (strengths[$0.requirement] ?? 0))
    }
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022", "osh-2010", "central-asia"])
  func `of the best tours of all routes those come that pay first as a price falls`(
    name: String
  ) throws {
    let run = try run(name)
    let search = run.search(tolerance: -.infinity)
    let count = 7
    var expected: [Int: [Double]] = [:]
    for priced in search.bestTours() {
      guard let (requirement, change) = support(of: priced.tour, in: run, table: search.table)
      else { continue }
      expected[requirement, default: []].append(change)
    }
    var found: [Int: [Double]] = [:]
    for tour in search.supportingTours(perRequirement: count) {
      let (requirement, change) = try #require(support(of: tour, in: run, table: search.table))
      found[requirement, default: []].append(change)
    }
    #expect(!found.isEmpty)
    #expect(Set(found.keys) == Set(expected.keys))
    for (requirement, changes) in expected {
      let first = Array(changes.sorted().prefix(count))
      let mine = try #require(found[requirement])
      try #require(mine.count == first.count)
      #expect(zip(mine, first).allSatisfy { abs($0 - $1) <= 1e-9 * (1 + abs($1)) })
    }
  }

  @Test func `they are the same with any number of threads`() throws {
    let tours = try [1, 2, 3].map {
      try run("central-asia", threads: $0).search(tolerance: -.infinity)
        .supportingTours(perRequirement: 64)
    }
    #expect(!tours[0].isEmpty)
    #expect(tours[1] == tours[0])
    #expect(tours[2] == tours[0])
  }
}
