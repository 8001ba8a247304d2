import ForceData
import ForceModel
import ForcePlanningTestSupport
import Foundation
import GLPKSolver

/// Compares plans of random models with the oracle's, for as many seeds as are asked for.
///
/// `random-models FIRST LAST DIR` writes the models into folders, for other solvers.
/// `random-models FIRST LAST`: every seed gives two models, as drawn and badly scaled. Each model that does not
/// simply agree is named, so that it can be looked at alone; one wrong word makes the run fail. Badly scaled
/// models are compared with an exact oracle, to the gap that an optimal plan promises.
@main
struct RandomModels {
  private struct Tally {
    var agreed = 0
    var traded = 0
    var unproven = 0
    var refused = 0
    var withoutOracle = 0
    var wrong = 0

    mutating func count(_ verdict: OracleVerdict) {
      switch verdict {
      case .agrees: agreed += 1
      case .traded: traded += 1
      case .unproven: unproven += 1
      case .refused: refused += 1
      case .noOracle: withoutOracle += 1
      case .wrong: wrong += 1
      }
    }

    var words: String {
      "\(agreed) agree with the oracle and are proven, \(traded) differ where rounding decides, "
        + "\(unproven) say that they are not proven, \(refused) were refused, "
        + "\(withoutOracle) have no oracle, \(wrong) are wrong"
    }
  }

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let numbers = arguments.prefix(2).compactMap { Int($0) }
    guard numbers.count == 2, 2...3 ~= arguments.count, numbers[0] <= numbers[1] else {
      print("usage: random-models FIRST LAST [DIR]")
      exit(64)
    }
    if arguments.count == 3, let folder = arguments.last {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for seed in numbers[0]...numbers[1] {
        let model = RandomModel(seed: seed).model
        try write(model, to: "\(folder)/\(seed)")
        try write(model.badlyScaled(seed: seed), to: "\(folder)/\(seed)-scaled")
      }
      return
    }
    var asDrawn = Tally()
    var badlyScaled = Tally()
    for seed in numbers[0]...numbers[1] {
      let model = RandomModel(seed: seed).model
      asDrawn.count(verdict(model, name: "\(seed)"))
      badlyScaled.count(
        verdict(
          model.badlyScaled(seed: seed), name: "\(seed) badly scaled",
          oracle: MathProgOracle(isExact: true), tolerance: OracleVerdict.promisedGap))
    }
    print("as drawn: \(asDrawn.words)")
    print("badly scaled: \(badlyScaled.words)")
    exit(asDrawn.wrong + asDrawn.traded + badlyScaled.wrong == 0 ? 0 : 1)
  }

  private static func write(_ model: PlanningModel, to folder: String) throws {
    try AtomicOutput.write(ModelWriter.files(of: model), toFolder: folder, replacing: .nothing)
  }

  private static func verdict(
    _ model: PlanningModel, name: String, oracle: MathProgOracle = MathProgOracle(),
    tolerance: Double = 1e-7
  ) -> OracleVerdict {
    let verdict = OracleVerdict.of(
      model, engines: GLPKEngineProvider(), oracle: oracle, tolerance: tolerance)
    if verdict != .agrees { print("seed \(name): \(verdict)") }
    return verdict
  }
}
