/// The one table of fields: every table and column of data-package.md, and every key of its policy.
public enum ModelSchema {
  /// All tables, in the order of data-package.md.
  public static let tables: [TableSchema] = [
    contributors, locations, capabilities, substitutions, contributions, crises, requirements,
    distances, modes, lift, caveats, fixed,
  ]

  /// The columns of a table.
  public static func table(_ table: ModelTable) -> TableSchema {
    switch table {
    case .contributors: contributors
    case .locations: locations
    case .capabilities: capabilities
    case .substitutions: substitutions
    case .contributions: contributions
    case .crises: crises
    case .requirements: requirements
    case .distances: distances
    case .modes: modes
    case .lift: lift
    case .caveats: caveats
    case .fixed: fixed
    }
  }

  /// A column with this at the start of its name is the planner's own and is not read.
  public static let notePrefix = "note"

  /// The word that stands for every row of another table.
  public static let any = "*"

  static let contributors = TableSchema(
    table: .contributors, summary: "Members: who pledges units.", isRequired: true,
    key: ["contributor"],
    fields: [
      SchemaField("contributor", .identifier, .required, "Identifier of the member."),
      SchemaField("name", .text, .derived("the identifier"), "Name for people."),
      SchemaField(
        "burdenWeight", .number, .text("1"), minimum: .exclusive(0),
        "Divides the member's person-days in the burden goal."),
      SchemaField(
        "shareCap", .number, .derived("the policy's"), minimum: .inclusive(0),
        maximum: .inclusive(1), "Largest share of this member in the personnel at a crisis."),
    ])

  static let locations = TableSchema(
    table: .locations, summary: "Places: bases and places of crises.", isRequired: true,
    key: ["location"],
    fields: [
      SchemaField("location", .identifier, .required, "Identifier of the place."),
      SchemaField("name", .text, .derived("the identifier"), "Name for people."),
      SchemaField(
        "latitude", .number, .required, unit: "degrees", minimum: .inclusive(-90),
        maximum: .inclusive(90), "Latitude north, WGS84."),
      SchemaField(
        "longitude", .number, .required, unit: "degrees", minimum: .inclusive(-180),
        maximum: .inclusive(180), "Longitude east, WGS84."),
      SchemaField("country", .text, .text(""), "Country code or name."),
    ])

  static let capabilities = TableSchema(
    table: .capabilities, summary: "Kinds of unit: what is pledged and required.",
    isRequired: true, key: ["capability"],
    fields: [
      SchemaField("capability", .identifier, .required, "Identifier of the kind."),
      SchemaField(
        "category", .choice(["rapid-reaction", "police", "peacekeeping", "support"]), .required,
        "Top-level class."),
      SchemaField("name", .text, .derived("the identifier"), "Name for people."),
      SchemaField(
        "personnel", .number, .required, unit: "persons", minimum: .exclusive(0),
        "Personnel in one unit."),
      SchemaField(
        "tonnes", .number, .derived("personnel x 0.1"), unit: "t", minimum: .inclusive(0),
        "Tonnes that move with one unit."),
    ])

  static let substitutions = TableSchema(
    table: .substitutions, summary: "Capabilities that may be sent in the place of others.",
    isRequired: false, key: ["capability", "substitutesFor"],
    fields: [
      SchemaField(
        "capability", .reference(.capabilities, allowsAny: false), .required,
        "The capability sent."),
      SchemaField(
        "substitutesFor", .reference(.capabilities, allowsAny: false), .required,
        "The capability required."),
      SchemaField(
        "effectiveness", .number, .required, minimum: .exclusive(0), maximum: .inclusive(1),
        "Strength that one person or unit sent gives."),
    ])

  static let contributions = TableSchema(
    table: .contributions, summary: "Pledges: units that a member offers, with conditions.",
    isRequired: true, key: ["contribution"],
    fields: [
      SchemaField("contribution", .identifier, .required, "Identifier of the pledge."),
      SchemaField(
        "contributor", .reference(.contributors, allowsAny: false), .required,
        "The member that pledges."),
      SchemaField(
        "capability", .reference(.capabilities, allowsAny: false), .required,
        "The kind of unit."),
      SchemaField(
        "base", .reference(.locations, allowsAny: false), .required, "Where the units stand."),
      SchemaField(
        "units", .number, .required, unit: "units", minimum: .inclusive(0), "Units pledged."),
      SchemaField(
        "personnel", .number, .derived("the capability's"), unit: "persons",
        minimum: .exclusive(0), "Personnel in one unit of this pledge."),
      SchemaField(
        "tonnes", .number, .derived("the capability's"), unit: "t", minimum: .inclusive(0),
        "Tonnes that move with one unit of this pledge."),
      SchemaField(
        "noticeDays", .number, .text("0"), unit: "days", minimum: .inclusive(0),
        "Notice to move: from the crisis's warning to readiness at the base."),
      SchemaField(
        "verified", .number, .text("1"), minimum: .inclusive(0), maximum: .inclusive(1),
        "Fraction of the units that has been verified."),
      SchemaField(
        "expected", .number, .derived("verified"), minimum: .inclusive(0),
        maximum: .inclusive(1), "Fraction of the units that is expected to come."),
      SchemaField(
        "maxTourDays", .number, .derived("unlimited"), unit: "days", minimum: .exclusive(0),
        "Longest stay."),
      SchemaField(
        "dwellRatio", .number, .text("0"), minimum: .inclusive(0),
        "Days of dwell after return for each day in place."),
      SchemaField(
        "dailyCost", .number, .text("0"), unit: "cost per day", minimum: .inclusive(0),
        "Cost of one unit for each day in place."),
    ])

