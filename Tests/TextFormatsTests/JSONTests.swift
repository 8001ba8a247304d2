import TestSupport
import Testing
import TextFormats

private func read(_ text: String) throws(JSONError) -> JSONNode {
  try JSON.read(Array(text.utf8))
}

@Suite struct JSONReaderTests {
  @Test func `every kind of value is read in order`() throws {
    let text = """
      {"z": null, "a": [true, false, -1.5e2, "x\\n\\u00e9\\ud83d\\ude00"], "empty": {}, "none": []}
      """
    #expect(
      try read(text).value == [
        "z": nil, "a": [true, false, -150, "x\né😀"], "empty": [:], "none": [],
      ])
  }

  @Test func `keys and values know their place`() throws {
    let node = try read("\u{FEFF}{\n  \"é\": [1,\n    {\"key\": 2}]\n}\n")
    #expect(node.position == TextPosition(row: 1, column: 1))
    guard case .object(let members) = node.content,
      case .array(let elements) = members[0].value.content,
      case .object(let inner) = elements[1].content
    else {
      Issue.record("wrong shape: \(node)")
      return
    }
    #expect(members[0].keyPosition == TextPosition(row: 2, column: 3))
    #expect(members[0].value.position == TextPosition(row: 2, column: 8))
    #expect(elements[0].position == TextPosition(row: 2, column: 9))
    #expect(inner[0].keyPosition == TextPosition(row: 3, column: 6))
    #expect(inner[0].value.position == TextPosition(row: 3, column: 13))
    #expect(node["é"] == members[0].value)
    #expect(node["e"] == nil)
  }

  struct Defect: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: JSONError.Kind
    var row = 1
    var column: Int
    var testDescription: String { String(reflecting: text) }
  }

  @Test(arguments: [
    Defect(text: "", kind: .unexpectedEnd, column: 1),
    Defect(text: "  ", kind: .unexpectedEnd, column: 3),
    Defect(text: "{", kind: .unexpectedEnd, column: 2),
    Defect(text: "[1", kind: .unexpectedEnd, column: 3),
    Defect(text: "\"abc", kind: .unexpectedEnd, column: 5),
    Defect(text: "\"a\\", kind: .unexpectedEnd, column: 4),
    Defect(text: "{\"a\": 1,\n \"a\": 2}", kind: .duplicateKey("a"), row: 2, column: 2),
    Defect(text: "{\"a\": 1, \"\\u0061\": 2}", kind: .duplicateKey("a"), column: 10),
    Defect(text: "{\"a\" 1}", kind: .expected("':'"), column: 6),
    Defect(text: "{a: 1}", kind: .expected("a key in quotes"), column: 2),
    Defect(text: "{\"a\": 1,}", kind: .expected("a key in quotes"), column: 9),
    Defect(text: "[1,]", kind: .expected("a value"), column: 4),
    Defect(text: "[1 2]", kind: .expected("',' or ']'"), column: 4),
    Defect(text: "{\"a\": 1 \"b\": 2}", kind: .expected("',' or '}'"), column: 9),
    Defect(text: "{} x", kind: .trailingText, column: 4),
    Defect(text: "1 2", kind: .trailingText, column: 3),
    Defect(text: "01", kind: .badNumber, column: 1),
    Defect(text: "-", kind: .badNumber, column: 1),
    Defect(text: "[1.]", kind: .badNumber, column: 2),
    Defect(text: "[-.5]", kind: .badNumber, column: 2),
    Defect(text: "[1e]", kind: .badNumber, column: 2),
    Defect(text: "[1-2]", kind: .badNumber, column: 2),
    Defect(text: "[.5]", kind: .expected("a value"), column: 2),
    Defect(text: "[+1]", kind: .expected("a value"), column: 2),
    Defect(text: "[NaN]", kind: .expected("a value"), column: 2),
    Defect(text: "[Infinity]", kind: .expected("a value"), column: 2),
    Defect(text: "[nul]", kind: .expected("a value"), column: 2),
    Defect(text: "[1e999]", kind: .numberOutOfRange, column: 2),
    Defect(text: "[1e-999]", kind: .numberOutOfRange, column: 2),
    Defect(text: "[\"\\x\"]", kind: .badEscape, column: 3),
    Defect(text: "[\"\\u12g4\"]", kind: .badEscape, column: 3),
    Defect(text: "[\"\\ud800\"]", kind: .badEscape, column: 3),
    Defect(text: "[\"\\udc00\"]", kind: .badEscape, column: 3),
    Defect(text: "[\"\\ud800\\u0041\"]", kind: .badEscape, column: 3),
    Defect(text: "[\"a\u{1}\"]", kind: .controlCharacter, column: 4),
    Defect(text: "[\"a\nb\"]", kind: .controlCharacter, column: 4),
    Defect(text: "// note\n1", kind: .expected("a value"), column: 1),
  ])
  func `the first defect is found at its place`(defect: Defect) {
    let expected = JSONError(
      kind: defect.kind, position: TextPosition(row: defect.row, column: defect.column))
    #expect(throws: expected) { try read(defect.text) }
  }

  @Test func `a message is harmless on a terminal whatever the text holds`() throws {
    let error = #expect(throws: JSONError.self) {
      try read("{\"a\\u001b[2J\\nb\": 1, \"a\\u001b[2J\\nb\": 2}")
    }
    #expect(error?.message == #"the key 'a\u{1B}[2J\nb' comes twice in this object"#)
  }

  @Test func `text that is not UTF-8 is refused`() {
    #expect(throws: JSONError.self) { try JSON.read([0x22, 0xC3, 0x28, 0x22]) }
  }

  @Test func `nesting is limited`() throws {
    let limit = JSON.maximumDepth
    _ = try read(String(repeating: "[", count: limit) + String(repeating: "]", count: limit))
    let expected = JSONError(
      kind: .tooDeep(limit: limit), position: TextPosition(row: 1, column: limit + 1))
    #expect(throws: expected) { try read(String(repeating: "[", count: 100_000)) }
    #expect(throws: JSONError.self) { try read(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test(arguments: 0..<200)
  func `random bytes give a value or a place inside the text`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-", "0.5e3", "true", "nul", "\\u00", "é",
      "\n", " ",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      if Int.random(in: 0..<20, using: &generator) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &generator))
      } else {
        bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
      }
    }
    do throws(JSONError) {
      let node = try JSON.read(bytes)
      #expect(throws: Never.self) { try read(JSON.text(node.value)) }
    } catch {
      #expect(error.position.row >= 1 && error.position.row <= bytes.count { $0 == 0x0A } + 1)
      #expect(error.position.column >= 1 && error.position.column <= bytes.count + 1)
      #expect(!error.message.isEmpty)
    }
  }
}

