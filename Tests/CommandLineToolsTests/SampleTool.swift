import CommandLineTools

/// A small tool that uses every kind of option and operand.
enum SampleTool {
  enum Format: String, CaseIterable, Sendable {
    case text
    case json
  }

  static let model = Operand(.folder("MODEL"), help: "The folder of the model.")
  static let topic = Operand(
    .word("TOPIC", of: ["tables", "policy"]), isOptional: true, help: "What to read about.")
  static let output = ValueOption(
    "output", short: "o", .folder("DIR"), help: "Write all files of the plan into this folder.")
  static let variant = ValueOption(
    "variant", .file("FILE"), mayRepeat: true,
    help: "Apply these changes to the model; may be given more than once, later ones win.")
  static let format = ValueOption(
    "format", .choice(of: Format.self), defaultText: "text", help: "How the result is printed.")
  static let timeLimit = ValueOption(
    "time-limit", .duration("TIME"), help: "Stop after this time: 30s, 5m, 2h.")
  static let threads = ValueOption("threads", .positiveInteger("N"), help: "Threads to use.")
  static let label = ValueOption("label", .text("TEXT"), help: "It's a [label]: any text.")
  static let whole = Flag("whole-units", help: "Send whole units only.")

  static let solve = VerbSpec(
    name: "solve", summary: "make a deployment plan",
    about: ["The plan is printed; with --output it is written, too."],
    examples: [
      Example("sample solve mymodel", "print a plan"),
      Example(
        "sample solve mymodel -o plan --variant more.csv --variant less.csv",
        "write the plan of the model with two sets of changes into a folder of its own"),
    ],
    operands: [model.spec],
    options: [
      output.spec, variant.spec, format.spec, timeLimit.spec, threads.spec, label.spec, whole.spec,
    ],
    exitCodes: [.infeasible, .limit])
  static let schema = VerbSpec(
    name: "schema", summary: "print the tables of a model",
    examples: [
      Example("sample schema tables", "print all of them")
    ],
    operands: [topic.spec], options: [depth.spec])
  static let depth = ValueOption(
    "depth", .positiveInteger("N"), isRequired: true, help: "How much to say.")

  static let tool = ToolSpec(
    name: "sample", summary: "a tool to try things on",
    examples: [Example("sample solve mymodel", "print a plan")],
    verbs: [solve, schema], commonOptions: CommonOptions.specs)
}
