/// JSON as RFC 8259 describes it.
public enum JSON {
  /// Deepest nesting that is read.
  public static let maximumDepth = 64

  /// Reads a text of one value; a byte-order mark is skipped.
  ///
  /// Stricter than RFC 8259 where it leaves a choice: a key may not come twice, and a number must
  /// fit double precision.
  ///
  /// - Complexity: linear in the number of bytes.
  /// - Throws: `JSONError` for the first defect.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
    var reader = JSONReader(bytes: bytes)
    return try reader.readDocument()
  }
}

/// The state of one reading.
private struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var position = TextPosition(row: 1, column: 1)

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func readDocument() throws(JSONError) -> JSONNode {
    skipSpace()
    let node = try readValue(depth: 1)
    skipSpace()
    guard current == nil else { throw failure(.trailingText) }
    return node
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func failure(_ kind: JSONError.Kind) -> JSONError {
    JSONError(kind: kind, position: position)
  }

  /// Failure to find something: the end of the text where it ends.
  private func failure(expected what: String) -> JSONError {
    failure(current == nil ? .unexpectedEnd : .expected(what))
  }

  /// Steps over one byte and keeps the position: only the first byte of a character counts.
  private mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\n") {
      position.row += 1
      position.column = 1
    } else if byte & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  private mutating func skipSpace() {
    while let byte = current,
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\t")
    {
      advance()
    }
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONNode {
    guard depth <= JSON.maximumDepth else { throw failure(.tooDeep(limit: JSON.maximumDepth)) }
    let start = position
    switch current {
    case UInt8(ascii: "{"):
      return JSONNode(content: .object(try readMembers(depth: depth)), position: start)
    case UInt8(ascii: "["):
      return JSONNode(content: .array(try readElements(depth: depth)), position: start)
    case UInt8(ascii: "\""):
      return JSONNode(content: .string(try readString()), position: start)
    case UInt8(ascii: "t"):
      try readWord("true")
      return JSONNode(content: .bool(true), position: start)
    case UInt8(ascii: "f"):
      try readWord("false")
      return JSONNode(content: .bool(false), position: start)
    case UInt8(ascii: "n"):
      try readWord("null")
      return JSONNode(content: .null, position: start)
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte):
      return JSONNode(content: .number(try readNumber()), position: start)
    default:
      throw failure(expected: "a value")
    }
  }

  private mutating func readWord(_ word: StaticString) throws(JSONError) {
    let start = failure(expected: "a value")
    for offset in 0..<word.utf8CodeUnitCount {
      guard current == word.utf8Start[offset] else { throw start }
      advance()
    }
  }

  private mutating func readElements(depth: Int) throws(JSONError) -> [JSONNode] {
    advance()
    var elements: [JSONNode] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      advance()
      return elements
    }
    while true {
      skipSpace()
      elements.append(try readValue(depth: depth + 1))
      skipSpace()
      switch current {
      case UInt8(ascii: ","): advance()
      case UInt8(ascii: "]"):
        advance()
        return elements
      default: throw failure(expected: "',' or ']'")
      }
    }
  }

  private mutating func readMembers(depth: Int) throws(JSONError) -> [JSONNode.Member] {
    advance()
    var members: [JSONNode.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if current == UInt8(ascii: "}") {
      advance()
      return members
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure(expected: "a key in quotes") }
      let keyPosition = position
      let key = try readString()
      guard keys.insert(key).inserted else {
        throw JSONError(kind: .duplicateKey(key), position: keyPosition)
      }
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw failure(expected: "':'") }
      advance()
      skipSpace()
      let value = try readValue(depth: depth + 1)
      members.append(JSONNode.Member(key: key, keyPosition: keyPosition, value: value))
      skipSpace()
      switch current {
      case UInt8(ascii: ","): advance()
      case UInt8(ascii: "}"):
        advance()
        return members
      default: throw failure(expected: "',' or '}'")
      }
    }
  }

  private mutating func readNumber() throws(JSONError) -> Double {
    let start = index
    let startPosition = position
    while let byte = current, Self.isNumberByte(byte) { advance() }
    let text = bytes[start..<index]
    let bad = JSONError(kind: .badNumber, position: startPosition)
    guard Self.hasJSONForm(text) else { throw bad }
    do throws(DecimalError) {
      return try DecimalText.parse(utf8: text.span)
    } catch {
      switch error {
      case .notANumber: throw bad
      case .tooLarge, .tooSmall:
        throw JSONError(kind: .numberOutOfRange, position: startPosition)
      }
    }
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// What JSON asks beyond a decimal number: no plus sign, no leading zeros, digits on both sides of
  /// a point.
  private static func hasJSONForm(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard let first = rest.first, isDigit(first) else { return false }
    let whole = rest.prefix(while: isDigit)
    guard first != UInt8(ascii: "0") || whole.count == 1 else { return false }
    rest.removeFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      guard let next = rest.dropFirst().first, isDigit(next) else { return false }
    }
    return true
  }

  private mutating func readString() throws(JSONError) -> String {
    advance()
    var text: [UInt8] = []
    let start = position
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        advance()
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONError(kind: .invalidUTF8, position: start)
        }
        return string
      case UInt8(ascii: "\\"):
        text.append(contentsOf: String(Character(try readEscape())).utf8)
      case 0..<0x20:
        throw failure(.controlCharacter)
      default:
        text.append(byte)
        advance()
      }
    }
    throw failure(.unexpectedEnd)
  }

  private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
    let bad = failure(.badEscape)
    advance()
    guard let byte = current else { throw failure(.unexpectedEnd) }
    advance()
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw bad
    }
    guard let unit = readHexadecimal() else { throw bad }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // Half of a pair: the other half has to follow.
    guard unit < 0xDC00, current == UInt8(ascii: "\\") else { throw bad }
    advance()
    guard current == UInt8(ascii: "u") else { throw bad }
    advance()
    guard let low = readHexadecimal(), low >= 0xDC00, low < 0xE000 else { throw bad }
    let combined = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    guard let scalar = Unicode.Scalar(combined) else { throw bad }
    return scalar
  }

  /// Four hexadecimal digits.
  private mutating func readHexadecimal() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }
}
