package import ForceModel

/// One level of the lexicographic order: a goal, or one priority class of the shortfall goal.
package struct GoalLevel: Sendable, Equatable {
  /// What is made small.
  package let goal: Goal
  /// The priority class of a pre-emptive shortfall level; nil: every class.
  package let priority: Int?

  /// The levels of a policy, first one first (formulation.md, "Goals, in order").
  package static func levels(of model: PlanningModel) -> [GoalLevel] {
    model.policy.goals.flatMap { goal -> [GoalLevel] in
      guard goal == .shortfall, model.policy.priorities == .preemptive else {
        return [GoalLevel(goal: goal, priority: nil)]
      }
      let classes = model.requirements.map(\.priority).sorted()
      return classes.enumerated()
        .filter { $0.offset == 0 || classes[$0.offset - 1] != $0.element }
        .map { GoalLevel(goal: .shortfall, priority: $0.element) }
    }
  }

  /// What a little of is added to a goal that leaves much open, so that one plan stands out.
  package static let guide = GoalLevel(goal: .effort, priority: nil)

  /// Name in plan.json: the goal's, with the class where there is one.
  package var name: String {
    priority.map { "\(goal.rawValue).\($0)" } ?? goal.rawValue
  }

  /// Unit of the goal's value.
  package var unit: String {
    switch goal {
    case .shortfall: "weighted person-days"
    case .burden: "person-days by burden weight"
    case .effort: "tonne-km"
    case .cost: "cost units"
    case .delay: "person-days"
    }
  }

  /// What one unit on a route costs at this level.
  package func cost(of route: Route, in network: DeploymentNetwork) -> TourCost {
    MovementWeights(levels: [self], weights: [1]).cost(of: route, in: network)
  }

  /// What one person (or unit) short of a requirement for one day costs at this level.
  package func weight(of requirement: ForceRequirement) -> Double {
    guard goal == .shortfall, priority == nil || priority == requirement.priority else { return 0 }
    return requirement.weight
  }

  /// The value of the goal where nothing deploys: what tours are measured against.
  func valueWithoutDeployments(in model: PlanningModel) -> Double {
    model.requirements.reduce(0) { sum, need in
      sum + need.quantity * weight(of: need) * (need.until - need.from)
    }
  }

  /// What one unit of the largest burden costs at this level.
  package var costOfLargestBurden: Double { goal == .burden ? 1 : 0 }
}

/// The cost of one unit on a tour, as a function of its first day and length.
package struct TourCost: Sendable, Equatable {
  /// Once a tour.
  package var fixed = 0.0
  /// For each day in place.
  package var perDayInPlace = 0.0
  /// For each day that the tour begins later.
  package var perDayOfStart = 0.0

  /// The cost of a tour in place from `start` to `end`.
  package func value(start: Double, end: Double) -> Double {
    fixed + perDayInPlace * (end - start) + perDayOfStart * start
  }
}

/// How much the goals that tours cost at weigh in a sum of goals.
package struct MovementWeights: Sendable, Equatable {
  private var effort = 0.0
  private var cost = 0.0
  private var delay = 0.0

  /// Gathers the weights of levels; both arrays are indexed by level.
  package init(levels: [GoalLevel], weights: [Double]) {
    for (level, weight) in zip(levels, weights) {
      switch level.goal {
      case .effort: effort += weight
      case .cost: cost += weight
      case .delay: delay += weight
      case .shortfall, .burden: break
      }
    }
  }

  /// What one unit on a route costs (formulation.md, "Definitions, exactly").
  package func cost(of route: Route, in network: DeploymentNetwork) -> TourCost {
    let pledge = network.pledges[route.contribution]
    let tonneKilometres = pledge.tonnes * route.kilometres
    let rate = effort + cost * network.modeRates[route.mode]
    return TourCost(
      fixed: tonneKilometres * rate - delay * pledge.personnel * network.opening[route.crisis],
      perDayInPlace: cost * pledge.dailyCost, perDayOfStart: delay * pledge.personnel)
  }
}
