import ForceModel
import PlanReports

/// A plan made by hand, of the size and kind that planners will see: three crises, six members.
enum SamplePlan {
  static let names: DisplayNames = {
    var names = DisplayNames()
    names.title = "Central Asia, spring exercise"
    names.contributors = [
      "arm": "Armenia", "blr": "Belarus", "kaz": "Kazakhstan", "kgz": "Kyrgyzstan",
      "rus": "Russian Federation", "tjk": "Tajikistan",
    ]
    names.crises = [
      "batken": "Batken border", "fergana": "Fergana Valley unrest", "south": "Spill-over, south",
    ]
    names.capabilities = [
      "fpu": "formed police unit", "inf": "infantry battalion", "rrc": "rapid-reaction company",
    ]
    names.requirementUnits = [
      "batken-inf": .personnel, "fergana-police": .personnel, "fergana-rapid": .personnel,
      "south-inf": .units,
    ]
    return names
  }()

  static let plan = Plan(
    status: .optimal,
    goals: [
      GoalResult(
        level: 1, name: "shortfall", value: 5_487, bound: 5_486.999_999, gap: 1.8e-10,
        unit: "weighted person-days"),
      GoalResult(
        level: 2, name: "burden", value: 21_430.25, bound: 21_430.25, gap: 0,
        unit: "person-days per burden weight"),
      GoalResult(
        level: 3, name: "effort", value: 1_934_567.8, bound: 1_934_180.9, gap: 2e-4,
        unit: "tonne-km"),
    ],
    deployments: deployments, tasks: [],
    shortfalls: shortfalls, prices: prices,
    contributors: [
      contributor("arm", personDays: 0, share: 0),
      contributor("blr", personDays: 9_075, share: 0.0631),
      contributor("kaz", personDays: 60_000, share: 0.4174),
      contributor("kgz", personDays: 13_602.5, share: 0.0946),
      contributor("rus", personDays: 55_440, share: 0.3857),
      contributor("tjk", personDays: 5_625, share: 0.0391),
    ],
    crises: [
      CrisisSummary(
        crisis: "batken", required: 9_000, met: 9_000, shortfall: 0, closureDay: 5.25,
        largestContributor: "kgz", largestShare: 0.5935, contributors: 2),
      CrisisSummary(
        crisis: "fergana", required: 120_000, met: 114_573, shortfall: 5_427, closureDay: 12,
        largestContributor: "rus", largestShare: 0.5235, contributors: 4),
      CrisisSummary(
        crisis: "south", required: 120, met: 60, shortfall: 60, closureDay: nil,
        largestContributor: "kaz", largestShare: 1, contributors: 1),
    ],
    certificate: Certificate(
      levels: [],
      verification: Verification(
        feasible: true, largestViolation: 2e-13, bounds: [5_486.999_999, 21_430.25, 1_934_180.9],
        gaps: [1.8e-10, 0, 2e-4], complaints: [])),
    model: ModelIdentity(name: "central-asia", sha256: String(repeating: "0", count: 64)),
    solver: SolverFigures(
      columnsGenerated: 412, columnsPossible: 98_304, rows: 530, rounds: 14, iterations: 1_932),
    assumptions: [
      "Pledges count at pledged strength; nothing here says that pledges are kept.",
      "Distances are great circles times the mode's detour where distances.csv has no entry.",
      "A unit covers a period only if it is in place during all of it.",
    ])

  private static let deployments = [
    deployment(1, "kgz-inf", "kgz", "inf", at: "batken", units: 1, personnel: 150, 4.25, 5.25, 60),
    deployment(2, "tjk-inf", "tjk", "inf", at: "batken", units: 0.75, personnel: 112.5, 2, 5, 55),
    deployment(
      3, "rus-98-division", "rus", "rrc", at: "fergana", units: 8, personnel: 960, 1.5, 2.25, 30,
      lift: "il76-russia"),
    deployment(
      4, "rus-98-division", "rus", "rrc", at: "fergana", units: 4, personnel: 480, 29, 30, 90,
      lift: "il76-russia"),
    deployment(
      5, "kaz-37-brigade", "kaz", "rrc", at: "fergana", units: 4, personnel: 480, 2, 3, 78),
    deployment(6, "kgz-police", "kgz", "fpu", at: "fergana", units: 1, personnel: 140, 1, 1.5, 40),
    deployment(
      7, "blr-103-brigade", "blr", "rrc", at: "fergana", units: 2.5, personnel: 300, 8.75, 9.75, 40,
      lift: "an124-pool"),
    deployment(8, "kaz-inf", "kaz", "inf", at: "south", units: 1, personnel: 400, 27.5, 30, 90),
  ]

