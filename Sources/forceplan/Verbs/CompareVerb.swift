import CommandLineTools
import ForceData
import ForceModel
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

  private static let resume = Flag(
    "resume", help: "Go on with a comparison into the folder of -o that was stopped before its end."
  )

  static let spec = VerbSpec(
    name: name, summary: "set the plans of variants beside the base's",
    about: [
      "Shows what differs in the inputs, then the goals, what crises lack, what members send and which "
        + "deployments change. Each variant is planned from where the base's plan ended, so hundreds are no "
        + "matter. Unlike in solve, every --variant is a variant of its own.",
      "With -o DIR every plan is kept as soon as it is made, in a file .DIR.journal beside the folder. Whatever "
        + "ends the work before its time, be it Ctrl-C, the time limit or a power cut, the same command with "
        + "--resume goes on behind the last plan; the folder comes out as if nothing had happened.",
    ],
    examples: [
      Example("forceplan compare mymodel --variant more-lift", "one change beside the base"),
      Example(
        "forceplan compare mymodel --list variants.txt --sort shortfall -o comparison",
        "many, the best one first, with every table"),
      Example(
        "forceplan compare mymodel --list variants.txt --sort shortfall -o comparison --resume",
        "go on where that was stopped"),
    ],
    operands: [ModelInput.folder.spec],
    options: [
      variant.spec, list.spec, output.spec, resume.spec, ModelInput.strength.spec,
      ModelInput.wholeUnits.spec,
      format.spec, order.spec, Patience.timeLimit.spec, Patience.threads.spec,
    ],
    exitCodes: [
      .done, .infeasible, .limit, .invalidData, .certificateFailed, .cannotRead, .cannotWrite,
    ])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let output = ReportOutput(try arguments.value(of: output))
    let format = try arguments.value(of: format) ?? .text
    let order = try arguments.value(of: order)?.ofPage ?? .given
    let patience = try Patience(arguments, on: console)
    try output.check(folder: ComparisonWriter.check)
    let folder = try arguments.value(of: ModelInput.folder)
    let sweep = Sweep(
      variants: try variantList(arguments), reader: VariantReader(of: folder),
      changes: try ModelChanges(arguments), patience: patience)
    let base = try ModelInput.model(of: sweep.reader.base(), in: folder, arguments, on: console)

    defer { console.progress.clear() }
    let journal = try journal(of: sweep, output, arguments, on: console)
    // What holds no plan is nothing to go on with.
    defer { if journal.variantCount == 0 { journal.remove() } }
    do {
      try sweep.check(journal) { reading, variant in
        try ModelInput.model(
          of: reading, in: variant.path, arguments, on: console, isVariant: true)
      }
      guard try sweep.plan(base: base, into: journal) || journal.path == nil,
        journal.variantCount > 0
      else { throw sweep.stopped(journal) }
      return try ComparisonOutput(
        sweep: sweep, base: base, journal: journal, order: order, format: format
      ).show(writtenTo: output, on: console)
    } catch let error as OutputError where journal.path != nil && journal.variantCount > 0 {
      throw Failure(
        message: error.message + "\n" + sweep.headway(of: journal), exitCode: .cannotWrite)
    }
  }

  /// The journal: beside the folder that is to be written, or in memory.
  private static func journal(
    of sweep: Sweep, _ output: ReportOutput, _ arguments: ParsedArguments, on console: Console
  ) throws -> SweepJournal {
    let origin = SweepOrigin(
      programs: "forceplan \(Tool.version), GLPK \(GLPKEngineProvider().versionName)",
      options: sweep.changes.options, files: sweep.reader.files)
    let resumes = arguments.has(resume)
    guard case .folder(let folder) = output else {
      guard !resumes else { throw UsageError(.missingOneOf(["-o DIR"]), verb: name) }
      return try SweepJournal(origin: origin)
    }
    let journal = try SweepJournal(besideFolder: folder, origin: origin, resumes: resumes)
    sweep.patience.noteKept()
    if journal.variantCount > 0 {
      console.talk("\(sweep.share(journal.variantCount)) are planned already")
    }
    return journal
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
