import ForceModel
import Testing

/// A model so small that its optimum is found by hand, with the plan and the multipliers that prove it.
struct Example: CustomTestStringConvertible {
  var name: String
  var model: PlanningModel
  var plan: Plan

  var testDescription: String { name }

  init(_ name: String, _ maker: PlanMaker) {
    self.name = name
    model = maker.model
    plan = maker.plan()
  }

  /// All of them: together they use every family of rows and every goal.
  static let all = [
    lift, share, shareOverall, burden, commitment, classesAndCost, delayAndDwell, late, oneMove,
    nothing,
  ]

  /// A speed at which every way is shorter than the tolerance on days: units leave and arrive at once.
  static let beyondTime = 1e15

  /// A member a, a capability inf of 100 personnel and 10 tonnes, base home, crisis quake.
  static func oneCrisis(
    horizon: Double, grid: Double, goals: [Goal] = [.shortfall, .effort],
    contributors: [Contributor] = [Contributor(id: "a", name: "a")],
    contributions: [Contribution], requirements: [ForceRequirement], kilometres: Double = 0
  ) -> PlanningModel {
    PlanningModel(
      name: "example", title: "example",
      policy: Policy(horizonDays: horizon, gridDays: grid, goals: goals),
      contributors: contributors,
      locations: [
        Location(id: "home", name: "home", latitude: 40, longitude: 70),
        Location(id: "there", name: "there", latitude: 42, longitude: 72),
      ],
      capabilities: [
        Capability(
          id: "inf", category: .peacekeeping, name: "inf", personnel: 100, tonnes: 10)
      ],
      contributions: contributions,
      crises: [Crisis(id: "quake", name: "quake", location: 1)], requirements: requirements,
      distances: [Distance(from: 0, to: 1, mode: 0, kilometres: kilometres)],
      modes: [MovementMode(id: "road", kilometresPerDay: 1000)],
      identity: ModelIdentity(name: "example", sha256: "0123"))
  }

  /// Two thirds of a day's lift: a pool of one asset brings 5 asset-days in each period of 5 days; a
  /// unit takes 2 loads and 4 asset-days, so 1.25 units of 4 can leave on day 4.
  static let lift: Example = {
    var model = oneCrisis(
      horizon: 15, grid: 5,
      contributions: [
        Contribution(
          id: "a-inf", contributor: 0, capability: 0, base: 0, units: 4, personnel: 100, tonnes: 10)
      ],
      requirements: [
        ForceRequirement(
          id: "need", crisis: 0, capability: 0, quantity: 300, from: 0, until: 10)
      ], kilometres: 1000)
    model.policy.chargeReturnLift = true
    model.modes = [MovementMode(id: "air", kilometresPerDay: 1000, needsLift: true)]
    model.liftPools = [
      LiftPool(
        id: "fleet", mode: 0, assets: 1, tonnes: 100, seats: 50, kilometresPerDay: 1000)
    ]
    return Example(
      "lift",
      PlanMaker(
        model: model,
        tours: [
          TourSketch(
            contribution: "a-inf", mode: "air", lift: "fleet", units: 1.25, days: 5...10,
            transit: 1, kilometres: 1000, loadsPerUnit: 2)
        ],
        tasks: [(1, "need", 5...10, 1.25, 125)],
        shortfalls: [
          ShortfallSketch(requirement: "need", days: 0...5, shortfall: 300),
          ShortfallSketch(requirement: "need", days: 5...10, shortfall: 175),
        ],
        goals: [("shortfall", 2375), ("effort", 12500)], closureDays: [nil],
        levels: [
          (
            [],
            [
              row(.lift, "fleet", 0...5, 62.5), row(.lift, "fleet", 10...15, 62.5),
              row(.requirement, "need", 0...5, 5), row(.requirement, "need", 5...10, 5),
            ]
          ),
          (
            [20],
            [row(.requirement, "need", 0...5, 100), row(.requirement, "need", 5...10, 100)]
          ),
        ]))
  }()

