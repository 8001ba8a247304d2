import TextFormats

/// A command-line tool as data: what its parser accepts, its help pages say and shells complete.
public struct ToolSpec: Sendable {
  /// The name of the executable.
  public var name: String
  /// What the tool is for, in one line.
  public var summary: String
  /// Commands to start from.
  public var examples: [Example]
  /// What the tool does, in the order of the overview.
  public var verbs: [VerbSpec]
  /// Options that every verb takes.
  public var commonOptions: [OptionSpec]

  /// Describes a tool.
  public init(
    name: String, summary: String, examples: [Example], verbs: [VerbSpec],
    commonOptions: [OptionSpec]
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.verbs = verbs
    self.commonOptions = commonOptions
  }

  /// The verb of a name; what is thrown for an unknown one says which was probably meant.
  public func verb(named name: String) throws(UsageError) -> VerbSpec {
    guard let verb = verbs.first(where: { $0.name == name }) else {
      let suggestion = NearestName.among(verbs.map(\.name), to: name)
      throw UsageError(.unknownVerb(name, suggestion: suggestion))
    }
    return verb
  }
}

/// One thing that a tool does: `forceplan VERB ...`.
public struct VerbSpec: Sendable {
  /// The verb.
  public var name: String
  /// What it does, in one line.
  public var summary: String
  /// What there is to know beyond that, in paragraphs.
  public var about: [String]
  /// Commands to start from.
  public var examples: [Example]
  /// What it works on, in the order of the command line; the optional ones last.
  public var operands: [OperandSpec]
  /// Its own options.
  public var options: [OptionSpec]
  /// The ways in which it ends, apart from those that every verb has.
  public var exitCodes: [ExitCode]

  /// Describes a verb.
  public init(
    name: String, summary: String, about: [String] = [], examples: [Example],
    operands: [OperandSpec] = [], options: [OptionSpec] = [], exitCodes: [ExitCode] = []
  ) {
    self.name = name
    self.summary = summary
    self.about = about
    self.examples = examples
    self.operands = operands
    self.options = options
    self.exitCodes = exitCodes
  }

  /// The command line in short: operands, and the options that the verb cannot do without.
  func usage(in tool: ToolSpec) -> String {
    let operands = operands.map {
      $0.isOptional ? "[\($0.value.placeholder)]" : $0.value.placeholder
    }
    let options = options.filter(\.isRequired).map {
      "--" + $0.name + ($0.value.map { " " + $0.placeholder } ?? "")
    }
    return ([tool.name, name] + operands + options + ["[OPTIONS]"]).joined(separator: " ")
  }
}

/// A command and what it is for.
public struct Example: Sendable {
  /// The command line.
  public var command: String
  /// What it does.
  public var purpose: String

  /// Creates an example.
  public init(_ command: String, _ purpose: String) {
    self.command = command
    self.purpose = purpose
  }
}
