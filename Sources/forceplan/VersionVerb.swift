import CommandLineTools

/// `forceplan version`: the version.
enum VersionVerb: Verb {
  static let name = "version"

  static let spec = VerbSpec(
    name: name, summary: "print the version of the tool",
    examples: [Example("forceplan version", "print the version")])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    try console.result("forceplan \(Tool.version)\n")
    return .done
  }
}
