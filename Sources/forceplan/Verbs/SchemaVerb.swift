import CommandLineTools
import ForceData

/// `forceplan schema`: what tables, columns and policy a model has.
enum SchemaVerb: Verb {
  enum Format: String, CaseIterable, Sendable {
    case text
    case markdown
  }

  static let name = "schema"

  private static let policy = "policy"
  private static let table = Operand(
    .word("TABLE", of: ModelTable.allCases.map(\.rawValue) + [policy]), isOptional: true,
    help: "A table without .csv, or 'policy' for the forceplan object of datapackage.json.")
  private static let format = ValueOption(
    "format", .choice(of: Format.self), defaultText: "text",
    help: "How it is printed: text, or all tables of models and plans as one Markdown page.")

  static let spec = VerbSpec(
    name: name, summary: "list the tables and columns of a model, with units and defaults",
    examples: [
      Example("forceplan schema", "list all tables with their columns"),
      Example("forceplan schema contributions", "say all about one of them"),
      Example("forceplan schema policy", "say what the policy can be"),
    ],
    operands: [table.spec], options: [format.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let name = try arguments.optionalValue(of: table)
    if try arguments.value(of: format) == .markdown {
      guard name == nil else {
        throw UsageError(.notTogether("TABLE", "--format markdown"), verb: Self.name)
      }
      try console.result(SchemaMarkdown.page())
      return .done
    }
    let text =
      switch name {
      case policy: SchemaText.policy()
      case let name?: ModelTable(rawValue: name).map(SchemaText.table) ?? SchemaText.overview()
      case nil: SchemaText.overview()
      }
    try console.result(text)
    return .done
  }
}
