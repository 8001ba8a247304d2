extension JSON {
  /// Writes a value: two spaces a level, members in their order, an array of scalars on one line, a
  /// line feed at the end.
  ///
  /// JSON has no infinities and no NaN: a number that is not finite is written as `null`.
  public static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value, indentation: 0)
    writer.text += "\n"
    return writer.text
  }
}

extension JSON {
  /// Writes a value as `text(_:)` does, for a place inside a larger text: as many levels deep, and without a
  /// line feed at the end.
  public static func part(_ value: JSONValue, depth: Int) -> String {
    var writer = JSONWriter()
    writer.write(value, indentation: depth)
    return writer.text
  }
}

private struct JSONWriter {
  var text = ""

  mutating func write(_ value: JSONValue, indentation: Int) {
    switch value {
    case .array(let elements) where elements.contains(where: \.isContainer):
      writeBlock("[", "]", count: elements.count, indentation: indentation) { writer, index in
        writer.write(elements[index], indentation: indentation + 1)
      }
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        write(element, indentation: indentation)
      }
      text += "]"
    case .object(let object) where object.members.isEmpty:
      text += "{}"
    case .object(let object):
      let members = object.members
      writeBlock("{", "}", count: members.count, indentation: indentation) { writer, index in
        writer.write(string: members[index].key)
        writer.text += ": "
        writer.write(members[index].value, indentation: indentation + 1)
      }
    case .string(let string): write(string: string)
    case .number(let number): text += number.isFinite ? DecimalText.format(number) : "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .null: text += "null"
    }
  }

  private mutating func writeBlock(
    _ open: String, _ close: String, count: Int, indentation: Int,
    item: (inout JSONWriter, Int) -> Void
  ) {
    text += open + "\n"
    for index in 0..<count {
      text += String(repeating: "  ", count: indentation + 1)
      item(&self, index)
      text += index + 1 < count ? ",\n" : "\n"
    }
    text += String(repeating: "  ", count: indentation) + close
  }

  private mutating func write(string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Control characters, and the two line separators that JavaScript once took for line ends.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    case .null, .bool, .number, .string: false
    }
  }
}
