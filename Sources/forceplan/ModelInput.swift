import CommandLineTools
import ForceData
import ForceModel

/// The model that a verb works on: where it lies and what the command line changes in it.
enum ModelInput {
  static let folder = Operand(.path("MODEL"), help: "The model: a folder, or a workbook (.xlsx).")

  static let variant = ValueOption(
    "variant", .file("V"), mayRepeat: true,
    help:
      "Apply a variant, a folder, workbook or file of changed rows; of several the later ones win.")
  static let strength = ValueOption(
    "strength", .choice(of: Strength.self, placeholder: "S"),
    defaultText: "as the model's policy says",
    help: "Count pledges at this strength: pledged, verified or expected.")
  static let wholeUnits = Flag("whole-units", help: "Send whole units only.")

  /// The options that change a model.
  static let options = [variant.spec, strength.spec, wholeUnits.spec]

  /// Whether the command line changes the model.
  static func isChanged(by arguments: ParsedArguments) throws(UsageError) -> Bool {
    let strength = try arguments.value(of: strength)
    let variants = try arguments.values(of: variant)
    return strength != nil || !variants.isEmpty || arguments.has(wholeUnits)
  }

  /// Reads the model in a folder or workbook with the changes that the command line asks for.
  ///
  /// Findings go to standard error, warnings only where the planner does not want quiet.
  /// - Throws: `Failure` where the model cannot be read or is not valid; `UsageError`.
  static func read(
    _ folder: String, _ arguments: ParsedArguments, on console: Console
  ) throws -> PlanningModel {
    let variants = try arguments.values(of: variant)
    return try model(
      of: ModelReader().read(folder: folder, variants: variants), in: folder, arguments, on: console
    )
  }

  /// Takes the model of a reading, with the changes that the command line asks for.
  ///
  /// What a variant leaves unused is no news, so with `isVariant` warnings are shown only on request.
  ///
  /// - Throws: `Failure` where the model could not be read or is not valid; `UsageError`.
  static func model(
    of reading: ModelReading, in folder: String, _ arguments: ParsedArguments, on console: Console,
    isVariant: Bool = false
  ) throws -> PlanningModel {
    let changes = try ModelChanges(arguments)
    guard let model = reading.model else {
      throw Failure(
        findings: reading.findings, in: folder, cannotRead: reading.cannotRead, on: console)
    }
    if !isVariant || console.isVerbose {
      for line in reading.findings.lines(limit: console.findingsShown) { console.talk(line) }
    }
    return changes.applied(to: model)
  }
}

/// What the command line changes in the policy of every model that it names.
struct ModelChanges: Sendable {
  private let strength: Strength?
  private let wholeUnits: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    strength = try arguments.value(of: ModelInput.strength)
    wholeUnits = arguments.has(ModelInput.wholeUnits)
  }

  func applied(to model: PlanningModel) -> PlanningModel {
    var model = model
    if let strength { model.policy.strength = strength }
    if wholeUnits { model.policy.wholeUnits = true }
    return model
  }

  /// The changes as options of the command line.
  var options: [String] {
    (strength.map { ["--strength \($0.rawValue)"] } ?? []) + (wholeUnits ? ["--whole-units"] : [])
  }
}
