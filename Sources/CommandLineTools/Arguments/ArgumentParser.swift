import TextFormats

/// What a command line asks for.
public enum Invocation: Sendable {
  /// The help page of a verb, or the overview.
  case help(VerbSpec?, allowsColor: Bool)
  /// A verb with its options and operands.
  case run(ParsedArguments)
}

/// Reads a command line by a tool's spec.
public struct ArgumentParser: Sendable {
  private let tool: ToolSpec

  /// Creates the parser of a tool.
  public init(_ tool: ToolSpec) { self.tool = tool }

  /// Reads the arguments that follow the tool's name.
  ///
  /// Options may stand anywhere: `--name value`, `--name=value`, `-n value`, `-nvalue`; `--` ends
  /// them. `--help` before that asks for help, whatever else is there.
  public func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
    let beforeEnd = arguments.prefix { $0 != "--" }
    if beforeEnd.contains(where: { $0 == "--help" || $0 == "-h" }) {
      let allowsColor = !beforeEnd.contains("--" + CommonOptions.noColor.spec.name)
      guard let name = beforeEnd.first(where: { !$0.hasPrefix("-") }) else {
        return .help(nil, allowsColor: allowsColor)
      }
      return .help(try tool.verb(named: name), allowsColor: allowsColor)
    }
    var reading = Reading(tool: tool, rest: arguments[...])
    while let argument = reading.rest.popFirst() {
      if argument == "--", !reading.optionsHaveEnded {
        reading.optionsHaveEnded = true
      } else if !reading.optionsHaveEnded, argument.hasPrefix("--") {
        try reading.readLongOption(argument.dropFirst(2))
      } else if !reading.optionsHaveEnded, argument.hasPrefix("-"), argument != "-" {
        try reading.readShortOption(argument.dropFirst())
      } else if reading.verb == nil {
        reading.verb = try tool.verb(named: argument)
      } else {
        try reading.readOperand(argument)
      }
    }
    return .run(try reading.finished())
  }
}

/// A command line that is being read.
private struct Reading {
  let tool: ToolSpec
  /// What has not been read yet.
  var rest: ArraySlice<String>
  var optionsHaveEnded = false
  var verb: VerbSpec?
  private var flags: Set<String> = []
  private var values: [String: [String]] = [:]
  private var operands: [String: String] = [:]

  init(tool: ToolSpec, rest: ArraySlice<String>) {
    self.tool = tool
    self.rest = rest
  }

  /// The options allowed at this point.
  private var options: [OptionSpec] { (verb?.options ?? []) + tool.commonOptions }

  mutating func readLongOption(_ text: Substring) throws(UsageError) {
    let name = text.prefix { $0 != "=" }
    let attached = name.endIndex == text.endIndex ? nil : text[name.endIndex...].dropFirst()
    guard let option = options.first(where: { $0.name == name }) else {
      let nearest = NearestName.among(options.map(\.name), to: String(name))
      throw error(.unknownOption("--" + name, suggestion: nearest.map { "--" + $0 }))
    }
    try take(option, writtenAs: "--" + name, attached: attached)
  }

  mutating func readShortOption(_ text: Substring) throws(UsageError) {
    // `-output plan` would be `-o` with the value `utput`: a dash is missing, and no file is written.
    if let meant = options.first(where: { $0.name == text.prefix { $0 != "=" } }) {
      throw error(.unknownOption("-" + text, suggestion: "--" + meant.name))
    }
    guard let letter = text.first, let option = options.first(where: { $0.short == letter }) else {
      throw error(.unknownOption("-" + text, suggestion: nil))
    }
    let attached = text.dropFirst()
    try take(option, writtenAs: "-\(letter)", attached: attached.isEmpty ? nil : attached)
  }

  private mutating func take(
    _ option: OptionSpec, writtenAs name: String, attached: Substring?
  ) throws(UsageError) {
    guard let value = option.value else {
      guard attached == nil else { throw error(.unexpectedValue(option: name)) }
      flags.insert(option.name)
      return
    }
    guard option.mayRepeat || values[option.name] == nil else {
      throw error(.repeated(option: name))
    }
    if let attached {
      values[option.name, default: []].append(String(attached))
    } else if let next = rest.first, next == "-" || !next.hasPrefix("-") {
      values[option.name, default: []].append(next)
      rest.removeFirst()
    } else {
      // What looks like an option is not swallowed as a value: more often the value was forgotten.
      throw error(.missingValue(option: name, placeholder: value.placeholder))
    }
  }

  mutating func readOperand(_ argument: String) throws(UsageError) {
    let places = verb?.operands ?? []
    guard operands.count < places.count else { throw error(.surplusOperand(argument)) }
    operands[places[operands.count].value.placeholder] = argument
  }

  func finished() throws(UsageError) -> ParsedArguments {
    guard let verb else { throw error(.missingVerb) }
    if operands.count < verb.operands.count, !verb.operands[operands.count].isOptional {
      throw error(.missingOperand(verb.operands[operands.count].value.placeholder))
    }
    return ParsedArguments(verb: verb, flags: flags, values: values, operands: operands)
  }

  private func error(_ problem: UsageError.Problem) -> UsageError {
    UsageError(problem, verb: verb?.name)
  }
}
