import ForceModel
import LinearProgramming

/// A task column of the compact form: units of a pledge at a crisis at work for a requirement.
struct TaskColumn {
  let contribution: Int
  let crisis: Int
  let requirement: Int
  let period: Int
  let column: Int
}

/// Writes rows and columns of the compact form; a row is made when its first column needs it, except
/// requirements and commitments, which stand even if nothing can serve them.
struct CompactBuilder {
  private let network: DeploymentNetwork
  private let levels: [GoalLevel]
  private let level: Int
  private(set) var program: LinearProgram
  private var rows: [CompactRow: Int] = [:]
  private let cappedAt: [[Int]]
  private let isCappedOverall: Bool

  private enum CompactRow: Hashable {
    case plan(PlanRow)
    case task(contribution: Int, crisis: Int, period: Int)
  }

  init(
    network: DeploymentNetwork, levels: [GoalLevel], level: Int, heldValues: [Double],
    program: LinearProgram
  ) {
    self.network = network
    self.levels = levels
    self.level = level
    self.program = program
    let model = network.model
    let reach = Reach(network)
    cappedAt = model.crises.indices.map { reach.cappedMembers(at: $0, model: model) }
    isCappedOverall = model.policy.shareCapOverall < 1
    for requirement in model.requirements.indices {
      for period in network.window(of: requirement) {
        _ = row(.requirement(requirement, period: period))
      }
    }
    for fixed in model.fixedDeployments.indices { _ = row(.commitment(fixed)) }
    for (held, value) in heldValues.enumerated() {
      rows[.plan(.heldGoal(level: held))] = self.program.addRow(
        "held(\(levels[held].name))", .atMost(value))
    }
  }

  // MARK: Columns

  mutating func addTour(_ tour: Tour) {
    let model = network.model
    let route = network.route(of: tour)
    let pledge = model.contributions[route.contribution]
    let held = network.heldPeriods(of: tour)
    var entries: [(row: Int, coefficient: Double)] = []
    for period in held {
      entries.append((row(.supply(contribution: route.contribution, period: period)), 1))
    }
    for period in tour.first...tour.last {
      entries.append((taskRow(of: tour, period: period), -1))
    }
    if let lift = route.lift, route.assetDaysPerUnit > 0 {
      let periods = [held.lowerBound, network.returnPeriod(of: tour)].compactMap { $0 }
      for period in periods {
        entries.append((row(.lift(lift, period: period)), route.assetDaysPerUnit))
      }
    }
    for period in tour.first...tour.last {
      for member in cappedAt[route.crisis] {
        let cap = model.shareCap(of: member)
        let part = (member == pledge.contributor ? 1 : 0) - cap
        guard part != 0 else { continue }
        entries.append(
          (
            row(.share(contributor: member, crisis: route.crisis, period: period)),
            part * pledge.personnel
          ))
      }
      guard isCappedOverall else { continue }
      for member in model.contributors.indices {
        let part = (member == pledge.contributor ? 1 : 0) - model.policy.shareCapOverall
        guard part != 0 else { continue }
        entries.append(
          (row(.shareOverall(contributor: member, period: period)), part * pledge.personnel))
      }
    }
    if hasBurden || model.contributors[pledge.contributor].burdenLimit != nil {
      let weight = model.contributors[pledge.contributor].burdenWeight
      entries.append(
        (
          row(.burden(contributor: pledge.contributor)),
          pledge.personnel * network.length(of: tour) / weight
        ))
    }
    for (index, fixed) in network.fixedTours.enumerated() where fixed == tour {
      entries.append((row(.commitment(index)), 1))
    }
    let costs = levels.map {
      $0.cost(of: route, in: network)
        .value(start: network.grid.start(tour.first), end: network.grid.end(tour.last))
    }
    let way = route.lift.map { model.liftPools[$0].id } ?? model.modes[route.mode].id
    addColumn(
      "x(\(pledge.id))(\(model.crises[route.crisis].id))(\(way))"
        + "(\(day(network.grid.start(tour.first))))(\(day(network.grid.end(tour.last))))",
      costs: costs, isWhole: model.policy.wholeUnits, entries: entries)
  }

