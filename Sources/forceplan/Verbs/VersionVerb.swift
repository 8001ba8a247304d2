import CommandLineTools
import GLPKSolver
import LinearProgramming

/// `forceplan version`: the versions of the tool and of its solver.
enum VersionVerb: Verb {
  static let name = "version"

  static let spec = VerbSpec(
    name: name, summary: "print the versions of the tool and of its solver",
    examples: [Example("forceplan version", "print both")])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    try console.result("forceplan \(Tool.version) (\(GLPKEngineProvider().versionName))\n")
    return .done
  }
}
