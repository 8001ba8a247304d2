/// An option as the parser, the help page and completions see it.
public struct OptionSpec: Sendable {
  /// The long name without its dashes.
  public var name: String
  /// The short name without its dash, where there is one.
  public var short: Character?
  /// What value it takes; nil: a flag, which takes none.
  public var value: ValueSpec?
  /// Whether it may be given more than once with different values.
  public var mayRepeat: Bool
  /// Whether the verb cannot do without it.
  public var isRequired: Bool
  /// What it does, for the help page.
  public var help: String

  /// The option as it is written: `-o` where there is a short name, and `--output`.
  var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + ["--" + name] }

  /// What it does, and the value that is taken where none is given.
  var helpWithDefault: String {
    help + (value?.defaultText.map { " Default: \($0)." } ?? "")
  }
}

/// A thing that the verb works on, given by its place on the command line.
public struct OperandSpec: Sendable {
  /// What value it takes.
  public var value: ValueSpec
  /// Whether it may be left out.
  public var isOptional: Bool
  /// What it is, for the help page.
  public var help: String
}

/// A value on the command line as the help page and completions see it.
public struct ValueSpec: Sendable {
  /// What stands for the value in help: `DIR`, `text|json`.
  public var placeholder: String
  /// What a shell may offer for it.
  public var completion: Completion
  /// The value that is taken where none is given, in words; nil: there is none worth naming.
  public var defaultText: String?

  /// What a shell may offer for a value.
  public enum Completion: Sendable, Equatable {
    case nothing
    case files
    case folders
    case words([String])
  }
}

/// An option that is there or not.
public struct Flag: Sendable {
  /// What the parser, the help page and completions see.
  public let spec: OptionSpec

  /// Declares a flag.
  public init(_ name: String, short: Character? = nil, help: String) {
    spec = OptionSpec(
      name: name, short: short, value: nil, mayRepeat: false, isRequired: false, help: help)
  }
}

/// An option that takes a value.
public struct ValueOption<Value: Sendable>: Sendable {
  /// What the parser, the help page and completions see.
  public let spec: OptionSpec
  let kind: ValueKind<Value>

  /// Declares an option.
  public init(
    _ name: String, short: Character? = nil, _ kind: ValueKind<Value>, mayRepeat: Bool = false,
    isRequired: Bool = false, defaultText: String? = nil, help: String
  ) {
    let value = ValueSpec(
      placeholder: kind.placeholder, completion: kind.completion, defaultText: defaultText)
    spec = OptionSpec(
      name: name, short: short, value: value, mayRepeat: mayRepeat, isRequired: isRequired,
      help: help)
    self.kind = kind
  }
}

/// A value given by its place on the command line.
public struct Operand<Value: Sendable>: Sendable {
  /// What the parser, the help page and completions see.
  public let spec: OperandSpec
  let kind: ValueKind<Value>

  /// Declares an operand.
  public init(_ kind: ValueKind<Value>, isOptional: Bool = false, help: String) {
    let value = ValueSpec(
      placeholder: kind.placeholder, completion: kind.completion, defaultText: nil)
    spec = OperandSpec(value: value, isOptional: isOptional, help: help)
    self.kind = kind
  }
}
