import Testing
import TextFormats
import WorkbookTestSupport
import Workbooks

@Suite struct WorkbookWriterTests {
  private static func sheet(_ texts: [String]) -> Sheet {
    Sheet(name: "names", columns: [.init("name")], rows: texts.map { [.text($0)] })
  }

  private func rows(_ bytes: [UInt8], sheet: Int = 0) throws -> [[String]] {
    let table = CSV.read(try WorkbookReader(bytes).read(sheet: sheet).csv).table
    return (0..<table.recordCount).map { record in
      (0..<table.fieldCount(ofRecord: record)).map { table[record, $0] }
    }
  }

  static let hostile = [
    "=1+1", "=HYPERLINK(\"x\",\"y\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0",
    "{=1}", "'=1", "\"=1\"", "http://example.org", "mailto:a", "_x0041_", "_x0041_x0042_",
    "_x003D_1", "a_x", "_",
    "<b>&amp;</b>", "]]>", "line\nbreak", " space ", "\u{1}", "\u{202E}turned", "é", "e\u{301}",
    "😀",
    "true", "1e5", "007", "#REF!",
  ]

  @Test func `texts are what they are, whatever they begin with`() throws {
    let bytes = try WorkbookWriter.bytes(of: [Self.sheet(Self.hostile)], title: "=1")
    #expect(try rows(bytes).map { $0[0] } == Self.hostile)
    for (part, text) in try Archive.texts(of: bytes) where part.hasPrefix("xl/worksheets/") {
      #expect(!text.contains("<f"), "\(part) holds a formula")
      #expect(!text.contains("<hyperlink"), "\(part) holds a link")
    }
  }

  @Test func `numbers keep sixteen digits`() throws {
    let numbers = [0, 1, -1.5, 0.1, 1.0 / 3, 1e21, 1e-9, 123_456_789.125, 1e-300, 1.7e308]
    let bytes = try WorkbookWriter.bytes(
      of: [
        Sheet(
          name: "s", columns: [.init("n", format: .decimal)], rows: numbers.map { [.number($0)] })
      ],
      title: "")
    let read = try rows(bytes).map { try DecimalText.parse($0[0]) }
    #expect(read == numbers)
    #expect(numbers.allSatisfy(WorkbookWriter.keeps))
    #expect(!WorkbookWriter.keeps(0.1 + 0.2))
    #expect(WorkbookWriter.keeps(1e20))
  }

  @Test func `what is no number does not break the workbook`() throws {
    let bytes = try WorkbookWriter.bytes(
      of: [
        Sheet(
          name: "s", columns: [.init("n")],
          rows: [[.number(.nan)], [.number(.infinity)], [.empty], [.number(1)]])
      ], title: "")
    #expect(try rows(bytes) == [["nan"], ["inf"], ["1"]])
  }

  @Test func `the same sheets give the same bytes`() throws {
    let sheets = [
      Self.sheet(Self.hostile),
      Sheet(
        name: "more", columns: [.init("a", note: "a note", choices: ["x", "y"]), .init("b")],
        rows: [[.text("x"), .number(1)]]),
    ]
    let bytes = try WorkbookWriter.bytes(of: sheets, title: "t")
    #expect(try WorkbookWriter.bytes(of: sheets, title: "t") == bytes)
    let texts = try Archive.texts(of: bytes)
    #expect(texts["docProps/core.xml"]?.contains("2000-01-01T00:00:00Z") == true)
  }

  @Test func `the header stays in view and has filters, notes and lists`() throws {
    let sheet = Sheet(
      name: "s", columns: [.init("a", note: "what a says"), .init("b", choices: ["x", "y"])],
      rows: [[.number(1), .text("x")], [.number(2), .text("y")]])
    let texts = try Archive.texts(of: WorkbookWriter.bytes(of: [sheet], title: ""))
    let text = try #require(texts["xl/worksheets/sheet1.xml"])
    #expect(text.contains("state=\"frozen\""))
    #expect(text.contains("<autoFilter ref=\"A1:B3\"/>"))
    #expect(text.contains("<formula1>\"x,y\"</formula1>"))
    #expect(texts["xl/comments1.xml"]?.contains("what a says") == true)
  }

  @Test func `what a workbook cannot hold is refused`() throws {
    let long = Self.sheet(["short", String(repeating: "x", count: 32_768)])
    #expect(throws: WorkbookWritingFailure.textTooLong(sheet: "names", cell: "A3")) {
      try WorkbookWriter.bytes(of: [long], title: "")
    }
    let high = Sheet(name: "high", columns: [], rows: Array(repeating: [], count: 1_048_576))
    #expect(throws: WorkbookWritingFailure.tooManyCells(sheet: "high")) {
      try WorkbookWriter.bytes(of: [high], title: "")
    }
  }
}
