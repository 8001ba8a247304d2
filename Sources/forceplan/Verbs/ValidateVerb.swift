import CommandLineTools
import ForceData
import TextFormats

/// `forceplan validate`: everything that is wrong or odd in a model, without solving it.
enum ValidateVerb: Verb {
  enum Format: String, CaseIterable, Sendable {
    case text
    case json
  }

  static let name = "validate"

  private static let format = ValueOption(
    "format", .choice(of: Format.self), defaultText: "text", help: "How findings are printed.")
  private static let strict = Flag("strict", help: "Count warnings as errors.")

  static let spec = VerbSpec(
    name: name, summary: "find every error in a model, without solving it",
    about: [
      "Every finding is one line: file:row:column: error[rule]: what is wrong; what to do. "
        + "Rows are counted as a spreadsheet shows them: the header is row 1. In a workbook the place is "
        + "file:sheet:row 7:column E."
    ],
    examples: [
      Example("forceplan validate mymodel", "print all findings"),
      Example("forceplan validate mymodel --variant more-lift", "check a model with a variant"),
      Example("forceplan validate mymodel --strict --quiet", "let a script check a model"),
    ],
    operands: [ModelInput.folder.spec],
    options: [ModelInput.variant.spec, strict.spec, format.spec],
    exitCodes: [.done, .invalidData, .cannotRead])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let folder = try arguments.value(of: ModelInput.folder)
    let variants = try arguments.values(of: ModelInput.variant)
    let format = try arguments.value(of: format) ?? .text
    let reading = ModelReader().read(folder: folder, variants: variants)
    let isValid =
      reading.model != nil && !(arguments.has(strict) && !reading.findings.isEmpty)
    let exitCode: ExitCode =
      reading.cannotRead ? .cannotRead : isValid ? .done : .invalidData

    switch format {
    case .text:
      try console.result(reading.findings.lines().map { $0 + "\n" }.joined())
    case .json:
      try console.result(JSON.text(reading.json(exitCode: Int(exitCode.number))))
    }
    console.talk("\(folder): \(reading.findings.summary)")
    if reading.isPartial {
      console.talk("Some checks wait until these errors are mended, and may find more.")
    }
    return exitCode
  }
}