  static let crises = TableSchema(
    table: .crises, summary: "Crises: places that need forces.", isRequired: true,
    key: ["crisis"],
    fields: [
      SchemaField("crisis", .identifier, .required, "Identifier of the crisis."),
      SchemaField("name", .text, .derived("the identifier"), "Name for people."),
      SchemaField(
        "location", .reference(.locations, allowsAny: false), .required, "Where it is."),
      SchemaField(
        "warning", .number, .text("0"), unit: "day", minimum: .inclusive(0),
        "Day from which notice to move counts."),
      SchemaField(
        "probability", .number, .text("1"), minimum: .inclusive(0), maximum: .inclusive(1),
        "Probability that the crisis happens."),
    ])

  static let requirements = TableSchema(
    table: .requirements, summary: "Requirements: strength that a crisis needs in a window.",
    isRequired: true, key: ["requirement"],
    fields: [
      SchemaField("requirement", .identifier, .required, "Identifier of the requirement."),
      SchemaField("crisis", .reference(.crises, allowsAny: false), .required, "The crisis."),
      SchemaField(
        "capability", .reference(.capabilities, allowsAny: false), .required,
        "The kind of unit required."),
      SchemaField(
        "quantity", .number, .required, unit: "persons or units", minimum: .exclusive(0),
        "Strength required."),
      SchemaField(
        "unit", .choice(["personnel", "units"]), .text("personnel"), "What quantity counts."),
      SchemaField(
        "from", .number, .required, unit: "day", minimum: .inclusive(0),
        "First day of the window."),
      SchemaField(
        "until", .number, .required, unit: "day", minimum: .exclusive(0),
        "Day at which the window ends, after from."),
      SchemaField(
        "weight", .number, .text("1"), minimum: .exclusive(0),
        "Weight of one person or unit short for one day."),
      SchemaField(
        "priority", .integer, .text("1"), minimum: .inclusive(1),
        "Priority class; 1 is served first when priorities are pre-emptive."),
    ])

  static let distances = TableSchema(
    table: .distances, summary: "Distances that replace great circle x detour.",
    isRequired: false, key: ["from", "to", "mode"],
    fields: [
      SchemaField("from", .reference(.locations, allowsAny: false), .required, "Start."),
      SchemaField("to", .reference(.locations, allowsAny: false), .required, "End."),
      SchemaField(
        "mode", .reference(.modes, allowsAny: false), .required, "The mode it holds for."),
      SchemaField(
        "km", .number, .required, unit: "km", minimum: .inclusive(0), "Length of the way."),
      SchemaField("both", .boolean, .text("true"), "Whether it holds for the way back too."),
    ])

  static let modes = TableSchema(
    table: .modes, summary: "Ways of moving. Without this table: air and road.",
    isRequired: false, key: ["mode"],
    fields: [
      SchemaField("mode", .identifier, .required, "Identifier of the mode."),
      SchemaField(
        "kmPerDay", .number, .required, unit: "km/day", minimum: .exclusive(0),
        "Kilometres that a unit covers in a day."),
      SchemaField(
        "detour", .number, .text("1"), minimum: .inclusive(1),
        "Factor on the great circle where distances has no entry."),
      SchemaField(
        "maxKm", .number, .derived("unlimited"), unit: "km", minimum: .inclusive(0),
        "Longest way that the mode covers."),
      SchemaField(
        "handlingDays", .number, .text("0"), unit: "days", minimum: .inclusive(0),
        "Loading and unloading, once a move."),
      SchemaField(
        "costPerTonneKm", .number, .text("0"), unit: "cost per t km", minimum: .inclusive(0),
        "Cost of one tonne over one kilometre."),
      SchemaField("pool", .boolean, .text("false"), "Whether units need a lift pool."),
    ])

  /// The rows of modes.csv where a model has none.
  static let defaultModes: [[String: String]] = [
    ["mode": "air", "kmPerDay": "6000", "pool": "true"],
    ["mode": "road", "kmPerDay": "400", "detour": "1.3", "maxKm": "2500"],
  ]