  private static func shareMaker() -> PlanMaker {
    let model = oneCrisis(
      horizon: 5, grid: 5, goals: [.shortfall],
      contributors: [Contributor(id: "a", name: "a"), Contributor(id: "b", name: "b")],
      contributions: [
        Contribution(
          id: "a-inf", contributor: 0, capability: 0, base: 0, units: 3, personnel: 100, tonnes: 1),
        Contribution(
          id: "b-inf", contributor: 1, capability: 0, base: 0, units: 1, personnel: 100, tonnes: 1),
      ],
      requirements: [
        ForceRequirement(id: "need", crisis: 0, capability: 0, quantity: 400, from: 0, until: 5)
      ])
    return PlanMaker(
      model: model,
      tours: [
        TourSketch(contribution: "a-inf", units: 1, days: 0...5),
        TourSketch(contribution: "b-inf", units: 1, days: 0...5),
      ],
      tasks: [(1, "need", 0...5, 1, 100), (2, "need", 0...5, 1, 100)],
      shortfalls: [ShortfallSketch(requirement: "need", days: 0...5, shortfall: 200)],
      goals: [("shortfall", 1000)], closureDays: [nil], levels: [])
  }

  /// Member b has one unit, and no member may have more than half: a sends one of its three.
  static let share: Example = {
    var maker = shareMaker()
    maker.model.policy.shareCapPerCrisis = 0.5
    maker.levels = [
      (
        [],
        [
          row(.requirement, "need", 0...5, 5), row(.share, "a@quake", 0...5, 10),
          row(.supply, "b-inf", 0...5, 1000),
        ]
      )
    ]
    return Example("share", maker)
  }()

  /// The same with the cap over all crises.
  static let shareOverall: Example = {
    var maker = shareMaker()
    maker.model.policy.shareCapOverall = 0.5
    maker.levels = [
      (
        [],
        [
          row(.requirement, "need", 0...5, 5), row(.shareOverall, "a", 0...5, 10),
          row(.supply, "b-inf", 0...5, 1000),
        ]
      )
    ]
    return Example("shareOverall", maker)
  }()

  /// One unit is needed, and two members share the burden.
  ///
  /// Member b can carry three times the burden of a, so it sends three quarters. The
  /// movement then has no choice left: 0.25 x 100 km + 0.75 x 200 km with 1 tonne a unit.
  static let burden: Example = {
    var model = oneCrisis(
      horizon: 10, grid: 10, goals: [.shortfall, .burden, .effort],
      contributors: [
        Contributor(id: "a", name: "a"), Contributor(id: "b", name: "b", burdenWeight: 3),
      ],
      contributions: [
        Contribution(
          id: "a-inf", contributor: 0, capability: 0, base: 0, units: 2, personnel: 100, tonnes: 1),
        Contribution(
          id: "b-inf", contributor: 1, capability: 0, base: 2, units: 2, personnel: 100, tonnes: 1),
      ],
      requirements: [
        ForceRequirement(id: "need", crisis: 0, capability: 0, quantity: 100, from: 0, until: 10)
      ], kilometres: 100)
    model.locations.append(Location(id: "yonder", name: "yonder", latitude: 30, longitude: 70))
    model.distances.append(Distance(from: 2, to: 1, mode: 0, kilometres: 200))
    model.modes[0].kilometresPerDay = beyondTime
    return Example(
      "burden",
      PlanMaker(
        model: model,
        tours: [
          TourSketch(contribution: "a-inf", units: 0.25, days: 0...10, kilometres: 100),
          TourSketch(contribution: "b-inf", units: 0.75, days: 0...10, kilometres: 200),
        ],
        tasks: [(1, "need", 0...10, 0.25, 25), (2, "need", 0...10, 0.75, 75)],
        shortfalls: [], goals: [("shortfall", 0), ("burden", 250), ("effort", 175)],
        closureDays: [0],
        levels: [
          ([], []),
          (
            [0.25],
            [
              row(.burden, "a", 0...10, 0.25), row(.burden, "b", 0...10, 0.75),
              row(.requirement, "need", 0...10, 2.5),
            ]
          ),
          (
            [0.2, 0.1],
            [row(.burden, "a", 0...10, 0.1), row(.requirement, "need", 0...10, 2)]
          ),
        ]))
  }()

