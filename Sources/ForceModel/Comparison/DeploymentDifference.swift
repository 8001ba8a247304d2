/// A deployment that a variant's plan has with other units than the base's, or that only one of them has.
///
/// Deployments are the same where pledge, crisis, way of moving and days in place are. Among equally good
/// plans a planner takes any one, so a change here need not be needed for the change of a goal.
public struct DeploymentDifference: Sendable, Equatable {
  /// The variant.
  public var variant: String
  /// The pledge.
  public var contribution: String
  /// The member.
  public var contributor: String
  /// The kind of unit.
  public var capability: String
  /// The crisis.
  public var crisis: String
  /// The way of moving.
  public var mode: String
  /// The lift pool; empty where the mode needs none.
  public var lift: String
  /// Day from which the units are in place.
  public var closeDay: Double
  /// Day at which the stay ends.
  public var untilDay: Double
  /// Units in the base's plan.
  public var baseUnits: Double
  /// Units in the variant's plan.
  public var units: Double
  /// units - baseUnits.
  public var difference: Double

  /// Creates a line of a deployment.
  public init(variant: String, deployment: Deployment, baseUnits: Double, units: Double) {
    self.variant = variant
    contribution = deployment.contribution
    contributor = deployment.contributor
    capability = deployment.capability
    crisis = deployment.crisis
    mode = deployment.mode
    lift = deployment.lift
    closeDay = deployment.closeDay
    untilDay = deployment.untilDay
    self.baseUnits = baseUnits
    self.units = units
    difference = units - baseUnits
  }

  private struct Key: Hashable, Comparable {
    let places: [String]
    let days: [Double]

    init(_ deployment: Deployment) {
      places = [
        deployment.crisis, deployment.contribution, deployment.mode, deployment.lift,
      ]
      days = [deployment.closeDay, deployment.untilDay]
    }

    static func < (one: Key, other: Key) -> Bool {
      one.places != other.places
        ? one.places.lexicographicallyPrecedes(other.places)
        : one.days.lexicographicallyPrecedes(other.days)
    }
  }

  /// Units that differ by less than this part are alike: plans state nine decimals.
  private static let tolerance = 1e-6

  static func lines(of variant: PlannedModel, beside base: PlannedModel) -> [DeploymentDifference] {
    var units: [Key: (deployment: Deployment, before: Double, after: Double)] = [:]
    for deployment in base.plan.deployments {
      units[Key(deployment), default: (deployment, 0, 0)].before += deployment.units
    }
    for deployment in variant.plan.deployments {
      units[Key(deployment), default: (deployment, 0, 0)].after += deployment.units
    }
    return units.sorted { $0.key < $1.key }.compactMap { _, entry in
      let scale = max(1, entry.before, entry.after)
      guard abs(entry.after - entry.before) > tolerance * scale else { return nil }
      return DeploymentDifference(
        variant: variant.name, deployment: entry.deployment, baseUnits: entry.before,
        units: entry.after)
    }
  }
}
