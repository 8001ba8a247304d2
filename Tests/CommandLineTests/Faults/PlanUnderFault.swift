import Foundation
import TestSupport
import Testing

/// A folder with an older plan, over which the tool writes a newer one while something goes wrong.
struct PlanUnderFault {
  /// What is in the plan folder.
  enum Content: Equatable {
    case older
    case newer
    case mixed([String])
  }

  static let model = Forceplan.models.appendingPathComponent("three-crises").path
  /// What the tool is asked for.
  static let solve = ["solve", model, "-o", "plan"]

  /// The files of both plans, made once; without run.json, which tells runs apart.
  private static let plans: Result<(older: [String: Data], newer: [String: Data]), any Error> =
    Result {
      let scratch = try ScratchFolder()
      try writeVariant(in: scratch)
      _ = try Forceplan.run(solve + ["--variant", "contributions.csv"], in: scratch.url)
      let older = try files(in: scratch.path("plan"))
      _ = try Forceplan.run(solve, in: scratch.url)
      return (older, try files(in: scratch.path("plan")))
    }

  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try reset()
  }

  /// Puts the older plan there, and nothing beside it.
  func reset() throws {
    for name in try scratch.names() {
      try FileManager.default.removeItem(atPath: scratch.path(name))
    }
    for (name, data) in try Self.plans.get().older { try scratch.write("plan/\(name)", data) }
  }

  /// What is in the plan folder now.
  func content() throws -> Content {
    let found = try Self.files(in: scratch.path("plan"))
    let plans = try Self.plans.get()
    if found == plans.older { return .older }
    return found == plans.newer ? .newer : .mixed(found.keys.sorted())
  }

  /// Names beside the plan.
  func others() throws -> [String] {
    try scratch.names().filter { $0 != "plan" }
  }

  /// Plans anew with nothing in the way.
  func solveUndisturbed() throws {
    let outcome = try Forceplan.run(Self.solve, in: scratch.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try content() == .newer)
  }

  private static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "run.json"
    {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return files
  }

  private static func writeVariant(in scratch: ScratchFolder) throws {
    try scratch.write("contributions.csv", "contribution,noticeDays\nKarakul-police,0\n")
  }
}
