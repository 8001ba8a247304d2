import ForceModel

/// Changes that may help a plan, and what its prices say of them.
struct Candidates {
  private let model: PlanningModel
  private let planner: VariantPlanner
  /// What one more unit of each pledge would be worth as it is, indexed by contribution.
  private let valueNow: [Double]

  /// A change with what prices say that it gains; nil: they say nothing, so it has to be tried.
  struct Candidate {
    let change: ModelChange
    let estimate: Double?
  }

  /// Days by which notice is shortened.
  private static let noticeDays = 5.0
  /// Points of share by which caps are raised.
  private static let capPoints = 0.05

  init(model: PlanningModel, planner: VariantPlanner) {
    self.model = model
    self.planner = planner
    valueNow = planner.values(ofOneUnitOf: model.contributions)
  }

  /// The candidates, those that have to be tried first, then those that promise most; without those that
  /// promise nothing.
  func screened() -> [Candidate] {
    (units + lift + notices + bases + newPledges + caps + caveats)
      .filter { ($0.estimate ?? 1) > 1e-9 }
      .enumerated().sorted { one, other in
        let (first, second) = (
          one.element.estimate ?? .infinity, other.element.estimate ?? .infinity
        )
        return first != second ? first > second : one.offset < other.offset
      }.map(\.element)
  }

  // MARK: Priced limits

  private var units: [Candidate] {
    let prices = sums(of: .supply) { $0.price }
    return model.contributions.indices.compactMap { index in
      prices[model.contributions[index].id].map {
        Candidate(
          change: .moreUnits(contribution: index, units: 1),
          estimate: $0 * model.contributions[index].fraction(at: model.policy.strength))
      }
    }
  }

  private var lift: [Candidate] {
    let prices = sums(of: .lift) { $0.price * ($0.untilDay - $0.fromDay) }
    return model.liftPools.indices.compactMap { index in
      prices[model.liftPools[index].id].map {
        Candidate(
          change: .moreAssets(lift: index, assets: 1),
          estimate: $0 * model.liftPools[index].availability)
      }
    }
  }

  /// What prices of the first level say over all periods, by subject.
  private func sums(of kind: PriceKind, _ worth: (Price) -> Double) -> [String: Double] {
    var sums: [String: Double] = [:]
    for price in planner.base.prices where price.level == 1 && price.kind == kind {
      sums[price.subject, default: 0] += worth(price)
    }
    return sums
  }

  // MARK: Pledges that differ

  private var notices: [Candidate] {
    let late = model.contributions.indices.filter {
      model.contributions[$0].noticeToMove > 0 && model.contributions[$0].units > 0
    }
    return estimated(
      late.map { index in
        let days = min(Self.noticeDays, model.contributions[index].noticeToMove)
        return (.shorterNotice(contribution: index, days: days), index)
      },
      becoming: { pledge, _ in
        pledge.noticeToMove = max(0, pledge.noticeToMove - Self.noticeDays)
      }, units: { $0.units })
  }

  /// One unit of a pledge at a crisis, or at another base of its member.
  private var bases: [Candidate] {
    let crises = Set(model.crises.map(\.location))
    let moves = model.contributions.indices.flatMap { index -> [(ModelChange, Int)] in
      let pledge = model.contributions[index]
      guard pledge.units > 0 else { return [] }
      let own = model.contributions.filter { $0.contributor == pledge.contributor }.map(\.base)
      return crises.union(own).subtracting([pledge.base]).sorted().map {
        (.forwardBase(contribution: index, location: $0, units: 1), index)
      }
    }
    return estimated(
      moves,
      becoming: { pledge, change in
        if case .forwardBase(_, let location, _) = change { pledge.base = location }
      }, units: { min(1, $0.units) })
  }

  /// Candidates that turn a pledge into another, by how much more one unit of that would be worth.
  private func estimated(
    _ changes: [(change: ModelChange, contribution: Int)],
    becoming alter: (inout Contribution, ModelChange) -> Void, units: (Contribution) -> Double
  ) -> [Candidate] {
    let after = planner.values(
      ofOneUnitOf: changes.map { change, contribution in
        var pledge = model.contributions[contribution]
        alter(&pledge, change)
        return pledge
      })
    return zip(changes, after).map { entry, value in
      let pledge = model.contributions[entry.contribution]
      return Candidate(
        change: entry.change,
        estimate: (value - valueNow[entry.contribution]) * units(pledge)
          * pledge.fraction(at: model.policy.strength))
    }
  }

  /// One unit of each kind from each member at each of its bases, where it has not pledged it.
  private var newPledges: [Candidate] {
    var changes: [ModelChange] = []
    for contributor in model.contributors.indices {
      let own = model.contributions.filter { $0.contributor == contributor }
      for base in Set(own.map(\.base)).sorted() {
        for capability in model.capabilities.indices
        where !own.contains(where: { $0.base == base && $0.capability == capability }) {
          changes.append(
            .newPledge(
              contributor: contributor, capability: capability, base: base, units: 1,
              noticeToMove: usualNotice(of: capability)))
        }
      }
    }
    let values = planner.values(
      ofOneUnitOf: changes.compactMap { change in
        guard case .newPledge(let contributor, let capability, let base, _, let notice) = change
        else { return nil }
        return model.newPledge(
          contributor: contributor, capability: capability, base: base, units: 1,
          noticeToMove: notice)
      })
    return zip(changes, values).map { Candidate(change: $0, estimate: $1) }
  }

  /// The middle one of the notices at which a kind of unit is pledged; 10 days where it is not.
  private func usualNotice(of capability: Int) -> Double {
    let notices = model.contributions.filter { $0.capability == capability }.map(\.noticeToMove)
      .sorted()
    return notices.isEmpty ? 10 : notices[notices.count / 2]
  }

  // MARK: Rules

  private var caps: [Candidate] {
    var candidates: [Candidate] = []
    if model.policy.shareCapPerCrisis < 1
      || model.contributors.contains(where: { $0.shareCap != nil })
    {
      candidates.append(Candidate(change: .higherShareCap(by: Self.capPoints), estimate: nil))
    }
    if model.policy.shareCapOverall < 1 {
      candidates.append(
        Candidate(change: .higherOverallShareCap(by: Self.capPoints), estimate: nil))
    }
    return candidates
  }

  private var caveats: [Candidate] {
    model.caveats.indices.map { Candidate(change: .withoutCaveat($0), estimate: nil) }
  }
}
