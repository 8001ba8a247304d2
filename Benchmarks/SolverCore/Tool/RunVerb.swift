import BenchmarkModels
import CommandLineTools
import ForceData
import ForceModel
import TextFormats

/// `solver-benchmark run`: the phases of planning, timed.
enum RunVerb: BenchmarkVerb {
  private static let repetitions = ValueOption(
    "repeat", .positiveInteger("N"), defaultText: "5", help: "How often each model is planned.")
  private static let json = ValueOption(
    "json", .file("FILE"), help: "Write all samples and figures to a file.")
  private static let firstGoal = Flag(
    "first-goal",
    help: "Plan for the first goal only, as other solvers do on the exported program.")
  private static let timeLimit = ValueOption(
    "time-limit", .duration("TIME"), defaultText: "20m", help: "Time that one plan may take.")
  private static let threads = ValueOption(
    "threads", .positiveInteger("N"), defaultText: "2",
    help: "Threads that may work at a time.")

  static let spec = VerbSpec(
    name: "run", summary: "time the phases of planning",
    about: [
      "Each model is planned anew a number of times; medians and extremes are printed, for each "
        + "phase. Peak memory is that of the whole process so far: for the figure of one model, run it "
        + "by itself.",
      "The phases: read is the data package; build derives what may deploy from the model; start is the "
        + "first-order run; master the simplex method on the tours found so far; pricing the search for "
        + "more; levels the proof of each goal and the ranges of its prices; certificate the writing and "
        + "the independent check of the plan; whole is all of it but the reading.",
    ],
    examples: [
      Example("solver-benchmark run S", "time one model"),
      Example("solver-benchmark run M,TS --repeat 3 --json out.json", "keep all samples"),
      Example("solver-benchmark run M-1,M-2,M-3 --repeat 1", "see what other draws take"),
    ],
    operands: [ModelNames.operand.spec],
    options: [
      repetitions.spec, json.spec, firstGoal.spec, timeLimit.spec, threads.spec,
    ])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let sizes = try ModelNames.read(arguments)
    let count = try arguments.value(of: repetitions) ?? 5
    let limit = try arguments.value(of: timeLimit) ?? .seconds(1200)
    let threads = try arguments.value(of: threads) ?? 2
    let file = try arguments.value(of: json)
    var results: [JSONValue] = []
    var medians: [(name: String, seconds: Double)] = []
    for size in sizes {
      var run = BenchmarkRun(size, firstGoalOnly: arguments.has(firstGoal), threads: threads)
      let package = try TemporaryPackage(of: run.model)
      for _ in 0..<count {
        try run.read(package)
        try run.repeatOnce(timeLimit: limit)
      }
      try console.result(text(of: run, width: console.width))
      results.append(run.json)
      if let whole = run.phases.phases.first(where: { $0.name == "whole" }) {
        medians.append((size.name, whole.seconds.median))
      }
    }
    if medians.count > 1 { try console.result(summary(of: medians)) }
    if let file {
      try AtomicOutput.write(Array(JSON.text(["results": .array(results)]).utf8), to: file)
    }
    return .done
  }

  private static func text(of run: BenchmarkRun, width: Int) -> String {
    guard let plan = run.plan else { return "" }
    let scarcity = Scarcity(plan: plan, model: run.model)
    let goals = plan.goals.map { "\($0.name) \(ReadableNumber.amount($0.value))" }
    let figures = plan.solver
    let limits = scarcity.pricedLimits.map { "\($0.kind.rawValue) \($0.count)" }
    let heading = [
      "\(run.size.name): \(plan.status.rawValue); \(goals.joined(separator: ", "))",
      "  \(figures.columnsGenerated) of \(figures.columnsPossible) tours, \(figures.rows) rows, "
        + "\(figures.rounds) rounds, \(figures.iterations) iterations; "
        + "peak memory \(run.peakMemory >> 20) MiB",
      "  met \(ReadableNumber.percent(scarcity.metShare)) of strength x days; requirements met "
        + "\(ReadableNumber.percent(scarcity.requirementsMet)), empty at some time "
        + ReadableNumber.percent(scarcity.requirementsEmpty),
      "  limits with a price: \(limits.joined(separator: ", "))",
    ]
    let table = TextTable(
      columns: [
        .init("phase"), .init("median s", .right), .init("min s", .right), .init("max s", .right),
        .init("CPU s", .right), .init("samples", .right),
      ],
      rows: run.phases.phases.map { phase in
        [
          phase.name, seconds(phase.seconds.median), seconds(phase.seconds.least),
          seconds(phase.seconds.most), seconds(phase.cpuSeconds.median),
          "\(phase.seconds.values.count)",
        ]
      })
    return (heading + table.lines(width: width, indent: 2)).map { $0 + "\n" }.joined()
  }

  /// How long several models take: what one draw says of all draws of its size.
  private static func summary(of medians: [(name: String, seconds: Double)]) -> String {
    guard let slowest = medians.max(by: { $0.seconds < $1.seconds }) else { return "" }
    let all = PhaseTable.Samples(values: medians.map(\.seconds))
    return "\(medians.count) models: median \(seconds(all.median)) s, slowest \(slowest.name) with "
      + "\(seconds(slowest.seconds)) s, together \(seconds(all.values.reduce(0, +))) s\n"
  }

  private static func seconds(_ value: Double) -> String {
    ReadableNumber.rounded(value, decimals: value < 0.1 ? 5 : value < 10 ? 3 : 1)
  }
}
