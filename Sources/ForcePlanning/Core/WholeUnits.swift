import ForceModel
import LinearProgramming

/// Whole units: branch and bound over the compact form, level by level, with the bound proven by the
/// linear program.
///
/// A face has no meaning for whole numbers, so each level is held at its value by a row, in the search
/// and in the linear program that bounds the next level.
///
/// Where there are many tours, the search first runs over those that the linear program found. The plan
/// that it finds says which others can matter: one unit on a tour costs at least its reduced cost on top
/// of the bound, so a tour whose reduced cost exceeds the gap is in no better plan. If the rest is few,
/// a second search runs over all of them.
struct WholeUnitSolver {
  private let engines: any LinearProgramEngineProvider
  private let shouldStop: @Sendable () -> Bool
  /// Up to this many tours are listed for a search.
  private static let listedTours = 1_500
  /// Nodes of a search over every tour; a count, so that the same model always gives the same plan.
  private static let nodesOverAll = 100_000
  /// Nodes of a search where there are many tours, each node of which takes long.
  private static let nodesOverMany = 200

  init(engines: any LinearProgramEngineProvider, shouldStop: @escaping @Sendable () -> Bool) {
    self.engines = engines
    self.shouldStop = shouldStop
  }

  /// Solves all levels in whole units with a solver whose goals are held by rows.
  func solve(_ relaxation: inout LexicographicSolver) throws -> CoreResult {
    if let obstacle = try relaxation.placeFixedDeployments() { return obstacle }
    let fixed = relaxation.network.model.fixedDeployments
    let isListed = relaxation.network.tourCount() <= Self.listedTours
    let limits = WholeLimits(
      nodes: isListed ? Self.nodesOverAll : Self.nodesOverMany, shouldStop: shouldStop)
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
      let known =
        isListed
        ? relaxation.network.allTours()
        : (relaxation.foundTours + (best ?? []).map(\.tour)).uniqued()
      var found = try search(
        known, level: level, heldValues: heldValues, limits: limits, in: relaxation)
      if !isListed, let first = found.plan {
        let gap = first.value - (try relaxation.master.objectiveValue())
        let candidates = (known + relaxation.tours(within: gap, at: prices)).uniqued()
        if candidates.count > known.count, candidates.count <= Self.listedTours {
          let second = try search(
            candidates, level: level, heldValues: heldValues, limits: limits, in: relaxation)
          if let plan = second.plan, plan.value < first.value { found.plan = plan }
        }
      }
      if found.plan == nil, found.isComplete, isListed, best == nil, !fixed.isEmpty {
        return relaxation.result(isComplete: false, conflict: Array(fixed.indices))
      }
      // The plan of the level before keeps every row as well; before the first level, nobody moves.
      let fallback = best ?? (fixed.isEmpty ? [] : nil)
      guard !shouldStop() || found.plan != nil,
        let plan = found.plan
          ?? fallback.map({ uses in
            let point = PlanPoint(network: relaxation.network, uses: uses)
            return (uses, point.value(of: relaxation.levels[level]))
          })
      else { break }
      best = plan.uses
      heldValues.append(plan.value)
      try relaxation.master.hold(level: level, at: plan.value)
    }
    relaxation.lastUses = best ?? []
    return relaxation.result(isComplete: heldValues.count == relaxation.levels.count)
  }

  /// The best plan in whole units over some tours, its value at a level, and whether the search came to
  /// its own end.
  private func search(
    _ tours: [Tour], level: Int, heldValues: [Double], limits: WholeLimits,
    in relaxation: LexicographicSolver
  ) throws -> (plan: (uses: [TourUse], value: Double)?, isComplete: Bool) {
    let form = CompactForm(
      network: relaxation.network, levels: relaxation.levels, tours: tours, level: level,
      heldValues: heldValues)
    let found = try search(form, limits: limits)
    let plan = found.values.map { (uses: form.uses(at: $0), value: form.cost(at: $0)) }
    return (plan, found.isComplete)
  }

  private func search(_ form: CompactForm, limits: WholeLimits) throws -> WholeSolution {
    try engines.withEngine { engine in
      try engine.load(form.program)
      guard
        try engine.solve(.primal, limits: SolveLimits(shouldStop: shouldStop))
          == .optimal
      else { return WholeSolution(values: nil, bound: -.infinity, isComplete: false) }
      return try engine.solveWhole(isWhole: form.program.isWhole, limits: limits)
    }
  }
}

extension LexicographicSolver {
  /// The tours found so far, each once, in the order in which they were found.
  var foundTours: [Tour] {
    master.columns.compactMap { if case .tour(let tour) = $0 { tour } else { nil } }
  }

  /// The tours whose reduced cost is within a gap, in the order of all tours.
  ///
  /// - Complexity: O(tours).
  func tours(within gap: Double, at prices: RowPrices) -> [Tour] {
    let table = PriceTable(
      network: network, layout: master.layout, levels: levels, prices: prices,
      face: TaskFace(network))
    let limit = gap + faceTolerance
    return network.allTours().filter { table.reducedCost(of: $0) <= limit }
  }
}

extension CompactForm {
  /// The objective at a point of the program.
  func cost(at values: [Double]) -> Double {
    zip(program.columns.costs, values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
