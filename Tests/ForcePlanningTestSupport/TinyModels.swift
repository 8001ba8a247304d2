public import ForceModel

/// A model so small that its optimum is worked out by hand, in the comment beside it.
public struct TinyModel: Sendable, CustomStringConvertible {
  /// What the model is about.
  public var description: String
  /// The model.
  public var model: PlanningModel
  /// Optimal value of each goal level; nil: the fixed deployments contradict the limits.
  public var optimum: [Double]?
}

/// Models with optima worked out by hand, each about one rule of formulation.md.
///
/// Unless a model says otherwise: places `base`, `town` and `village`; mode `road` at 100 km a day,
/// one day from `base` to `town` (100 km), two to `village` (200 km), none where base and place are
/// the same; units of `infantry` and `police`, each of 100 people and 10 tonnes; a daily grid; and
/// requirements of infantry with weight 1.
public enum TinyModels {
  /// All models.
  public static let all: [TinyModel] =
    timing + strength + shares + lift + tours + goals + fixed + [dantzigTransport]

  // MARK: Time

  private static let timing: [TinyModel] = [
    // Ready on day 3, there on day 4; the window opens on day 2: 2 days x 100 people short.
    // One unit moves: 10 t x 100 km.
    TinyModel(
      description: "a pledge with notice arrives late",
      model: model(
        horizon: 10,
        contributions: [pledge("a-1", units: 1, notice: 3)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 100, from: 2, until: 10)]),
      optimum: [200, 1000]),
    // The grid has the periods [0, 2) and [2, 10) only, and the unit is not there on day 2.
    TinyModel(
      description: "a coarse grid never flatters",
      model: model(
        horizon: 10, grid: 10,
        contributions: [pledge("a-1", units: 1, notice: 3)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 100, from: 2, until: 10)]),
      optimum: [800, 0]),
    // Warning on day 2, notice 1, one day on the road: there on day 4 of [2, 6).
    TinyModel(
      description: "notice counts from the warning",
      model: model(
        horizon: 6,
        contributions: [pledge("a-1", units: 1, notice: 1)],
        crises: [crisis("east", at: 1, warning: 2)],
        requirements: [need("r", at: 0, 100, from: 2, until: 6)]),
      optimum: [200, 1000]),
    // 0.1 + 0.2 days of handling and travel are 0.30000000000000004, yet no more than three tenths.
    TinyModel(
      description: "transit forgives the error of binary fractions",
      model: model(
        horizon: 1, grid: 0.1, timeResolution: 0.1,
        contributions: [pledge("a-1", units: 1)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 100, from: 0.3, until: 1)],
        modes: [MovementMode(id: "road", kilometresPerDay: 500, handlingDays: 0.1)]),
      optimum: [0, 1000]),
    // No distance in the table: one degree of the equator, 6371.0088 x pi / 180 km, x detour 1.5.
    TinyModel(
      description: "great circle and detour stand in for a missing distance",
      model: model(
        horizon: 4,
        contributions: [pledge("a-1", units: 1)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 100, from: 2, until: 4)], distances: [],
        modes: [MovementMode(id: "road", kilometresPerDay: 100, detour: 1.5)]),
      optimum: [0, 10 * 1.5 * 6371.0088 * Double.pi / 180]),
    // 200 km to the village, 100 to the town, and the mode goes no further than 150: 2 x 100 short.
    TinyModel(
      description: "a mode does not reach beyond its longest distance",
      model: model(
        horizon: 4,
        contributions: [pledge("a-1", units: 2)],
        crises: [crisis("east", at: 1), crisis("west", at: 2)],
        requirements: [
          need("r-1", at: 0, 100, from: 2, until: 4), need("r-2", at: 1, 100, from: 2, until: 4),
        ],
        modes: [MovementMode(id: "road", kilometresPerDay: 100, maximumKilometres: 150)]),
      optimum: [200, 1000]),
  ]

  // MARK: Strength, substitution, tasks

  private static let strength: [TinyModel] = [
    // The unit of police keeps order for two days, then stands in for infantry at half effect:
    // 2 days x 50 short. It is at home in the place, so nothing moves.
    TinyModel(
      description: "a unit changes its task in place",
      model: model(
        horizon: 4, grid: 2,
        substitutions: [Substitution(capability: 1, substitutesFor: 0, effectiveness: 0.5)],
        contributions: [pledge("a-1", capability: 1, units: 1)],
        crises: [crisis("east", at: 0)],
        requirements: [
          need("r-1", at: 0, capability: 1, 100, from: 0, until: 2),
          need("r-2", at: 0, 100, from: 2, until: 4),
        ]),
      optimum: [100, 0]),
    // 3 units at an expected 0.9 are 2.7 units: 270 people for 300, over 2 days.
    TinyModel(
      description: "pledges count at the chosen strength",
      model: model(
        horizon: 2, strength: .expected,
        contributions: [pledge("a-1", units: 3, expected: 0.9)],
        crises: [crisis("east", at: 0)],
        requirements: [need("r", at: 0, 300, from: 0, until: 2)]),
      optimum: [60, 0]),
    // The same in whole units: 2 units.
    TinyModel(
      description: "whole units round the chosen strength down",
      model: model(
        horizon: 2, strength: .expected, wholeUnits: true,
        contributions: [pledge("a-1", units: 3, expected: 0.9)],
        crises: [crisis("east", at: 0)],
        requirements: [need("r", at: 0, 300, from: 0, until: 2)]),
      optimum: [200, 0]),
    // One unit of 100 and two tasks of 50 people: a fraction of the unit serves each.
    TinyModel(
      description: "fractions of a unit serve two tasks",
      model: twoHalves(wholeUnits: false), optimum: [0, 0]),
    // What is whole is the number of units on a tour; its people may be shared between tasks.
    TinyModel(
      description: "a whole unit shares its people between two tasks",
      model: twoHalves(wholeUnits: true), optimum: [0, 0]),
    // 5 units required, 2 there, 3 substitutes at 0.5: 1.5 units short for 2 days, weight 4.
    TinyModel(
      description: "a requirement in units counts units",
      model: model(
        horizon: 2,
        substitutions: [Substitution(capability: 1, substitutesFor: 0, effectiveness: 0.5)],
        contributions: [pledge("a-1", units: 2), pledge("a-2", capability: 1, units: 3)],
        crises: [crisis("east", at: 0)],
        requirements: [need("r", at: 0, 5, in: .units, from: 0, until: 2, weight: 4)]),
      optimum: [12, 0]),
  ]

  private static func twoHalves(wholeUnits: Bool) -> PlanningModel {
    model(
      horizon: 1, wholeUnits: wholeUnits,
      contributions: [pledge("a-1", units: 1)],
      crises: [crisis("east", at: 0)],
      requirements: [
        need("r-1", at: 0, 50, from: 0, until: 1), need("r-2", at: 0, 50, from: 0, until: 1),
      ])
  }

  // MARK: Shares and caveats

  private static let shares: [TinyModel] = [
    // a has 1000 people, b 300; at half of those in place, a may add no more than b's 300: 400
    // short over 5 days.
    TinyModel(
      description: "a share cap per crisis",
      model: shareModel(perCrisis: 0.5), optimum: [2000, 0]),
    // a may be seven tenths: 700 of 1000, and all is met.
    TinyModel(
      description: "a member's own share cap takes the place of the policy's",
      model: shareModel(perCrisis: 0.5, own: 0.7), optimum: [0, 0]),
    // b alone may not be there at all, and a may not be there at all: nobody deploys.
    TinyModel(
      description: "a share cap of zero keeps a member out",
      model: shareModel(perCrisis: 0.5, own: 0), optimum: [5000, 0]),
    // b goes west only, with 300 people; over both crises a may be six tenths: 450 for 900, 2 days.
    TinyModel(
      description: "an overall share cap sums over the crises",
      model: model(
        horizon: 2, shareCapOverall: 0.6,
        contributions: [pledge("a-1", units: 9), pledge("b-1", member: 1, units: 3)],
        crises: [crisis("east", at: 0), crisis("west", at: 0)],
        requirements: [
          need("r-1", at: 0, 900, from: 0, until: 2), need("r-2", at: 1, 300, from: 0, until: 2),
        ],
        caveats: [
          Caveat(contributor: 0, crisis: 1), Caveat(contributor: 1, crisis: 0, capability: 0),
        ]),
      optimum: [900, 0]),
    // The road is closed to a and the air is not: 1 unit flies 100 km with 10 t, 100 people.
    TinyModel(
      description: "a caveat on a mode leaves the other modes",
      model: model(
        horizon: 4,
        contributions: [pledge("a-1", units: 1)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 100, from: 2, until: 4)],
        distances: [Distance(from: 0, to: 1, mode: 0, kilometres: 50)] + roads(mode: 1),
        modes: [
          MovementMode(id: "air", kilometresPerDay: 1000, needsLift: true),
          MovementMode(id: "road", kilometresPerDay: 100),
        ],
        liftPools: [
          LiftPool(id: "fleet", mode: 0, assets: 9, tonnes: 10, seats: 100, kilometresPerDay: 1000)
        ],
        caveats: [Caveat(contributor: 0, mode: 1)]),
      optimum: [0, 500]),
  ]

  private static func shareModel(perCrisis: Double, own: Double? = nil) -> PlanningModel {
    var result = model(
      horizon: 5, grid: 5, shareCapPerCrisis: perCrisis,
      contributions: [pledge("a-1", units: 10), pledge("b-1", member: 1, units: 3)],
      crises: [crisis("east", at: 0)],
      requirements: [need("r", at: 0, 1000, from: 0, until: 5)])
    result.contributors[0].shareCap = own
    return result
  }

  // MARK: Lift

  private static let lift: [TinyModel] = [
    // Half of 2 assets x 1000 km make 1000 km a day. A unit is 2 loads (20 t at 10 t an asset), 500
    // km out and home: 2000 km, so half a unit departs each day and is there after half a day of
    // handling and half a day of flight. In place on days 1 to 4: 50, 100, 150, 200 of 400 people:
    // 1600 - 500. Two units move: 2 x 20 t x 500 km.
    TinyModel(
      description: "lift is charged out and home on the day of departure",
      model: model(
        horizon: 5,
        contributions: [pledge("a-1", units: 4, tonnes: 20)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 400, from: 1, until: 5)],
        distances: [Distance(from: 0, to: 1, mode: 0, kilometres: 500)],
        modes: [
          MovementMode(id: "air", kilometresPerDay: 1000, handlingDays: 0.5, needsLift: true)
        ],
        liftPools: [
          LiftPool(
            id: "fleet", mode: 0, assets: 2, tonnes: 10, seats: 100, kilometresPerDay: 1000,
            availability: 0.5)
        ]),
      optimum: [1100, 20000]),
    // One unit a day can fly. The first serves day 1 and the second day 3, a day at most each.
    TinyModel(
      description: "lift carries one tour after the other",
      model: twoFlights(chargeReturn: false), optimum: [0, 10000]),
    // The first comes home on day 2, when the second has to leave, and both take the one asset:
    // together they fly one unit. (Half of each tour, or all of one: 1 x 10 t x 500 km.) The
    // second's way home begins at the horizon and is not charged.
    TinyModel(
      description: "the way home is charged on the day after the tour when asked for",
      model: twoFlights(chargeReturn: true), optimum: [100, 5000]),
    // a's own pool has no seats and carries nobody; b's is b's alone. Only b arrives.
    TinyModel(
      description: "pools without seats carry nobody and pools with owners only theirs",
      model: model(
        horizon: 4,
        contributions: [pledge("a-1", units: 1), pledge("b-1", member: 1, units: 1)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 200, from: 2, until: 4)],
        modes: [MovementMode(id: "air", kilometresPerDay: 100, needsLift: true)],
        liftPools: [
          LiftPool(
            id: "a-fleet", owner: 0, mode: 0, assets: 9, tonnes: 10, seats: 0,
            kilometresPerDay: 1000),
          LiftPool(
            id: "b-fleet", owner: 1, mode: 0, assets: 9, tonnes: 10, seats: 100,
            kilometresPerDay: 1000),
        ]),
      optimum: [200, 1000]),
  ]

  private static func twoFlights(chargeReturn: Bool) -> PlanningModel {
    model(
      horizon: 4, chargeReturnLift: chargeReturn,
      contributions: [pledge("a-1", units: 2, maximumTour: 1)],
      crises: [crisis("east", at: 1)],
      requirements: [
        need("r-1", at: 0, 100, from: 1, until: 2), need("r-2", at: 0, 100, from: 3, until: 4),
      ],
      distances: [Distance(from: 0, to: 1, mode: 0, kilometres: 500)],
      modes: [MovementMode(id: "air", kilometresPerDay: 500, needsLift: true)],
      liftPools: [
        LiftPool(id: "fleet", mode: 0, assets: 1, tonnes: 20, seats: 100, kilometresPerDay: 1000)
      ])
  }

  // MARK: Tours

  private static let tours: [TinyModel] = [
    // A tour of one day holds the unit for two: days 0 and 1, days 2 and 3. Two of four days are
    // served, whatever fractions deploy: x0 + x1 <= 1 and x2 + x3 <= 1 on days 1 and 3.
    TinyModel(
      description: "dwell holds units after their tour",
      model: model(
        horizon: 4,
        contributions: [pledge("a-1", units: 1, maximumTour: 1, dwellRatio: 1)],
        crises: [crisis("east", at: 0)],
        requirements: [need("r", at: 0, 1, in: .units, from: 0, until: 4)]),
      optimum: [2, 0]),
    // East for [1, 2) holds the unit over [0, 3); west for [3, 4) over [2, 5). Both need [2, 3).
    TinyModel(
      description: "units are held from departure until return",
      model: twoTours(secondDay: 3), optimum: [100, 1000]),
    // A day later, east's [0, 3) and west's [3, 6) leave the unit free for both.
    TinyModel(
      description: "units are free again on the day of return",
      model: twoTours(secondDay: 4), optimum: [0, 2000]),
    // No tour is as long as the policy asks for and as short as the pledge does.
    TinyModel(
      description: "a minimum tour longer than the maximum leaves no tour",
      model: model(
        horizon: 4, minimumTour: 2,
        contributions: [pledge("a-1", units: 1, maximumTour: 1)],
        crises: [crisis("east", at: 0)],
        requirements: [need("r", at: 0, 1, in: .units, from: 0, until: 4)]),
      optimum: [4, 0]),
    // The window spans 4 of the minimum of 5 days, so the minimum does not bind.
    TinyModel(
      description: "a minimum tour longer than the windows does not bind",
      model: model(
        horizon: 8, minimumTour: 5,
        contributions: [pledge("a-1", units: 1, notice: 2)],
        crises: [crisis("east", at: 0)],
        requirements: [need("r", at: 0, 100, from: 0, until: 4)]),
      optimum: [200, 0]),
    // The windows [0, 1) and [3, 4) span 4 days, so the minimum of 3 binds: ready on day 2, the
    // unit could serve day 3 by a tour of 1 day only. East lacks 100 on days 0 and 3.
    TinyModel(
      description: "a minimum tour binds over the span of the windows",
      model: model(
        horizon: 4, minimumTour: 3,
        contributions: [pledge("a-1", units: 1, notice: 2)],
        crises: [crisis("east", at: 0)],
        requirements: [
          need("r-1", at: 0, 100, from: 0, until: 1), need("r-2", at: 0, 100, from: 3, until: 4),
        ]),
      optimum: [200, 0]),
  ]

  private static func twoTours(secondDay: Double) -> PlanningModel {
    model(
      horizon: 6,
      contributions: [pledge("a-1", units: 1)],
      crises: [crisis("east", at: 1), crisis("west", at: 1)],
      requirements: [
        need("r-1", at: 0, 100, from: 1, until: 2, weight: 2),
        need("r-2", at: 1, 100, from: secondDay, until: secondDay + 1),
      ])
  }

  // MARK: Goals

  private static let goals: [TinyModel] = [
    // 1000 people for 2 days. Even burdens by weight 1 and 3: a carries 500 person-days (2.5
    // units), b 1500 (7.5). Moved: 2.5 x 10 t x 100 km from the base, 7.5 x 10 t x 200 km from the
    // village.
    TinyModel(
      description: "burden is shared by weight before effort is saved",
      model: burdenModel([.shortfall, .burden, .effort]), optimum: [0, 500, 2500 + 15000]),
    // The other way round a moves all, the nearer of the two.
    TinyModel(
      description: "effort saved first leaves the burden uneven",
      model: burdenModel([.shortfall, .effort, .burden]), optimum: [0, 10000, 2000]),
    // There on day 2 of [1, 5): 100 people x 1 day late, 100 short. 10 t x 100 km x 0.5 and 7 for
    // each of 3 days in place.
    TinyModel(
      description: "delay and cost",
      model: model(
        horizon: 5, goals: [.shortfall, .delay, .cost, .effort],
        contributions: [pledge("a-1", units: 1, notice: 1, dailyCost: 7)],
        crises: [crisis("east", at: 1)],
        requirements: [need("r", at: 0, 100, from: 1, until: 5)],
        modes: [MovementMode(id: "road", kilometresPerDay: 100, costPerTonneKilometre: 0.5)]),
      optimum: [100, 100, 521, 1000]),
    // One unit, two crises. Weighed, east's weight of 10 wins: west lacks 100 for 2 days.
    TinyModel(
      description: "weighted priorities serve the heavier requirement",
      model: priorityModel(.weighted), optimum: [200, 0]),
    // By class, west's class 1 wins whatever the weights: east lacks 100 for 2 days at weight 10.
    TinyModel(
      description: "pre-emptive priorities serve the first class",
      model: priorityModel(.preemptive), optimum: [0, 2000, 0]),
  ]

  private static func burdenModel(_ goals: [Goal]) -> PlanningModel {
    var result = model(
      horizon: 4, grid: 2, goals: goals,
      contributions: [
        pledge("a-1", units: 10), pledge("b-1", member: 1, base: 2, units: 10),
      ],
      crises: [crisis("east", at: 1)],
      requirements: [need("r", at: 0, 1000, from: 2, until: 4)],
      distances: [
        Distance(from: 0, to: 1, mode: 0, kilometres: 100),
        Distance(from: 2, to: 1, mode: 0, kilometres: 200),
      ])
    result.contributors[1].burdenWeight = 3
    return result
  }

  private static func priorityModel(_ priorities: PriorityRule) -> PlanningModel {
    model(
      horizon: 2, priorities: priorities,
      contributions: [pledge("a-1", units: 1)],
      crises: [crisis("east", at: 0), crisis("west", at: 0)],
      requirements: [
        need("r-1", at: 0, 100, from: 0, until: 2, weight: 10, priority: 2),
        need("r-2", at: 1, 100, from: 0, until: 2, weight: 1, priority: 1),
      ])
  }

  // MARK: Fixed deployments

  private static let fixed: [TinyModel] = [
    // 0.4 of the one unit stands in the west (weight 1) though east weighs 10: 40 short x 10 x 2
    // days, and 60 short x 2 days.
    TinyModel(
      description: "a fixed deployment stands against the goal",
      model: fixedModel([0.4]), optimum: [920, 0]),
    // 0.7 of the unit stands twice over the same days, on different tours.
    TinyModel(
      description: "fixed deployments of more than there is contradict each other",
      model: fixedModel([0.7, 0.7]), optimum: nil),
  ]

  private static func fixedModel(_ units: [Double]) -> PlanningModel {
    model(
      horizon: 2,
      contributions: [pledge("a-1", units: 1)],
      crises: [crisis("east", at: 0), crisis("west", at: 0)],
      requirements: [
        need("r-1", at: 0, 100, from: 0, until: 2, weight: 10),
        need("r-2", at: 1, 100, from: 0, until: 2, weight: 1),
      ],
      fixedDeployments: units.enumerated().map { line, units in
        FixedDeployment(
          contribution: 0, crisis: 1 - line, mode: 0, lift: nil, units: units, from: 0, until: 2,
          row: line + 2)
      })
  }

  // MARK: A published optimum

  // Dantzig 1963: plants of 350 and 600 cases, markets of 325, 300 and 275, distances in thousands
  // of miles, 90 dollars a case and thousand miles. 0.09 t a case make the effort thousands of
  // dollars. Published: 153.675.
  private static let dantzigTransport = TinyModel(
    description: "Dantzig's transportation example",
    model: PlanningModel(
      name: "dantzig", title: "dantzig", policy: Policy(horizonDays: 2, gridDays: 1),
      contributors: [
        Contributor(id: "san-diego", name: "San Diego"),
        Contributor(id: "seattle", name: "Seattle"),
      ],
      locations: ["chicago", "new-york", "san-diego", "seattle", "topeka"].map {
        Location(id: $0, name: $0, latitude: 0, longitude: 0)
      },
      capabilities: [
        Capability(id: "case", category: .support, name: "case", personnel: 1, tonnes: 0.09)
      ],
      contributions: [
        Contribution(
          id: "san-diego", contributor: 0, capability: 0, base: 2, units: 600, personnel: 1,
          tonnes: 0.09),
        Contribution(
          id: "seattle", contributor: 1, capability: 0, base: 3, units: 350, personnel: 1,
          tonnes: 0.09),
      ],
      crises: [
        Crisis(id: "chicago", name: "Chicago", location: 0),
        Crisis(id: "new-york", name: "New York", location: 1),
        Crisis(id: "topeka", name: "Topeka", location: 4),
      ],
      requirements: [
        need("chicago", at: 0, 300, in: .units, from: 1, until: 2),
        need("new-york", at: 1, 325, in: .units, from: 1, until: 2),
        need("topeka", at: 2, 275, in: .units, from: 1, until: 2),
      ],
      distances: [
        Distance(from: 2, to: 0, mode: 0, kilometres: 1.8),
        Distance(from: 2, to: 1, mode: 0, kilometres: 2.5),
        Distance(from: 2, to: 4, mode: 0, kilometres: 1.4),
        Distance(from: 3, to: 0, mode: 0, kilometres: 1.7),
        Distance(from: 3, to: 1, mode: 0, kilometres: 2.5),
        Distance(from: 3, to: 4, mode: 0, kilometres: 1.8),
      ],
      modes: [MovementMode(id: "truck", kilometresPerDay: 10)],
      identity: ModelIdentity(name: "dantzig", sha256: "")),
    optimum: [0, 153.675])

  // MARK: Parts

  private static func model(
    horizon: Double, grid: Double = 1, timeResolution: Double = 1, strength: Strength = .pledged,
    wholeUnits: Bool = false, priorities: PriorityRule = .weighted, shareCapPerCrisis: Double = 1,
    shareCapOverall: Double = 1, goals: [Goal] = [.shortfall, .effort], minimumTour: Double = 0,
    chargeReturnLift: Bool = false, substitutions: [Substitution] = [],
    contributions: [Contribution], crises: [Crisis], requirements: [ForceRequirement],
    distances: [Distance] = roads(mode: 0),
    modes: [MovementMode] = [MovementMode(id: "road", kilometresPerDay: 100)],
    liftPools: [LiftPool] = [], caveats: [Caveat] = [], fixedDeployments: [FixedDeployment] = []
  ) -> PlanningModel {
    PlanningModel(
      name: "tiny", title: "tiny",
      policy: Policy(
        horizonDays: horizon, gridDays: grid, timeResolutionDays: timeResolution,
        strength: strength, wholeUnits: wholeUnits, priorities: priorities,
        shareCapPerCrisis: shareCapPerCrisis, shareCapOverall: shareCapOverall, goals: goals,
        minimumTourDays: minimumTour, chargeReturnLift: chargeReturnLift),
      contributors: [Contributor(id: "a", name: "a"), Contributor(id: "b", name: "b")],
      locations: [
        Location(id: "base", name: "base", latitude: 0, longitude: 0),
        Location(id: "town", name: "town", latitude: 0, longitude: 1),
        Location(id: "village", name: "village", latitude: 0, longitude: 2),
      ],
      capabilities: [
        Capability(
          id: "infantry", category: .peacekeeping, name: "infantry", personnel: 100, tonnes: 10),
        Capability(id: "police", category: .police, name: "police", personnel: 100, tonnes: 10),
      ],
      substitutions: substitutions, contributions: contributions, crises: crises,
      requirements: requirements, distances: distances, modes: modes, liftPools: liftPools,
      caveats: caveats, fixedDeployments: fixedDeployments,
      identity: ModelIdentity(name: "tiny", sha256: ""))
  }

  /// The distances from the base by the given mode.
  private static func roads(mode: Int) -> [Distance] {
    [
      Distance(from: 0, to: 1, mode: mode, kilometres: 100),
      Distance(from: 0, to: 2, mode: mode, kilometres: 200),
    ]
  }

  private static func pledge(
    _ id: String, member: Int = 0, capability: Int = 0, base: Int = 0, units: Double,
    tonnes: Double = 10, notice: Double = 0, expected: Double = 1, maximumTour: Double? = nil,
    dwellRatio: Double = 0, dailyCost: Double = 0
  ) -> Contribution {
    Contribution(
      id: id, contributor: member, capability: capability, base: base, units: units,
      personnel: 100, tonnes: tonnes, noticeToMove: notice, expected: expected,
      maximumTour: maximumTour, dwellRatio: dwellRatio, dailyCost: dailyCost)
  }

  private static func crisis(_ id: String, at location: Int, warning: Double = 0) -> Crisis {
    Crisis(id: id, name: id, location: location, warning: warning)
  }

  private static func need(
    _ id: String, at crisis: Int, capability: Int = 0, _ quantity: Double,
    in unit: RequirementUnit = .personnel, from: Double, until: Double, weight: Double = 1,
    priority: Int = 1
  ) -> ForceRequirement {
    ForceRequirement(
      id: id, crisis: crisis, capability: capability, quantity: quantity, unit: unit, from: from,
      until: until, weight: weight, priority: priority)
  }
}
