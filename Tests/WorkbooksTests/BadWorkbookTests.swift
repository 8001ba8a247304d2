import Foundation
import TestSupport
import Testing
import TextFormats
import WorkbookTestSupport
import Workbooks

/// A way to spoil a workbook, and what must be said of it.
struct BadWorkbook: Sendable, CustomTestStringConvertible {
  var name: String
  var message: String
  var bytes: @Sendable () throws -> [UInt8]

  init(_ name: String, _ message: String, _ bytes: @escaping @Sendable () throws -> [UInt8]) {
    self.name = name
    self.message = message
    self.bytes = bytes
  }

  var testDescription: String { name }
}

@Suite struct BadWorkbookTests {
  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let sound = HandMadeWorkbook(
    rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1.5</v></c></row>",
    strings: "<si><t>text</t></si>")

  private static func rows(_ rows: String) -> @Sendable () throws -> [UInt8] {
    { try HandMadeWorkbook(rows: rows).bytes() }
  }

  static let cases: [BadWorkbook] = [
    BadWorkbook("nothing", "the file is empty") { [] },
    BadWorkbook("a text", "the file is something else") { Array("contribution,units\n".utf8) },
    BadWorkbook("the container of .xls", "an .xls file or one with a password") {
      [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600)
    },
    BadWorkbook("half of it", "the workbook is damaged: not a zip archive") {
      let bytes = try sound.bytes()
      return Array(bytes[..<(bytes.count / 2)])
    },
    BadWorkbook("another archive", "a zip archive of something else") {
      try Archive.bytes(of: [("a.txt", Data("a".utf8))])
    },
    BadWorkbook("a text document", "a document of another kind") {
      try sound.replacing("workbook", with: "document", in: "xl/workbook.xml").bytes()
    },
    BadWorkbook("encrypted parts", "protected by a password") { try sound.bytes(password: "x") },
    BadWorkbook("no workbook part", "xl/workbook.xml is missing") {
      try sound.without("xl/workbook.xml").bytes()
    },
    BadWorkbook("no sheet part", "\(sheet) is missing") { try sound.without(sheet).bytes() },
    BadWorkbook("no relationships", "workbook.xml.rels is missing") {
      try sound.without("xl/_rels/workbook.xml.rels").bytes()
    },
    BadWorkbook("a sheet without a part", "a sheet without a part in xl/workbook.xml") {
      try sound.replacing("r:id=\"r1\"", with: "r:id=\"r9\"", in: "xl/workbook.xml").bytes()
    },
    BadWorkbook("no shared strings", "sharedStrings.xml is missing") {
      try sound.without("xl/sharedStrings.xml").bytes()
    },
    BadWorkbook("a text that is not there", "a cell whose text is missing in \(sheet)") {
      try sound.replacing("<v>0</v>", with: "<v>1</v>", in: sheet).bytes()
    },
    BadWorkbook("a negative text", "a cell whose text is missing") {
      try sound.replacing("<v>0</v>", with: "<v>-1</v>", in: sheet).bytes()
    },
    BadWorkbook("XML that is cut", "at line 1 in \(sheet)") {
      try sound.replacing("</sheetData></worksheet>", with: "", in: sheet).bytes()
    },
    BadWorkbook("XML that is not UTF-8", "in xl/styles.xml") {
      try Archive.bytes(
        of: sound.parts.map {
          ($0.name, $0.name == "xl/styles.xml" ? Data([0x3C, 0xFF, 0xFE]) : Data($0.text.utf8))
        })
    },
    BadWorkbook("a document type", "a document type, which workbooks do not have") {
      try sound.replacing(
        "<sst", with: "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst", in: "xl/sharedStrings.xml"
      )
      .bytes()
    },
    BadWorkbook("entities that grow", "a document type") {
      let entities = (1...30).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
      return try sound.replacing(
        "<sst", with: "<!DOCTYPE x [<!ENTITY e0 \"lol\">\(entities)]><sst",
        in: "xl/sharedStrings.xml"
      )
      .replacing("text", with: "&e30;", in: "xl/sharedStrings.xml").bytes()
    },
    BadWorkbook("an entity from a file", "a document type") {
      try sound.replacing(
        "<sst", with: "<!DOCTYPE x [<!ENTITY a SYSTEM \"/etc/passwd\">]><sst",
        in: "xl/sharedStrings.xml"
      ).bytes()
    },
    BadWorkbook(
      "deep nesting", "nested more than 64 deep",
      rows(String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100))),
    BadWorkbook(
      "rows out of order", "rows out of order",
      rows("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>")),
    BadWorkbook("row 0", "rows out of order", rows("<row r=\"0\"><c><v>1</v></c></row>")),
    BadWorkbook(
      "a row beyond the last", "rows out of order",
      rows("<row r=\"1048577\"><c><v>1</v></c></row>")),
    BadWorkbook(
      "a row that overflows", "rows out of order",
      rows("<row r=\"99999999999999999999\"><c><v>1</v></c></row>")),
    BadWorkbook(
      "cells out of order", "cells out of order",
      rows("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")),
    BadWorkbook(
      "a cell of another row", "cells out of order",
      rows("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")),
    BadWorkbook(
      "a column beyond the last", "cells out of order",
      rows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")),
    BadWorkbook(
      "a place that is none", "cells out of order",
      rows("<row r=\"1\"><c r=\"é1\"><v>1</v></c></row>")),
    BadWorkbook(
      "too many cells", "too many cells in a row",
      {
        try HandMadeWorkbook(
          rows: "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c><v>1</v></c></row>"
        ).bytes()
      }),
    BadWorkbook("a merge without a range", "merged cells without a range") {
      try HandMadeWorkbook([
        ("s", "<sheetData/><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>")
      ])
      .bytes()
    },
    BadWorkbook("too many sheets", "more than 1000 sheets") {
      try HandMadeWorkbook((0...1000).map { ("s\($0)", "") }).bytes()
    },
    BadWorkbook("a tag without end", "a tag of more than 1048576 bytes") {
      var noise = SeededGenerator(seed: 1)
      let long = String(
        (0..<1_200_000).map { _ in
          Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &noise)))
        })
      return try HandMadeWorkbook(rows: "<row a=\"\(long)\"/>").bytes()
    },
    BadWorkbook("a part that packs too well", "unpacks to more than 300 times its size") {
      try HandMadeWorkbook(rows: String(repeating: "<x/>", count: 1_000_000)).bytes()
    },
    BadWorkbook("a part that says it were small", sheet) {
      var bytes = try HandMadeWorkbook(rows: String(repeating: "<x/>", count: 1_000_000)).bytes()
      // The unpacked size of each part, in the list at the end of the archive.
      let mark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
      for index in 0..<(bytes.count - 28) where Array(bytes[index..<index + 4]) == mark {
        bytes.replaceSubrange((index + 24)..<(index + 28), with: [200, 1, 0, 0])
      }
      return bytes
    },
    BadWorkbook("a text in every cell", "more than 1000000 bytes of cells") {
      let row = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100) + "</row>"
      return try HandMadeWorkbook(
        rows: String(repeating: row, count: 100),
        strings: "<si><t>\(String(repeating: "x", count: 10_000))</t></si>"
      ).bytes()
    },
    BadWorkbook("the last cell of every row", "more than 1000000 bytes of cells") {
      let rows = (1...1000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }
      return try HandMadeWorkbook(rows: rows.joined()).bytes()
    },
  ]

  @Test(.timeLimit(.minutes(5)), arguments: cases)
  func `what is wrong with a workbook is said`(bad: BadWorkbook) throws {
    let bytes = try bad.bytes()
    let error = #expect(throws: WorkbookFault.self) {
      _ = try WorkbookReader(
        bytes, limits: WorkbookLimits(sheet: CSVLimits(bytes: 1_000_000))
      ).read(sheet: 0)
    }
    let fault = try #require(error)
    #expect(fault.message.contains(bad.message), "\(fault.message)")
    #expect(!fault.remedy.isEmpty)
  }

  @Test func `all parts together unpack to no more than the limit`() throws {
    let bytes = try Self.sound.bytes()
    #expect(throws: Never.self) { try WorkbookReader(bytes).read(sheet: 0) }
    let error = #expect(throws: WorkbookFault.self) {
      _ = try WorkbookReader(bytes, limits: WorkbookLimits(unpackedBytes: 900)).read(sheet: 0)
    }
    #expect(error?.message.contains("more than 900 bytes in all") == true)
  }

  @Test func `a chart sheet is no table`() throws {
    let book = Self.sound.replacing(
      "/worksheet\"", with: "/chartsheet\"", in: "xl/_rels/workbook.xml.rels")
    #expect(try WorkbookReader(book.bytes()).sheetNames == [])
  }

  @Test(arguments: 0..<20)
  func `bytes that were changed anywhere never end the process`(seed: Int) throws {
    let sound = try WorkbookWriter.bytes(
      of: [
        Sheet(
          name: "s", columns: [.init("a", note: "n"), .init("b", choices: ["x", "y"])],
          rows: (0..<20).map { [.text("text \($0)"), .number(Double($0) / 3)] })
      ], title: "t")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      do throws(WorkbookFault) {
        let reader = try WorkbookReader(bytes)
        for sheet in reader.sheetNames.indices { _ = try reader.read(sheet: sheet) }
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
