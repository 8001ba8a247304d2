import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing

/// A change of one cell of the tiny workbook, and the finding that must come of it.
struct BadCell: Sendable, CustomTestStringConvertible {
  var sheet: String
  var cell: String
  var content: String
  /// The start of the finding's line.
  var finding: String

  init(_ sheet: String, _ cell: String, _ content: String, _ finding: String) {
    self.sheet = sheet
    self.cell = cell
    self.content = content
    self.finding = finding
  }

  var testDescription: String { "\(sheet) \(cell): \(content)" }
}

@Suite struct WorkbookModelTests {
  private func read(_ data: Data, named name: String = "m.xlsx", limits: ReadingLimits = .init())
    throws -> ModelReading
  {
    let folder = try ScratchFolder()
    try folder.write(name, data)
    return ModelReader(limits: limits).read(folder: folder.path("") + name)
  }

  private func read(_ book: TinyWorkbook) throws -> ModelReading { try read(try book.data()) }

  @Test func `a workbook is the model that the folder of its tables is`() throws {
    let folder = try ScratchFolder(TinyModel.files)
    let expected = try #require(ModelReader().read(folder: folder.path).model)
    let reading = try read(TinyWorkbook())
    #expect(reading.findings.map(\.text) == [])
    var model = try #require(reading.model)
    #expect(model.identity != expected.identity)
    model.identity = expected.identity
    #expect(model == expected)
  }

  @Test func `the digest is that of the cells and not of the file`() throws {
    let digest = try #require(try read(TinyWorkbook()).model?.identity)
    let moved = try TinyWorkbook().data(after: "<pageMargins left=\"1\"/>")
    #expect(try read(moved, named: "other.XLSX").model?.identity == digest)
    let further = TinyWorkbook(TinyWorkbook().sheets + [("my notes", [["anything"]])])
    #expect(try read(further).model?.identity == digest)
    for (sheet, cell, content) in [
      ("forceplan", "B10", "8"), ("contributions", "E2", "5"), ("contributions", "N2", "letter 2"),
    ] {
      let changed = try read(TinyWorkbook().changed(sheet, cell, content)).model?.identity
      #expect(changed != nil && changed != digest, "\(sheet) \(cell)")
    }
  }

  @Test func `the least workbook needs no policy and no optional table`() throws {
    var book = TinyWorkbook()
    for sheet in ["forceplan", "substitutions", "distances", "modes", "lift", "caveats", "fixed"] {
      book = book.without(sheet)
    }
    let model = try #require(try read(book).model)
    #expect(model.name == "model")
    #expect(model.modes.map(\.id) == ["air", "road"])
    #expect(model.policy.horizonDays == 30)
  }

