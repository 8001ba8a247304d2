import ForceModel

/// Two crises, two members and a base with no crisis near, small enough to read its page.
enum SampleReport {
  static let model = model(named: "Small plan")

  static func model(named title: String, place: String = "Osh") -> PlanningModel {
    PlanningModel(
      name: "small", title: title,
      policy: Policy(horizonDays: 10, gridDays: 2, shareCapPerCrisis: 0.8),
      contributors: [
        Contributor(id: "a", name: "Aral"), Contributor(id: "b", name: "Batys", shareCap: 0.5),
      ],
      locations: [
        Location(id: "almaty", name: "Almaty", latitude: 43.25, longitude: 76.9),
        Location(id: "bishkek", name: "Bishkek", latitude: 42.87, longitude: 74.6),
        Location(id: "osh", name: place, latitude: 40.53, longitude: 72.8),
      ],
      capabilities: [
        Capability(id: "fpu", category: .police, name: "Police unit", personnel: 100, tonnes: 20),
        Capability(
          id: "hospital", category: .support, name: "Hospital", personnel: 50, tonnes: 100),
      ],
      contributions: [
        Contribution(
          id: "a-fpu", contributor: 0, capability: 0, base: 0, units: 3, personnel: 100, tonnes: 20),
        Contribution(
          id: "b-fpu", contributor: 1, capability: 0, base: 1, units: 1, personnel: 100, tonnes: 20),
        Contribution(
          id: "b-hospital", contributor: 1, capability: 1, base: 1, units: 0.5, personnel: 50,
          tonnes: 100),
      ],
      crises: [Crisis(id: "unrest", name: "Unrest at \(place)", location: 2)],
      requirements: [
        ForceRequirement(
          id: "hospital", crisis: 0, capability: 1, quantity: 1, unit: .units, from: 4, until: 8),
        ForceRequirement(id: "police", crisis: 0, capability: 0, quantity: 300, from: 2, until: 8),
        ForceRequirement(
          id: "police-2", crisis: 0, capability: 0, quantity: 100, from: 4, until: 6),
      ],
      modes: [
        MovementMode(id: "air", kilometresPerDay: 6000, needsLift: true),
        MovementMode(id: "road", kilometresPerDay: 400, detour: 1.3),
      ],
      liftPools: [
        LiftPool(
          id: "wings", mode: 0, assets: 1, tonnes: 30, seats: 100, kilometresPerDay: 3000,
          availability: 0.5)
      ],
      identity: ModelIdentity(name: "small", sha256: String(repeating: "0", count: 64)))
  }

  static let plan = Plan(
    status: .optimal,
    goals: [
      GoalResult(
        level: 1, name: "shortfall", value: 402.125, bound: 402.125, gap: 0,
        unit: "weighted person-days")
    ],
    deployments: [
      deployment(
        1, "a-fpu", "a", .police, "fpu", units: 2.5, personnel: 250, from: "almaty", by: "wings"),
      deployment(
        2, "b-fpu", "b", .police, "fpu", units: 1, personnel: 100, from: "bishkek", closes: 4),
      deployment(
        3, "b-hospital", "b", .support, "hospital", units: 0.5, personnel: 25, from: "bishkek",
        closes: 4),
    ],
    tasks: [],
    shortfalls: [
      shortfall("hospital", "hospital", 4, 8, required: 1, missing: 0.5, "0.5 not pledged"),
      shortfall("police", "fpu", 2, 4, required: 300, missing: 50, "100 too late (b-fpu)"),
      shortfall("police-2", "fpu", 4, 6, required: 100, missing: 50.03125, "50 in use elsewhere"),
    ],
    prices: [
      Price(
        level: 1, kind: .supply, subject: "a-fpu", fromDay: 2, untilDay: 4, price: 200,
        rangeLow: 2, rangeHigh: 3.5, unit: "weighted person-days per unit"),
      Price(
        level: 1, kind: .lift, subject: "wings", fromDay: 0, untilDay: 2, price: 60, rangeLow: nil,
        rangeHigh: nil, unit: "weighted person-days per asset-day"),
    ],
    contributors: [
      ContributorSummary(
        contributor: "a", unitsPledged: 3, unitsDeployed: 2.5, personnelDeployed: 250,
        personDays: 1500, shareOfForce: 0.75, burden: 1500, tonneKilometres: 20_000, cost: 0),
      ContributorSummary(
        contributor: "b", unitsPledged: 1.5, unitsDeployed: 1.5, personnelDeployed: 125,
        personDays: 500, shareOfForce: 0.25, burden: 500, tonneKilometres: 9_000, cost: 0),
    ],
    crises: [
      CrisisSummary(
        crisis: "unrest", required: 2004, met: 1801.9375, shortfall: 202.0625, closureDay: 8,
        largestContributor: "a", largestShare: 0.75, contributors: 2)
    ],
    certificate: Certificate(
      levels: [],
      verification: Verification(
        feasible: true, largestViolation: 0, bounds: [402.125], gaps: [0], complaints: [])),
    model: model.identity,
    solver: SolverFigures(
      columnsGenerated: 9, columnsPossible: 12, rows: 14, rounds: 2, iterations: 20),
    assumptions: ["All crises happen, at the days stated."])

  private static func deployment(
    _ line: Int, _ pledge: String, _ member: String, _ category: ForceCategory,
    _ capability: String, units: Double, personnel: Double, from: String, closes: Double = 2,
    by lift: String = ""
  ) -> Deployment {
    Deployment(
      line: line, contribution: pledge, contributor: member, capability: capability,
      category: category, crisis: "unrest", mode: lift.isEmpty ? "road" : "air", lift: lift,
      units: units, personnel: personnel, fromBase: from, toLocation: "osh", kilometres: 456.789,
      departDay: closes - 1.25, closeDay: closes, untilDay: 8, returnDay: 9.25,
      tonneKilometres: 1_000, loads: 1)
  }

  private static func shortfall(
    _ requirement: String, _ capability: String, _ from: Double, _ until: Double, required: Double,
    missing: Double, _ reason: String
  ) -> Shortfall {
    Shortfall(
      requirement: requirement, crisis: "unrest", capability: capability, fromDay: from,
      untilDay: until, required: required, met: required - missing, shortfall: missing,
      weightedShortfall: missing * (until - from), reason: reason)
  }
}

/// Pieces of a page.
struct PageText {
  let text: String

  init(_ text: String) { self.text = text }

  /// What stands between the first opening and the closing text after it.
  func between(_ opening: String, _ closing: String) -> String? {
    guard let start = text.firstRange(of: opening),
      let end = text[start.upperBound...].firstRange(of: closing)
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// A section of the page, by its address.
  func section(_ id: String) -> String { between("<section id=\"\(id)\"", "</section>") ?? "" }

  /// The rows of a table with the exact figures in them.
  func figures(inTable id: String) -> [[Double]] {
    guard let table = between("<table id=\"\(id)\"", "</table>") else { return [] }
    return table.split(separator: "<tr>").dropFirst(2).map { row in
      row.split(separator: "<data value=\"").dropFirst().compactMap {
        Double($0.prefix { $0 != "\"" })
      }
    }
  }
}