  /// One unit stands from afar, so only one comes from nearby.
  static let commitment: Example = {
    var model = oneCrisis(
      horizon: 5, grid: 5,
      contributions: [
        Contribution(
          id: "far", contributor: 0, capability: 0, base: 2, units: 2, personnel: 100, tonnes: 1),
        Contribution(
          id: "near", contributor: 0, capability: 0, base: 0, units: 2, personnel: 100, tonnes: 1),
      ],
      requirements: [
        ForceRequirement(id: "need", crisis: 0, capability: 0, quantity: 200, from: 0, until: 5)
      ], kilometres: 100)
    model.locations.append(Location(id: "yonder", name: "yonder", latitude: 30, longitude: 70))
    model.distances.append(Distance(from: 2, to: 1, mode: 0, kilometres: 1000))
    model.modes[0].kilometresPerDay = beyondTime
    model.fixedDeployments = [
      FixedDeployment(
        contribution: 0, crisis: 0, mode: 0, lift: nil, units: 1, from: 0, until: 5, row: 2)
    ]
    return Example(
      "commitment",
      PlanMaker(
        model: model,
        tours: [
          TourSketch(contribution: "far", units: 1, days: 0...5, kilometres: 1000),
          TourSketch(contribution: "near", units: 1, days: 0...5, kilometres: 100),
        ],
        tasks: [(1, "need", 0...5, 1, 100), (2, "need", 0...5, 1, 100)],
        shortfalls: [], goals: [("shortfall", 0), ("effort", 1100)], closureDays: [0],
        levels: [
          ([], []),
          (
            [0.2], [row(.commitment, "2", 0...5, 900), row(.requirement, "need", 0...5, 1)]
          ),
        ]))
  }()

  /// Police stand in for infantry at half strength, and infantry comes first.
  ///
  /// So of 3 units of 50 all
  /// serve there, 75 of 100, and the police requirement in units gets none. Each unit costs
  /// 5 x 7 a stay and 2 tonnes x 10 km x 0.1 a move.
  static let classesAndCost: Example = {
    var model = oneCrisis(
      horizon: 5, grid: 5, goals: [.shortfall, .cost],
      contributions: [
        Contribution(
          id: "a-pol", contributor: 0, capability: 1, base: 0, units: 3, personnel: 50, tonnes: 2,
          dailyCost: 7)
      ],
      requirements: [
        ForceRequirement(
          id: "order", crisis: 0, capability: 0, quantity: 100, from: 0, until: 5, priority: 1),
        ForceRequirement(
          id: "patrol", crisis: 0, capability: 1, quantity: 2, unit: .units, from: 0, until: 5,
          priority: 2),
      ], kilometres: 10)
    model.policy.priorities = .preemptive
    model.modes[0].kilometresPerDay = beyondTime
    model.modes[0].costPerTonneKilometre = 0.1
    model.capabilities.append(
      Capability(id: "pol", category: .police, name: "pol", personnel: 50, tonnes: 2))
    model.substitutions = [Substitution(capability: 1, substitutesFor: 0, effectiveness: 0.5)]
    return Example(
      "classesAndCost",
      PlanMaker(
        model: model,
        tours: [TourSketch(contribution: "a-pol", units: 3, days: 0...5, kilometres: 10)],
        tasks: [(1, "order", 0...5, 3, 75)],
        shortfalls: [
          ShortfallSketch(requirement: "order", days: 0...5, shortfall: 25),
          ShortfallSketch(requirement: "patrol", days: 0...5, shortfall: 2),
        ],
        goals: [("shortfall.1", 125), ("shortfall.2", 10), ("cost", 111)], closureDays: [nil],
        levels: [
          ([], [row(.requirement, "order", 0...5, 5), row(.supply, "a-pol", 0...5, 125)]),
          (
            [0.04],
            [
              row(.requirement, "order", 0...5, 0.2), row(.requirement, "patrol", 0...5, 5),
              row(.supply, "a-pol", 0...5, 5),
            ]
          ),
          ([0.296, 0], [row(.requirement, "order", 0...5, 1.48)]),
        ]))
  }()