  static let badCells: [BadCell] = [
    BadCell(
      "contributions", "E2", "four",
      "m.xlsx:contributions:row 2:column E: error[bad-number]: 'four' in 'units' is not a number"),
    BadCell(
      "contributions", "D5", "nowhere",
      "m.xlsx:contributions:row 5:column D: error[unknown-reference]: 'nowhere' is not in the table "
        + "'locations'"),
    BadCell(
      "contributions", "H2", "<c s=\"1\"><v>46000</v></c>",
      "m.xlsx:contributions:row 2:column H: error[date-cell]: the cell holds a date or a time"),
    BadCell(
      "contributions", "H2", "<c><f>1+2</f></c>",
      "m.xlsx:contributions:row 2:column H: error[formula-without-value]: the formula has no value"),
    BadCell(
      "contributions", "E2", "<c t=\"e\"><v>#DIV/0!</v></c>",
      "m.xlsx:contributions:row 2:column E: error[formula-without-value]: the cell shows the error "
        + "'#DIV/0!'"),
    BadCell(
      "contributions", "E1", "<c/>",
      "m.xlsx:contributions:row 1:column A: error[missing-column]: the table 'contributions' has no "
        + "column 'units'"),
    BadCell(
      "contributions", "P3", "stray",
      "m.xlsx:contributions:row 3:column O: error[ragged-row]: the row has 16 cells"),
    BadCell(
      "lift", "A1", "lifts",
      "m.xlsx:lift:row 1:column A: error[unknown-column]: the table 'lift' knows no column 'lifts'"),
    BadCell(
      "forceplan", "B4", "thirty",
      "m.xlsx:forceplan:row 4:column B: error[package-shape]: 'horizonDays' is a text"),
    BadCell(
      "forceplan", "B4", "-1", "m.xlsx:forceplan:row 4:column B: error[out-of-range]: "),
    BadCell(
      "forceplan", "A4", "horizon",
      "m.xlsx:forceplan:row 4:column A: error[unknown-key]: forceplan knows no key 'horizon'"),
    BadCell(
      "forceplan", "A6", "shareCap.each",
      "m.xlsx:forceplan:row 6:column A: error[unknown-key]: 'shareCap' knows no key 'each'"),
    BadCell(
      "forceplan", "A6", "shareCap",
      "m.xlsx:forceplan:row 7:column A: error[duplicate-row]: 'shareCap.overall' is part of"),
    BadCell(
      "forceplan", "A5", "horizonDays",
      "m.xlsx:forceplan:row 5:column A: error[duplicate-row]: 'horizonDays' is already in row 4"),
    BadCell(
      "forceplan", "B9", "shortfall, burdens",
      "m.xlsx:forceplan:row 9:column B: error[unknown-word]: 'burdens' is no choice for 'goals'"),
    BadCell(
      "forceplan", "B11", "perhaps",
      "m.xlsx:forceplan:row 11:column B: error[package-shape]: 'wholeUnits' is a text"),
    BadCell(
      "forceplan", "B1", "values",
      "m.xlsx:forceplan:row 1:column A: error[missing-column]: the sheet has no column 'value'"),
    BadCell(
      "forceplan", "C1", "remark",
      "m.xlsx:forceplan:row 1:column C: error[unknown-column]: the sheet knows no column 'remark'"),
    BadCell(
      "forceplan", "B2", "Tiny Model", "m.xlsx:forceplan:row 2:column B: error[package-name]: "),
  ]

  @Test(arguments: badCells)
  func `what is wrong in a cell is found at sheet, row and column`(bad: BadCell) throws {
    let reading = try read(TinyWorkbook().changed(bad.sheet, bad.cell, bad.content))
    let errors = reading.findings.filter { $0.severity == .error }.map(\.text)
    #expect(errors.contains { $0.hasPrefix(bad.finding) }, "\(errors)")
    #expect(reading.model == nil)
    #expect(!reading.cannotRead)
    // A cell that has no value is not found to be missing as well.
    if bad.content.hasPrefix("<c") { #expect(!errors.contains { $0.contains("[missing-value]") }) }
  }

  @Test func `formulas are a warning, and dates among notes are nobody's business`() throws {
    let formulas = try TinyWorkbook().changed("contributions", "E2", "<c><f>2+2</f><v>4</v></c>")
      .changed("contributions", "E4", "<c><f>3+3</f><v>6</v></c>")
      .changed("contributions", "N3", "<c s=\"1\"><v>46000</v></c>")
      .changed("contributions", "N4", "<c t=\"e\"><v>#N/A</v></c>")
    let reading = try read(formulas)
    #expect(reading.model != nil)
    #expect(
      reading.findings.map(\.text) == [
        "m.xlsx:contributions:row 2:column E: warning[formula-cell]: 2 cells hold formulas, this the "
          + "first; the values that were last saved are read; see that the workbook was saved after "
          + "the last change"
      ])
  }

  @Test func `merged cells are an error`() throws {
    let merge = "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"
    let reading = try read(try TinyWorkbook().data(after: merge))
    #expect(reading.model == nil)
    #expect(Set(reading.findings.map(\.rule)).isSuperset(of: [.mergedCells]))
    #expect(reading.findings.allSatisfy { $0.row == 2 && $0.column == 2 })
  }

