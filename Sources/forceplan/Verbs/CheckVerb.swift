import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import PlanReports
import TextFormats

/// `forceplan check`: a plan that was made by hand.
enum CheckVerb: Verb {
  enum Format: String, CaseIterable, Sendable {
    case text
    case json
  }

  static let name = "check"

  private static let deployments = Operand(
    .file("DEPLOYMENTS.csv"),
    help:
      "The plan, as CSV or as a workbook: contribution, crisis, lift or mode, units, from, until; or the "
      + "deployments.csv of a plan folder.")
  private static let format = ValueOption(
    "format", .choice(of: Format.self), defaultText: "text",
    help: "How the review is printed: a page or JSON.")

  static let spec = VerbSpec(
    name: name, summary: "review a plan that was made by hand",
    about: [
      "It says which lines can never be, with the cause, which limits the others break together, the smallest "
        + "change with which the plan can stand, and its goals beside those of the best plan. A line that can "
        + "never be goes to the nearest stay that its units can make there, if others leave room. Nobody but "
        + "the lines deploys."
    ],
    examples: [Example("forceplan check mymodel moves.csv", "review a plan from a spreadsheet")],
    operands: [ModelInput.folder.spec, deployments.spec],
    options: ModelInput.options + [
      format.spec, Patience.timeLimit.spec, Patience.threads.spec,
    ],
    exitCodes: [.done, .infeasible, .limit, .invalidData, .cannotRead, .cannotWrite])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let folder = try arguments.value(of: ModelInput.folder)
    let path = try arguments.value(of: deployments)
    let format = try arguments.value(of: format) ?? .text
    let patience = try Patience(arguments, on: console)
    let model = try ModelInput.read(folder, arguments, on: console)
    let reading = ModelReader().read(
      deployments: path, of: folder, variants: try arguments.values(of: ModelInput.variant))
    let lines = try ModelInput.model(
      of: reading, in: path, arguments, on: console, isVariant: true)
    defer { console.progress.clear() }
    let review = try HandPlanReviewer(engines: GLPKEngineProvider(), options: patience.options)
      .review(lines, impossible: reading.impossibleLines, for: model)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    switch format {
    case .text:
      try console.result(
        HandPlanPage.text(
          of: review, lineCount: lines.fixedDeployments.count, file: file,
          names: DisplayNames(model), width: console.width, style: console.style))
    case .json: try console.result(JSON.text(HandPlanWriter.json(review)))
    }
    if patience.isOver() { return .limit }
    return review.isFeasible ? .done : .infeasible
  }
}
