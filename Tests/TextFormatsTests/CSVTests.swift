import TestSupport
import Testing
import TextFormats

/// Header and records of a table as plain arrays, so that tests can compare them.
private func cells(_ table: CSVTable) -> [[String]] {
  [table.header]
    + (0..<table.recordCount).map { record in
      (0..<table.fieldCount(ofRecord: record)).map { table[record, $0] }
    }
}

private func read(_ text: String, limits: CSVLimits = CSVLimits()) -> CSV.Reading {
  CSV.read(Array(text.utf8), limits: limits)
}

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("a,b\n\"1,5\",2\n", [["a", "b"], ["1,5", "2"]]),
    ("a,b\n\"say \"\"no\"\"\",2\n", [["a", "b"], ["say \"no\"", "2"]]),
    ("a,b\n\"\"\"\",\"\"\n", [["a", "b"], ["\"", ""]]),
    ("a,b\n\"two\nlines\",2\n", [["a", "b"], ["two\nlines", "2"]]),
    ("a,b\n\"two\r\nlines\",\"2\"\r\n", [["a", "b"], ["two\r\nlines", "2"]]),
    ("\"a\",\"b\"\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("имя,b\nОш,Üst\n", [["имя", "b"], ["Ош", "Üst"]]),
    ("a,b\n 1 , 2 \n", [["a", "b"], [" 1 ", " 2 "]]),
    ("a\n\"\"\n", [["a"], [""]]),
    ("a,b\n", [["a", "b"]]),
    ("a,b", [["a", "b"]]),
  ])
  func `fields are read as RFC 4180 says`(text: String, expected: [[String]]) {
    let reading = read(text)
    #expect(reading.problems.isEmpty)
    #expect(cells(reading.table) == expected)
  }

  @Test func `rows are counted as a spreadsheet shows them`() {
    let table = read("a,b\n1,\"x\ny\"\n\n3,z\r\n\r\n\r\n4,z\n").table
    #expect(table.headerRow == 1)
    #expect((0..<table.recordCount).map { table.row(ofRecord: $0) } == [2, 4, 7])
    #expect(read("\n\na\n1\n").table.headerRow == 3)
  }

  struct Defect: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: CSVProblem.Kind
    var row: Int
    var column: Int
    var testDescription: String { "\(kind) at \(row):\(column)" }
  }

  @Test(arguments: [
    Defect(text: "", kind: .empty, row: 1, column: 1),
    Defect(text: "\u{FEFF}", kind: .empty, row: 1, column: 1),
    Defect(text: "\n\r\n", kind: .empty, row: 1, column: 1),
    Defect(text: "a,b\n1,\"2\n3,4\n5,6\n", kind: .unclosedQuote(linesUnread: 2), row: 2, column: 2),
    Defect(text: "a,b\n1,2\n3,\"", kind: .unclosedQuote(linesUnread: 0), row: 3, column: 2),
    Defect(text: "a,\"b\n1,2\n", kind: .unclosedQuote(linesUnread: 1), row: 1, column: 2),
    Defect(text: "a,b\n\"1\"x,2\n", kind: .textAfterQuote, row: 2, column: 1),
    Defect(text: "a,b\n1,\"2\"\"\" \n", kind: .textAfterQuote, row: 2, column: 2),
    Defect(text: "a,b\n1,2\"\n", kind: .strayQuote, row: 2, column: 2),
    Defect(text: "a,b\n1,2\n3\n", kind: .raggedRow(fields: 1, expected: 2), row: 3, column: 2),
    Defect(text: "a,b\n1,2,3\n", kind: .raggedRow(fields: 3, expected: 2), row: 2, column: 3),
    Defect(
      text: "a,b\n\"x\ny\",2\n3\n", kind: .raggedRow(fields: 1, expected: 2), row: 3, column: 2),
    Defect(
      text: "PK\u{3}\u{4}rest", kind: .otherFormat("a workbook or ZIP archive"), row: 1, column: 1),
  ])
  func `a defect is found at its place`(defect: Defect) {
    let expected = CSVProblem(kind: defect.kind, row: defect.row, column: defect.column)
    #expect(read(defect.text).problems == [expected])
  }

  @Test func `a field that is not UTF-8 is found at its place`() {
    let bytes = Array("a,b\n1,".utf8) + [0xC3, 0x28] + Array("\n2,3\n".utf8)
    let reading = CSV.read(bytes)
    #expect(reading.problems == [CSVProblem(kind: .invalidUTF8, row: 2, column: 2)])
    #expect(cells(reading.table) == [["a", "b"], ["1", "\u{FFFD}("], ["2", "3"]])
  }

  @Test func `UTF-16 is named`() {
    let reading = CSV.read([0xFF, 0xFE, 0x61, 0x00])
    #expect(
      reading.problems == [CSVProblem(kind: .otherFormat("UTF-16 text"), row: 1, column: 1)])
  }

  @Test func `reading goes on after a defect, so that all are found at once`() {
    let reading = read("a,b\n1\n2,3\n4,5,6\n7,x\"y\n")
    #expect(reading.problems.map(\.row) == [2, 4, 5])
    #expect(reading.table.recordCount == 4)
  }

  @Test func `a record that quotes have mixed up is left out, with one finding at the quote`() {
    let reading = read("a,b,c\n1,\"2,3\n4,\"5\",6\n7,8,9\n")
    #expect(reading.problems == [CSVProblem(kind: .textAfterQuote, row: 2, column: 2)])
    #expect(cells(reading.table) == [["a", "b", "c"], ["7", "8", "9"]])
    #expect(reading.table.row(ofRecord: 0) == 3)
  }

  @Test func `a header that quotes have mixed up ends the reading`() {
    let reading = read("a,\"b\"x,c\n1,2,3\n")
    #expect(reading.problems == [CSVProblem(kind: .textAfterQuote, row: 1, column: 2)])
    #expect(reading.table.header.isEmpty && reading.table.recordCount == 0)
  }

  @Test func `blank lines are known by the first of each run`() {
    let table = read("a\n\n\n1\n\n\"\"\n2\n\n\n").table
    #expect(table.blankRows == [2, 5, 8])
    #expect((0..<table.recordCount).map { table.isBlank(record: $0) } == [false, true, false])
  }

  @Test func `limits end the reading and say so`() {
    #expect(
      read("a\n1\n2\n3\n", limits: CSVLimits(rows: 2)).problems
        == [CSVProblem(kind: .tooManyRows(limit: 2), row: 4, column: 1)])
    #expect(read("a\n1\n2\n", limits: CSVLimits(rows: 2)).problems.isEmpty)
    #expect(
      read("a,b,c\n", limits: CSVLimits(columns: 2)).problems
        == [CSVProblem(kind: .tooManyColumns(limit: 2), row: 1, column: 3)])
    #expect(
      read("a,b\n1,2\n3,4\n5,6\n", limits: CSVLimits(fields: 3)).problems
        == [CSVProblem(kind: .tooManyFields(limit: 3), row: 4, column: 1)])
    let tooLong = read("a\n12345\n1\n", limits: CSVLimits(fieldBytes: 4))
    #expect(tooLong.problems == [CSVProblem(kind: .fieldTooLong(limit: 4), row: 2, column: 1)])
    #expect(tooLong.table[0, 0] == "1234")
    #expect(
      read("a\n1\n", limits: CSVLimits(bytes: 3)).problems
        == [CSVProblem(kind: .tooLong(limit: 3), row: 1, column: 1)])
    #expect(
      read("a\n1,2\n1,2\n1,2\n", limits: CSVLimits(problems: 2)).problems.map(\.kind)
        == [
          .raggedRow(fields: 2, expected: 1), .raggedRow(fields: 2, expected: 1),
          .tooManyProblems(limit: 2),
        ])
  }

  @Test(arguments: 0..<200)
  func `random bytes give positions inside the file`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = Array("\"\"\",,,\n\n\r ab1\u{FEFF}é".utf8) + [0, 0x80, 0xFF]
    let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
      Bool.random(using: &generator)
        ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        : UInt8.random(in: 0...255, using: &generator)
    }
    let reading = CSV.read(bytes, limits: CSVLimits(rows: 20, columns: 8, fieldBytes: 30))
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for problem in reading.problems {
      #expect(problem.row >= 1 && problem.row <= lines)
      #expect(problem.column >= 1 && problem.column <= 9)
    }
    for record in 0..<reading.table.recordCount {
      #expect(reading.table.row(ofRecord: record) <= lines)
      #expect(reading.table.fieldCount(ofRecord: record) >= 1)
    }
  }
}

