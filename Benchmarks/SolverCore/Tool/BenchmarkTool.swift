import CommandLineTools
import ForceData

/// The tool: its verbs, and how each way of ending becomes an exit code and a message.
enum BenchmarkTool {
  static let verbs: [any BenchmarkVerb.Type] = [
    ListVerb.self, RunVerb.self, SweepVerb.self, MembersVerb.self, WriteVerb.self, CountVerb.self,
  ]

  static let spec = ToolSpec(
    name: "solver-benchmark",
    summary: "measures the planner on generated models of stated sizes.",
    examples: [
      Example("solver-benchmark list", "see the models"),
      Example("solver-benchmark run S,TS --repeat 5", "time the phases of two of them"),
      Example("solver-benchmark write M --mps m.mps", "write a model for another solver"),
    ],
    verbs: verbs.map { $0.spec }, commonOptions: CommonOptions.specs)

  static func run(_ arguments: [String]) -> ExitCode {
    OutputChannel.makeFailuresErrors()
    do {
      switch try ArgumentParser(spec).parse(arguments) {
      case .help(let verb, _):
        let page = HelpPage(spec)
        try Console().result(verb.map { page.page(of: $0) } ?? page.overview())
        return .done
      case .run(let parsed):
        let verb = verbs.first { $0.spec.name == parsed.verb.name } ?? ListVerb.self
        return try verb.run(parsed, on: Console(parsed))
      }
    } catch let error as UsageError {
      Console().complain(error.message(tool: spec.name))
      return .usage
    } catch let refusal as Refusal {
      Console().complain(refusal.message)
      return refusal.exitCode
    } catch let error as OutputError {
      Console().complain(error.message)
      return .cannotWrite
    } catch let failure as OutputFailure {
      Console().complain("cannot write to standard output: \(failure.reason)")
      return .cannotWrite
    } catch {
      Console().complain("\(error)")
      return .internalError
    }
  }
}

/// One thing that the tool does, in a file of its own.
protocol BenchmarkVerb: SendableMetatype {
  /// What the verb takes and what its help page says.
  static var spec: VerbSpec { get }

  /// Does it.
  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode
}

/// Why something was not done, in words for whoever asked.
struct Refusal: Error {
  let message: String
  let exitCode: ExitCode
}
