import ForceModel

/// A tour as a test states it: what no rule derives.
struct TourSketch {
  var contribution: String
  var crisis = "quake"
  var mode = "road"
  var lift = ""
  var units: Double
  var days: ClosedRange<Double>
  var transit = 0.0
  var kilometres = 0.0
  var loadsPerUnit = 0.0
}

/// A shortfall as a test states it.
struct ShortfallSketch {
  var requirement: String
  var days: ClosedRange<Double>
  var shortfall: Double
}

/// Fills in a plan's columns from sketches, so that hand-made plans stay short.
///
/// It looks up names and multiplies; what it cannot know, the test states.
struct PlanMaker {
  var model: PlanningModel
  var tours: [TourSketch]
  /// Line, requirement, days, units, strength.
  var tasks:
    [(line: Int, requirement: String, days: ClosedRange<Double>, units: Double, strength: Double)]
  var shortfalls: [ShortfallSketch]
  /// Values of the goals.
  var goals: [(name: String, value: Double)]
  /// By crisis.
  var closureDays: [Double?]
  var levels: [(goalMultipliers: [Double], rows: [RowMultiplier])]

  func plan() -> Plan {
    let deployments = tours.enumerated().map { deployment(line: $0.offset + 1, $0.element) }
    return Plan(
      status: .optimal,
      goals: goals.enumerated().map {
        GoalResult(
          level: $0.offset + 1, name: $0.element.name, value: $0.element.value,
          bound: $0.element.value, gap: 0, unit: "")
      },
      deployments: deployments,
      tasks: tasks.map {
        DeploymentTask(
          line: $0.line, requirement: $0.requirement, fromDay: $0.days.lowerBound,
          untilDay: $0.days.upperBound, units: $0.units, effectiveStrength: $0.strength)
      },
      shortfalls: shortfalls.map(shortfall), prices: [],
      contributors: model.contributors.indices.map { contributor($0, deployments) },
      crises: model.crises.indices.map { crisis($0, deployments) },
      certificate: Certificate(
        levels: levels.enumerated().map {
          LevelCertificate(
            level: $0.offset + 1, name: goals[$0.offset].name,
            goalMultipliers: $0.element.goalMultipliers, rows: $0.element.rows)
        },
        verification: Verification(
          feasible: true, largestViolation: 0, bounds: [], gaps: [], complaints: [])),
      model: model.identity,
      solver: SolverFigures(
        columnsGenerated: 0, columnsPossible: 0, rows: 0, rounds: 0, iterations: 0),
      assumptions: [])
  }

  private func pledge(_ id: String) -> Contribution {
    model.contributions.first { $0.id == id } ?? model.contributions[0]
  }

  private func deployment(line: Int, _ tour: TourSketch) -> Deployment {
    let pledge = pledge(tour.contribution)
    let crisis = model.crises.first { $0.id == tour.crisis } ?? model.crises[0]
    let capability = model.capabilities[pledge.capability]
    return Deployment(
      line: line, contribution: pledge.id,
      contributor: model.contributors[pledge.contributor].id, capability: capability.id,
      category: capability.category, crisis: crisis.id, mode: tour.mode, lift: tour.lift,
      units: tour.units, personnel: tour.units * pledge.personnel,
      fromBase: model.locations[pledge.base].id,
      toLocation: model.locations[crisis.location].id, kilometres: tour.kilometres,
      departDay: tour.days.lowerBound - tour.transit, closeDay: tour.days.lowerBound,
      untilDay: tour.days.upperBound, returnDay: tour.days.upperBound + tour.transit,
      tonneKilometres: tour.units * pledge.tonnes * tour.kilometres,
      loads: tour.units * tour.loadsPerUnit)
  }

  private func shortfall(_ sketch: ShortfallSketch) -> Shortfall {
    let need = model.requirements.first { $0.id == sketch.requirement } ?? model.requirements[0]
    let days = sketch.days.upperBound - sketch.days.lowerBound
    return Shortfall(
      requirement: need.id, crisis: model.crises[need.crisis].id,
      capability: model.capabilities[need.capability].id, fromDay: sketch.days.lowerBound,
      untilDay: sketch.days.upperBound, required: need.quantity,
      met: need.quantity - sketch.shortfall, shortfall: sketch.shortfall,
      weightedShortfall: need.weight * days * sketch.shortfall, reason: "")
  }

  private func personDays(_ deployment: Deployment) -> Double {
    deployment.personnel * (deployment.untilDay - deployment.closeDay)
  }

  private func contributor(_ index: Int, _ deployments: [Deployment]) -> ContributorSummary {
    let member = model.contributors[index]
    let own = deployments.filter { $0.contributor == member.id }
    let days = Set(own.map(\.closeDay))
    func largest(_ value: (Deployment) -> Double) -> Double {
      days.map { day in
        own.filter { $0.closeDay <= day && day < $0.untilDay }.reduce(0) { $0 + value($1) }
      }.max() ?? 0
    }
    let carried = own.reduce(0) { $0 + personDays($1) }
    let force = deployments.reduce(0) { $0 + personDays($1) }
    return ContributorSummary(
      contributor: member.id,
      unitsPledged: model.contributions.filter { $0.contributor == index }
        .reduce(0) { $0 + $1.units },
      unitsDeployed: largest(\.units), personnelDeployed: largest(\.personnel),
      personDays: carried, shareOfForce: force > 0 ? carried / force : 0,
      burden: carried / member.burdenWeight,
      tonneKilometres: own.reduce(0) { $0 + $1.tonneKilometres },
      cost: own.reduce(0) { sum, deployment in
        let mode = model.modes.first { $0.id == deployment.mode } ?? model.modes[0]
        let stay = deployment.untilDay - deployment.closeDay
        return sum + deployment.tonneKilometres * mode.costPerTonneKilometre
          + deployment.units * pledge(deployment.contribution).dailyCost * stay
      })
  }

  private func crisis(_ index: Int, _ deployments: [Deployment]) -> CrisisSummary {
    let needs = model.requirements.filter { $0.crisis == index }
    let required = needs.reduce(0) { $0 + $1.quantity * ($1.until - $1.from) }
    let lacking = shortfalls.filter { sketch in needs.contains { $0.id == sketch.requirement } }
      .reduce(0) { $0 + $1.shortfall * ($1.days.upperBound - $1.days.lowerBound) }
    let own = deployments.filter { $0.crisis == model.crises[index].id }
    let carried = model.contributors.map { member in
      own.filter { $0.contributor == member.id }.reduce(0) { $0 + personDays($1) }
    }
    let force = carried.reduce(0, +)
    let largest = carried.max() ?? 0
    return CrisisSummary(
      crisis: model.crises[index].id, required: required, met: required - lacking,
      shortfall: lacking, closureDay: closureDays[index],
      largestContributor: force > 0
        ? model.contributors[carried.firstIndex(of: largest) ?? 0].id : "",
      largestShare: force > 0 ? largest / force : 0,
      contributors: carried.filter { $0 > 0 }.count)
  }
}

/// The multiplier of one row.
func row(
  _ family: RowFamily, _ subject: String, _ days: ClosedRange<Double>, _ value: Double
) -> RowMultiplier {
  RowMultiplier(
    family: family, subject: subject, fromDay: days.lowerBound, untilDay: days.upperBound,
    value: value)
}
