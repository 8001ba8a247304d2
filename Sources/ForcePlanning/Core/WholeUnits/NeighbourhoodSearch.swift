import ForceModel
import LinearProgramming

/// Looks for better plans in whole units around a known one, by branch and bound over the columns of the
/// master.
///
/// One unit on a tour costs at least its reduced cost on top of the bound, so a tour whose reduced cost
/// exceeds the gap is in no better plan and stays out.
struct NeighbourhoodSearch {
  /// The level whose goal is made smaller.
  let level: Int
  /// Prices of the level's linear program.
  let table: PriceTable
  /// The value of the level's linear program.
  let bound: Double
  /// Units on each column at the level's linear program.
  let relaxedUnits: [Double]

  /// Nodes of one search at first; a count, so that the same model always gives the same plan.
  private static let firstNodes = 100
  /// Nodes of one search once smaller ones found nothing any more, at most.
  private static let mostNodes = 400
  /// Tours that one search may change; of more, those with the smallest reduced costs.
  private static let freeTours = 300
  /// Searches on one level: many where the master has few columns, and 40 at least.
  private static func searches(columns: Int) -> Int { min(300, max(40, 80_000 / columns)) }
  /// Rounds of looking for tours before a search.
  private static let rounds = 3

  /// Searches neighbourhoods in turn, longer ones when none has a better plan, for so many searches.
  ///
  /// Tours stay bounded.
  func improved(
    _ plan: WholePlan, in solver: inout LexicographicSolver
  ) throws(EngineFailure) -> WholePlan {
    let neighbourhoods = Neighbourhood.all(of: solver.network.model)
    var best = plan
    var nodes = Self.firstNodes
    var sinceGain = 0
    for search in 0..<Self.searches(columns: max(1, solver.master.columns.count)) {
      let value = best.value
      solver.reporter.offer(level, of: solver.levels, value: { value }, bound: { bound })
      if sinceGain == neighbourhoods.count {
        nodes *= 4
        sinceGain = 0
      }
      guard nodes <= Self.mostNodes, bound < target(below: best), !solver.limits.shouldStop()
      else { break }
      let better = try self.plan(
        in: neighbourhoods[search % neighbourhoods.count], of: best, nodes: nodes, solver: &solver
      ).plan
      sinceGain = better == nil ? sinceGain + 1 : 0
      best = better ?? best
    }
    return best
  }

  /// The best plan of a neighbourhood that the search finds, if it is better than a known one.
  ///
  /// `isComplete` says whether the search came to its own end. Tours stay bounded.
  func plan(
    in neighbourhood: Neighbourhood, of known: WholePlan?, nodes: Int,
    solver: inout LexicographicSolver
  ) throws(EngineFailure) -> (plan: WholePlan?, isComplete: Bool) {
    try free(neighbourhood, of: known, in: solver)
    switch try solver.converge(
      rounds: neighbourhood == .everything ? .max : Self.rounds,
      afterMoving: solver.master.columns.count)
    {
    case .optimal: break
    case .infeasible: return (nil, true)
    case .unbounded, .limit: return (nil, false)
    }
    if let known {
      let target = target(below: known)
      guard try solver.master.objectiveValue() < target else { return (nil, true) }
      // The engine cannot begin at a known plan: a row asks for a better one.
      try solver.master.hold(level: level, at: target)
    }
    let found = try search(nodes: nodes, in: solver)
    if known != nil { try solver.master.hold(level: level, at: .infinity) }
    guard let units = found.units, let plan = try solver.plan(sending: units),
      plan.value < known?.value ?? .infinity
    else { return (nil, found.isComplete) }
    return (plan, found.isComplete)
  }

  private func search(
    nodes: Int, in solver: LexicographicSolver
  ) throws(EngineFailure) -> (units: [Double]?, isComplete: Bool) {
    switch try solver.master.solve(.dual, limits: solver.limits) {
    case .optimal: break
    case .infeasible: return (nil, true)
    case .unbounded, .limit: return (nil, false)
    }
    do {
      return try solver.master.searchWhole(
        limits: WholeLimits(nodes: nodes, shouldStop: solver.limits.shouldStop))
    } catch .numericalTrouble {
      // There is a plan already, or another search for one.
      return (nil, false)
    }
  }

  /// What a better plan must come down to: gains of less than a millionth are not looked for.
  private func target(below plan: WholePlan) -> Double {
    plan.value - 1e-6 * max(1, abs(plan.value))
  }

  /// Frees the tours of a neighbourhood and fixes the others.
  private func free(
    _ neighbourhood: Neighbourhood, of known: WholePlan?, in solver: LexicographicSolver
  ) throws(EngineFailure) {
    let tours = solver.tourColumns
    let gap = known.map { $0.value - bound + solver.faceTolerance } ?? .infinity
    var candidates: [(index: Int, reducedCost: Double)] = []
    for (index, tour) in tours
    where contains(tour, index: index, neighbourhood, of: known, network: solver.network) {
      let reducedCost = table.reducedCost(of: tour)
      let isInUse = known.map { $0.units(onColumn: index) > 0 } ?? false
      if isInUse || reducedCost <= gap { candidates.append((index, isInUse ? 0 : reducedCost)) }
    }
    if neighbourhood != .everything, candidates.count > Self.freeTours {
      candidates.sort { ($0.reducedCost, $0.index) < ($1.reducedCost, $1.index) }
      candidates.removeLast(candidates.count - Self.freeTours)
    }
    let free = Set(candidates.map(\.index))
    try solver.master.setBounds(
      ofTours: tours.map { index, _ in
        (index, free.contains(index) ? .nonNegative : .fixed(known?.units(onColumn: index) ?? 0))
      })
  }

  private func contains(
    _ tour: Tour, index: Int, _ neighbourhood: Neighbourhood, of known: WholePlan?,
    network: DeploymentNetwork
  ) -> Bool {
    switch neighbourhood {
    case .everything, .cheapest: return true
    case .differences:
      let relaxed = index < relaxedUnits.count ? relaxedUnits[index] : 0
      return abs(relaxed - (known?.units(onColumn: index) ?? 0)) > 1e-6
    case .crises(let one, let other): return tour.crisis == one || tour.crisis == other
    case .members(let one, let other):
      let member = network.pledges[tour.contribution].contributor
      return member == one || member == other
    case .besideFixed:
      return network.fixedTours.contains { $0?.first == tour.first && $0?.last == tour.last }
    }
  }
}
