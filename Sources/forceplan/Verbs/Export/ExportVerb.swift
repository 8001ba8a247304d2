import CommandLineTools
import ForceData
import ForceModel
import PlanExports
import TextFormats
import Workbooks

/// `forceplan export`: models and plans in the formats of other tools.
enum ExportVerb: Verb {
  static let name = "export"

  private static let subject = Operand(
    .path("MODEL-or-PLAN"),
    help: "The model, a folder or workbook; or the folder of a plan, or its plan.json.")
  private static let xlsx = ValueOption(
    "xlsx", .file("FILE"), help: "Write a model or plan as a workbook with a sheet for each table.")
  private static let modelOfPlan = PlanInput.model(
    help: "The model that the plan was made for, where a plan is named.")

  static let spec = VerbSpec(
    name: name, summary: "write a model or plan for a spreadsheet, database, map or solver",
    about: [
      "A workbook made of a model is a model itself: every verb that takes a model's folder takes it. "
        + "A database holds many plans, told apart by the column 'plan' of every table; adding one is "
        + "one transaction.",
      "In the linear program of a model every possible tour is a column of its own, so the file grows "
        + "with the square of the number of periods; the planner itself lists only columns that matter.",
    ],
    examples: [
      Example("forceplan export mymodel --xlsx mymodel.xlsx", "edit a model in a spreadsheet"),
      Example("forceplan export plan --xlsx plan.xlsx", "hand a plan to the staff"),
      Example("forceplan export plan --sqlite plans.db --name monday", "keep plans to compare"),
      Example("forceplan export plan --geojson plan.geojson --model mymodel", "see it on a map"),
      Example("forceplan export mymodel --lp model.lp", "read it, or solve it elsewhere"),
      Example("forceplan export mymodel --mps effort.mps --level 2", "write the second goal"),
      Example(
        "forceplan export mymodel --mathprog mymodel.dat", "solve the reference model: glpsol -m"),
    ],
    operands: [subject.spec],
    options: [
      xlsx.spec, PlanExport.sqlite.spec, PlanExport.name.spec, PlanExport.replace.spec,
      PlanExport.geoJSON.spec, modelOfPlan.spec, ProgramExport.lp.spec, ProgramExport.mps.spec,
      ProgramExport.mathProg.spec, ProgramExport.level.spec, ProgramExport.force.spec,
    ] + ModelInput.options,
    exitCodes: [.done, .invalidData, .cannotRead, .cannotWrite])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let programs = try ProgramExport(arguments)
    let plans = try PlanExport(arguments)
    let workbook = try arguments.value(of: xlsx)
    let model = try arguments.value(of: modelOfPlan)
    let path = try arguments.value(of: subject)
    let files = [workbook].compactMap { $0 } + plans.files + programs.files
    guard !files.isEmpty else {
      throw UsageError(
        .missingOneOf(["--xlsx", "--sqlite", "--geojson", "--lp", "--mps", "--mathprog"]),
        verb: name)
    }
    try ExportTargets.check(files, sources: [path, model].compactMap { $0 })
    if PlanFolderReader.isPlan(path) {
      guard programs.files.isEmpty else {
        throw Failure(
          message: "\(path) is a plan; a linear program is made of a model", exitCode: .usage)
      }
      try exportPlan(path, plans, workbook: workbook, model: model, arguments, on: console)
    } else {
      guard plans.files.isEmpty, model == nil else {
        throw Failure(
          message: "\(path) is no plan; make one first: forceplan solve \(path) -o plan",
          exitCode: .usage)
      }
      let model = try ModelInput.read(path, arguments, on: console)
      if let workbook {
        try write(to: workbook, on: console) { () throws(WorkbookWritingFailure) in
          try PlanWorkbook.bytes(of: model)
        }
      }
      try programs.write(model, on: console)
    }
    return .done
  }

  private static func exportPlan(
    _ path: String, _ export: PlanExport, workbook: String?, model modelPath: String?,
    _ arguments: ParsedArguments, on console: Console
  ) throws {
    let needsModel = try export.mapFile != nil || ModelInput.isChanged(by: arguments)
    guard modelPath != nil || !needsModel else {
      throw UsageError(.missingOneOf(["--model"]), verb: name)
    }
    let model = try modelPath.map { try ModelInput.read($0, arguments, on: console) }
    let plan =
      if let model {
        try PlanInput.read(path, for: model, on: console)
      } else {
        try PlanInput.read(path, on: console)
      }
    if let workbook {
      try write(to: workbook, on: console) { () throws(WorkbookWritingFailure) in
        try PlanWorkbook.bytes(of: plan)
      }
    }
    try export.write(plan, from: path, for: model, on: console)
  }

  private static func write(
    to file: String, on console: Console,
    workbook bytes: () throws(WorkbookWritingFailure) -> [UInt8]
  ) throws {
    do {
      try write(try bytes(), to: file, on: console)
    } catch let failure as WorkbookWritingFailure {
      throw Failure(message: VisibleText.escaped(failure.message), exitCode: .cannotWrite)
    }
  }

  /// Writes a file and says so.
  static func write(_ bytes: [UInt8], to file: String, on console: Console) throws {
    try write(to: file, on: console) { (send) throws(OutputError) in
      try bytes.withUnsafeBufferPointer(send)
    }
  }

  /// Writes a file whose content is sent piece by piece, and says so.
  static func write(
    to file: String, on console: Console,
    content: (@escaping AtomicOutput.Send) throws(OutputError) -> Void
  ) throws {
    try AtomicOutput.write(to: file, content: content)
    console.talk("wrote \(VisibleText.escaped(file))")
  }
}
