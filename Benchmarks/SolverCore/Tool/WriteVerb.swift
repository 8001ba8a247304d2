import BenchmarkModels
import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import LinearProgramming
import TextFormats

/// `solver-benchmark write`: a model for other programs.
enum WriteVerb: BenchmarkVerb {
  private static let package = ValueOption(
    "package", .folder("DIR"), help: "Write the model as a data package; the folder must be new.")
  private static let mps = ValueOption(
    "mps", .file("FILE"),
    help: "Write the program of the first goal as MPS text, every possible tour a column.")
  private static let limit = ValueOption(
    "limit", .positiveInteger("N"), defaultText: "50000000",
    help: "Coefficients beyond which the program is refused; it takes some 20 bytes for each.")

  static let spec = VerbSpec(
    name: "write", summary: "write a model for other programs",
    examples: [
      Example("solver-benchmark write M --mps m.mps", "write the program that peers solve"),
      Example("solver-benchmark write M --package m", "write the model for forceplan"),
    ],
    operands: [ModelNames.operand.spec], options: [package.spec, mps.spec, limit.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let sizes = try ModelNames.read(arguments)
    let folder = try arguments.value(of: package)
    let file = try arguments.value(of: mps)
    let limit = try arguments.value(of: limit) ?? 50_000_000
    guard sizes.count == 1, let size = sizes.first, folder != nil || file != nil else {
      throw Refusal(
        message: "name one model, and what to write with --package or --mps", exitCode: .usage)
    }
    let model = size.model()
    if let folder {
      try AtomicOutput.write(ModelWriter.files(of: model), toFolder: folder, replacing: .nothing)
    }
    if let file {
      let network = DeploymentNetwork(model)
      try refuse(size, network, beyond: limit)
      let program = firstGoal(of: network)
      try AtomicOutput.write(to: file) { (send) throws(OutputError) in
        try MPSText.write(program, to: send)
      }
      console.talk(
        "\(program.rowNames.count) rows, \(program.columns.count) columns, "
          + "\(program.columns.rows.count) coefficients")
    }
    return .done
  }

  /// The compact program of the first goal, its columns and rows named by numbers.
  static func firstGoal(of network: DeploymentNetwork) -> LinearProgram {
    var program = CompactForm(
      network: network, levels: GoalLevel.levels(of: network.model), tours: network.allTours(),
      level: 0, heldValues: []
    ).program
    // A column's name stands before each of its coefficients: numbers make files a third as long.
    program.columnNames = program.columnNames.indices.map { "c\($0 + 1)" }
    program.rowNames = program.rowNames.indices.map { "r\($0 + 1)" }
    return program
  }

  /// Refuses a program that is too large, before memory is taken for it.
  private static func refuse(
    _ size: BenchmarkModel, _ network: DeploymentNetwork, beyond limit: Int
  ) throws {
    let tours = network.tourCount()
    // Each tour holds its units in one period at least, and has a task in one.
    let coefficients = 2 * tours > limit ? 2 * tours : coefficients(of: network)
    guard coefficients > limit else { return }
    throw Refusal(
      message: "\(size.name) has \(ReadableNumber.amount(Double(tours))) possible tours and more "
        + "coefficients than the limit of \(ReadableNumber.amount(Double(limit))); raise it with "
        + "--limit if there is memory for that",
      exitCode: .cannotWrite)
  }

  /// About how many coefficients the columns of tours have.
  private static func coefficients(of network: DeploymentNetwork) -> Int {
    let capped = network.model.contributors.count { $0.shareCap != nil }
    return network.allTours().reduce(0) { sum, tour in
      sum + network.heldPeriods(of: tour).count + (tour.last - tour.first + 1) * (1 + capped)
    }
  }
}
