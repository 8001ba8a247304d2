import CommandLineTools

/// `forceplan help`: the overview, or the page of a verb.
enum HelpVerb: Verb {
  static let name = "help"

  private static let verb = Operand(
    .text("VERB", offering: Tool.verbs.map { $0.name }), isOptional: true,
    help: "The verb to read about.")
  private static let man = Flag(
    "man", help: "Print the manual page of the whole tool, for man.")

  static let spec = VerbSpec(
    name: name, summary: "print what the tool or a verb does and takes",
    examples: [
      Example("forceplan help", "list the verbs"),
      Example("forceplan help solve", "say all about one of them"),
      Example("forceplan help --man | man -l -", "read everything as a manual page"),
    ],
    operands: [verb.spec], options: [man.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let name = try arguments.optionalValue(of: verb)
    if arguments.has(man) {
      guard name == nil else { throw UsageError(.notTogether("VERB", "--man"), verb: Self.name) }
      try console.result(ManPage(Tool.spec, version: Tool.version, date: Tool.releaseDate).text())
      return .done
    }
    try printPage(
      of: name.map { name throws(UsageError) in try Tool.spec.verb(named: name) }, on: console)
    return .done
  }

  /// Prints the page of a verb, or the overview.
  static func printPage(of verb: VerbSpec?, on console: Console) throws {
    let pages = HelpPage(Tool.spec, width: console.width, style: console.style)
    try console.result(verb.map(pages.page) ?? pages.overview())
  }
}
