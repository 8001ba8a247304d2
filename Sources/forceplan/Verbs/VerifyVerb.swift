import CommandLineTools
import ForceData
import ForceModel
import PlanCertificate
import PlanReports

/// `forceplan verify`: a plan, proved again from files alone.
enum VerifyVerb: Verb {
  static let name = "verify"

  private static let plan = Operand(
    .folder("PLAN"), help: "The folder of the plan, or its plan.json.")
  private static let model = ValueOption(
    "model", .folder("MODEL"), isRequired: true,
    help: "The folder of the model that the plan was made for.")

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
    let reading = PlanFolderReader().read(path: path)
    guard let plan = reading.plan else {
      throw Failure(
        findings: reading.findings, in: path, cannotRead: reading.cannotRead, on: console)
    }
    let verification = PlanVerifier.verify(plan: plan, model: model)
    try console.result(
      VerificationPage.text(
        of: verification, plan: plan, width: console.width, style: console.style,
        isVerbose: console.isVerbose))
    guard verification.complaints.isEmpty else { return .certificateFailed }
    return plan.status == .infeasible ? .infeasible : .done
  }
}
