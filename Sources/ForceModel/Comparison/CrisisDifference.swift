/// Strength of one capability at one crisis in a variant's plan beside the base's, in strength x days.
public struct CrisisDifference: Sendable, Equatable {
  /// The variant.
  public var variant: String
  /// The crisis.
  public var crisis: String
  /// The capability required.
  public var capability: String
  /// What the requirements count.
  public var unit: RequirementUnit
  /// Strength x days that the base requires.
  public var baseRequired: Double
  /// Strength x days that the variant requires.
  public var required: Double
  /// Strength x days that the base's plan lacks.
  public var baseShortfall: Double
  /// Strength x days that the variant's plan lacks.
  public var shortfall: Double
  /// shortfall - baseShortfall.
  public var difference: Double

  /// Creates a line.
  public init(
    variant: String, crisis: String, capability: String, unit: RequirementUnit,
    baseRequired: Double, required: Double, baseShortfall: Double, shortfall: Double
  ) {
    self.variant = variant
    self.crisis = crisis
    self.capability = capability
    self.unit = unit
    self.baseRequired = baseRequired
    self.required = required
    self.baseShortfall = baseShortfall
    self.shortfall = shortfall
    difference = shortfall - baseShortfall
  }

  /// What tells lines of one variant apart.
  private struct Key: Hashable, Comparable {
    let crisis: String
    let capability: String
    let unit: RequirementUnit

    static func < (one: Key, other: Key) -> Bool {
      (one.crisis, one.capability, one.unit.rawValue)
        < (other.crisis, other.capability, other.unit.rawValue)
    }
  }

  private struct Strength {
    var required = 0.0
    var shortfall = 0.0
  }

  static func lines(of variant: PlannedModel, beside base: PlannedModel) -> [CrisisDifference] {
    let (former, latter) = (strengths(base), strengths(variant))
    return Set(former.keys).union(latter.keys).sorted().map { key in
      let (one, other) = (former[key] ?? Strength(), latter[key] ?? Strength())
      return CrisisDifference(
        variant: variant.name, crisis: key.crisis, capability: key.capability, unit: key.unit,
        baseRequired: one.required, required: other.required, baseShortfall: one.shortfall,
        shortfall: other.shortfall)
    }
  }

  private static func strengths(_ planned: PlannedModel) -> [Key: Strength] {
    let model = planned.model
    var strengths: [Key: Strength] = [:]
    var keys: [String: Key] = [:]
    for need in model.requirements {
      let key = Key(
        crisis: model.crises[need.crisis].id, capability: model.capabilities[need.capability].id,
        unit: need.unit)
      keys[need.id] = key
      strengths[key, default: Strength()].required += need.quantity * (need.until - need.from)
    }
    for line in planned.plan.shortfalls {
      guard let key = keys[line.requirement] else { continue }
      strengths[key, default: Strength()].shortfall +=
        line.shortfall * (line.untilDay - line.fromDay)
    }
    return strengths
  }
}