  private static let shortfalls = [
    shortfall("fergana-police", "fergana", "fpu", 0, 1.5, required: 500, met: 0, early),
    shortfall("fergana-police", "fergana", "fpu", 1.5, 6, required: 500, met: 140, early),
    shortfall("fergana-police", "fergana", "fpu", 6, 12, required: 500, met: 440.5, lift),
    shortfall("fergana-rapid", "fergana", "rrc", 0, 2.25, required: 1_200, met: 0, early),
    shortfall("south-inf", "south", "inf", 30, 90, required: 2, met: 1, caveat),
  ]

  private static let early =
    "No pledge that may be sent can be in place sooner; the first, "
    + "kgz-police, closes on day 1.5."
  private static let lift = "Every asset-day of il76-russia and an124-pool is used on these days."
  private static let caveat =
    "Caveats of 2 members keep their infantry out, and the rest is "
    + "deployed elsewhere."

  private static let prices = [
    price(.supply, "kaz-37-brigade", 3, 12, 96), price(.supply, "kgz-police", 1.5, 3, 120),
    price(.supply, "kgz-police", 3, 6, 240), price(.supply, "kgz-police", 6, 12, 12.5),
    price(.supply, "rus-98-division", 2.25, 3, 30), price(.supply, "tjk-inf", 30, 90, 2),
    price(.requirement, "fergana-police", 0, 1.5, 1.5),
    price(.lift, "an124-pool", 6, 7, 14), price(.lift, "il76-russia", 1, 2, 35.5),
    price(.lift, "il76-russia", 2, 3, 28),
    price(.share, "rus", 0, 90, 0.004), price(.share, "rus@fergana", 3, 12, 3),
    Price(
      level: 3, kind: .lift, subject: "an124-pool", fromDay: 0, untilDay: 1, price: 9_000,
      rangeLow: nil, rangeHigh: nil, unit: "tonne-km per asset-day"),
  ]

  private static func deployment(
    _ line: Int, _ contribution: String, _ contributor: String, _ capability: String,
    at crisis: String, units: Double, personnel: Double, _ departs: Double, _ closes: Double,
    _ until: Double, lift: String = ""
  ) -> Deployment {
    Deployment(
      line: line, contribution: contribution, contributor: contributor, capability: capability,
      category: .rapidReaction, crisis: crisis, mode: lift.isEmpty ? "road" : "air", lift: lift,
      units: units, personnel: personnel, fromBase: "base", toLocation: "place", kilometres: 400,
      departDay: departs, closeDay: closes, untilDay: until, returnDay: until + closes - departs,
      tonneKilometres: personnel * 40, loads: lift.isEmpty ? 0 : 7)
  }

  private static func shortfall(
    _ requirement: String, _ crisis: String, _ capability: String, _ from: Double, _ until: Double,
    required: Double, met: Double, _ reason: String
  ) -> Shortfall {
    Shortfall(
      requirement: requirement, crisis: crisis, capability: capability, fromDay: from,
      untilDay: until, required: required, met: met, shortfall: required - met,
      weightedShortfall: (until - from) * (required - met), reason: reason)
  }

  private static func price(
    _ kind: PriceKind, _ subject: String, _ from: Double, _ until: Double, _ price: Double
  ) -> Price {
    Price(
      level: 1, kind: kind, subject: subject, fromDay: from, untilDay: until, price: price,
      rangeLow: 0, rangeHigh: nil, unit: "weighted person-days per unit")
  }

  private static func contributor(
    _ id: String, personDays: Double, share: Double
  ) -> ContributorSummary {
    ContributorSummary(
      contributor: id, unitsPledged: 8, unitsDeployed: personDays > 0 ? 4 : 0,
      personnelDeployed: personDays > 0 ? 400 : 0, personDays: personDays, shareOfForce: share,
      burden: personDays, tonneKilometres: personDays * 4, cost: 0)
  }
}
