/// A place in a text.
public struct TextPosition: Equatable, Comparable, Sendable {
  /// Line, counted from 1.
  public var row: Int
  /// Character (Unicode scalar) in its line, counted from 1.
  public var column: Int

  /// Creates a position.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Whether one place comes before the other.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// A JSON value that was read, with its place in the text.
public struct JSONNode: Equatable, Sendable {
  /// The kinds of value.
  public enum Content: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A key of an object, its place, and its value.
  public struct Member: Equatable, Sendable {
    /// The key.
    public var key: String
    /// Where the key begins.
    public var keyPosition: TextPosition
    /// The value.
    public var value: JSONNode

    /// Creates a member.
    public init(key: String, keyPosition: TextPosition, value: JSONNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// The value.
  public var content: Content
  /// Where the value begins.
  public var position: TextPosition

  /// Creates a value that stands at a place.
  public init(content: Content, position: TextPosition) {
    self.content = content
    self.position = position
  }

  /// The value of a key, where this is an object that has it.
  ///
  /// - Complexity: linear in the number of members.
  public subscript(key: String) -> JSONNode? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The value without places.
  public var value: JSONValue {
    switch content {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): .number(number)
    case .string(let string): .string(string)
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members): .object(JSONObject(uniqueMembers: members))
    }
  }
}

/// Why a text is not JSON that can be used, and where.
public struct JSONError: Error, Equatable, Sendable {
  /// The defect.
  public enum Kind: Equatable, Sendable {
    /// Something else stands where the named thing is needed.
    case expected(String)
    /// The text ends inside a value.
    case unexpectedEnd
    /// The key is already in the object.
    case duplicateKey(String)
    /// Values are nested deeper than the limit.
    case tooDeep(limit: Int)
    /// Text follows the value.
    case trailingText
    /// The number is not written as JSON writes numbers.
    case badNumber
    /// The number is too large or too small for double precision.
    case numberOutOfRange
    /// The escape in a string does not exist or does not make a character.
    case badEscape
    /// A control character stands in a string.
    case controlCharacter
    /// The text is not UTF-8.
    case invalidUTF8
  }

  /// The defect.
  public var kind: Kind
  /// Where it is.
  public var position: TextPosition

  /// Creates an error.
  public init(kind: Kind, position: TextPosition) {
    self.kind = kind
    self.position = position
  }

  /// The defect in words, which a terminal may show whatever the text holds.
  public var message: String {
    switch kind {
    case .expected(let what): "\(what) is expected here"
    case .unexpectedEnd: "the text ends before the value is complete"
    case .duplicateKey(let key):
      "the key '\(VisibleText.excerpt(key))' comes twice in this object"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    case .trailingText: "text follows the end of the value"
    case .badNumber: "this is not a number as JSON writes it"
    case .numberOutOfRange: "the number is too large or too small"
    case .badEscape: "this escape does not stand for a character"
    case .controlCharacter: "a control character stands in a string; write it as an escape"
    case .invalidUTF8: "the text is not UTF-8"
    }
  }
}
