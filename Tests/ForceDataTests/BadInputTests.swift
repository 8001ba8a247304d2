import ForceData
import TestSupport
import Testing

/// A change of the tiny model, with marks where findings are expected.
struct BadInput: Sendable, CustomTestStringConvertible {
  var file: String
  var old: String
  var new: String
  var rules: [FindingRule]

  init(_ file: String, _ old: String, _ new: String, _ rules: FindingRule...) {
    self.file = file
    self.old = old
    self.new = new
    self.rules = rules
  }

  var testDescription: String {
    "\(rules.map(\.rawValue).joined(separator: ", ")) in \(file): \(new.debugDescription)"
  }
}

@Suite struct BadInputTests {
  static let package = "datapackage.json"

  static let form: [BadInput] = [
    BadInput("contributors.csv", "north,Northland,2,", "north,▶\"Northland,2,", .quoting),
    BadInput("contributors.csv", "north,Northland,2,", "north,▶\"North\"land,2,", .quoting),
    BadInput("contributors.csv", "north,Northland,2,", "north,▶North\"land,2,", .quoting),
    BadInput("contributors.csv", "north,Northland,2,", "north,Northland,2,,▶,", .raggedRow),
    BadInput("contributors.csv", "south,South", "▶\nsouth,South", .blankRow),
    BadInput("contributors.csv", "south,South", "▶,,,\nsouth,South", .blankRow),
    BadInput(
      "contributors.csv", "contributor,name", "▶▶contributer,name", .unknownColumn, .missingColumn),
    BadInput("crises.csv", "crisis,name", "crisis,▶Name", .unknownColumn),
    BadInput("crises.csv", "crisis,name", "crisis,▶ name", .unknownColumn),
    BadInput("crises.csv", "warning,probability", "warning,▶warning", .duplicateColumn),
    BadInput("crises.csv", "warning,probability", "warning,▶", .unknownColumn),
    BadInput("crises.csv", "warning,probability", "warning,▶delete", .unknownColumn),
    BadInput(
      "substitutions.csv", "capability,substitutesFor,effectiveness",
      "▶capability,substitutesFor,noteworth", .missingColumn),
    BadInput(
      "substitutions.csv", "capability,substitutesFor,effectiveness\ninfantry,police,0.5\n", "▶",
      .missingColumn),
    BadInput(
      "substitutions.csv", "capability,substitutesFor,effectiveness\ninfantry,police,0.5\n",
      "▶capability;substitutesFor;effectiveness\ninfantry;police;0.5\n", .separator),
    BadInput(
      "substitutions.csv", "capability,substitutesFor,effectiveness\ninfantry,police,0.5\n",
      "▶PK\u{3}\u{4}", .notText),
    BadInput(
      "fixed.csv", "contribution,crisis,lift,mode", "▶contribution,crisis,note1,note2",
      .missingColumn),
  ]

