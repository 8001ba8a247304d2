import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import PlanReports
import TextFormats

/// `forceplan explain`: why a plan is short.
enum ExplainVerb: Verb {
  static let name = "explain"

  private static let subject = Operand(
    .path("MODEL-or-PLAN"),
    help: "A model, folder or workbook, which is planned; or the folder of a plan.")
  private static let requirement = Operand(
    ValueKind<String>.text("REQUIREMENT"), isOptional: true,
    help: "Explain this requirement only, and prove what would fill it.")
  private static let modelFolder = PlanInput.model(
    help: "The model that the plan was made for, where a plan is named.")
  private static let format = ValueOption(
    "format", .choice(of: ResultFormat.self), defaultText: "text",
    help: "How the explanation is printed: a page, JSON or a table.")

  static let spec = VerbSpec(
    name: name, summary: "say why requirements are short, and what would fill them",
    about: [
      "For each requirement that is short: what became of every pledge that could serve it, in person-days "
        + "that add up. With a requirement, the least changes that would fill it: more units, other lift, "
        + "higher caps, shorter notice, a later day, each planned with before it is named."
    ],
    examples: [
      Example("forceplan explain mymodel", "why each shortfall stands"),
      Example("forceplan explain mymodel osh-police", "and what would fill one of them"),
      Example("forceplan explain plan --model mymodel", "explain a plan that was written"),
    ],
    operands: [subject.spec, requirement.spec],
    options: [modelFolder.spec] + ModelInput.options
      + [format.spec, Patience.timeLimit.spec, Patience.threads.spec],
    exitCodes: [
      .done, .infeasible, .limit, .invalidData, .certificateFailed, .cannotRead, .cannotWrite,
    ])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let path = try arguments.value(of: subject)
    let format = try arguments.value(of: format) ?? .text
    let patience = try Patience(arguments, on: console)
    var options = patience.options
    options.priceSides = .none
    let model = try ModelInput.read(
      try arguments.value(of: modelFolder) ?? path, arguments, on: console)
    let named = try arguments.optionalValue(of: requirement)
    if let named { try demand(named, in: model) }
    defer { console.progress.clear() }
    let plan =
      try arguments.value(of: modelFolder) == nil
      ? Planner(engines: GLPKEngineProvider(), options: options).plan(model)
      : PlanInput.read(path, for: model, on: console)
    guard plan.status != .infeasible, plan.status != .invalid else {
      throw Failure(message: noPlan(plan), exitCode: plan.exitCode)
    }
    var accounts = ShortfallAccounts(of: plan, for: model).accounts()
    var remedies: [String: [Remedy]]?
    if let named {
      accounts.removeAll { $0.requirement != named }
      if let account = accounts.first {
        let found = try Remedies(for: model, engines: GLPKEngineProvider(), options: options)
          .remedies(for: account)
        remedies = [named: found]
      }
    }
    try console.result(
      text(of: plan, accounts, remedies, names: DisplayNames(model), as: format, on: console))
    return patience.isOver() || plan.status == .limit ? .limit : .done
  }

  /// Why there is nothing to explain: the fixed lines that cannot stand together, or a failed certificate.
  private static func noPlan(_ plan: Plan) -> String {
    guard !plan.conflict.isEmpty else {
      return "there is no plan to explain: it is \(plan.status.rawValue); forceplan solve shows why"
    }
    let lines = plan.conflict.map { "\n  fixed.csv row \($0.row): \($0.description)" }.joined()
    return
      "there is no plan to explain: these fixed deployments cannot stand together, though without "
      + "any one of them the others can; change or delete one:\(lines)"
  }

  private static func demand(_ named: String, in model: PlanningModel) throws {
    let known = model.requirements.map(\.id)
    guard !known.contains(named) else { return }
    let nearest = NearestName.among(known, to: named).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(
      message: "the model has no requirement '\(VisibleText.escaped(named))'\(nearest)",
      exitCode: .usage)
  }

  private static func text(
    of plan: Plan, _ accounts: [ShortfallAccount], _ remedies: [String: [Remedy]]?,
    names: DisplayNames, as format: ResultFormat, on console: Console
  ) -> String {
    switch format {
    case .text:
      ExplanationPage.text(
        of: plan, accounts: accounts, remedies: remedies, names: names, width: console.width,
        style: console.style, isVerbose: console.isVerbose)
    case .json: JSON.text(ExplanationWriter.json(accounts, remedies: remedies))
    case .csv: String(decoding: ExplanationWriter.csv(accounts), as: UTF8.self)
    }
  }
}
