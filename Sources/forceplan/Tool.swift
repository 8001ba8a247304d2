import CommandLineTools
import ForceData
import LinearProgramming
import TextFormats

/// The tool: its verbs, and how each way of ending becomes an exit code and a message.
enum Tool {
  /// The version, also written to `run.json`.
  static let version = "0.1.0"
  /// The day of the version, for the manual page; it changes with the version only, so that a build gives
  /// the same bytes on every day.
  static let releaseDate = "2026-11-25"

  /// All verbs, in the order of the overview.
  static let verbs: [any Verb.Type] = [
    NewVerb.self, ValidateVerb.self, SolveVerb.self, CompareVerb.self, ExplainVerb.self,
    AdviseVerb.self, CheckVerb.self, VerifyVerb.self, ExportVerb.self, SchemaVerb.self,
    VersionVerb.self, HelpVerb.self, CompletionsVerb.self,
  ]

  static let spec = ToolSpec(
    name: "forceplan",
    summary:
      "plans who sends what, where, when and by which lift, so that crises lack as little as "
      + "can be.",
    examples: [
      Example("forceplan new mymodel --example three-crises", "start a model from an example"),
      Example("forceplan validate mymodel", "find every error in its tables"),
      Example("forceplan solve mymodel -o plan", "print the plan and write it to a folder"),
    ],
    verbs: verbs.map { $0.spec }, commonOptions: CommonOptions.specs)

  /// Does what the arguments ask for.
  static func run(_ arguments: [String]) -> ExitCode {
    LastWords.install()
    OutputChannel.makeFailuresErrors()
    do {
      return try invoke(arguments == ["--version"] ? ["version"] : arguments)
    } catch let error as UsageError where error.problem == .missingVerb {
      // Whoever types the bare name wants to know what there is.
      Console().say(HelpPage(spec).overview())
      return .usage
    } catch let error as UsageError {
      Console().complain(error.message(tool: spec.name))
      return .usage
    } catch let failure as Failure {
      Console().complain(failure.message)
      return failure.exitCode
    } catch let error as OutputError {
      Console().complain(error.message)
      return .cannotWrite
    } catch let refusal as SweepJournal.Refusal {
      Console().complain(refusal.message)
      return refusal.isOfInputs ? .invalidData : .cannotWrite
    } catch let failure as OutputFailure {
      Console().complain("cannot write to standard output: \(failure.reason)")
      return .cannotWrite
    } catch let failure as EngineFailure {
      Console().complain(failure.message)
      return .internalError
    } catch {
      Console().complain(
        VisibleText.escaped("\(error)") + "\nThis is a fault of \(spec.name); please report it.")
      return .internalError
    }
  }

  private static func invoke(_ arguments: [String]) throws -> ExitCode {
    switch try ArgumentParser(spec).parse(arguments) {
    case .help(let verb, let allowsColor):
      try HelpVerb.printPage(of: verb, on: Console(allowsColor: allowsColor))
      return .done
    case .run(let parsed):
      let verb = verbs.first { $0.name == parsed.verb.name } ?? HelpVerb.self
      return try verb.run(parsed, on: Console(parsed))
    }
  }
}

/// One thing that the tool does, in a file of its own.
protocol Verb: SendableMetatype {
  /// What the verb is called.
  static var name: String { get }
  /// What the verb takes and what its help page says.
  static var spec: VerbSpec { get }

  /// Does it.
  ///
  /// - Throws: `UsageError`, `Failure`, `OutputFailure`; anything else is a fault of the tool.
  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode
}
