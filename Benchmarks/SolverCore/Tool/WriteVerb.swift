import BenchmarkModels
import CommandLineTools
import ForceModel
import ForcePlanning
import LinearProgramming
import TextFormats

/// `solver-benchmark write`: a model for other programs.
enum WriteVerb: BenchmarkVerb {
  private static let mps = ValueOption(
    "mps", .file("FILE"),
    help: "Write the program of the first goal as MPS text, every possible tour a column.")
  private static let limit = ValueOption(
    "limit", .positiveInteger("N"), defaultText: "3000000",
    help: "Tours beyond which the program is refused.")

  static let spec = VerbSpec(
    name: "write", summary: "write a model for other programs",
    examples: [
      Example("solver-benchmark write M --mps m.mps", "write the program that peers solve")
    ],
    operands: [ModelNames.operand.spec], options: [mps.spec, limit.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let sizes = try ModelNames.read(arguments)
    let limit = try arguments.value(of: limit) ?? 3_000_000
    guard sizes.count == 1, let size = sizes.first, let file = try arguments.value(of: mps) else {
      throw Refusal(message: "name one model and the file to write", exitCode: .usage)
    }
    let network = DeploymentNetwork(size.model())
    let count = network.tourCount()
    guard count <= limit else {
      throw Refusal(
        message:
          "\(size.name) has \(ReadableNumber.amount(Double(count))) possible tours, more than "
          + "the limit of \(ReadableNumber.amount(Double(limit))); raise it with --limit if there is "
          + "memory for that",
        exitCode: .cannotWrite)
    }
    let form = CompactForm(
      network: network, levels: GoalLevel.levels(of: network.model), tours: network.allTours(),
      level: 0, heldValues: [])
    try OutputText.write(to: file) { send in try MPSText.write(form.program, to: send) }
    let program = form.program
    try console.result(
      "\(size.name): \(count) tours; \(program.rowNames.count) rows, \(program.columns.count) "
        + "columns, \(program.columns.rows.count) coefficients\n")
    return .done
  }
}
