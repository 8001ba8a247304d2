import Testing
import WorkbookTestSupport
import Workbooks

/// What becomes of cells of every kind.
@Suite struct CellTests {
  private func read(
    _ rows: String, strings: String = "", styles: String = ""
  ) throws -> SheetReading {
    let bytes = try HandMadeWorkbook(rows: rows, strings: strings, styles: styles).bytes()
    return try WorkbookReader(bytes).read(sheet: 0)
  }

  private func text(_ reading: SheetReading) -> String {
    String(decoding: reading.csv, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("<c r=\"A1\"><v>3</v></c>", "3"),
      ("<c r=\"A1\"><v>0.1</v></c>", "0.1"),
      ("<c r=\"A1\"><v>0.30000000000000004</v></c>", "0.30000000000000004"),
      ("<c r=\"A1\"><v>1.5E-2</v></c>", "0.015"),
      ("<c r=\"A1\"><v>100000000000000000000</v></c>", "100000000000000000000"),
      ("<c r=\"A1\" t=\"n\"><v>not a number</v></c>", "not a number"),
      ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "true"),
      ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "false"),
      ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "plain"),
      ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "two runs"),
      ("<c r=\"A1\" t=\"s\"><v>2</v></c>", "東京"),
      ("<c r=\"A1\" t=\"s\"><v>3</v></c>", "_x0041_"),
      ("<c r=\"A1\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c>", "a & b"),
      ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>", "ab"),
      ("<c r=\"A1\" t=\"inlineStr\"><is><t>x, y</t></is></c>", "\"x, y\""),
      ("<c r=\"A1\" t=\"inlineStr\"><is><t>say \"so\"</t></is></c>", "\"say \"\"so\"\"\""),
      ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000A_b</t></is></c>", "\"a\nb\""),
      ("<c r=\"A1\" t=\"str\"><f>A2</f><v>worked out</v></c>", "worked out"),
      ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2"),
      ("<c><v>7</v></c>", "7"),
      ("<x:c xmlns:x=\"u\" r=\"A1\"><x:v>7</x:v></x:c>", "7"),
    ])
  func `a cell has the value that was saved`(cell: String, expected: String) throws {
    let strings =
      "<si><t>plain</t></si><si><r><t>two </t></r><r><t>runs</t></r></si>"
      + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh></si>"
      + "<si><t>_x005F_x0041_</t></si>"
    let reading = try read("<row r=\"1\">\(cell)</row>", strings: strings)
    #expect(text(reading) == expected + "\n")
    #expect(reading.problems == [])
  }

  @Test func `rows and columns keep their places`() throws {
    let reading = try read(
      """
      <row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row>
      <row r="3"><c r="A3"/><c r="B3" s="1"/></row>
      <row r="5"><c r="B5"><v>2</v></c></row>
      <row r="6"><c r="E6"><v>9</v></c></row>
      <row r="9"/>
      """)
    #expect(text(reading) == "\n1,,3\n\n\n,2,\n,,,,9\n")
  }

  @Test func `places that are not said follow each other`() throws {
    let reading = try read(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>")
    #expect(text(reading) == "1,2\n3,4\n")
  }

  @Test func `an empty sheet has no rows`() throws {
    #expect(try read("").csv == [])
    #expect(try read("<row r=\"1\"><c r=\"A1\"/></row>").csv == [])
  }

  @Test func `cells without a value of their own are named`() throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
      <numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
      """
    let reading = try read(
      """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>45000</v></c></row>
      <row r="2"><c r="A2" s="2"><v>45000.5</v></c><c r="B2" s="3"><v>4</v></c></row>
      <row r="3"><c r="A3" t="d"><v>2026-01-02</v></c><c r="B3" t="e"><v>#REF!</v></c></row>
      <row r="4"><c r="A4"><f>B4</f></c><c r="B4"><f>1</f><v></v></c></row>
      <row r="5"><c r="A5"><f>1+1</f><v>2</v></c><c r="B5" t="str"><f>""</f><v></v></c></row>
      """, styles: styles)
    #expect(
      reading.problems.map { "\($0.row),\($0.column) \($0.kind)" } == [
        "1,2 date", "2,1 date", "3,1 date", "3,2 error(\"#REF!\")", "4,1 formulaWithoutValue",
        "4,2 formulaWithoutValue",
      ])
    #expect(reading.formulaCount == 2)
    #expect(reading.firstFormula ?? (0, 0) == (5, 1))
  }

  @Test func `yes and no as LibreOffice writes them are no formulas`() throws {
    let reading = try read(
      "<row r=\"1\"><c r=\"A1\" t=\"b\"><f aca=\"false\">TRUE()</f><v>1</v></c></row>")
    #expect(text(reading) == "true\n")
    #expect(reading.formulaCount == 0)
  }

  @Test func `merged cells are named where they lie in the table`() throws {
    let content = """
      <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>
      <row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row></sheetData>
      <mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="D1:F2"/><mergeCell ref="A1:A1"/></mergeCells>
      """
    let bytes = try HandMadeWorkbook([("s", content)]).bytes()
    let problems = try WorkbookReader(bytes).read(sheet: 0).problems
    #expect(problems.map { "\($0.row),\($0.column) \($0.kind)" } == ["2,2 merged(cells: 2)"])
  }

  @Test(
    arguments: [
      (1, "A"), (5, "E"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
      (16_384, "XFD"),
    ])
  func `columns have letters`(column: Int, letters: String) {
    #expect(CellReference.letters(ofColumn: column) == letters)
  }
}