@Suite struct JSONWriterTests {
  @Test func `members keep their order and arrays of scalars take one line`() {
    let value: JSONValue = [
      "name": "osh-2010", "days": 90, "half": 0.5, "open": true, "none": nil, "empty": [],
      "no": [:],
      "goals": ["shortfall", "effort"], "rows": [["id": 1], ["id": 2]],
    ]
    let expected = """
      {
        "name": "osh-2010",
        "days": 90,
        "half": 0.5,
        "open": true,
        "none": null,
        "empty": [],
        "no": {},
        "goals": ["shortfall", "effort"],
        "rows": [
          {
            "id": 1
          },
          {
            "id": 2
          }
        ]
      }

      """
    #expect(JSON.text(value) == expected)
  }

  @Test func `strings are escaped where JSON needs it`() {
    #expect(
      JSON.text("a\"b\\c\n\t\r\u{1}\u{7F}\u{2028}é😀")
        == "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007f\\u2028é😀\"\n")
  }

  @Test func `a number that is not finite becomes null`() {
    #expect(JSON.text([.number(.infinity), .number(.nan), 1]) == "[null, null, 1]\n")
  }

  @Test func `an object keeps its order when a value is replaced`() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = 3
    object["c"] = 4
    object["b"] = nil
    #expect(object == ["a": 3, "c": 4])
    #expect(object.members.map(\.key) == ["a", "c"])
  }

  @Test(arguments: 0..<100)
  func `what was written is read back`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let value = randomValue(depth: 0, using: &generator)
    #expect(try read(JSON.text(value)).value == value)
  }

  private func randomValue(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
    func text() -> String {
      let scalars = Array("ab\"\\/\n\u{0}é😀\u{2029}".unicodeScalars)
      var text = ""
      for _ in 0..<Int.random(in: 0...5, using: &generator) {
        text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
      }
      return text
    }
    switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &generator) {
    case 0: return nil
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .number(Double.random(in: -1e9...1e9, using: &generator))
    case 3: return .string(text())
    case 4:
      return .array(
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in
          randomValue(depth: depth + 1, using: &generator)
        })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        object[text()] = randomValue(depth: depth + 1, using: &generator)
      }
      return .object(object)
    }
  }
}
