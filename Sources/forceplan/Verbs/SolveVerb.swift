import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import PlanReports

/// `forceplan solve`: the plan.
enum SolveVerb: Verb {
  static let name = "solve"

  private static let output = ValueOption(
    "output", short: "o", .file("DIR|FILE.html"),
    help: "Write the plan into a folder: deployments.csv, plan.json and the others; or as one page "
      + "with map and timelines into a file that ends with .html.")
  private static let format = ValueOption(
    "format", .choice(of: ReportFormat.self), defaultText: "text",
    help: "How the plan is printed: a page, plan.json, deployments.csv or the page for a browser; "
      + "that goes into the file of -o instead where -o names one.")
  private static let bothSides = Flag(
    "both-sides",
    help: "Find both sides of every price that changes at its limit, not only of those worth most.")
  private static let failOnShortfall = Flag(
    "fail-on-shortfall", help: "End with exit code 10 where a requirement is not met.")

  static let spec = VerbSpec(
    name: name, summary: "make a deployment plan",
    about: [
      "A requirement that cannot be met is reported as shortfall, with the reason; that is a plan "
        + "as well. Ctrl-C ends with the best plan so far."
    ],
    examples: [
      Example("forceplan solve mymodel", "print the plan as a page"),
      Example("forceplan solve mymodel -o plan", "write the plan into a folder, too"),
      Example(
        "forceplan solve mymodel --format html -o plan.html",
        "write one page with map and timelines, to be shown to others"),
      Example(
        "forceplan solve mymodel --variant more-lift --whole-units",
        "plan for changed pledges, with whole units only"),
      Example(
        "forceplan solve mymodel --format csv --quiet > moves.csv", "hand the moves to a program"),
    ],
    operands: [ModelInput.folder.spec],
    options: [output.spec] + ModelInput.options
      + [
        format.spec, Patience.timeLimit.spec, Patience.threads.spec, bothSides.spec,
        failOnShortfall.spec,
      ],
    exitCodes: [
      .done, .shortfall, .infeasible, .limit, .invalidData, .certificateFailed, .cannotRead,
      .cannotWrite,
    ])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let clock = RunClock()
    let output = ReportOutput(try arguments.value(of: output))
    let format = try arguments.value(of: format) ?? .text
    let patience = try Patience(arguments, on: console)
    try output.check(folder: PlanFolderWriter.check)
    let model = try ModelInput.read(
      try arguments.value(of: ModelInput.folder), arguments, on: console)
    console.detail(
      "planning \(model.contributions.count) pledges for \(model.requirements.count) requirements")

    defer { console.progress.clear() }
    var options = patience.options
    options.priceSides = arguments.has(bothSides) ? .all : .ofMostValuable
    let plan = try Planner(engines: GLPKEngineProvider(), options: options).plan(model)
    let isShort = arguments.has(failOnShortfall) && !plan.shortfalls.isEmpty
    let exitCode = isShort && plan.exitCode == .done ? .shortfall : plan.exitCode
    let record = clock.record(options: Array(CommandLine.arguments.dropFirst()))
    // A plan that cannot be written is printed all the same: it may have taken long to find.
    let written = output.write(
      report: { PlanReport.html(of: plan, for: model) },
      folder: { (folder) throws(OutputError) in
        try PlanFolderWriter.write(
          plan, run: record, exitCode: Int(exitCode.number), toFolder: folder)
      })
    try console.result(as: format, writtenTo: written.place) {
      text(of: plan, for: model, as: format, exitCode: exitCode, to: written.place, on: console)
    }
    if let failure = written.failure { throw failure }
    return exitCode
  }

  private static func text(
    of plan: Plan, for model: PlanningModel, as format: ReportFormat, exitCode: ExitCode,
    to place: WrittenResult, on console: Console
  ) -> String {
    switch format {
    case .text:
      PlanPage.text(
        of: plan, names: DisplayNames(model), width: console.width, style: console.style,
        isVerbose: console.isVerbose, writtenTo: place)
    case .json:
      PlanFolderWriter.files(of: plan, exitCode: Int(exitCode.number)).text(of: "plan.json")
    case .csv:
      PlanFolderWriter.files(of: plan, exitCode: Int(exitCode.number)).text(of: "deployments.csv")
    case .html: PlanReport.html(of: plan, for: model)
    }
  }
}
