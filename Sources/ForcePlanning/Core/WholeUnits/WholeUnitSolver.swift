import ForceModel
import LinearProgramming

/// Whole units, level by level: the linear program gives the bound, a dive the first plan, and searches
/// around it better ones.
///
/// A face has no meaning for whole numbers, so each level is held at its value by a row, in the searches
/// and in the linear program that bounds the next level.
struct WholeUnitSolver {
  /// Up to this many possible tours are all searched, to the end where the nodes allow.
  private static let listedTours = 1_500
  /// Nodes times tours of a search over every tour; a count, so that the same model always gives the
  /// same plan.
  private static let workOverAll = 2_000_000
  /// Nodes of the search for a first plan beside fixed deployments.
  private static let nodesBesideFixed = 300

  /// Solves all levels with a solver whose goals are held by rows.
  func solve(_ solver: inout LexicographicSolver) throws(EngineFailure) -> CoreResult {
    if let obstacle = try solver.placeFixedDeployments() { return obstacle }
    let isListed = solver.network.tourCount() <= Self.listedTours
    var best: WholePlan?
    var solved = 0
    for level in solver.levels.indices {
      guard let search = try relaxation(of: level, in: &solver) else { break }
      let relaxedUses = solver.lastUses
      // The plan of the level before keeps every row as well.
      var known = best?.valued(at: solver.levels[level], network: solver.network)
      if known == nil { known = try firstPlan(by: search, in: &solver) }
      if let plan = known { known = try search.improved(plan, in: &solver) }
      if isListed {
        let found = try planOverAll(near: known, by: search, in: &solver)
        if known == nil, found.plan == nil, found.isComplete {
          solver.lastUses = []
          return solver.result(
            isComplete: false,
            contradiction: Contradiction(
              lines: Array(solver.network.model.fixedDeployments.indices), proof: nil))
        }
        known = found.plan ?? known
      }
      guard let plan = known else {
        solver.lastUses = relaxedUses
        break
      }
      best = plan
      if solver.limits.shouldStop() { break }
      solved += 1
      try solver.freeTours()
      try solver.master.hold(level: level, at: plan.value)
    }
    solver.lastUses = best?.uses ?? wholeUses(near: solver.lastUses, in: solver)
    return solver.result(isComplete: solved == solver.levels.count)
  }

  /// Solves the linear program of a level and settles its bound; nil where a limit stopped it.
  private func relaxation(
    of level: Int, in solver: inout LexicographicSolver
  ) throws(EngineFailure) -> NeighbourhoodSearch? {
    guard try solver.settleRelaxation(level) else { return nil }
    return NeighbourhoodSearch(
      level: level,
      table: PriceTable(
        network: solver.network, layout: solver.master.layout, levels: solver.levels,
        prices: try solver.master.prices(), face: TaskFace(solver.network)),
      bound: try solver.master.objectiveValue(), relaxedUnits: try solver.master.unitsOnColumns())
  }

  // MARK: First plans

  /// A plan to begin with; nil where none was found that fixed deployments allow.
  private func firstPlan(
    by search: NeighbourhoodSearch, in solver: inout LexicographicSolver
  ) throws(EngineFailure) -> WholePlan? {
    if let plan = try WholeDive.plan(from: &solver) { return plan }
    guard let beside = try planBesideFixed(by: search, in: &solver) else { return nil }
    try solver.freeTours()
    guard let dived = try WholeDive.plan(from: &solver, sending: beside) else { return beside }
    return dived.value < beside.value ? dived : beside
  }

  /// A plan that sends as few units as it can beside fixed deployments, all of them for the same time:
  /// then they keep shares in all periods if they do in one.
  private func planBesideFixed(
    by search: NeighbourhoodSearch, in solver: inout LexicographicSolver
  ) throws(EngineFailure) -> WholePlan? {
    let network = solver.network
    var tours: [Tour] = []
    for fixed in network.fixedTours.compactMap({ $0 }).uniqued() {
      network.forEachRoute { route, option in
        let tour = Tour(
          contribution: route.contribution, option: option, crisis: route.crisis,
          first: fixed.first, last: fixed.last)
        if network.allows(tour) { tours.append(tour) }
      }
    }
    _ = try solver.master.add(tours.uniqued().map { .tour($0) })
    try solver.addTasks(of: tours, onlyIdleness: true)
    try solver.master.setObjective(.unitsSent)
    let found = try search.plan(
      in: .besideFixed, of: nil, nodes: Self.nodesBesideFixed, solver: &solver)
    try solver.master.setObjective(.level(search.level))
    guard let units = found.plan?.units else { return nil }
    return try solver.plan(sending: units)
  }

  /// The best plan over every tour, if it is better than a known one, and whether the search came to its
  /// own end.
  private func planOverAll(
    near known: WholePlan?, by search: NeighbourhoodSearch, in solver: inout LexicographicSolver
  ) throws(EngineFailure) -> (plan: WholePlan?, isComplete: Bool) {
    let tours = solver.network.allTours()
    _ = try solver.master.add(tours.map { .tour($0) })
    try solver.addTasks(of: tours, onlyIdleness: false)
    return try search.plan(
      in: .everything, of: known, nodes: Self.workOverAll / max(1, tours.count), solver: &solver)
  }

  /// Whole units near those of a plan, as far as limits allow; nobody where some must go.
  private func wholeUses(
    near uses: [TourUse], in solver: LexicographicSolver
  ) -> [TourUse] {
    guard solver.network.model.fixedDeployments.isEmpty else { return [] }
    let plan = GreedyPlan(
      network: solver.network, layout: solver.master.layout, levels: solver.levels,
      wanted: uses.map { ($0.tour, $0.units) })
    return TaskDealer(network: solver.network).uses(of: plan.columns)
  }
}
