/// Figures that describe a plan and its pledges by themselves.
public struct PlanMeasures: Sendable, Equatable {
  /// The variant, or the base.
  public var variant: String
  /// How far the plan can be trusted.
  public var status: PlanStatus
  /// Weighted person-days met over those that the best bases would meet, at least, 0...1; nil: not known
  /// (Acimovic and Goentzel 2016).
  public var balance: Double?
  /// The member with the largest share of the person-days; empty where nothing deploys.
  public var largestContributor: String
  /// That share, 0...1.
  public var largestShare: Double
  /// Gini coefficient of the members' person-days: 0 where all send alike, near 1 where one sends all
  /// (Gini 1912).
  public var gini: Double
  /// Sum of the squares of the members' shares: 1 / members where all send alike, 1 where one sends all
  /// (Herfindahl 1950).
  public var herfindahl: Double
  /// Personnel pledged.
  public var pledgedPersonnel: Double
  /// Personnel that has been verified.
  public var verifiedPersonnel: Double
  /// Personnel that is expected to come.
  public var expectedPersonnel: Double

  /// Figures that are all nothing, of a plan that cannot be used.
  public init(variant: String) {
    self.variant = variant
    status = .invalid
    largestContributor = ""
    largestShare = 0
    gini = 0
    herfindahl = 0
    pledgedPersonnel = 0
    verifiedPersonnel = 0
    expectedPersonnel = 0
  }

  /// The figures of a plan; members that send nothing count.
  public init(_ planned: PlannedModel) {
    let plan = planned.plan
    variant = planned.name
    status = plan.status
    balance = planned.balance
    let days = plan.contributors.map(\.personDays)
    let total = days.reduce(0, +)
    let largest = plan.contributors.enumerated().max {
      ($0.element.personDays, -$0.offset) < ($1.element.personDays, -$1.offset)
    }
    largestContributor = total > 0 ? largest?.element.contributor ?? "" : ""
    largestShare = total > 0 ? (days.max() ?? 0) / total : 0
    herfindahl = total > 0 ? days.reduce(0) { $0 + ($1 / total) * ($1 / total) } : 0
    gini = Self.gini(days)
    let pledges = planned.model.contributions
    pledgedPersonnel = pledges.reduce(0) { $0 + $1.units * $1.personnel }
    verifiedPersonnel = pledges.reduce(0) { $0 + $1.units * $1.verified * $1.personnel }
    expectedPersonnel = pledges.reduce(0) { $0 + $1.units * $1.expected * $1.personnel }
  }

  /// Gini coefficient of amounts that are not negative; 0 where there are none.
  ///
  /// - Complexity: O(n log n).
  static func gini(_ amounts: [Double]) -> Double {
    let total = amounts.reduce(0, +)
    guard total > 0 else { return 0 }
    let count = Double(amounts.count)
    let ranked = amounts.sorted().enumerated().reduce(0) {
      $0 + (2 * Double($1.offset + 1) - count - 1) * $1.element
    }
    return ranked / (count * total)
  }
}
