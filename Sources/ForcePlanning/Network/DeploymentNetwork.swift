package import ForceModel

/// Everything about possible deployments that follows from a model before any choice is made.
///
/// A real register has millions of triples (pledge, crisis, way of moving), so they are not stored: what
/// they share is. Units of one kind serve a crisis in one way (`services`), units at one base travel to
/// it by one mode in one way (`ways`), a pledge has few options of mode and lift (`options`), and tours
/// with the same transit hold units over the same periods (`holds`). `route` puts them together.
///
/// Absent is not zero: a pledge that cannot serve a crisis has no route there.
package struct DeploymentNetwork: Sendable {
  /// The model it was made from.
  package let model: PlanningModel
  /// The periods.
  package let grid: TimeGrid
  /// What is read of each pledge for every tour, indexed by contribution.
  package let pledges: [PledgeFigures]
  /// Units that may deploy, indexed by contribution.
  package let availableUnits: [Double]
  /// How units of each kind serve each crisis.
  package let services: ServiceTable
  /// How far each base is from each crisis.
  package let ways: WayTable
  /// Ways of moving that lift and ownership leave to a pledge, indexed by contribution.
  package let options: [[MovementOption]]
  /// Which combinations caveats forbid.
  package let caveats: CaveatTable
  /// The periods that tours hold, by transit.
  package let holds: HoldTable
  /// The first period of each requirement's window, indexed by requirement.
  package let firstActivePeriod: [Int]
  /// One past the last period of each requirement's window, indexed by requirement.
  package let endActivePeriod: [Int]
  /// The first day on which a requirement of the crisis opens, indexed by crisis; 0 without any.
  package let opening: [Double]
  /// The day from which notice counts, indexed by crisis.
  private let warnings: [Double]
  /// Cost of carrying a tonne for a kilometre, indexed by mode.
  package let modeRates: [Double]
  /// The tour of each fixed deployment, indexed as `PlanningModel.fixedDeployments`; nil: the tour
  /// is not possible.
  package private(set) var fixedTours: [Tour?] = []

  /// Derives the network of a model.
  ///
  /// - Complexity: O((unit kinds + bases x modes) x crises x periods).
  package init(_ model: PlanningModel) {
    self.model = model
    let grid = TimeGrid(policy: model.policy, requirements: model.requirements)
    self.grid = grid
    let firstActivePeriod = model.requirements.map { grid.firstBoundary(notBefore: $0.from) }
    let endActivePeriod = model.requirements.map { grid.firstBoundary(notBefore: $0.until) }
    self.firstActivePeriod = firstActivePeriod
    self.endActivePeriod = endActivePeriod
    pledges = model.contributions.map { PledgeFigures($0) }
    warnings = model.crises.map(\.warning)
    modeRates = model.modes.map(\.costPerTonneKilometre)
    availableUnits = model.contributions.map { Self.availableUnits(of: $0, policy: model.policy) }
    var opening = Array(repeating: Double.infinity, count: model.crises.count)
    for need in model.requirements { opening[need.crisis] = min(opening[need.crisis], need.from) }
    self.opening = opening.map { $0.isFinite ? $0 : 0 }
    services = ServiceTable(
      model: model, grid: grid, firstActivePeriod: firstActivePeriod,
      endActivePeriod: endActivePeriod)
    ways = WayTable(model: model)
    options = model.contributions.map { MovementOption.options(of: $0, model: model) }
    caveats = CaveatTable(model: model)
    holds = HoldTable(transits: ways.transits, grid: grid)
    fixedTours = model.fixedDeployments.map { tour(of: $0) }
  }

  /// Units of a pledge that count at the policy's strength, whole where whole units are asked for.
  private static func availableUnits(of pledge: Contribution, policy: Policy) -> Double {
    let units = pledge.units * pledge.fraction(at: policy.strength)
    // 100 units at 0.29 are 29 units, although the product of the doubles is a hair less.
    return policy.wholeUnits ? (units + 1e-9).rounded(.down) : units
  }

  private func tour(of fixed: FixedDeployment) -> Tour? {
    guard
      let option = options[fixed.contribution].firstIndex(where: {
        $0.mode == fixed.mode && $0.lift == fixed.lift
      }),
      let first = grid.boundary(at: fixed.from), let end = grid.boundary(at: fixed.until),
      first < end
    else { return nil }
    let tour = Tour(
      contribution: fixed.contribution, option: option, crisis: fixed.crisis, first: first,
      last: end - 1)
    return allows(tour) ? tour : nil
  }
}