  /// One unit may stay 5 days and then rests 5: it serves the first and the last of three periods.
  static let delayAndDwell: Example = {
    var model = oneCrisis(
      horizon: 15, grid: 5, goals: [.shortfall, .delay],
      contributions: [
        Contribution(
          id: "a-inf", contributor: 0, capability: 0, base: 0, units: 1, personnel: 100, tonnes: 1,
          maximumTour: 5, dwellRatio: 1)
      ],
      requirements: [
        ForceRequirement(id: "need", crisis: 0, capability: 0, quantity: 100, from: 0, until: 15)
      ])
    model.policy.minimumTourDays = 5
    return Example(
      "delayAndDwell",
      PlanMaker(
        model: model,
        tours: [
          TourSketch(contribution: "a-inf", units: 1, days: 0...5),
          TourSketch(contribution: "a-inf", units: 1, days: 10...15),
        ],
        tasks: [(1, "need", 0...5, 1, 100), (2, "need", 10...15, 1, 100)],
        shortfalls: [ShortfallSketch(requirement: "need", days: 5...10, shortfall: 100)],
        goals: [("shortfall", 500), ("delay", 1000)], closureDays: [10],
        levels: [
          (
            [],
            [
              row(.requirement, "need", 0...5, 5), row(.requirement, "need", 5...10, 5),
              row(.requirement, "need", 10...15, 5), row(.supply, "a-inf", 0...5, 500),
              row(.supply, "a-inf", 10...15, 500),
            ]
          ),
          (
            [2],
            [
              row(.requirement, "need", 0...5, 10), row(.requirement, "need", 5...10, 10),
              row(.requirement, "need", 10...15, 10), row(.supply, "a-inf", 0...5, 500),
              row(.supply, "a-inf", 5...10, 500),
            ]
          ),
        ]))
  }()

  /// Units that arrive on day 5 are held from day 4, so their supply in the first period is what binds.
  ///
  /// A stay of 5 days costs 15, a move 1 tonne x 1000 km x 0.01.
  static let late: Example = {
    var model = oneCrisis(
      horizon: 10, grid: 5, goals: [.shortfall, .cost],
      contributions: [
        Contribution(
          id: "a-inf", contributor: 0, capability: 0, base: 0, units: 2, personnel: 100, tonnes: 1,
          dailyCost: 3)
      ],
      requirements: [
        ForceRequirement(id: "need", crisis: 0, capability: 0, quantity: 300, from: 5, until: 10)
      ], kilometres: 1000)
    model.modes[0].costPerTonneKilometre = 0.01
    return Example(
      "late",
      PlanMaker(
        model: model,
        tours: [
          TourSketch(
            contribution: "a-inf", units: 2, days: 5...10, transit: 1, kilometres: 1000)
        ],
        tasks: [(1, "need", 5...10, 2, 200)],
        shortfalls: [ShortfallSketch(requirement: "need", days: 5...10, shortfall: 100)],
        goals: [("shortfall", 500), ("cost", 50)], closureDays: [nil],
        levels: [
          ([], [row(.requirement, "need", 5...10, 5), row(.supply, "a-inf", 0...5, 500)]),
          ([0.05], [row(.requirement, "need", 5...10, 0.25)]),
        ]))
  }()

  /// One move serves two periods; for either of them alone it would not be worth its effort.
  static let oneMove: Example = {
    var model = oneCrisis(
      horizon: 10, grid: 5,
      contributions: [
        Contribution(
          id: "a-inf", contributor: 0, capability: 0, base: 0, units: 1, personnel: 100, tonnes: 1)
      ],
      requirements: [
        ForceRequirement(id: "need", crisis: 0, capability: 0, quantity: 100, from: 0, until: 10)
      ], kilometres: 1000)
    model.modes[0].kilometresPerDay = beyondTime
    return Example(
      "oneMove",
      PlanMaker(
        model: model,
        tours: [TourSketch(contribution: "a-inf", units: 1, days: 0...10, kilometres: 1000)],
        tasks: [(1, "need", 0...10, 1, 100)], shortfalls: [],
        goals: [("shortfall", 0), ("effort", 1000)], closureDays: [0],
        levels: [
          ([], []),
          ([1], [row(.requirement, "need", 0...5, 5), row(.requirement, "need", 5...10, 5)]),
        ]))
  }()

  /// The pledge needs more notice than the window leaves: nothing deploys, all is short.
  static let nothing: Example = {
    let model = oneCrisis(
      horizon: 10, grid: 10,
      contributions: [
        Contribution(
          id: "a-inf", contributor: 0, capability: 0, base: 0, units: 1, personnel: 100, tonnes: 1,
          noticeToMove: 6)
      ],
      requirements: [
        ForceRequirement(id: "need", crisis: 0, capability: 0, quantity: 7, from: 2, until: 5)
      ])
    return Example(
      "nothing",
      PlanMaker(
        model: model, tours: [], tasks: [],
        shortfalls: [ShortfallSketch(requirement: "need", days: 2...5, shortfall: 7)],
        goals: [("shortfall", 21), ("effort", 0)], closureDays: [nil],
        levels: [([], [row(.requirement, "need", 2...5, 3)]), ([0], [])]))
  }()
}
