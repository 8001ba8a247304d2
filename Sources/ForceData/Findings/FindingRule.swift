/// The rules that a planner's files are checked against.
///
/// The raw value is the identifier that a finding shows in brackets. The table in this module's
/// README is held to these cases by a test.
public enum FindingRule: String, Sendable, CaseIterable {
  // Files
  case cannotRead = "cannot-read"
  case unsafePath = "unsafe-path"
  case missingFile = "missing-file"
  case notARegularFile = "not-a-regular-file"
  case limitExceeded = "limit-exceeded"
  case notText = "not-text"
  case findingsLeftOut = "findings-left-out"

  // Workbooks
  case brokenWorkbook = "broken-workbook"
  case dateCell = "date-cell"
  case formulaCell = "formula-cell"
  case formulaWithoutValue = "formula-without-value"
  case mergedCells = "merged-cells"

  // datapackage.json
  case jsonSyntax = "json-syntax"
  case packageShape = "package-shape"
  case packageName = "package-name"
  case unknownKey = "unknown-key"
  case duplicateResource = "duplicate-resource"
  case missingTable = "missing-table"
  case misspeltResource = "misspelt-resource"
  case unlistedTable = "unlisted-table"

  // The form of a table
  case quoting
  case separator
  case raggedRow = "ragged-row"
  case blankRow = "blank-row"
  case missingColumn = "missing-column"
  case unknownColumn = "unknown-column"
  case duplicateColumn = "duplicate-column"

  // Cells
  case missingValue = "missing-value"
  case badIdentifier = "bad-identifier"
  case badText = "bad-text"
  case badNumber = "bad-number"
  case outOfRange = "out-of-range"
  case badBoolean = "bad-boolean"
  case unknownWord = "unknown-word"
  case unknownReference = "unknown-reference"

  // Rows
  case duplicateRow = "duplicate-row"
  case emptyWindow = "empty-window"
  case selfSubstitution = "self-substitution"
  case contradictingDistance = "contradicting-distance"

  // The model as a whole
  case missingHorizon = "missing-horizon"
  case outsideHorizon = "outside-horizon"
  case gridTooFine = "grid-too-fine"
  case goals
  case fixedWay = "fixed-way"
  case fixedOffGrid = "fixed-off-grid"
  case fixedImpossible = "fixed-impossible"
  case idleCrisis = "idle-crisis"
  case unusedLocation = "unused-location"
  case unusedCapability = "unused-capability"
  case unusedLift = "unused-lift"
  case unreachable
  case blockingCaps = "blocking-caps"

  // Variants
  case emptyVariant = "empty-variant"
  case unknownRow = "unknown-row"

  // Plan folders
  case planShape = "plan-shape"
  case planDisagreement = "plan-disagreement"

  /// How much a breach of the rule weighs.
  public var severity: Finding.Severity {
    switch self {
    case .findingsLeftOut, .formulaCell, .misspeltResource, .unlistedTable, .blankRow, .idleCrisis,
      .unusedLocation,
      .unusedCapability, .unusedLift, .unreachable, .blockingCaps:
      .warning
    case .cannotRead, .unsafePath, .missingFile, .notARegularFile, .limitExceeded, .notText,
      .brokenWorkbook, .dateCell, .formulaWithoutValue, .mergedCells,
      .jsonSyntax, .packageShape, .packageName, .unknownKey, .duplicateResource, .missingTable,
      .quoting, .separator, .raggedRow, .missingColumn, .unknownColumn, .duplicateColumn,
      .missingValue, .badIdentifier, .badText, .badNumber, .outOfRange, .badBoolean, .unknownWord,
      .unknownReference, .duplicateRow, .emptyWindow, .selfSubstitution, .contradictingDistance,
      .missingHorizon, .outsideHorizon, .gridTooFine, .goals, .fixedWay, .fixedOffGrid,
      .fixedImpossible, .emptyVariant, .unknownRow, .planShape, .planDisagreement:
      .error
    }
  }

  /// What the rule asks, in one sentence.
  public var summary: String {
    switch self {
    case .cannotRead: "Files and folders can be opened and read."
    case .unsafePath: "A path stays inside the folder, directly and through links."
    case .missingFile: "A file that datapackage.json names is there."
    case .notARegularFile: "Tables are regular files, not folders, pipes or devices."
    case .limitExceeded: "Files, rows, columns and fields stay within the reading limits."
    case .findingsLeftOut: "There are not more findings than are kept."
    case .notText: "Files are UTF-8 text."
    case .brokenWorkbook: "A workbook is whole and has no password."
    case .dateCell: "Cells hold days as numbers, not as dates."
    case .formulaCell: "Cells hold values, of which a formula's may be out of date."
    case .formulaWithoutValue: "A formula has a value, which is no error."
    case .mergedCells: "Cells of a table are not merged."
    case .jsonSyntax: "JSON files are well-formed, without double keys and deep nesting."
    case .packageShape: "The parts of datapackage.json and of a variant have the expected types."
    case .packageName: "Names in datapackage.json are lower-case letters, digits and . _ - /."
    case .unknownKey: "Keys of the forceplan object and of a variant are known."
    case .duplicateResource: "A table is named once."
    case .missingTable: "The required tables are named in datapackage.json."
    case .misspeltResource: "A resource with almost the name of a table is probably misspelt."
    case .unlistedTable: "A table that lies in the folder is named in datapackage.json."
    case .quoting: "Quotes surround whole fields and are closed."
    case .separator: "Fields are separated by commas."
    case .raggedRow: "A row has as many fields as the header."
    case .blankRow: "Tables have no empty rows."
    case .missingColumn: "The required columns are there."
    case .unknownColumn: "Columns are known, unless their name starts with note."
    case .duplicateColumn: "A column comes once."
    case .missingValue: "Cells of required columns are filled in."
    case .badIdentifier: "Identifiers are 1 to 64 letters, digits, '_', '-' or '.'."
    case .badText: "Text holds no control characters and no characters that turn text around."
    case .badNumber: "Numbers are digits with a decimal point."
    case .outOfRange: "Numbers lie in the range of their column."
    case .badBoolean: "Yes and no are written true and false."
    case .unknownWord: "A cell with a fixed choice holds one of its words."
    case .unknownReference: "What a cell names is in the table that it refers to."
    case .duplicateRow: "A row's identifier, or its key columns together, come once."
    case .emptyWindow: "A window ends after it begins."
    case .selfSubstitution: "A capability does not substitute for itself."
    case .contradictingDistance: "A distance is given once for a direction and mode."
    case .missingHorizon: "The horizon is given or follows from a requirement."
    case .outsideHorizon: "Windows lie inside the horizon."
    case .gridTooFine: "The time grid has at most 5,000 periods."
    case .goals: "The goals begin with shortfall, and none comes twice."
    case .fixedWay: "A fixed line names exactly one way to move."
    case .fixedOffGrid: "A fixed line begins and ends on boundaries of the time grid."
    case .fixedImpossible: "A fixed line is a tour that can exist."
    case .idleCrisis: "A crisis has a requirement."
    case .unusedLocation: "A location is used."
    case .unusedCapability: "A capability is used."
    case .unusedLift: "A lift pool serves a mode that needs lift."
    case .unreachable: "A pledge can reach a crisis that needs it."
    case .blockingCaps: "The share caps leave room for a plan."
    case .emptyVariant: "A variant changes something."
    case .unknownRow: "A row that a variant removes is there."
    case .planShape: "The parts of plan.json have the expected types."
    case .planDisagreement: "The tables of a plan folder and plan.json say the same."
    }
  }
}