  @Test func `sheets that are missing, misspelt or there twice`() throws {
    let missing = try read(TinyWorkbook().without("crises"))
    #expect(
      missing.findings.map(\.text).contains {
        $0.hasPrefix(
          "m.xlsx:1:1: error[missing-table]: the workbook has no sheet 'crises'; add the sheet")
      })
    let capital = try read(
      TinyWorkbook(TinyWorkbook().without("lift").sheets + [("Lift", [["lift"]])]))
    #expect(
      capital.findings.map(\.text).contains {
        $0.hasPrefix(
          "m.xlsx:1:1: warning[misspelt-resource]: the sheet 'Lift' is not read; did you")
      })
    let twice = try read(TinyWorkbook(TinyWorkbook().sheets + [("lift", [["lift"]])]))
    #expect(twice.findings.map(\.rule) == [.duplicateResource])
  }

  @Test func `a file that is no workbook cannot be read, a broken one is not valid`() throws {
    let text = try read(Data("contribution,units\n".utf8))
    #expect(text.findings.map(\.rule) == [.cannotRead])
    #expect(text.cannotRead)
    let whole = try TinyWorkbook().data()
    let half = try read(whole.prefix(whole.count / 2))
    #expect(half.findings.map(\.rule) == [.brokenWorkbook])
    #expect(!half.cannotRead)
    for finding in text.findings + half.findings {
      #expect(!finding.message.isEmpty && !finding.remedy.isEmpty)
    }
  }

  @Test(
    arguments: [
      ReadingLimits(workbookBytes: 1000), ReadingLimits(unpackedBytes: 5000),
      ReadingLimits(tableBytes: 100), ReadingLimits(rows: 2), ReadingLimits(columns: 5),
      ReadingLimits(cells: 10), ReadingLimits(cellBytes: 5),
    ])
  func `every limit on files holds for workbooks`(limits: ReadingLimits) throws {
    let reading = try read(try TinyWorkbook().data(), limits: limits)
    #expect(reading.model == nil)
    #expect(reading.findings.contains { $0.rule == .limitExceeded })
  }

  // MARK: - Variants

  private let change = TinyWorkbook([
    ("forceplan", [["key", "value"], ["seed", "9"]]),
    (
      "contributions",
      [["contribution", "units", "delete"], ["n-inf", "9", ""], ["w-med", "", "true"]]
    ),
    (
      "fixed",
      [
        ["contribution", "crisis", "lift", "mode", "units", "from", "until", "delete"],
        ["w-med", "flood", "", "road", "", "5", "15", "true"],
      ]
    ),
  ])

  @Test(arguments: [true, false])
  func `a workbook may be a variant of a folder and of a workbook`(ofFolder: Bool) throws {
    let folder = try ScratchFolder(TinyModel.files)
    try folder.write("base.xlsx", try TinyWorkbook().data())
    try folder.write("change.xlsx", try change.data())
    let base = ofFolder ? folder.path : folder.path("base.xlsx")
    let reading = VariantReader(of: base).read(folder.path("change.xlsx"))
    #expect(!reading.findings.hasErrors, "\(reading.findings.map(\.text))")
    let model = try #require(reading.model)
    #expect(model.name == "tiny.change")
    #expect(model.policy.seed == 9)
    #expect(model.contributions.map(\.id) == ["n-inf", "s-inf", "s-pol"])
    #expect(model.contributions.first?.units == 9)
  }

  @Test func `a variant's findings name its own sheets, and an empty one changes nothing`() throws {
    let folder = try ScratchFolder(TinyModel.files)
    try folder.write("change.xlsx", try change.changed("contributions", "B2", "nine").data())
    try folder.write("empty.xlsx", try TinyWorkbook([("notes", [["x"]])]).data())
    let bad = ModelReader().read(folder: folder.path, variants: [folder.path("change.xlsx")])
    #expect(
      bad.findings.map(\.text).contains {
        $0.hasPrefix("change.xlsx:contributions:row 2:column B: error[bad-number]: 'nine'")
      })
    let empty = ModelReader().read(folder: folder.path, variants: [folder.path("empty.xlsx")])
    #expect(empty.findings.map(\.rule) == [.emptyVariant])
  }

  @Test func `a whole model in a workbook stands for itself in a comparison`() throws {
    let folder = try ScratchFolder(TinyModel.files)
    try folder.write("other.xlsx", try TinyWorkbook().changed("forceplan", "B2", "other").data())
    let reading = VariantReader(of: folder.path).read(folder.path("other.xlsx"))
    #expect(reading.model?.name == "other")
  }
}
