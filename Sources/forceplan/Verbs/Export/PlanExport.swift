import CommandLineTools
import ForceData
import ForceModel
import PlanExports
import TextFormats

/// A plan, for databases and maps.
struct PlanExport {
  static let sqlite = ValueOption(
    "sqlite", .file("FILE"),
    help: "Add a plan to an SQLite database, which is made where there is none.")
  static let name = ValueOption(
    "name", .text("NAME"), defaultText: "the plan folder's name",
    help: "What the plan is called in the database.")
  static let replace = Flag(
    "replace", help: "Put the plan in the place of one of the same name in the database.")
  static let geoJSON = ValueOption(
    "geojson", .file("FILE"),
    help:
      "Write a plan as GeoJSON, with great circles for ways; needs --model, which knows where places "
      + "are.")

  let databaseFile: String?
  let mapFile: String?
  private let name: String?
  private let replaces: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    databaseFile = try arguments.value(of: Self.sqlite)
    mapFile = try arguments.value(of: Self.geoJSON)
    name = try arguments.value(of: Self.name)
    replaces = arguments.has(Self.replace)
    if databaseFile == nil, name != nil || replaces {
      throw UsageError(.missingOneOf(["--sqlite"]), verb: ExportVerb.name)
    }
  }

  /// The files that are asked for.
  var files: [String] { [databaseFile, mapFile].compactMap { $0 } }

  /// Writes them.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - path: Where it was read from.
  ///   - model: The model that it was made for; needed for a map only.
  ///   - console: What is told of the files written.
  /// - Throws: `Failure`, `OutputError`.
  func write(
    _ plan: Plan, from path: String, for model: PlanningModel?, on console: Console
  ) throws {
    if let mapFile, let model {
      let text = JSON.text(PlanMap.json(of: plan, for: model))
      try ExportVerb.write(Array(text.utf8), to: mapFile, on: console)
    }
    guard let databaseFile else { return }
    let name = name ?? Self.name(ofPlanAt: path)
    do throws(PlanDatabaseFailure) {
      try PlanDatabase.add(plan, named: name, to: databaseFile, replaces: replaces)
    } catch {
      throw Failure(
        message: VisibleText.escaped("\(databaseFile) is not changed: \(error.message)"),
        exitCode: error.isFaultOfPlan ? .invalidData : .cannotWrite)
    }
    console.talk("added \(VisibleText.escaped(name)) to \(VisibleText.escaped(databaseFile))")
  }

  /// The name of the folder that a plan is in.
  private static func name(ofPlanAt path: String) -> String {
    var parts = ExportTargets.resolved(path).split(separator: "/")
    if parts.last?.hasSuffix(".json") == true { parts.removeLast() }
    return parts.last.map(String.init) ?? "plan"
  }
}

extension PlanDatabaseFailure {
  fileprivate var isFaultOfPlan: Bool {
    if case .contradiction = self { true } else { false }
  }
}
