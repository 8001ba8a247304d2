/// The verb of a command line with the texts of its options and operands, which are read by asking.
///
/// Values are read where a verb asks for them, so a verb asks for all of them before it starts.
public struct ParsedArguments: Sendable {
  /// The verb.
  public let verb: VerbSpec
  /// Names of the flags given.
  let flags: Set<String>
  /// Texts of the values given, by the option's name.
  let values: [String: [String]]
  /// Texts of the operands given, by placeholder.
  let operands: [String: String]

  /// Whether a flag was given.
  public func has(_ flag: Flag) -> Bool { flags.contains(flag.spec.name) }

  /// The value of an option; nil: it was not given.
  public func value<Value>(of option: ValueOption<Value>) throws(UsageError) -> Value? {
    try values(of: option).first
  }

  /// The value of an option that the verb cannot do without.
  public func required<Value>(_ option: ValueOption<Value>) throws(UsageError) -> Value {
    guard let value = try value(of: option) else {
      throw UsageError(.missingOneOf(["--" + option.spec.name]), verb: verb.name)
    }
    return value
  }

  /// All values of an option that may be repeated, in their order.
  public func values<Value>(of option: ValueOption<Value>) throws(UsageError) -> [Value] {
    var read: [Value] = []
    for text in values[option.spec.name] ?? [] {
      read.append(try self.read(text, as: option.kind, subject: "--" + option.spec.name))
    }
    return read
  }

  /// The value of an operand that must be there.
  public func value<Value>(of operand: Operand<Value>) throws(UsageError) -> Value {
    guard let value = try optionalValue(of: operand) else {
      throw UsageError(.missingOperand(operand.spec.value.placeholder), verb: verb.name)
    }
    return value
  }

  /// The value of an operand that may be left out.
  public func optionalValue<Value>(of operand: Operand<Value>) throws(UsageError) -> Value? {
    let placeholder = operand.spec.value.placeholder
    guard let text = operands[placeholder] else { return nil }
    return try read(text, as: operand.kind, subject: placeholder)
  }

  private func read<Value>(
    _ text: String, as kind: ValueKind<Value>, subject: String
  ) throws(UsageError) -> Value {
    do {
      return try kind.read(text)
    } catch {
      let problem = UsageError.Problem.badValue(
        subject: subject, text: text, expected: error.expected, suggestion: error.suggestion)
      throw UsageError(problem, verb: verb.name)
    }
  }
}
