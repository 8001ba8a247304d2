import CommandLineTools
import ForceData

/// `forceplan new`: a model to start from.
enum NewVerb: Verb {
  static let name = "new"

  private static let folder = Operand(
    .folder("DIR"), help: "The folder to write; it must be new or empty.")
  private static let examples = [ExampleModel.blankName] + ExampleModel.all.map(\.name)
  private static let example = ValueOption(
    "example", .word("NAME", of: examples), defaultText: ExampleModel.defaultName,
    help: "Start from this example: \(examples.joined(separator: ", ")).")

  static let spec = VerbSpec(
    name: name, summary: "write a model to start from",
    about: [
      "Change the tables in a spreadsheet, keep CSV as the format, and run 'forceplan validate' now "
        + "and then. 'forceplan export DIR --xlsx FILE' makes one workbook of all of them."
    ],
    examples: [
      Example("forceplan new mymodel", "start from an example small enough to check by hand"),
      Example("forceplan new mymodel --example blank", "start from empty tables"),
      Example("forceplan new mymodel --example central-asia", "start from a large one"),
    ],
    operands: [folder.spec], options: [example.spec], exitCodes: [.done, .cannotWrite])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let folder = try arguments.value(of: folder)
    let name = try arguments.value(of: example) ?? ExampleModel.defaultName
    let isBlank = name == ExampleModel.blankName
    let model = isBlank ? ExampleModel.blank(for: folder) : ExampleModel.named(name)
    let files = model?.files ?? []
    try AtomicOutput.write(files, toFolder: folder, replacing: .nothing)
    let next =
      isBlank
      ? "fill in its tables, then forceplan validate \(folder)" : "forceplan solve \(folder)"
    console.talk("\(name) is written to \(folder); next: \(next)")
    return .done
  }
}
