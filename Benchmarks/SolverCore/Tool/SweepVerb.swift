import BenchmarkModels
import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import LinearProgramming
import TextFormats

/// `solver-benchmark sweep`: many variants of a model, planned from its plan and from scratch.
enum SweepVerb: BenchmarkVerb {
  private static let variants = ValueOption(
    "variants", .positiveInteger("N"), defaultText: "1000", help: "How many variants are planned.")
  private static let cold = ValueOption(
    "cold", .positiveInteger("N"), defaultText: "50",
    help: "How many of them are planned from scratch as well; their goals must be the same.")
  private static let kind = ValueOption(
    "kind", .choice(of: PledgeVariants.Kind.self), defaultText: "mixed",
    help: "What may become of a pledge: other units only, or anything.")
  private static let threads = ValueOption(
    "threads", .positiveInteger("N"), defaultText: "2", help: "Threads that plan at a time.")
  private static let firstGoal = Flag("first-goal", help: "Plan for the first goal only.")
  private static let changes = ValueOption(
    "changes", .file("FILE"),
    help:
      "Write what each variant changes in the program of the first goal, and the value found, for "
      + "other solvers; for variants of other units.")

  /// The part of all pledges that a variant changes.
  private static let share = 0.05

  static let spec = VerbSpec(
    name: "sweep", summary: "time many variants of a model",
    about: [
      "In each variant one pledge in twenty is another: it has other units, is withdrawn, comes later, "
        + "moves or is joined. Variants are planned from the base's plan on several threads; some are planned "
        + "from scratch too, and the tool complains if a goal differs."
    ],
    examples: [Example("solver-benchmark sweep M --variants 200 --cold 20", "a short sweep")],
    operands: [ModelNames.operand.spec],
    options: [
      variants.spec, cold.spec, kind.spec, threads.spec, firstGoal.spec, changes.spec,
    ])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let count = try arguments.value(of: variants) ?? 1000
    let coldCount = min(count, try arguments.value(of: cold) ?? 50)
    let threads = try arguments.value(of: threads) ?? 2
    let kind = try arguments.value(of: kind) ?? .mixed
    let file = try arguments.value(of: changes)
    for size in try ModelNames.read(arguments) {
      var model = size.model()
      if arguments.has(firstGoal) { model.policy.goals = [.shortfall] }
      let sweep = Sweep(
        model: model, variants: PledgeVariants(of: model, kind: kind, share: share), count: count,
        coldCount: coldCount, threads: threads)
      let outcome = try sweep.run()
      try console.result(text(of: outcome, size: size))
      if let file {
        let values = outcome.goals.map { $0[0] }
        try AtomicOutput.write(
          Array(JSON.text(sweep.changes(values: values)).utf8), to: file)
      }
      guard outcome.differences.isEmpty, outcome.unproven == 0 else { return .internalError }
    }
    return .done
  }

  private static func text(of outcome: Sweep.Outcome, size: BenchmarkModel) -> String {
    let perVariant = outcome.warmSeconds / Double(outcome.goals.count)
    let perCold = outcome.coldSeconds / Double(max(1, outcome.coldCount))
    var lines = [
      "\(size.name): \(outcome.goals.count) variants, \(outcome.unproven) not proven optimal",
      "  from the base \(ProcessTime.milliseconds(perVariant)) each, from scratch \(ProcessTime.milliseconds(perCold)) each: "
        + "\(ReadableNumber.amount(perCold / perVariant)) times as fast",
      "  goals compared with those from scratch: \(outcome.coldCount) variants, "
        + "\(outcome.differences.count) differ",
    ]
    lines += outcome.differences.prefix(5).map { "  " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// A sweep and its counterpart from scratch.
private struct Sweep: Sendable {
  let model: PlanningModel
  let variants: PledgeVariants
  let count: Int
  let coldCount: Int
  let threads: Int

  struct Outcome {
    /// Goal values, by variant and level.
    var goals: [[Double]] = []
    var unproven = 0
    var warmSeconds = 0.0
    var coldSeconds = 0.0
    var coldCount = 0
    /// Goals that are not those from scratch, in words.
    var differences: [String] = []
  }

  /// Plans the base and the variants; the base's plan counts among the time of the variants.
  func run() throws -> Outcome {
    var outcome = Outcome()
    outcome.coldCount = coldCount
    let start = ContinuousClock.now
    let planner = try VariantPlanner(
      of: model, engines: GLPKEngineProvider(), options: PlanningOptions(threads: threads))
    try planner.plans(of: count, threads: threads, variant: variants.variant) { _, result in
      let plan = try result.get()
      outcome.goals.append(plan.goals.map(\.value))
      if plan.status != .optimal { outcome.unproven += 1 }
    }
    outcome.warmSeconds = (ContinuousClock.now - start) / .seconds(1)
    let coldStart = ContinuousClock.now
    let cold = Planner(
      engines: GLPKEngineProvider(), options: PlanningOptions(threads: threads))
    for number in 0..<coldCount {
      let goals = try cold.plan(variants.variant(number)).goals.map(\.value)
      for (level, pair) in zip(goals, outcome.goals[number]).enumerated()
      where abs(pair.0 - pair.1) > 1e-6 * max(1, abs(pair.0)) {
        outcome.differences.append(
          "variant \(number), goal \(level + 1): \(pair.1), from scratch \(pair.0)")
      }
    }
    outcome.coldSeconds = (ContinuousClock.now - coldStart) / .seconds(1)
    return outcome
  }

  /// The bounds that each variant moves in the compact program of the first goal, and its value.
  func changes(values: [Double]) -> JSONValue {
    let base = Self.bounds(of: model)
    let entries = values.enumerated().map { number, value -> JSONValue in
      let moved = zip(base, Self.bounds(of: variants.variant(number))).filter { $0 != $1 }
      var bounds: JSONObject = [:]
      for (_, row) in moved { bounds[row.name] = .number(row.upper) }
      return ["value": .number(value), "upper": .object(bounds)]
    }
    return ["variants": .array(entries)]
  }

  private struct NamedBound: Equatable {
    let name: String
    let upper: Double
  }

  private static func bounds(of model: PlanningModel) -> [NamedBound] {
    let program = WriteVerb.firstGoal(of: DeploymentNetwork(model))
    return zip(program.rowNames, program.rowBounds).map { NamedBound(name: $0, upper: $1.upper) }
  }
}
