import ForceModel
import LinearProgramming

/// Whole units: branch and bound over the compact form, level by level, with the bound proven by the
/// linear program.
///
/// A face has no meaning for whole numbers, so each level is held at its value by a row, in the search
/// and in the linear program that bounds the next level.
struct WholeUnitSolver {
  private let engines: any LinearProgramEngineProvider
  private let wholeLimits: WholeLimits
  /// Above this many possible tours the search runs over the tours that the linear program found.
  private static let listedTours = 20_000

  init(engines: any LinearProgramEngineProvider, shouldStop: @escaping @Sendable () -> Bool) {
    self.engines = engines
    wholeLimits = WholeLimits(shouldStop: shouldStop)
  }

  /// Solves all levels in whole units with a solver whose goals are held by rows.
  func solve(_ relaxation: inout LexicographicSolver) throws -> CoreResult {
    if let obstacle = try relaxation.placeFixedDeployments() { return obstacle }
    let network = relaxation.network
    let fixed = network.model.fixedDeployments
    let isListed = network.tourCount() <= Self.listedTours
    var heldValues: [Double] = []
    var best: [TourUse]?
    for level in relaxation.levels.indices {
      try relaxation.master.setObjective(.level(level))
      guard try relaxation.optimise() else { break }
      let prices = try relaxation.master.prices()
      relaxation.settled.append(
        SettledLevel(
          prices: prices, proof: prices, ranges: try relaxation.ranges(of: prices),
          tolerance: relaxation.faceTolerance))
      let form = CompactForm(
        network: network, levels: relaxation.levels,
        tours: isListed ? network.allTours() : relaxation.foundTours, level: level,
        heldValues: heldValues)
      let found = try search(form)
      guard let values = found.values else {
        if found.isComplete, best == nil, !fixed.isEmpty {
          return relaxation.result(isComplete: false, conflict: Array(fixed.indices))
        }
        break
      }
      best = form.uses(at: values)
      heldValues.append(form.cost(at: values))
      try relaxation.master.hold(level: level, at: heldValues[level])
    }
    relaxation.lastUses = best ?? []
    return relaxation.result(isComplete: heldValues.count == relaxation.levels.count)
  }

  private func search(_ form: CompactForm) throws -> WholeSolution {
    try engines.withEngine { engine in
      try engine.load(form.program)
      guard
        try engine.solve(.primal, limits: SolveLimits(shouldStop: wholeLimits.shouldStop))
          == .optimal
      else { return WholeSolution(values: nil, bound: -.infinity, isComplete: false) }
      return try engine.solveWhole(isWhole: form.program.isWhole, limits: wholeLimits)
    }
  }
}

extension LexicographicSolver {
  /// The tours found so far, each once, in the order in which they were found.
  var foundTours: [Tour] {
    master.columns.compactMap { if case .tour(let tour) = $0 { tour } else { nil } }
  }
}

extension CompactForm {
  /// The objective at a point of the program.
  func cost(at values: [Double]) -> Double {
    zip(program.columns.costs, values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
