import CommandLineTools
import ForceData

/// `forceplan schema`: what tables, columns and policy a model has.
enum SchemaVerb: Verb {
  static let name = "schema"

  private static let policy = "policy"
  private static let table = Operand(
    .word("TABLE", of: ModelTable.allCases.map(\.rawValue) + [policy]), isOptional: true,
    help: "A table without .csv, or 'policy' for the forceplan object of datapackage.json.")

  static let spec = VerbSpec(
    name: name, summary: "list the tables and columns of a model, with units and defaults",
    examples: [
      Example("forceplan schema", "list all tables with their columns"),
      Example("forceplan schema contributions", "say all about one of them"),
      Example("forceplan schema policy", "say what the policy can be"),
    ],
    operands: [table.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let name = try arguments.optionalValue(of: table)
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
