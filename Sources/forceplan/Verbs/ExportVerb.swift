import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import Glibc
import LinearProgramming
import TextFormats

/// `forceplan export`: the mathematics of a model, for other solvers and for reading.
enum ExportVerb: Verb {
  static let name = "export"

  private static let lp = ValueOption("lp", .file("FILE"), help: "Write CPLEX LP text.")
  private static let mps = ValueOption("mps", .file("FILE"), help: "Write free MPS text.")
  private static let mathProg = ValueOption(
    "mathprog", .file("FILE"), help: "Write GNU MathProg data for Models/force-plan.mod.")
  private static let level = ValueOption(
    "level", .positiveInteger("N"), defaultText: "1",
    help: "The goal to make small, with the goals before it held at their best values, which are "
      + "found by solving.")
  private static let force = Flag(
    "force",
    help: "List the columns even if there are more than "
      + "\(ReadableNumber.amount(Double(columnLimit))).")

  /// Tours beyond this are only listed when asked twice: the files are counted in gigabytes.
  private static let columnLimit = 1_000_000

  static let spec = VerbSpec(
    name: name, summary: "write the linear program of a model",
    about: [
      "Every possible tour is a column of its own, so the file grows with the square of the number "
        + "of periods; the planner itself lists only columns that matter."
    ],
    examples: [
      Example("forceplan export mymodel --lp model.lp", "read it, or solve it elsewhere"),
      Example("forceplan export mymodel --mps effort.mps --level 2", "write the second goal"),
      Example(
        "forceplan export mymodel --mathprog mymodel.dat", "solve the reference model: glpsol -m"),
    ],
    operands: [ModelInput.folder.spec],
    options: [lp.spec, mps.spec, mathProg.spec, level.spec, force.spec] + ModelInput.options,
    exitCodes: [.done, .invalidData, .cannotRead, .cannotWrite])

  static func run(_ arguments: ParsedArguments, on console: Console) throws -> ExitCode {
    let lpFile = try arguments.value(of: lp)
    let mpsFile = try arguments.value(of: mps)
    let mathProgFile = try arguments.value(of: mathProg)
    let level = try arguments.value(of: level) ?? 1
    guard lpFile != nil || mpsFile != nil || mathProgFile != nil else {
      throw UsageError(.missingOneOf(["--lp", "--mps", "--mathprog"]), verb: name)
    }
    let folder = try arguments.value(of: ModelInput.folder)
    try checkTargets([lpFile, mpsFile, mathProgFile].compactMap { $0 }, model: folder)
    let model = try ModelInput.read(folder, arguments, on: console)
    let export = CompactExport(model)
    guard level <= export.levelCount else {
      throw Failure(
        message: "--level: the model has \(export.levelCount) goal levels, not \(level)",
        exitCode: .usage)
    }
    let heldValues = try heldValues(before: level, of: model)
    if let file = mathProgFile {
      try write(
        MathProgData.text(for: model, level: level, heldValues: heldValues), to: file, on: console)
    }
    guard lpFile != nil || mpsFile != nil else { return .done }
    try checkSize(of: export, isForced: arguments.has(force))
    let program = export.program(level: level, heldValues: heldValues)
    if let file = lpFile { try write(try LPText.text(of: program), to: file, on: console) }
    if let file = mpsFile { try write(try MPSText.text(of: program), to: file, on: console) }
    return .done
  }

  /// Refuses to write two programs into one file, or over the files of the model.
  private static func checkTargets(_ files: [String], model: String) throws {
    let places = files.map { place(of: $0) }
    for (index, place) in places.enumerated() {
      if places[..<index].contains(where: { $0 == place }) {
        throw Failure(
          message: "\(files[index]) is named twice; give every format a file of its own",
          exitCode: .usage)
      }
      let isTable = place.name.hasSuffix(".csv") || place.name == "datapackage.json"
      if isTable, place.folder == resolved(model) {
        throw Failure(
          message: "\(files[index]) belongs to the model; choose another file", exitCode: .usage)
      }
    }
  }

  /// Folder, links resolved, and name of a file that need not be there yet.
  private static func place(of file: String) -> (folder: String, name: String) {
    guard let slash = file.lastIndex(of: "/") else { return (resolved("."), file) }
    return (resolved(String(file[...slash])), String(file[file.index(after: slash)...]))
  }

  /// A path with links resolved; as it is where there is no such path.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Refuses a list that nobody expects to be that long.
  private static func checkSize(of export: CompactExport, isForced: Bool) throws {
    guard !isForced else { return }
    let count = export.tourCount()
    guard count > columnLimit else { return }
    throw Failure(
      message: "the program would list \(ReadableNumber.amount(Double(count))) tours; give --force "
        + "to write it all the same, or choose a wider grid (gridDays)",
      exitCode: .usage)
  }

  /// The best values of the goals before a level, which it takes a plan to know.
  private static func heldValues(before level: Int, of model: PlanningModel) throws -> [Double] {
    guard level > 1 else { return [] }
    let plan = try Planner(engines: GLPKEngineProvider()).plan(model)
    guard plan.status == .optimal || plan.status == .feasible else {
      throw Failure(
        message: "the goals before level \(level) have no best value: the plan is "
          + plan.status.rawValue,
        exitCode: plan.exitCode)
    }
    return plan.goals.prefix(level - 1).map(\.value)
  }

  private static func write(_ text: String, to file: String, on console: Console) throws {
    try AtomicOutput.write(Array(text.utf8), to: file)
    console.talk("wrote \(file)")
  }
}
