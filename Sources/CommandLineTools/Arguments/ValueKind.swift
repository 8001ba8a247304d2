import TextFormats

/// A kind of value on the command line: how it is read and what is said where it cannot be.
public struct ValueKind<Value: Sendable>: Sendable {
  /// What stands for the value in help.
  let placeholder: String
  /// What a shell may offer.
  let completion: ValueSpec.Completion
  /// Reads the text of a value.
  let read: @Sendable (String) throws(ValueComplaint) -> Value
}

/// Why a text is not a value of its kind.
struct ValueComplaint: Error {
  /// What was expected, to follow the word "expected".
  var expected: String
  /// What was probably meant.
  var suggestion: String?
}

extension ValueKind where Value == String {
  /// A name or other text that is not empty; shells may offer some words for it.
  public static func text(_ placeholder: String, offering words: [String] = []) -> Self {
    nonEmpty(placeholder, "a text that is not empty", words.isEmpty ? .nothing : .words(words))
  }

  /// The path of a file.
  public static func file(_ placeholder: String) -> Self {
    nonEmpty(placeholder, "the path of a file", .files)
  }

  /// The path of a folder.
  public static func folder(_ placeholder: String) -> Self {
    nonEmpty(placeholder, "the path of a folder", .folders)
  }

  /// The path of a folder or file.
  public static func path(_ placeholder: String) -> Self {
    nonEmpty(placeholder, "the path of a folder or file", .files)
  }

  /// One of the given words.
  public static func word(_ placeholder: String, of words: [String]) -> Self {
    ValueKind(placeholder: placeholder, completion: .words(words)) {
      (text) throws(ValueComplaint) in
      guard words.contains(text) else { throw .notAmong(words, text) }
      return text
    }
  }

  private static func nonEmpty(
    _ placeholder: String, _ expected: String, _ completion: ValueSpec.Completion
  ) -> Self {
    ValueKind(placeholder: placeholder, completion: completion) { (text) throws(ValueComplaint) in
      guard !text.isEmpty else { throw ValueComplaint(expected: expected) }
      return text
    }
  }
}

extension ValueKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the cases of an enumeration, by its raw value; without a placeholder of its own the help
  /// page shows all of them in its place.
  public static func choice(
    of type: Value.Type = Value.self, placeholder: String? = nil
  ) -> Self {
    let words = type.allCases.map(\.rawValue)
    return ValueKind(
      placeholder: placeholder ?? words.joined(separator: "|"), completion: .words(words)
    ) { (text) throws(ValueComplaint) in
      guard let value = Value(rawValue: text) else { throw .notAmong(words, text) }
      return value
    }
  }
}

extension ValueKind where Value == Int {
  /// A whole number from 1 on.
  public static func positiveInteger(_ placeholder: String) -> Self {
    ValueKind(placeholder: placeholder, completion: .nothing) { (text) throws(ValueComplaint) in
      guard text.utf8.allSatisfy({ 48...57 ~= $0 }), let number = Int(text), number > 0 else {
        throw ValueComplaint(expected: "a whole number from 1 on")
      }
      return number
    }
  }
}

extension ValueKind where Value == Duration {
  /// A time such as `30s`, `5m`, `2h` or `500ms`, greater than 0.
  public static func duration(_ placeholder: String) -> Self {
    ValueKind(placeholder: placeholder, completion: .nothing) { (text) throws(ValueComplaint) in
      let complaint = ValueComplaint(expected: "a time such as 30s, 5m or 2h")
      let digits = text.prefix { "0"..."9" ~= $0 }
      guard digits.count <= 9, let number = Int(digits), number > 0 else { throw complaint }
      switch text.dropFirst(digits.count) {
      case "ms": return .milliseconds(number)
      case "s": return .seconds(number)
      case "m": return .seconds(60 * number)
      case "h": return .seconds(3600 * number)
      default: throw complaint
      }
    }
  }
}

extension ValueComplaint {
  fileprivate static func notAmong(_ words: [String], _ text: String) -> Self {
    ValueComplaint(
      expected: words.count > 1
        ? "one of " + words.joined(separator: ", ") : words.joined(separator: ", "),
      suggestion: NearestName.among(words, to: text))
  }
}