// MARK: - Routes

/// A pledge, a crisis and a way of moving: the triple (p, j, v) of formulation.md, "Variables".
package struct Route: Sendable {
  /// The pledge, an index into `PlanningModel.contributions`.
  package let contribution: Int
  /// The crisis, an index into `PlanningModel.crises`.
  package let crisis: Int
  /// The mode, an index into `PlanningModel.modes`.
  package let mode: Int
  /// The lift pool, an index into `PlanningModel.liftPools`; nil: the mode needs none.
  package let lift: Int?
  /// How units of the pledge serve the crisis, an index into the services.
  package let service: Int
  /// Length of the way.
  package let kilometres: Double
  /// Days from departure to arrival, handling included, an index into `WayTable.transits`.
  package let transit: Int
  /// Loads of lift for one unit, one way; 0 without a pool.
  package let loadsPerUnit: Double
  /// Asset-days of lift for one unit, out and back; 0 without a pool.
  package let assetDaysPerUnit: Double
  /// The first period at whose start a unit can be in place.
  package let firstPeriod: Int
}

extension DeploymentNetwork {
  /// The route of a pledge to a crisis by one of its options; nil where there is none.
  package func route(contribution: Int, option: Int, crisis: Int) -> Route? {
    route(contribution: contribution, choice: options[contribution][option], crisis: crisis)
  }

  private func route(contribution: Int, choice: MovementOption, crisis: Int) -> Route? {
    let pledge = pledges[contribution]
    let service = services.index(of: contribution, at: crisis)
    guard !services.useNumbers(of: service).isEmpty,
      let way = ways.way(from: pledge.base, by: choice.mode, to: crisis),
      !caveats.forbids(
        contributor: pledge.contributor, capability: pledge.capability, crisis: crisis,
        mode: choice.mode)
    else { return nil }
    let ready = warnings[crisis] + pledge.noticeToMove + ways.transits[way.transit]
    let firstPeriod = grid.firstBoundary(notBefore: ready)
    guard firstPeriod < grid.count else { return nil }
    return Route(
      contribution: contribution, crisis: crisis, mode: choice.mode, lift: choice.lift,
      service: service, kilometres: way.kilometres, transit: way.transit,
      loadsPerUnit: choice.loadsPerUnit,
      assetDaysPerUnit: way.kilometres * choice.assetDaysPerUnitKilometre,
      firstPeriod: firstPeriod)
  }

  /// The route of a tour that may exist.
  package func route(of tour: Tour) -> Route {
    guard
      let route = route(contribution: tour.contribution, option: tour.option, crisis: tour.crisis)
    else { preconditionFailure("a tour always has a route") }
    return route
  }

  /// Calls `body` with every route and the option it takes, in the order of (contribution, option,
  /// crisis).
  package func forEachRoute(_ body: (_ route: Route, _ option: Int) -> Void) {
    for contribution in pledges.indices { forEachRoute(of: contribution, body) }
  }

  /// Calls `body` with every route of a pledge and the option it takes, in the order of
  /// (option, crisis).
  package func forEachRoute(
    of contribution: Int, _ body: (_ route: Route, _ option: Int) -> Void
  ) {
    for (option, choice) in options[contribution].enumerated() {
      for crisis in warnings.indices {
        if let route = route(contribution: contribution, choice: choice, crisis: crisis) {
          body(route, option)
        }
      }
    }
  }

  /// Days of the quickest way of a pledge to a crisis that caveats leave it, whether it serves there or not;
  /// nil where no way leads there.
  package func quickestTransit(of contribution: Int, to crisis: Int) -> Double? {
    let pledge = pledges[contribution]
    return options[contribution].compactMap { option -> Double? in
      let isForbidden = caveats.forbids(
        contributor: pledge.contributor, capability: pledge.capability, crisis: crisis,
        mode: option.mode)
      guard !isForbidden else { return nil }
      return ways.way(from: pledge.base, by: option.mode, to: crisis).map {
        ways.transits[$0.transit]
      }
    }.min()
  }

  /// Days of transit on a route.
  package func transitDays(of route: Route) -> Double { ways.transits[route.transit] }
}
