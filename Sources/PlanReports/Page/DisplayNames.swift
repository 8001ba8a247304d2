public import ForceModel

/// Names for people in the place of identifiers, and the units in which requirements count.
///
/// A plan holds identifiers only, so that it can be read without its model; whoever has the model
/// gives its names to the page.
public struct DisplayNames: Sendable {
  /// The model's title; nil: the plan's own name of the model is shown.
  public var title: String?
  /// Names of members, by identifier.
  public var contributors: [String: String]
  /// Names of crises, by identifier.
  public var crises: [String: String]
  /// Names of capabilities, by identifier.
  public var capabilities: [String: String]
  /// What each requirement's strength counts, by identifier.
  public var requirementUnits: [String: RequirementUnit]

  /// No names: identifiers are shown as they are, and strength has no unit.
  public init() {
    title = nil
    contributors = [:]
    crises = [:]
    capabilities = [:]
    requirementUnits = [:]
  }

  /// The names of a model.
  public init(_ model: PlanningModel) {
    title = model.title
    contributors = Self.table(model.contributors.map { ($0.id, $0.name) })
    crises = Self.table(model.crises.map { ($0.id, $0.name) })
    capabilities = Self.table(model.capabilities.map { ($0.id, $0.name) })
    requirementUnits = Self.table(model.requirements.map { ($0.id, $0.unit) })
  }

  func contributor(_ id: String) -> String { contributors[id] ?? id }
  func crisis(_ id: String) -> String { crises[id] ?? id }
  func capability(_ id: String) -> String { capabilities[id] ?? id }

  /// The word that follows a strength of the requirement, with a space before it; empty where the
  /// unit is not known.
  func unitSuffix(of requirement: String) -> String {
    requirementUnits[requirement].map { " " + $0.rawValue } ?? ""
  }

  private static func table<Value>(_ entries: [(String, Value)]) -> [String: Value] {
    Dictionary(entries) { first, _ in first }
  }
}
