import CommandLineTools
import TextFormats

/// `solver-benchmark count`: one small step, for a tool that counts instructions.
enum CountVerb: BenchmarkVerb {
  private static let step = Operand(
    ValueKind.text("STEP", offering: SmallStep.all.map(\.name)), isOptional: true,
    help: "The step to take; without it, the steps are listed.")

  static let spec = VerbSpec(
    name: "count", summary: "take one small step, for counting its instructions",
    about: [
      "Only the function countedStep is to be counted: what it needs is made before. "
        + "Benchmarks/check-counts.sh runs all steps under callgrind and compares the counts with "
        + "the committed ones."
    ],
    examples: [
      Example("solver-benchmark count", "list the steps"),
      Example("solver-benchmark count build-S", "take one"),
    ],
    operands: [step.spec])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    guard let name = try arguments.optionalValue(of: step) else {
      try console.result(SmallStep.all.map { $0.name + "\n" }.joined())
      return .done
    }
    guard let step = SmallStep.all.first(where: { $0.name == name }) else {
      throw Refusal(message: "there is no step '\(name)'", exitCode: .usage)
    }
    try countedStep(try step.prepare())
    return .done
  }
}

/// What is counted; its name is what the counting tool looks for, so it must stay a function of its
/// own.
@inline(never)
private func countedStep(_ work: () throws -> Void) throws {
  try work()
}
