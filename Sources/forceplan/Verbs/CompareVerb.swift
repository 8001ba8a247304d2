import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import PlanReports

/// `forceplan compare`: how plans differ between sets of pledges.
enum CompareVerb: Verb {
  enum Order: String, CaseIterable, Sendable {
    case given, name, shortfall, burden, effort, cost, delay
  }

  static let name = "compare"

  private static let variant = ValueOption(
    "variant", .file("V"), mayRepeat: true,
    help: "A variant: a folder, workbook or file of changed rows, or a whole model.")
  private static let list = ValueOption(
    "list", .file("FILE"),
    help: "More variants, one path a line, from the folder of the file; lines with # are notes.")
  private static let output = ValueOption(
    "output", short: "o", .file("DIR|FILE.html"),
    help:
      "Write every table of the comparison into a folder; or one page with maps of what changes "
      + "into a file that ends with .html.")
  private static let format = ValueOption(
    "format", .choice(of: ReportFormat.self), defaultText: "text",
    help:
      "How the comparison is printed: a page, comparison.json, goals.csv or the page for a browser; "
      + "that goes into the file of -o instead where -o names one.")
  private static let order = ValueOption(
    "sort", .choice(of: Order.self, placeholder: "ORDER"), defaultText: "given",
    help: "Order of variants on the page: given, name, or the value of a goal, as shortfall.")

  static let spec = VerbSpec(
    name: name, summary: "set the plans of variants beside the base's",
    about: [
      "Shows what differs in the inputs, then the goals, what crises lack, what members send and which "
        + "deployments change. Each variant is planned from where the base's plan ended, so hundreds are no "
        + "matter. Unlike in solve, every --variant is a variant of its own."
    ],
    examples: [
      Example("forceplan compare mymodel --variant more-lift", "one change beside the base"),
      Example(
        "forceplan compare mymodel --list variants.txt --sort shortfall -o comparison",
        "many, the best one first, with every table"),
    ],
    operands: [ModelInput.folder.spec],
    options: [
      variant.spec, list.spec, output.spec, ModelInput.strength.spec, ModelInput.wholeUnits.spec,
      format.spec, order.spec, Patience.timeLimit.spec, Patience.threads.spec,
    ],
    exitCodes: [
      .done, .infeasible, .limit, .invalidData, .certificateFailed, .cannotRead, .cannotWrite,
    ])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let output = ReportOutput(try arguments.value(of: output))
    let format = try arguments.value(of: format) ?? .text
    let order = try arguments.value(of: order) ?? .given
    let patience = try Patience(arguments, on: console)
    try output.check(folder: ComparisonWriter.check)
    let folder = try arguments.value(of: ModelInput.folder)
    let variants = try variantList(arguments)
    let base = try ModelInput.model(
      of: ModelReader().read(folder: folder), in: folder, arguments, on: console)
    let models = try variants.map { variant in
      let reading = ModelReader().read(variant: variant.path, of: folder)
      return (
        name: variant.name,
        model: try ModelInput.model(
          of: reading, in: variant.path, arguments, on: console, isVariant: true)
      )
    }

    defer { console.progress.clear() }
    let options = patience.options
    let planner = try VariantPlanner(of: base, engines: GLPKEngineProvider(), options: options)
    let basing = try BestBasing(of: base, engines: GLPKEngineProvider(), options: options)
    let bounds = try basing.bounds(of: models.count, threads: patience.threads) { models[$0].model }
    let planned = PlannedModel(
      name: base.name, model: base, plan: planner.base,
      balance: BestBasing.balance(of: planner.base, for: base, bound: basing.bound))
    var comparison = Comparison(base: planned)
    try planner.plans(
      of: models.count, threads: patience.threads, variant: { models[$0].model },
      deliver: { number, plan in
        patience.note(planned: number + 1, of: models.count)
        let (name, model) = models[number]
        let plan = try plan.get()
        let balance = BestBasing.balance(of: plan, for: model, bound: bounds[number])
        comparison.add(
          PlannedModel(name: name, model: model, plan: plan, balance: balance), beside: planned,
          inputs: ModelDifferences.between(base, and: model, named: name))
      })

    let page = {
      ComparisonReport.html(
        of: comparison, base: base, variants: models, order: order.ofPage)
    }
    let written = output.write(
      report: page,
      folder: { (folder) throws(OutputError) in
        try ComparisonWriter.write(comparison, toFolder: folder)
      })
    try console.result(as: format, writtenTo: written.place) {
      text(
        of: comparison, names: DisplayNames(base), report: page, as: format, order: order,
        to: written.place, on: console)
    }
    if let failure = written.failure { throw failure }
    return exitCode(of: comparison)
  }

  /// The variants that the command line and its list name.
  private static func variantList(_ arguments: ParsedArguments) throws -> [VariantList.Entry] {
    let paths = try arguments.values(of: variant)
    let file = try arguments.value(of: list)
    var variants = VariantList()
    do throws(VariantList.Problem) {
      for path in paths { try variants.add(path) }
      if let file { try variants.addAll(ofFile: file) }
    } catch {
      throw Failure(message: error.message, exitCode: error.cannotRead ? .cannotRead : .usage)
    }
    guard !variants.entries.isEmpty else {
      throw UsageError(.missingOneOf(["--variant", "--list"]), verb: name)
    }
    return variants.entries
  }

  private static func text(
    of comparison: Comparison, names: DisplayNames, report: () -> String, as format: ReportFormat,
    order: Order, to place: WrittenResult, on console: Console
  ) -> String {
    switch format {
    case .text:
      ComparisonPage.text(
        of: comparison, names: names, order: order.ofPage, width: console.width,
        style: console.style, isVerbose: console.isVerbose, writtenTo: place)
    case .json: ComparisonWriter.files(of: comparison).text(of: ComparisonWriter.documentName)
    case .csv: ComparisonWriter.files(of: comparison).text(of: "goals.csv")
    case .html: report()
    }
  }

  /// The gravest end of all plans.
  private static func exitCode(of comparison: Comparison) -> ExitCode {
    let statuses = comparison.measures.map(\.status)
    if statuses.contains(.invalid) { return .certificateFailed }
    if statuses.contains(.infeasible) { return .infeasible }
    if statuses.contains(.limit) { return .limit }
    return .done
  }
}

extension CompareVerb.Order {
  fileprivate var ofPage: VariantOrder {
    switch self {
    case .given: .given
    case .name: .name
    case .shortfall, .burden, .effort, .cost, .delay: .goal(rawValue)
    }
  }
}
