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
