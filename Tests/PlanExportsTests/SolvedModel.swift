import ForceData
import ForceModel
import ForcePlanning
import Foundation
import GLPKSolver
import Testing

/// A shipped model with its plan.
struct SolvedModel {
  let model: PlanningModel
  let plan: Plan

  init(_ name: String = "three-crises") throws {
    model = try Self.model(name)
    plan = try Planner(engines: GLPKEngineProvider()).plan(model)
  }

  /// A shipped model.
  static func model(_ name: String) throws -> PlanningModel {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Models")
      .appendingPathComponent(name)
    return try #require(ModelReader().read(folder: folder.path).model)
  }
}

/// A folder for one test, gone afterwards.
final class ScratchFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("forceplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of an entry of the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Names of the entries.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path) }
}
