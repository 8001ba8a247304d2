import CommandLineTools
import ForceData
import ForceModel
import PlanCertificate
import PlanReports

/// `forceplan verify`: a plan, proved again from files alone.
enum VerifyVerb: Verb {
  static let name = "verify"

  private static let plan = Operand(
    .path("PLAN"), help: "The folder of the plan, or its plan.json.")
  private static let model = ValueOption(
    "model", .path("MODEL"), isRequired: true,
    help: "The model that the plan was made for: a folder, or a workbook.")

  static let spec = VerbSpec(
    name: name, summary: "prove a plan again, from files alone",
    about: [
      "Every line, total and bound is worked out anew by code that shares nothing with the solver. "
        + "Give the options that change the model as they were given to solve."
    ],
    examples: [
      Example("forceplan verify plan --model mymodel", "check a plan against its model"),
      Example(
        "forceplan verify plan --model mymodel --variant more-lift",
        "check a plan that was made for a variant"),
    ],
    operands: [plan.spec], options: [model.spec] + ModelInput.options,
    exitCodes: [.done, .infeasible, .invalidData, .certificateFailed, .cannotRead])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let path = try arguments.value(of: plan)
    let folder = try arguments.required(model)
    let model = try ModelInput.read(folder, arguments, on: console)
    let plan = try PlanInput.read(path, on: console)
    let verification = PlanVerifier.verify(plan: plan, model: model)
    try console.result(
      VerificationPage.text(
        of: verification, plan: plan, width: console.width, style: console.style,
        isVerbose: console.isVerbose))
    guard verification.complaints.isEmpty else { return .certificateFailed }
    return plan.status == .infeasible ? .infeasible : .done
  }
}