  static let cells: [BadInput] = [
    BadInput("contributors.csv", "north,Northland", "▶,Northland", .missingValue),
    BadInput("contributors.csv", "west,\"West, the\"", "▶we st,West", .badIdentifier),
    BadInput("locations.csv", "port,Port", "▶pört,Port", .badIdentifier),
    BadInput(
      "contributors.csv", "west,\"West, the\"", "▶\(String(repeating: "w", count: 65)),West",
      .badIdentifier),
    BadInput("contributors.csv", "west,\"West, the\"", "▶*,West", .badIdentifier),
    BadInput("contributors.csv", "west,\"West, the\"", "▶=west,West", .badIdentifier),
    BadInput("contributors.csv", "Southland,,0.7", "▶South\u{1B}[31mland,,0.7", .badText),
    BadInput("contributors.csv", "Southland,,0.7", "▶South\u{202E}land,,0.7", .badText),
    BadInput("contributors.csv", "Southland,,0.7", "▶\"South\nland\",,0.7", .badText),
    BadInput("contributors.csv", "Northland,2,", "Northland,▶0,", .outOfRange),
    BadInput("contributors.csv", "Northland,2,", "Northland,▶-1,", .outOfRange),
    BadInput("contributors.csv", "Northland,2,", "Northland,▶two,", .badNumber),
    BadInput("contributors.csv", "Northland,2,", "Northland,2,▶50", .outOfRange),
    BadInput("contributors.csv", "Northland,2,", "Northland,2,▶-0.1", .outOfRange),
    BadInput("contributors.csv", "Northland,2,", "Northland,2,▶50%", .badNumber),
    BadInput("locations.csv", "Camp,50,30", "Camp,▶91,30", .outOfRange),
    BadInput("locations.csv", "Camp,50,30", "Camp,▶-90.5,30", .outOfRange),
    BadInput("locations.csv", "Camp,50,30", "Camp,50,▶181", .outOfRange),
    BadInput("locations.csv", "Camp,50,30", "Camp,50,▶-180.001", .outOfRange),
    BadInput("locations.csv", "Camp,50,30", "Camp,▶nan,▶inf", .badNumber, .badNumber),
    BadInput("locations.csv", "Camp,50,30", "Camp,▶,30", .missingValue),
    BadInput("locations.csv", "Camp,50,30", "Camp,▶50°N,30", .badNumber),
    BadInput("capabilities.csv", "police,police,,100", "police,▶Police,,100", .unknownWord),
    BadInput("capabilities.csv", "police,police,,100", "police,▶gendarmes,,100", .unknownWord),
    BadInput("capabilities.csv", "police,police,,100", "police,▶,,100", .missingValue),
    BadInput("capabilities.csv", "police,police,,100", "police,police,,▶0", .outOfRange),
    BadInput("capabilities.csv", "police,police,,100", "police,police,,▶-100", .outOfRange),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,500,▶-1", .outOfRange),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,▶\"1,500\",300", .badNumber),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,▶1 500,300", .badNumber),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,▶0x1F,300", .badNumber),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,▶1e13,300", .outOfRange),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,▶1e999,300", .outOfRange),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,500,▶1e-13", .outOfRange),
    BadInput("capabilities.csv", "battalion,500,300", "battalion,500,▶1e-999", .outOfRange),
    BadInput(
      "capabilities.csv", "battalion,500,300", "battalion,▶NaN,▶Infinity", .badNumber, .badNumber),
    BadInput("substitutions.csv", "police,0.5", "police,▶0", .outOfRange),
    BadInput("substitutions.csv", "police,0.5", "police,▶1.5", .outOfRange),
    BadInput("substitutions.csv", "police,0.5", "police,▶50", .outOfRange),
    BadInput("contributions.csv", "camp,4,", "camp,▶-4,", .outOfRange),
    BadInput("contributions.csv", "camp,4,", "camp,▶,", .missingValue),
    BadInput("contributions.csv", "camp,4,", "camp,▶four,", .badNumber),
    BadInput("contributions.csv", "port,2,450,", "port,2,▶0,", .outOfRange),
    BadInput("contributions.csv", "port,2,450,,5", "port,2,450,,▶-5", .outOfRange),
    BadInput("contributions.csv", ",3,1,0.75,15", ",3,▶2,0.75,15", .outOfRange),
    BadInput("contributions.csv", ",3,1,0.75,15", ",3,1,▶-0.75,15", .outOfRange),
    BadInput("contributions.csv", ",3,1,0.75,15", ",3,1,▶75,15", .outOfRange),
    BadInput("contributions.csv", ",3,1,0.75,15", ",3,1,0.75,▶0", .outOfRange),
    BadInput("contributions.csv", "15,0.5,1000", "15,▶-0.5,▶-1000", .outOfRange, .outOfRange),
    BadInput("crises.csv", "river,0,0.3", "river,▶-1,0.3", .outOfRange),
    BadInput("crises.csv", "river,0,0.3", "river,0,▶1.3", .outOfRange),
    BadInput("requirements.csv", "infantry,600,", "infantry,▶0,", .outOfRange),
    BadInput("requirements.csv", "infantry,600,", "infantry,▶-600,", .outOfRange),
    BadInput("requirements.csv", "infantry,2,units", "infantry,2,▶unit", .unknownWord),
    BadInput("requirements.csv", ",5,20,2,1", ",▶-5,20,2,1", .outOfRange),
    BadInput("requirements.csv", ",5,20,2,1", ",▶,20,2,1", .missingValue),
    BadInput("requirements.csv", ",5,20,2,1", ",5,20,▶0,1", .outOfRange),
    BadInput("requirements.csv", ",5,20,2,1", ",5,20,2,▶0", .outOfRange),
    BadInput("requirements.csv", ",5,20,2,1", ",5,20,2,▶1.5", .badNumber),
    BadInput("requirements.csv", ",5,20,2,1", ",5,20,2,▶first", .badNumber),
    BadInput("distances.csv", "road,900,", "road,▶-900,", .outOfRange),
    BadInput("distances.csv", "road,900,", "road,900,▶yes", .badBoolean),
    BadInput("modes.csv", "air,6000,", "air,▶0,", .outOfRange),
    BadInput("modes.csv", "400,1.3,2500", "400,▶0.9,2500", .outOfRange),
    BadInput("modes.csv", "400,1.3,2500", "400,1.3,▶-1", .outOfRange),
    BadInput("modes.csv", "0.5,1.2,true", "▶-0.5,▶-1.2,▶1", .outOfRange, .outOfRange, .badBoolean),
    BadInput(
      "lift.csv", "air,5,40,140,8000,0.8", "air,▶-5,▶-40,▶-140,▶0,▶1.8", .outOfRange, .outOfRange,
      .outOfRange, .outOfRange, .outOfRange),
    BadInput(
      "lift.csv", "air,5,40,140,8000,0.8", "air,▶,▶,▶,▶,0.8", .missingValue, .missingValue,
      .missingValue, .missingValue),
    BadInput("fixed.csv", "common,,1,10,20", "common,,▶0,10,20", .outOfRange),
    BadInput("fixed.csv", "common,,1,10,20", "common,,▶,10,20", .missingValue),
  ]

  static let rows: [BadInput] = [
    BadInput("contributors.csv", "west,\"West, the\"", "▶south,West", .duplicateRow),
    BadInput("locations.csv", "hills,Hills", "▶coast,Hills", .duplicateRow),
    BadInput("modes.csv", "rail,700", "▶road,700", .duplicateRow),
    BadInput(
      "contributions.csv", "s-pol,south,police,port,6,,",
      "s-pol,south,police,port,6,,,,,,,,,\n▶n-inf,north,infantry,camp,6,,", .duplicateRow),
    BadInput(
      "substitutions.csv", "infantry,police,0.5", "infantry,police,0.5\n▶infantry,police,0.6",
      .duplicateRow),
    BadInput(
      "caveats.csv", "west,,medical,air,", "west,,medical,air,\n▶west,*,medical,air,", .duplicateRow
    ),
    BadInput("substitutions.csv", "infantry,police", "infantry,▶infantry", .selfSubstitution),
    BadInput(
      "contributions.csv", "n-inf,north,infantry,camp", "n-inf,▶nroth,▶infantri,▶cmap",
      .unknownReference, .unknownReference, .unknownReference),
    BadInput("contributions.csv", "n-inf,north", "n-inf,▶North", .unknownReference),
    BadInput("contributions.csv", "n-inf,north", "n-inf,▶*", .unknownReference),
    BadInput("contributions.csv", "n-inf,north", "n-inf,▶", .missingValue),
    BadInput("crises.csv", "Flood,river", "Flood,▶sea", .unknownReference),
    BadInput(
      "requirements.csv", "flood-med,flood,medical", "flood-med,▶floods,▶medics", .unknownReference,
      .unknownReference),
    BadInput(
      "requirements.csv", "flood-med,flood,medical", "flood-med,▶*,medical", .unknownReference),
    BadInput(
      "substitutions.csv", "infantry,police", "▶tanks,▶guards", .unknownReference, .unknownReference
    ),
    BadInput(
      "distances.csv", "depot,river,road", "▶nowhere,▶*,▶sea", .unknownReference, .unknownReference,
      .unknownReference),
    BadInput(
      "lift.csv", "heavy,north,air", "heavy,▶nobody,▶sea", .unknownReference, .unknownReference),
    BadInput("lift.csv", "heavy,north,air", "heavy,north,▶*", .unknownReference),
    BadInput(
      "caveats.csv", "south,flood,*,,", "▶*,▶fire,▶tanks,▶sea,", .unknownReference,
      .unknownReference, .unknownReference, .unknownReference),
    BadInput(
      "distances.csv", "depot,river,road,900,", "depot,river,road,900,\n▶river,depot,road,901,",
      .contradictingDistance),
    BadInput(
      "distances.csv", "depot,river,road,900,",
      "depot,river,road,900,\n▶depot,river,road,900,false", .contradictingDistance),
    BadInput("requirements.csv", ",5,20,2,1", ",5,▶5,2,1", .emptyWindow),
    BadInput("requirements.csv", ",5,20,2,1", ",5,▶4,2,1", .emptyWindow),
    BadInput("requirements.csv", ",5,20,2,1", ",5,▶31,2,1", .outsideHorizon),
    BadInput("requirements.csv", ",5,20,2,1", ",▶30,40,2,1", .outsideHorizon),
    BadInput("fixed.csv", "common,,1,10,20", "common,,1,10,▶10", .emptyWindow),
    BadInput(
      "fixed.csv", "s-inf,unrest,common", "▶s-ifn,▶unrset,▶comon", .unknownReference,
      .unknownReference, .unknownReference),
    BadInput("fixed.csv", "common,,1", "common,▶rial,1", .unknownReference),
  ]

  static let fixedLines: [BadInput] = [
    BadInput("fixed.csv", "common,,1,10,20", ",▶,1,10,20", .missingValue),
    BadInput("fixed.csv", "common,,1,10,20", "common,▶road,1,10,20", .fixedWay),
    BadInput("fixed.csv", "common,,1,10,20", "▶heavy,,1,10,20", .fixedWay),
    BadInput("fixed.csv", "s-inf,unrest,common,,1,10,20", "n-inf,unrest,,▶air,1,10,20", .fixedWay),
    BadInput("fixed.csv", "common,,1,10,20", "common,,1,▶11,20", .fixedOffGrid),
    BadInput("fixed.csv", "common,,1,10,20", "common,,1,10,▶19.5", .fixedOffGrid),
    BadInput("fixed.csv", "common,,1,10,20", "common,,1,10,▶60", .outsideHorizon),
    BadInput("fixed.csv", "common,,1,10,20", "common,,1,▶5,20", .fixedImpossible),
    BadInput("fixed.csv", "s-inf,unrest,common", "s-inf,▶flood,common", .fixedImpossible),
    BadInput(
      "fixed.csv", "s-inf,unrest,common,,1,10,20", "w-med,▶unrest,,road,1,10,20", .fixedImpossible),
    BadInput(
      "fixed.csv", "common,,1,10,20", "common,,1,10,20\n▶s-inf,unrest,common,air,2,10,20",
      .duplicateRow),
    BadInput(
      "fixed.csv", "w-med,flood,,road,1,5,15", "w-med,flood,,road,1,5,▶25", .fixedImpossible),
    BadInput("fixed.csv", "w-med,flood,,road,1,5,15", "w-med,flood,▶heavy,,1,5,15", .fixedWay),
    BadInput(
      "fixed.csv", "s-inf,unrest,common,,1,10,20", "n-inf,unrest,heavy,,1,10,▶30", .fixedImpossible),
    BadInput(
      "fixed.csv", "s-inf,unrest,common,,1,10,20", "s-inf,unrest,,▶road,1,10,20", .fixedImpossible),
  ]

  static let policy: [BadInput] = [
    BadInput(package, "\"horizonDays\": 30", "\"horizonDays\": ▶0", .outOfRange),
    BadInput(package, "\"horizonDays\": 30", "\"horizonDays\": ▶-30", .outOfRange),
    BadInput(package, "\"horizonDays\": 30", "\"horizonDays\": ▶\"30\"", .packageShape),
    BadInput(package, "\"horizonDays\": 30", "\"horizonDays\": ▶1e999", .jsonSyntax),
    BadInput(package, "\"horizonDays\": 30", "\"horizonDays\": ▶NaN", .jsonSyntax),
    BadInput(package, "\"horizonDays\": 30", "\"horizonDays\": ▶1e13", .outOfRange),
    BadInput(package, "\"horizonDays\": 30", "▶\"horizonDay\": 30", .unknownKey),
    BadInput(package, "\"gridDays\": 5", "\"gridDays\": ▶0", .outOfRange),
    BadInput(package, "\"gridDays\": 5", "\"gridDays\": ▶0.001", .gridTooFine),
    BadInput(package, "\"gridDays\": 5", "\"timeResolutionDays\": ▶0", .outOfRange),
    BadInput(
      package, "\"gridDays\": 5", "\"gridDays\": 5, \"strength\": ▶\"Pledged\"", .unknownWord),
    BadInput(package, "\"gridDays\": 5", "\"gridDays\": 5, \"strength\": ▶true", .packageShape),
    BadInput(package, "\"gridDays\": 5", "\"gridDays\": 5, \"wholeUnits\": ▶1", .packageShape),
    BadInput(package, "\"gridDays\": 5", "\"gridDays\": 5, \"minTourDays\": ▶-1", .outOfRange),
    BadInput(package, "\"pre-emptive\"", "▶\"preemptive\"", .unknownWord),
    BadInput(package, "{\"perCrisis\": 0.8, \"overall\": 0.9}", "▶50", .outOfRange),
    BadInput(package, "{\"perCrisis\": 0.8, \"overall\": 0.9}", "▶0", .outOfRange),
    BadInput(package, "{\"perCrisis\": 0.8, \"overall\": 0.9}", "▶\"half\"", .packageShape),
    BadInput(
      package, "{\"perCrisis\": 0.8, \"overall\": 0.9}", "{\"perCrisis\": ▶1.1, \"overall\": ▶-1}",
      .outOfRange, .outOfRange),
    BadInput(
      package, "{\"perCrisis\": 0.8, \"overall\": 0.9}", "{▶\"percrisis\": 0.8}", .unknownKey),
    BadInput(
      package, "[\"shortfall\", \"burden\", \"effort\"]", "▶[\"burden\", \"shortfall\"]", .goals),
    BadInput(package, "[\"shortfall\", \"burden\", \"effort\"]", "▶[]", .goals),
    BadInput(
      package, "[\"shortfall\", \"burden\", \"effort\"]", "[\"shortfall\", ▶\"shortfall\"]", .goals),
    BadInput(
      package, "[\"shortfall\", \"burden\", \"effort\"]", "[\"shortfall\", ▶\"speed\", ▶3]",
      .unknownWord, .packageShape),
    BadInput(package, "[\"shortfall\", \"burden\", \"effort\"]", "▶\"shortfall\"", .packageShape),
    BadInput(package, "\"seed\": 7", "\"seed\": ▶7.5", .badNumber),
    BadInput(package, "\"seed\": 7", "\"seed\": 7, ▶\"seed\": 8", .jsonSyntax),
  ]

  static let packages: [BadInput] = [
    BadInput(package, "\"tiny\"", "▶\"Tiny model\"", .packageName),
    BadInput(package, "\"tiny\"", "▶\"\"", .packageName),
    BadInput(package, "\"tiny\"", "▶12", .packageShape),
    BadInput(package, "\"Tiny model\"", "▶[\"Tiny\"]", .packageShape),
    BadInput(package, "\"Tiny model\"", "▶\"Tiny\\u001b[2J\"", .badText),
    BadInput(package, "\"tabular-data-package\"", "▶\"zip\"", .packageShape),
    BadInput(package, "\"forceplan\": {", "▶\"forceplans\": {", .unknownKey),
    BadInput(package, "  \"resources\": [", "  ▶\"resource\": [", .unknownKey),
    BadInput(
      package, "{\"name\": \"expected\", \"path\": \"expected.csv\"}",
      "▶{\"path\": \"expected.csv\"}", .packageShape),
    BadInput(
      package, "{\"name\": \"lift\", \"path\": \"lift.csv\"}", "▶{\"name\": \"lift\"}",
      .packageShape),
    BadInput(
      package, "{\"name\": \"expected\", \"path\": \"expected.csv\"}", "▶\"expected.csv\"",
      .packageShape),
    BadInput(
      package, "\"path\": \"lift.csv\"", "\"path\": ▶[\"lift.csv\", \"more.csv\"]", .packageShape),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶7", .packageShape),
    BadInput(
      package, "\"path\": \"lift.csv\"", "\"path\": \"lift.csv\", \"encoding\": ▶\"latin-1\"",
      .packageShape),
    BadInput(
      package, "\"path\": \"lift.csv\"",
      "\"path\": \"lift.csv\", \"dialect\": {\"delimiter\": ▶\";\"}", .packageShape),
    BadInput(
      package, "\"path\": \"lift.csv\"",
      "\"path\": \"lift.csv\", \"dialect\": {\"header\": ▶false}", .packageShape),
    BadInput(package, "\"name\": \"caveats\"", "\"name\": ▶\"lift\"", .duplicateResource),
    BadInput(package, "\"name\": \"expected\"", "\"name\": ▶\"contribution\"", .misspeltResource),
    BadInput(package, "\"name\": \"expected\"", "\"name\": ▶\"Expected values\"", .packageName),
    BadInput(
      package,
      "  \"resources\": [\n    {\"name\": \"contributors\", \"path\": \"contributors.csv\"},",
      "  ▶\"resources\": [", .missingTable),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"lifts.csv\"", .missingFile),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"/etc/hostname\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"../lift.csv\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"a/../lift.csv\"", .unsafePath),
    BadInput(
      package, "\"path\": \"lift.csv\"", "\"path\": ▶\"https://example.org/lift.csv\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"file:lift.csv\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"C:/lift.csv\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"tables\\\\lift.csv\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"~/lift.csv\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"lift.csv\\u0000\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\"\"", .unsafePath),
    BadInput(package, "\"path\": \"lift.csv\"", "\"path\": ▶\".\"", .unsafePath),
    BadInput(package, "\"seed\": 7\n  },\n  ", "\"seed\": 7\n  }\n  ▶", .jsonSyntax),
  ]

  static let warnings: [BadInput] = [
    BadInput("crises.csv", "spill,Spill-over", "▶quiet,,hills,,\nspill,Spill-over", .idleCrisis),
    BadInput("locations.csv", "coast,Coast", "▶moon,,0,0,\ncoast,Coast", .unusedLocation),
    BadInput(
      "capabilities.csv", "police,police", "▶band,support,,30,\npolice,police", .unusedCapability),
    BadInput("lift.csv", "common,,air", "trucks,,▶road,2,5,20,400,\ncommon,,air", .unusedLift),
    BadInput(package, "{\"perCrisis\": 0.8, \"overall\": 0.9}", "▶0.1", .blockingCaps),
    BadInput(
      "contributions.csv", "s-inf,south", "x,south,infantry,port,1,,,▶40,,,,,,\ns-inf,south",
      .unreachable),
    BadInput(
      "contributions.csv", "s-inf,south", "x,south,infantry,port,1,,,,,,▶2,,,\ns-inf,south",
      .unreachable),
  ]

  @Test(arguments: form + cells + rows + fixedLines + policy + packages + warnings)
  func `what is wrong is found at its place, and nothing else`(input: BadInput) throws {
    try check(input)
  }

  /// Changes of one file that show in another.
  struct Consequence: Sendable, CustomTestStringConvertible {
    var file: String
    var old: String
    var new: String
    var expected: [String]
    var testDescription: String { expected.joined(separator: ", ") }
  }

  static let consequences = [
    Consequence(
      file: "lift.csv", old: "common,,air,2,20,60,7000,", new: "common,,air,2,20,0,7000,",
      expected: ["fixed.csv:2:3 fixed-way"]),
    Consequence(
      file: "lift.csv", old: "common,,air,2,20,60,7000,", new: "common,,air,2,0,60,7000,",
      expected: ["fixed.csv:2:3 fixed-way"]),
    Consequence(
      file: "modes.csv", old: "400,1.3,2500", new: "400,1.3,100",
      expected: ["fixed.csv:3:4 fixed-impossible"]),
    Consequence(
      file: "caveats.csv", old: "west,,medical,air,", new: "west,flood,,road,",
      expected: ["fixed.csv:3:1 fixed-impossible"]),
    Consequence(
      file: "caveats.csv", old: "west,,medical,air,", new: "south,,police,,",
      expected: ["contributions.csv:4:2 unreachable"]),
    Consequence(
      file: "modes.csv", old: "6000,,,0.5", new: "6000,,,12",
      expected: ["fixed.csv:2:6 fixed-impossible"]),
    Consequence(
      file: "contributions.csv", old: "port,2,450,,5,,,,", new: "port,2,450,,5,,,5,",
      expected: ["fixed.csv:2:7 fixed-impossible"]),
    Consequence(
      file: "datapackage.json", old: "\"gridDays\": 5", new: "\"gridDays\": 5, \"minTourDays\": 12",
      expected: ["fixed.csv:2:7 fixed-impossible", "fixed.csv:3:7 fixed-impossible"]),
    Consequence(
      file: "datapackage.json", old: "\"gridDays\": 5", new: "\"gridDays\": 7",
      expected: ["fixed.csv:3:7 fixed-off-grid"]),
    Consequence(
      file: "datapackage.json", old: "\"horizonDays\": 30", new: "\"horizonDays\": 25",
      expected: ["requirements.csv:3:7 outside-horizon", "requirements.csv:4:7 outside-horizon"]),
    Consequence(
      file: "datapackage.json", old: "{\"name\": \"lift\", \"path\": \"lift.csv\"},", new: "",
      expected: [
        "datapackage.json:13:3 unlisted-table", "fixed.csv:2:3 unknown-reference",
      ]),
    Consequence(
      file: "contributors.csv", old: "north,Northland,2,", new: "north,Northland",
      expected: ["contributors.csv:2:3 ragged-row"]),
    Consequence(
      file: "datapackage.json", old: "{\"name\": \"modes\", \"path\": \"modes.csv\"},", new: "",
      expected: [
        "datapackage.json:13:3 unlisted-table", "distances.csv:3:3 unknown-reference",
      ]),
    Consequence(
      file: "requirements.csv",
      old: "flood-med,flood,medical,120,,5,20,2,1\nspill-inf,spill,infantry,2,units,10,30,,2\n"
        + "unrest-inf,unrest,infantry,600,,10,30,,1\nunrest-pol,unrest,police,300,personnel,10,25,1.5,2\n",
      new: "",
      expected: [
        "contributions.csv:2:3 unreachable", "contributions.csv:3:3 unreachable",
        "contributions.csv:4:3 unreachable", "contributions.csv:5:3 unreachable",
        "crises.csv:2:1 idle-crisis", "crises.csv:3:1 idle-crisis", "crises.csv:4:1 idle-crisis",
        "fixed.csv:2:2 fixed-impossible", "fixed.csv:3:2 fixed-impossible",
      ]),
  ]

  @Test(arguments: consequences)
  func `what is wrong between tables is found where it can be mended`(change: Consequence) throws {
    let folder = try ScratchFolder(TinyModel.changed(change.file, change.old, change.new))
    let reading = ModelReader().read(folder: folder.path)
    #expect(
      reading.findings.map { "\($0.file):\($0.row):\($0.column) \($0.rule.rawValue)" }
        == change.expected,
      "\(reading.findings.map(\.text).joined(separator: "\n"))")
  }

  private func check(_ input: BadInput) throws {
    var files = try TinyModel.changed(input.file, input.old, input.new)
    let marked = MarkedText(
      try #require(files[input.file]), isTable: input.file.hasSuffix(".csv"))
    files[input.file] = marked.text
    let folder = try ScratchFolder(files)
    let before = try folder.contents()
    let reading = ModelReader().read(folder: folder.path)

    let found = reading.findings.filter { $0.severity == .error || input.rules.contains($0.rule) }
    let expected = zip(input.rules, marked.places).map { rule, place in
      "\(input.file):\(place.row):\(place.column) \(rule.rawValue)"
    }
    #expect(
      found.map { "\($0.file):\($0.row):\($0.column) \($0.rule.rawValue)" } == expected,
      "\(reading.findings.map(\.text).joined(separator: "\n"))")
    #expect((reading.model == nil) == reading.findings.hasErrors)
    for finding in reading.findings {
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
      #expect(!finding.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
    #expect(try folder.contents() == before)
  }
}
