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
    var positions: [Int] = []
    var proofs: [LagrangianBound] = []
    for (position, certificate) in certificates.prefix(count).enumerated() {
      do {
        let multipliers = try Multipliers(
          certificate, position: position, levels: levels, rules: rules)
        let weights = GoalWeights(levels: levels[...position], multipliers: multipliers.goals)
        proofs.append(
          LagrangianBound(weights: weights, values: values, multipliers: multipliers, rules: rules))
        positions.append(position)
      } catch {
        findings.disagree("certificate of level \(position + 1): \(error.sentence).")
      }
    }
    addTours(to: &proofs)

    var bounds = [Double?](repeating: nil, count: count)
    for (position, proof) in zip(positions, proofs) {
      guard proof.total.isFinite else {
        findings.disagree(
          "certificate of level \(position + 1): its numbers are too large for a proof.")
        continue
      }
      // No goal is ever negative.
      bounds[position] = max(0, proof.total)
    }
    return bounds
  }

  /// The fewest units that the fixed lines in conflict lack in any plan, as the certificate proves; nil: none.
  ///
  /// - Complexity: as for the bound of one level.
  func provenMissingUnits() -> Double? {
    let rows = plan.certificate.contradiction
    // A search through plans in whole units has no proof that is shorter than itself.
    if rows.isEmpty, model.policy.wholeUnits { return nil }
    let inConflict = Set(plan.conflict.map { String($0.row) })
    for row in rows
    where row.family == .commitment && row.value > 0 && !inConflict.contains(row.subject) {
      findings.disagree("certificate: row \(quoted(row.subject)) is not among those in conflict.")
    }
    do {
      let multipliers = try Multipliers(rows, goals: [], hasBurden: false, rules: rules)
      var proofs = [
        LagrangianBound(weights: .none, values: [], multipliers: multipliers, rules: rules)
      ]
      proofs[0].addMissingUnits()
      addTours(to: &proofs)
      // Written so that NaN is no proof.
      if proofs[0].total > 0 { return proofs[0].total }
      findings.disagree(
        "certificate: it does not prove that the fixed lines contradict each other.")
    } catch {
      findings.disagree("certificate of the contradiction: \(error.sentence).")
    }
    return nil
  }

  private func addTours(to proofs: inout [LagrangianBound]) {
    var holds = HoldTable(periodCount: periods.count)
    for contribution in model.contributions.indices where rules.available[contribution] > 0 {
      for proof in proofs.indices { proofs[proof].begin(contribution: contribution) }
      for crisis in model.crises.indices {
        let demand = rules.demand(of: contribution, at: crisis)
        guard !demand.uses.isEmpty else { continue }
        let open = proofs.indices.filter {
          proofs[$0].begin(contribution: contribution, crisis: crisis)
        }
        guard !open.isEmpty else { continue }
        for way in rules.ways(of: contribution, to: crisis) {
          holds.fill(way, rules: rules)
          let tours = TourFamily(
            contribution: contribution, crisis: crisis, way: way, demand: demand)
          for proof in open { proofs[proof].add(tours, holding: holds) }
        }
      }
      for proof in proofs.indices { proofs[proof].end(contribution: contribution) }
    }
  }
}
