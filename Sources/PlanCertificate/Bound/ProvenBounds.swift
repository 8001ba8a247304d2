import ForceModel

extension PlanCheck {
  /// The lower bound that the certificate proves for each of the plan's levels; nil: none.
  ///
  /// Looks at every tour that the model allows.
  ///
  /// - Complexity: O(levels x ways x periods) where the multipliers are nearly right, and
  ///   O(levels x tours) at worst, for ways from a contribution to a crisis.
  func provenBounds(_ levels: [GoalLevel], values: [Interval]) -> [Double?] {
    let certificates = plan.certificate.levels
    let count = min(plan.goals.count, levels.count)
    if certificates.count > count {
      findings.disagree(
        "certificate: proves \(certificates.count) levels, the plan has \(count).")
    }
    var proofs: [(position: Int, bound: LagrangianBound)] = []
    for (position, certificate) in certificates.prefix(count).enumerated() {
      do {
        let multipliers = try Multipliers(
          certificate, position: position, levels: levels, rules: rules)
        let bound = LagrangianBound(
          position: position, levels: levels, values: values, multipliers: multipliers,
          rules: rules)
        proofs.append((position, bound))
      } catch {
        findings.disagree("certificate of level \(position + 1): \(error.sentence).")
      }
    }
    addTours(to: &proofs)

    var bounds = [Double?](repeating: nil, count: count)
    for proof in proofs {
      guard proof.bound.total.isFinite else {
        findings.disagree(
          "certificate of level \(proof.position + 1): its numbers are too large for a proof.")
        continue
      }
      // No goal is ever negative.
      bounds[proof.position] = max(0, proof.bound.total)
    }
    return bounds
  }

  private func addTours(to proofs: inout [(position: Int, bound: LagrangianBound)]) {
    var holds = HoldTable(periodCount: periods.count)
    for contribution in model.contributions.indices where rules.available[contribution] > 0 {
      for proof in proofs.indices { proofs[proof].bound.begin(contribution: contribution) }
      for crisis in model.crises.indices {
        let demand = rules.demand(of: contribution, at: crisis)
        guard !demand.uses.isEmpty else { continue }
        let open = proofs.indices.filter {
          proofs[$0].bound.begin(contribution: contribution, crisis: crisis)
        }
        guard !open.isEmpty else { continue }
        for way in rules.ways(of: contribution, to: crisis) {
          holds.fill(way, rules: rules)
          let tours = TourFamily(
            contribution: contribution, crisis: crisis, way: way, demand: demand)
          for proof in open { proofs[proof].bound.add(tours, holding: holds) }
        }
      }
      for proof in proofs.indices { proofs[proof].bound.end(contribution: contribution) }
    }
  }
}
