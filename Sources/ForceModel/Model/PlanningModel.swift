/// Everything a plan is made from: pledges, distances, crises and policy, as checked values.
///
/// Every array that has identifiers is sorted by them; references are indices into the arrays of
/// this value. So the order of rows in the planner's files never changes a plan.
public struct PlanningModel: Sendable, Equatable {
  /// Name of the model (the data package's `name`).
  public var name: String
  /// Title for people; the name where the data package gives none.
  public var title: String
  /// Policy with defaults filled in.
  public var policy: Policy
  /// Members, sorted by identifier.
  public var contributors: [Contributor]
  /// Places, sorted by identifier.
  public var locations: [Location]
  /// Kinds of unit, sorted by identifier.
  public var capabilities: [Capability]
  /// Allowed substitutions, sorted by (capability, substitutesFor).
  public var substitutions: [Substitution]
  /// Pledges, sorted by identifier.
  public var contributions: [Contribution]
  /// Crises, sorted by identifier.
  public var crises: [Crisis]
  /// Requirements, sorted by identifier.
  public var requirements: [ForceRequirement]
  /// Distances that replace the great circle, one entry a direction, sorted by (from, to, mode).
  public var distances: [Distance]
  /// Ways of moving, sorted by identifier.
  public var modes: [MovementMode]
  /// Lift pools, sorted by identifier.
  public var liftPools: [LiftPool]
  /// Caveats, sorted by (contributor, crisis, capability, mode), any before named.
  public var caveats: [Caveat]
  /// Deployments that stand, in the order of their rows.
  public var fixedDeployments: [FixedDeployment]
  /// What identifies the files it was read from.
  public var identity: ModelIdentity

  /// Creates a model from its parts, which the caller has sorted and checked.
  public init(
    name: String, title: String, policy: Policy, contributors: [Contributor], locations: [Location],
    capabilities: [Capability], substitutions: [Substitution] = [], contributions: [Contribution],
    crises: [Crisis], requirements: [ForceRequirement], distances: [Distance] = [],
    modes: [MovementMode], liftPools: [LiftPool] = [], caveats: [Caveat] = [],
    fixedDeployments: [FixedDeployment] = [], identity: ModelIdentity
  ) {
    self.name = name
    self.title = title
    self.policy = policy
    self.contributors = contributors
    self.locations = locations
    self.capabilities = capabilities
    self.substitutions = substitutions
    self.contributions = contributions
    self.crises = crises
    self.requirements = requirements
    self.distances = distances
    self.modes = modes
    self.liftPools = liftPools
    self.caveats = caveats
    self.fixedDeployments = fixedDeployments
    self.identity = identity
  }
}

/// Name and digest of the files that a model was read from.
public struct ModelIdentity: Sendable, Equatable {
  /// The data package's name.
  public var name: String
  /// SHA-256 of datapackage.json and every table it names, in hexadecimal.
  public var sha256: String

  /// Creates an identity.
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
