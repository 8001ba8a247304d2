/// What a member sends in a variant's plan beside the base's.
public struct ContributorDifference: Sendable, Equatable {
  /// The variant.
  public var variant: String
  /// The member.
  public var contributor: String
  /// Largest number of units in place at the same time in the base's plan.
  public var baseUnits: Double
  /// The same in the variant's plan.
  public var units: Double
  /// Person-days in place in the base's plan.
  public var basePersonDays: Double
  /// The same in the variant's plan.
  public var personDays: Double
  /// Share of all person-days in the base's plan, 0...1.
  public var baseShare: Double
  /// The same in the variant's plan.
  public var share: Double
  /// Person-days by burden weight in the base's plan.
  public var baseBurden: Double
  /// The same in the variant's plan.
  public var burden: Double
  /// Cost of movement and of units in place in the base's plan.
  public var baseCost: Double
  /// The same in the variant's plan.
  public var cost: Double

  /// A member that is in neither plan.
  public init(variant: String, contributor: String) {
    self.variant = variant
    self.contributor = contributor
    baseUnits = 0
    units = 0
    basePersonDays = 0
    personDays = 0
    baseShare = 0
    share = 0
    baseBurden = 0
    burden = 0
    baseCost = 0
    cost = 0
  }

  static func lines(of variant: PlannedModel, beside base: PlannedModel) -> [ContributorDifference]
  {
    let former = Dictionary(
      base.plan.contributors.map { ($0.contributor, $0) }, uniquingKeysWith: { first, _ in first })
    let latter = Dictionary(
      variant.plan.contributors.map { ($0.contributor, $0) },
      uniquingKeysWith: { first, _ in first })
    return Set(former.keys).union(latter.keys).sorted().map { member in
      var line = ContributorDifference(variant: variant.name, contributor: member)
      if let summary = former[member] {
        line.baseUnits = summary.unitsDeployed
        line.basePersonDays = summary.personDays
        line.baseShare = summary.shareOfForce
        line.baseBurden = summary.burden
        line.baseCost = summary.cost
      }
      if let summary = latter[member] {
        line.units = summary.unitsDeployed
        line.personDays = summary.personDays
        line.share = summary.shareOfForce
        line.burden = summary.burden
        line.cost = summary.cost
      }
      return line
    }
  }
}
