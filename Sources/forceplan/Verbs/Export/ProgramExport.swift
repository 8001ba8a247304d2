import CommandLineTools
import ForceData
import ForceModel
import ForcePlanning
import GLPKSolver
import LinearProgramming
import TextFormats

/// The mathematics of a model, for other solvers and for reading.
struct ProgramExport {
  static let lp = ValueOption("lp", .file("FILE"), help: "Write a model as CPLEX LP text.")
  static let mps = ValueOption("mps", .file("FILE"), help: "Write a model as free MPS text.")
  static let mathProg = ValueOption(
    "mathprog", .file("FILE"),
    help: "Write a model as GNU MathProg data for Models/force-plan.mod.")
  static let level = ValueOption(
    "level", .positiveInteger("N"), defaultText: "1",
    help: "The goal to make small, with the goals before it held at their best values, which are "
      + "found by solving.")
  static let force = Flag(
    "force",
    help: "List the columns even if there are more than "
      + "\(ReadableNumber.count(columnLimit)).")

  /// Tours beyond this are only listed when asked twice: the files are counted in gigabytes.
  private static let columnLimit = 1_000_000

  private let lpFile: String?
  private let mpsFile: String?
  private let mathProgFile: String?
  private let level: Int
  private let isForced: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    lpFile = try arguments.value(of: Self.lp)
    mpsFile = try arguments.value(of: Self.mps)
    mathProgFile = try arguments.value(of: Self.mathProg)
    level = try arguments.value(of: Self.level) ?? 1
    isForced = arguments.has(Self.force)
  }

  /// The files that are asked for.
  var files: [String] { [lpFile, mpsFile, mathProgFile].compactMap { $0 } }

  /// Writes them.
  ///
  /// - Throws: `Failure`, `OutputError`, `EngineFailure`.
  func write(_ model: PlanningModel, on console: Console) throws {
    guard !files.isEmpty else { return }
    let export = CompactExport(model)
    guard level <= export.levelCount else {
      throw Failure(
        message: "--level: the model has \(export.levelCount) goal levels, not \(level)",
        exitCode: .usage)
    }
    let heldValues = try heldValues(of: model)
    if let mathProgFile {
      try ExportVerb.write(
        Array(MathProgData.text(for: model, level: level, heldValues: heldValues).utf8),
        to: mathProgFile, on: console)
    }
    guard lpFile != nil || mpsFile != nil else { return }
    try checkSize(of: export)
    let program = export.program(level: level, heldValues: heldValues)
    if let lpFile {
      try ExportVerb.write(to: lpFile, on: console) { (send) throws(OutputError) in
        try LPText.write(program, to: send)
      }
    }
    if let mpsFile {
      try ExportVerb.write(to: mpsFile, on: console) { (send) throws(OutputError) in
        try MPSText.write(program, to: send)
      }
    }
  }

  /// Refuses a list that nobody expects to be that long.
  private func checkSize(of export: CompactExport) throws {
    guard !isForced else { return }
    let count = export.tourCount()
    guard count > Self.columnLimit else { return }
    throw Failure(
      message: "the program would list \(ReadableNumber.count(count)) tours; give --force "
        + "to write it all the same, or choose a wider grid (gridDays)",
      exitCode: .usage)
  }

  /// The best values of the goals before the level, which it takes a plan to know.
  private func heldValues(of model: PlanningModel) throws -> [Double] {
    guard level > 1 else { return [] }
    let plan = try Planner(
      engines: GLPKEngineProvider(), options: PlanningOptions(priceSides: .none)
    ).plan(model)
    guard plan.status == .optimal || plan.status == .feasible else {
      throw Failure(
        message: "the goals before level \(level) have no best value: the plan is "
          + plan.status.rawValue,
        exitCode: plan.exitCode)
    }
    return plan.goals.prefix(level - 1).map(\.value)
  }
}