  mutating func addTasks() -> [TaskColumn] {
    let model = network.model
    var tasks: [TaskColumn] = []
    for contribution in model.contributions.indices {
      for crisis in model.crises.indices {
        for use in network.services.uses(
          of: network.services.index(of: contribution, at: crisis))
        {
          let strength = network.strength(of: contribution, for: use)
          for period in network.window(of: use.requirement) {
            let link = CompactRow.task(
              contribution: contribution, crisis: crisis, period: period)
            guard let link = rows[link] else { continue }
            let column = addColumn(
              "z(\(model.contributions[contribution].id))"
                + "(\(model.requirements[use.requirement].id))"
                + "(\(day(network.grid.start(period))))",
              costs: [],
              entries: [
                (link, 1), (row(.requirement(use.requirement, period: period)), strength),
              ])
            tasks.append(
              TaskColumn(
                contribution: contribution, crisis: crisis, requirement: use.requirement,
                period: period, column: column))
          }
        }
      }
    }
    return tasks
  }

  mutating func addShortfalls() {
    for (index, need) in network.model.requirements.enumerated() {
      for period in network.window(of: index) {
        addColumn(
          "s(\(need.id))(\(day(network.grid.start(period))))",
          costs: levels.map { $0.weight(of: need) * network.grid.days(period) },
          entries: [(row(.requirement(index, period: period)), 1)])
      }
    }
  }

  mutating func addLargestBurden() {
    guard hasBurden else { return }
    let members = network.model.contributors
    let burdens = members.indices.filter { members[$0].burdenLimit == nil }.compactMap {
      rows[.plan(.burden(contributor: $0))]
    }
    addColumn(
      "z", costs: levels.map(\.costOfLargestBurden), entries: burdens.map { ($0, -1) })
  }

  private var hasBurden: Bool { levels.contains { $0.goal == .burden } }

  @discardableResult
  private mutating func addColumn(
    _ name: String, costs: [Double], isWhole: Bool = false,
    entries: [(row: Int, coefficient: Double)]
  ) -> Int {
    let held = costs.enumerated().compactMap { held, cost in
      cost == 0 ? nil : rows[.plan(.heldGoal(level: held))].map { (row: $0, coefficient: cost) }
    }
    return program.addColumn(
      name, cost: costs.indices.contains(level) ? costs[level] : 0, isWhole: isWhole,
      entries: entries + held)
  }

  // MARK: Rows

  private mutating func taskRow(of tour: Tour, period: Int) -> Int {
    let key = CompactRow.task(
      contribution: tour.contribution, crisis: tour.crisis, period: period)
    if let row = rows[key] { return row }
    let row = program.addRow(
      "task(\(network.model.contributions[tour.contribution].id))"
        + "(\(network.model.crises[tour.crisis].id))(\(day(network.grid.start(period))))",
      .atMost(0))
    rows[key] = row
    return row
  }

  private mutating func row(_ planRow: PlanRow) -> Int {
    if let row = rows[.plan(planRow)] { return row }
    let row = program.addRow(name(of: planRow), bounds(of: planRow))
    rows[.plan(planRow)] = row
    return row
  }

  private func bounds(of row: PlanRow) -> Bounds {
    let model = network.model
    switch row {
    case .supply(let contribution, _): return .atMost(network.availableUnits[contribution])
    case .requirement(let requirement, _): return .atLeast(model.requirements[requirement].quantity)
    case .lift(let lift, let period): return .atMost(network.liftCapacity(of: lift, period: period))
    case .commitment(let fixed): return .atLeast(network.committedUnits(of: fixed))
    case .burden(let member): return .atMost(model.contributors[member].burdenLimit ?? 0)
    case .share, .shareOverall, .retasking: return .atMost(0)
    case .heldGoal: return .free
    }
  }

  private func name(of row: PlanRow) -> String {
    let model = network.model
    func from(_ period: Int) -> String { "(\(day(network.grid.start(period))))" }
    switch row {
    case .supply(let contribution, let period):
      return "supply(\(model.contributions[contribution].id))" + from(period)
    case .requirement(let requirement, let period):
      return "requirement(\(model.requirements[requirement].id))" + from(period)
    case .lift(let lift, let period):
      return "lift(\(model.liftPools[lift].id))" + from(period)
    case .share(let contributor, let crisis, let period):
      return "share(\(model.contributors[contributor].id))(\(model.crises[crisis].id))"
        + from(period)
    case .shareOverall(let contributor, let period):
      return "shareOverall(\(model.contributors[contributor].id))" + from(period)
    case .burden(let contributor): return "burden(\(model.contributors[contributor].id))"
    case .retasking(let service, let period): return "retasking(\(service))" + from(period)
    case .commitment(let fixed): return "commitment(row\(model.fixedDeployments[fixed].row))"
    case .heldGoal(let level): return "held(\(levels[level].name))"
    }
  }

  private func day(_ value: Double) -> String {
    value == value.rounded() ? "d\(Int(value))" : "d\(value)"
  }
}