  static let lift = TableSchema(
    table: .lift, summary: "Lift pools: assets that carry units.", isRequired: false,
    key: ["lift"],
    fields: [
      SchemaField("lift", .identifier, .required, "Identifier of the pool."),
      SchemaField(
        "owner", .reference(.contributors, allowsAny: true), .text("*"),
        "The member that alone may use it."),
      SchemaField("mode", .reference(.modes, allowsAny: false), .required, "The mode it serves."),
      SchemaField(
        "assets", .number, .required, unit: "assets", minimum: .inclusive(0),
        "Number of aircraft or other assets."),
      SchemaField(
        "tonnes", .number, .required, unit: "t", minimum: .inclusive(0),
        "Tonnes that one asset carries; 0: it carries no units with tonnes."),
      SchemaField(
        "seats", .number, .required, unit: "persons", minimum: .inclusive(0),
        "Seats in one asset; 0: it carries no units with personnel."),
      SchemaField(
        "kmPerDay", .number, .required, unit: "km/day", minimum: .exclusive(0),
        "Kilometres that one asset covers in a day."),
      SchemaField(
        "availability", .number, .text("1"), minimum: .inclusive(0), maximum: .inclusive(1),
        "Fraction of the assets that is available."),
    ])

  static let caveats = TableSchema(
    table: .caveats, summary: "National caveats: combinations that a member forbids.",
    isRequired: false, key: ["contributor", "crisis", "capability", "mode"],
    fields: [
      SchemaField(
        "contributor", .reference(.contributors, allowsAny: false), .required,
        "The member that sets it."),
      SchemaField(
        "crisis", .reference(.crises, allowsAny: true), .text("*"), "The crisis it names."),
      SchemaField(
        "capability", .reference(.capabilities, allowsAny: true), .text("*"),
        "The capability sent that it names."),
      SchemaField("mode", .reference(.modes, allowsAny: true), .text("*"), "The mode it names."),
      SchemaField("reason", .text, .text(""), "Why, in words."),
    ])

  static let fixed = TableSchema(
    table: .fixed, summary: "Deployments that stand: the plan contains at least these.",
    isRequired: false, key: ["contribution", "crisis", "lift", "mode", "from", "until"],
    fields: [
      SchemaField(
        "contribution", .reference(.contributions, allowsAny: false), .required, "The pledge."),
      SchemaField("crisis", .reference(.crises, allowsAny: false), .required, "The crisis."),
      SchemaField(
        "lift", .reference(.lift, allowsAny: false), .derived("by mode"),
        "The lift pool; lift or mode must be given."),
      SchemaField(
        "mode", .reference(.modes, allowsAny: false), .derived("the lift pool's"),
        "The mode; lift or mode must be given."),
      SchemaField(
        "units", .number, .required, unit: "units", minimum: .exclusive(0), "Units that stand."),
      SchemaField(
        "from", .number, .required, unit: "day", minimum: .inclusive(0),
        "First day in place, a boundary of the time grid."),
      SchemaField(
        "until", .number, .required, unit: "day", minimum: .exclusive(0),
        "Day at which the stay ends, a boundary of the time grid."),
    ])

  /// The keys of the `forceplan` object of datapackage.json.
  public static let policy: [SchemaField] = [
    SchemaField(
      "horizonDays", .number, .derived("the latest until"), unit: "days", minimum: .exclusive(0),
      "Length of the plan; day 0 is the decision."),
    SchemaField(
      "gridDays", .number, .derived("horizon / 60, rounded up to whole days"), unit: "days",
      minimum: .exclusive(0), "Spacing of the regular boundaries of the time grid."),
    SchemaField(
      "timeResolutionDays", .number, .text("0.25"), unit: "days", minimum: .exclusive(0),
      "Transit is rounded up to a multiple of this."),
    SchemaField(
      "strength", .choice(["pledged", "verified", "expected"]), .text("pledged"),
      "The strength at which pledges count."),
    SchemaField("wholeUnits", .boolean, .text("false"), "Whether only whole units deploy."),
    SchemaField(
      "priorities", .choice(["weighted", "pre-emptive"]), .text("weighted"),
      "How priority classes are weighed."),
    SchemaField(
      "shareCap", .shareCap, .text("1"), minimum: .exclusive(0), maximum: .inclusive(1),
      "Largest share of one member in the personnel in place: a number for each crisis, or "
        + "{\"perCrisis\": 0.5, \"overall\": 0.6}."),
    SchemaField(
      "goals", .list(["shortfall", "burden", "effort", "cost", "delay"]),
      .text("[\"shortfall\", \"effort\"]"), "What is made small, first one first."),
    SchemaField(
      "minTourDays", .number, .text("0"), unit: "days", minimum: .inclusive(0), "Shortest stay."),
    SchemaField(
      "chargeReturnLift", .boolean, .text("false"),
      "Whether the way home is charged to lift as well."),
    SchemaField("seed", .integer, .text("1"), "Seed of whatever draws at random."),
  ]
}
