import ForceModel

/// A plan that has something in every field; its numbers need not follow from each other.
enum SamplePlan {
  static let plan = Plan(
    status: .feasible,
    goals: [
      GoalResult(
        level: 1, name: "shortfall", value: 1234.5, bound: 1234.5, gap: 0,
        unit: "weighted person-days"),
      GoalResult(level: 2, name: "effort", value: 1e21, bound: nil, gap: nil, unit: "tonne-km"),
    ],
    deployments: [
      Deployment(
        line: 1, contribution: "kaz-bn", contributor: "KAZ", capability: "inf-bn",
        category: .peacekeeping, crisis: "osh", mode: "air", lift: "il76", units: 1.0 / 3,
        personnel: 100, fromBase: "almaty", toLocation: "osh-place", kilometres: 523.25,
        departDay: 2.75, closeDay: 3, untilDay: 10, returnDay: 10.25, tonneKilometres: 5232.5,
        loads: 0.1),
      Deployment(
        line: 2, contribution: "rus-pol", contributor: "RUS", capability: "police",
        category: .police, crisis: "osh", mode: "road", lift: "", units: 2, personnel: 60,
        fromBase: "kant", toLocation: "osh-place", kilometres: 300, departDay: 4, closeDay: 5,
        untilDay: 10, returnDay: 11, tonneKilometres: 1200, loads: 0),
    ],
    tasks: [
      DeploymentTask(
        line: 1, requirement: "order", fromDay: 3, untilDay: 10, units: 1.0 / 3,
        effectiveStrength: 100)
    ],
    shortfalls: [
      Shortfall(
        requirement: "order", crisis: "osh", capability: "inf-bn", fromDay: 0, untilDay: 3,
        required: 250.125, met: 0, shortfall: 250.125, weightedShortfall: 750.375,
        reason: "too late, \"kaz-bn\" by 3 days; Бишкек")
    ],
    prices: [
      Price(
        level: 1, kind: .supply, subject: "kaz-bn", fromDay: 0, untilDay: 3, price: 12.5,
        rangeLow: nil, rangeHigh: 4, unit: "weighted person-days per unit"),
      Price(
        level: 2, kind: .share, subject: "KAZ@osh", fromDay: 3, untilDay: 10, price: 0.001,
        rangeLow: 1, rangeHigh: nil, unit: "tonne-km per person"),
    ],
    contributors: [
      ContributorSummary(
        contributor: "KAZ", unitsPledged: 2, unitsDeployed: 1.0 / 3, personnelDeployed: 100,
        personDays: 700, shareOfForce: 0.7, burden: 350, tonneKilometres: 5232.5, cost: 12.75),
      ContributorSummary(
        contributor: "RUS", unitsPledged: 2, unitsDeployed: 2, personnelDeployed: 60,
        personDays: 300, shareOfForce: 0.3, burden: 300, tonneKilometres: 1200, cost: 0),
    ],
    crises: [
      CrisisSummary(
        crisis: "batken", required: 0, met: 0, shortfall: 0, closureDay: nil,
        largestContributor: "", largestShare: 0, contributors: 0),
      CrisisSummary(
        crisis: "osh", required: 2501.25, met: 1750.875, shortfall: 750.375, closureDay: 3,
        largestContributor: "KAZ", largestShare: 0.7, contributors: 2),
    ],
    certificate: Certificate(
      levels: [
        LevelCertificate(
          level: 1, name: "shortfall", goalMultipliers: [],
          rows: [
            RowMultiplier(
              family: .requirement, subject: "order", fromDay: 0, untilDay: 3, value: 1.0 / 7)
          ]),
        LevelCertificate(level: 2, name: "effort", goalMultipliers: [20], rows: []),
      ],
      verification: Verification(
        feasible: true, largestViolation: 1e-12, bounds: [1234.5, nil], gaps: [0, nil],
        complaints: ["none in earnest"])),
    model: ModelIdentity(name: "osh-2010", sha256: "0123456789abcdef"),
    solver: SolverFigures(
      columnsGenerated: 12, columnsPossible: 3_000_000_000, rows: 7, rounds: 2, iterations: 30),
    assumptions: ["All crises happen.", "Units may deploy in part."],
    conflict: [FixedLineConflict(row: 3, description: "2 units of kaz-bn at osh")])
}
