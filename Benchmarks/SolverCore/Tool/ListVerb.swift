import BenchmarkModels
import CommandLineTools
import ForceModel
import TextFormats

/// `solver-benchmark list`: the models and their sizes.
enum ListVerb: BenchmarkVerb {
  static let spec = VerbSpec(
    name: "list", summary: "print the models and their sizes",
    examples: [Example("solver-benchmark list", "print them")])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let rows = BenchmarkModel.all.map { size in
      let model = size.model()
      let grid = TimeGrid(policy: model.policy, requirements: model.requirements)
      return [
        size.name, "\(model.contributors.count)", "\(model.contributions.count)",
        "\(model.crises.count)", "\(model.requirements.count)", "\(model.liftPools.count)",
        "\(model.caveats.count)", "\(grid.count)",
      ]
    }
    let table = TextTable(
      columns: [.init("model")]
        + ["members", "pledges", "crises", "requirements", "lift pools", "caveats", "periods"].map {
          TextTable.Column($0, .right)
        },
      rows: rows)
    try console.result(table.lines(width: console.width).map { $0 + "\n" }.joined())
    return .done
  }
}

/// The names of models on a command line.
enum ModelNames {
  static let operand = Operand(
    ValueKind.text("NAMES", offering: BenchmarkModel.all.map(\.name)),
    help: "Models, separated by commas: S,TS. M-7 is M drawn from seed 7 instead of 1.")

  /// The models that an operand names.
  static func read(_ arguments: ParsedArguments) throws -> [BenchmarkModel] {
    try arguments.value(of: operand).split(separator: ",").map { name in
      guard let model = BenchmarkModel.named(String(name)) else {
        let names = BenchmarkModel.all.map(\.name).joined(separator: ", ")
        throw Refusal(
          message: "there is no model '\(name)'; there are \(names); M-7 is M of seed 7",
          exitCode: .usage)
      }
      return model
    }
  }
}
