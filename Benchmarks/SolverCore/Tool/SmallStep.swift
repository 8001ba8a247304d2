import BenchmarkModels
import CommandLineTools
import ForceModel
import ForcePlanning
import GLPKSolver
import LinearProgramming
import PlanCertificate

/// A piece of work that is small enough to be counted instruction by instruction.
struct SmallStep: Sendable {
  let name: String
  /// Makes what the work needs, then gives the work itself.
  let prepare: @Sendable () throws -> () throws -> Void

  /// All steps.
  static let all: [SmallStep] = [
    SmallStep(name: "build-S") { build(try model("S")) },
    SmallStep(name: "build-M") { build(try model("M")) },
    SmallStep(name: "plan-S") { plan(try model("S")) },
    SmallStep(name: "plan-TS") { plan(try model("TS")) },
    SmallStep(name: "certificate-S") { try certificate(try model("S")) },
    SmallStep(name: "export-S") { export(try model("S")) },
  ]

  private static func build(_ model: PlanningModel) -> () throws -> Void {
    { _ = DeploymentNetwork(model) }
  }

  private static func plan(_ model: PlanningModel) -> () throws -> Void {
    { _ = try Planner(engines: GLPKEngineProvider()).plan(model) }
  }

  private static func certificate(_ model: PlanningModel) throws -> () throws -> Void {
    let plan = try Planner(engines: GLPKEngineProvider()).plan(model)
    return { _ = PlanVerifier.verify(plan: plan, model: model) }
  }

  private static func export(_ model: PlanningModel) -> () throws -> Void {
    let network = DeploymentNetwork(model)
    let levels = GoalLevel.levels(of: model)
    return {
      let form = CompactForm(
        network: network, levels: levels, tours: network.allTours(), level: 0, heldValues: [])
      var length = 0
      MPSText.write(form.program) { length += $0.count }
    }
  }

  private static func model(_ name: String) throws -> PlanningModel {
    guard let size = BenchmarkModel.named(name) else {
      throw Refusal(message: "there is no model '\(name)'", exitCode: .internalError)
    }
    return size.model()
  }
}
