/// A change of a model that members might agree on: more of something, sooner, from elsewhere, or less.
///
/// Indices are those of the model that is changed.
public enum ModelChange: Sendable, Equatable {
  /// More units of a pledge.
  case moreUnits(contribution: Int, units: Double)
  /// Units of a kind that a member has not pledged at a base so far, with this notice to move in days.
  case newPledge(
    contributor: Int, capability: Int, base: Int, units: Double, noticeToMove: Double)
  /// Notice to move shorter by so many days, but not below 0.
  case shorterNotice(contribution: Int, days: Double)
  /// Units of a pledge that stand at another location from the start.
  case forwardBase(contribution: Int, location: Int, units: Double)
  /// More assets of a lift pool.
  case moreAssets(lift: Int, assets: Double)
  /// A caveat that is given up.
  case withoutCaveat(Int)
  /// A higher cap on the share that each member has at a crisis.
  case higherShareCap(by: Double)
  /// A higher cap on the share that each member has at all crises together.
  case higherOverallShareCap(by: Double)
  /// A requirement that opens on a later day.
  case laterOpening(requirement: Int, day: Double)
  /// A pledge that is withdrawn, with the deployments of it that stand.
  case withoutContribution(Int)
  /// A member that sends nothing and lends none of its own lift.
  case withoutContributor(Int)
}

extension PlanningModel {
  /// The model with a change made.
  ///
  /// What is withdrawn stays in the tables with 0 units, so that everything keeps its index.
  public func applying(_ change: ModelChange) -> PlanningModel {
    var model = self
    switch change {
    case .moreUnits(let contribution, let units):
      model.contributions[contribution].units += units
    case .newPledge(let contributor, let capability, let base, let units, let notice):
      model.insert(
        newPledge(
          contributor: contributor, capability: capability, base: base, units: units,
          noticeToMove: notice))
    case .shorterNotice(let contribution, let days):
      let notice = contributions[contribution].noticeToMove
      model.contributions[contribution].noticeToMove = max(0, notice - days)
    case .forwardBase(let contribution, let location, let units):
      var moved = contributions[contribution]
      moved.id = "\(moved.id)-at-\(locations[location].id)"
      moved.base = location
      moved.units = min(units, moved.units)
      model.contributions[contribution].units -= moved.units
      model.insert(moved)
    case .moreAssets(let lift, let assets): model.liftPools[lift].assets += assets
    case .withoutCaveat(let caveat): model.caveats.remove(at: caveat)
    case .higherShareCap(let points):
      model.policy.shareCapPerCrisis = min(1, policy.shareCapPerCrisis + points)
      for member in model.contributors.indices {
        model.contributors[member].shareCap = contributors[member].shareCap.map {
          min(1, $0 + points)
        }
      }
    case .higherOverallShareCap(let points):
      model.policy.shareCapOverall = min(1, policy.shareCapOverall + points)
    case .laterOpening(let requirement, let day): model.requirements[requirement].from = day
    case .withoutContribution(let contribution): model.withdraw(contribution)
    case .withoutContributor(let contributor):
      for pledge in contributions.indices where contributions[pledge].contributor == contributor {
        model.withdraw(pledge)
      }
      for pool in liftPools.indices where liftPools[pool].owner == contributor {
        model.liftPools[pool].assets = 0
      }
    }
    return model
  }

  /// A pledge of units as their kind has them, not yet in the model.
  public func newPledge(
    contributor: Int, capability: Int, base: Int, units: Double, noticeToMove: Double
  ) -> Contribution {
    let kind = capabilities[capability]
    return Contribution(
      id: "new-\(contributors[contributor].id)-\(kind.id)-\(locations[base].id)",
      contributor: contributor, capability: capability, base: base, units: units,
      personnel: kind.personnel, tonnes: kind.tonnes, noticeToMove: noticeToMove)
  }

  private mutating func withdraw(_ contribution: Int) {
    contributions[contribution].units = 0
    fixedDeployments.removeAll { $0.contribution == contribution }
  }

  /// Inserts a pledge in the order of identifiers; another of the same name gives it a number.
  private mutating func insert(_ pledge: Contribution) {
    var pledge = pledge
    var number = 1
    while contributions.contains(where: { $0.id == pledge.id }) {
      number += 1
      pledge.id = "\(pledge.id)-\(number)"
    }
    let place = contributions.firstIndex { $0.id > pledge.id } ?? contributions.count
    contributions.insert(pledge, at: place)
    for line in fixedDeployments.indices where fixedDeployments[line].contribution >= place {
      fixedDeployments[line].contribution += 1
    }
  }
}
