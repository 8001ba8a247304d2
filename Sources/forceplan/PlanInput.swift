import CommandLineTools
import ForceData
import ForceModel

/// The plan that a verb works on.
enum PlanInput {
  /// The model that a plan was made for, where a verb does not need it always.
  static func model(help: String) -> ValueOption<String> {
    ValueOption("model", .path("MODEL"), help: help)
  }

  /// Reads the plan in a folder, or of a plan.json.
  ///
  /// - Throws: `Failure` where it cannot be read or is at odds with itself.
  static func read(_ path: String, on console: Console) throws -> Plan {
    let reading = PlanFolderReader().read(path: path)
    guard let plan = reading.plan else {
      throw Failure(
        findings: reading.findings, in: path, cannotRead: reading.cannotRead, on: console)
    }
    return plan
  }

  /// Reads a plan that was made for a model.
  ///
  /// - Throws: `Failure`, also where it was made for another one.
  static func read(
    _ path: String, for model: PlanningModel, on console: Console
  ) throws -> Plan {
    let plan = try read(path, on: console)
    guard plan.model == model.identity else {
      throw Failure(
        message:
          "the plan was made for other files than these of the model; plan anew, or give the "
          + "options that changed the model",
        exitCode: .invalidData)
    }
    return plan
  }
}
