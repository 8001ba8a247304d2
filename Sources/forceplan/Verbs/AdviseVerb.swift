import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import PlanReports
import TextFormats

/// `forceplan advise`: what would help most.
enum AdviseVerb: Verb {
  enum Curve: String, CaseIterable, Sendable {
    case shareCap, burden
  }

  static let name = "advise"

  private static let top = ValueOption(
    "top", .positiveInteger("N"), defaultText: "10", help: "How many changes are named.")
  private static let curve = ValueOption(
    "curve", .choice(of: Curve.self),
    help:
      "Show a policy instead: the goal over shareCap from 0.3 to 1, or the burden made even level by level."
  )
  private static let format = ValueOption(
    "format", .choice(of: ResultFormat.self), defaultText: "text",
    help: "How the advice is printed: a page, JSON or a table.")

  /// Caps of the curve.
  private static let caps: [Double] = (6...20).map { Double($0) / 20 }

  static let spec = VerbSpec(
    name: name, summary: "say what would help a plan most",
    about: [
      "Looks at one more unit of each pledge and of each kind that a member could pledge, shorter notice, one "
        + "more aircraft, forward basing, caveats and share caps. Prices of the plan say which are worth a "
        + "try; these are planned with, so every gain shown is proven. Then what the plan would lose "
        + "without each member, and which pledges can be spared."
    ],
    examples: [
      Example("forceplan advise mymodel", "the ten changes that help most"),
      Example("forceplan advise mymodel --top 20 --format csv", "for a spreadsheet"),
      Example("forceplan advise mymodel --curve shareCap", "what the cap on shares costs"),
      Example("forceplan advise mymodel --curve burden", "how even burdens can be"),
    ],
    operands: [ModelInput.folder.spec],
    options: [top.spec, curve.spec] + ModelInput.options
      + [format.spec, Patience.timeLimit.spec, Patience.threads.spec],
    exitCodes: [
      .done, .infeasible, .limit, .invalidData, .certificateFailed, .cannotRead, .cannotWrite,
    ])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let count = try arguments.value(of: top) ?? 10
    let curve = try arguments.value(of: curve)
    let format = try arguments.value(of: format) ?? .text
    let patience = try Patience(arguments, on: console)
    let model = try ModelInput.read(
      try arguments.value(of: ModelInput.folder), arguments, on: console)
    defer { console.progress.clear() }
    let names = DisplayNames(model)
    let result: String
    switch curve {
    case .shareCap?:
      let adviser = try finished(
        Adviser(for: model, engines: GLPKEngineProvider(), options: patience.options))
      result = try shareCaps(
        adviser, today: model.policy.shareCapPerCrisis, names: names, format, console)
    case .burden?:
      let planner = try EvenBurdenPlanner(
        for: model, engines: GLPKEngineProvider(), options: patience.options)
      try demandFinished(planner.base)
      guard let even = try planner.evened() else {
        throw Failure(
          message:
            "burdens were not made even: planning was stopped, or a plan could not be proven",
          exitCode: .limit)
      }
      result = text(of: even, names: names, as: format, on: console)
    case nil:
      let adviser = try finished(
        Adviser(for: model, engines: GLPKEngineProvider(), options: patience.options))
      result = text(of: try adviser.advice(count), names: names, as: format, on: console)
    }
    try console.result(result)
    return patience.isOver() ? .limit : .done
  }

  private static func finished(_ adviser: Adviser) throws -> Adviser {
    try demandFinished(adviser.base)
    return adviser
  }

  private static func demandFinished(_ base: Plan) throws {
    guard base.status == .optimal || base.status == .feasible else {
      throw Failure(
        message: "there is no finished plan to improve: the model's own plan is "
          + "\(base.status.rawValue); forceplan solve shows why",
        exitCode: base.exitCode)
    }
  }

  private static func text(
    of even: EvenBurden, names: DisplayNames, as format: ResultFormat, on console: Console
  ) -> String {
    switch format {
    case .text:
      EvenBurdenPage.text(of: even, names: names, width: console.width, style: console.style)
    case .json: JSON.text(EvenBurdenWriter.json(even))
    case .csv: String(decoding: EvenBurdenWriter.csv(even), as: UTF8.self)
    }
  }

  private static func text(
    of advice: Advice, names: DisplayNames, as format: ResultFormat, on console: Console
  ) -> String {
    switch format {
    case .text:
      AdvicePage.text(
        of: advice, names: names, width: console.width, style: console.style,
        isVerbose: console.isVerbose)
    case .json: JSON.text(AdviceWriter.json(advice))
    case .csv: String(decoding: AdviceWriter.csv(advice), as: UTF8.self)
    }
  }

  private static func shareCaps(
    _ adviser: Adviser, today: Double, names: DisplayNames, _ format: ResultFormat,
    _ console: Console
  ) throws -> String {
    let values = try adviser.values(overShareCaps: caps)
    switch format {
    case .text:
      return ShareCapPage.text(
        goal: adviser.base.goals[0], caps: caps, values: values, today: today, names: names,
        width: console.width, style: console.style)
    case .json:
      return JSON.text(
        .array(zip(caps, values).map { ["shareCap": .number($0), "value": .number($1)] }))
    case .csv:
      var writer = CSVWriter(header: ["shareCap", "value"])
      for (cap, value) in zip(caps, values) {
        writer.append([DecimalText.format(cap), DecimalText.format(value)])
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }
}