@Suite struct CSVWriterTests {
  @Test func `quotes stand only where a field needs them`() {
    var writer = CSVWriter(header: ["id", "name"])
    writer.append(["1", "plain"])
    writer.append(["2", "with, comma"])
    writer.append(["3", "with \"quotes\""])
    writer.append(["4", "two\nlines"])
    writer.append(["", " spaces "])
    let expected = """
      id,name
      1,plain
      2,"with, comma"
      3,"with ""quotes\"""
      4,"two
      lines"
      , spaces\u{20}

      """
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func `a record of one empty field does not become a blank line`() {
    var writer = CSVWriter(header: ["note"])
    writer.append([""])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "note\n\"\"\n")
  }

  @Test(arguments: 0..<100)
  func `what was written is read back`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let scalars = Array("\",\n\r aé\u{FEFF}Ж😀".unicodeScalars)
    func field() -> String {
      var text = ""
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
      }
      return text
    }
    let columns = Int.random(in: 1...4, using: &generator)
    let records = (0...Int.random(in: 0...5, using: &generator)).map { _ in
      (0..<columns).map { _ in field() }
    }
    var writer = CSVWriter(header: records[0])
    for record in records.dropFirst() { writer.append(record) }
    let reading = CSV.read(writer.bytes)
    #expect(reading.problems.isEmpty)
    #expect(
      cells(reading.table).map { $0.map(\.unicodeScalars).map(Array.init) }
        == records.map { $0.map(\.unicodeScalars).map(Array.init) })
  }
}
