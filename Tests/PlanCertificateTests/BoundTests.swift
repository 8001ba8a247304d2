import ForceModel
import PlanCertificate
import TestSupport
import Testing

@Suite struct BoundTests {
  @Test(arguments: Example.all)
  func `a right certificate proves a plan that is optimal`(_ example: Example) {
    let verification = PlanVerifier.verify(plan: example.plan, model: example.model)
    #expect(verification.complaints == [])
    #expect(verification.feasible)
    #expect(verification.largestViolation <= 1e-12)
    #expect(verification.bounds.count == example.plan.goals.count)
    for (goal, (bound, gap)) in zip(
      example.plan.goals, zip(verification.bounds, verification.gaps))
    {
      // The bound errs downwards, and only by rounding.
      #expect(bound ?? -1 <= goal.value)
      #expect(bound ?? -1 >= goal.value - 1e-9)
      #expect(gap ?? 1 <= 1e-12)
    }
  }

  @Test func `bounds in whole numbers are exact`() {
    let verification = PlanVerifier.verify(plan: Example.share.plan, model: Example.share.model)
    #expect(verification.bounds == [1000])
    #expect(verification.gaps == [0])
  }

  @Test(arguments: Example.all)
  func `no multipliers raise a bound above the optimum`(_ example: Example) {
    for seed in 0..<200 {
      var plan = example.plan
      plan.dropClaims()
      disturb(&plan, model: example.model, seed: seed)
      let verification = PlanVerifier.verify(plan: plan, model: example.model)
      #expect(verification.complaints == [], "seed \(seed)")
      for (goal, bound) in zip(plan.goals, verification.bounds) {
        #expect(bound ?? .infinity <= goal.value, "seed \(seed)")
      }
    }
  }

  /// Moves multipliers away from the right ones, and gives some to rows that have none.
  private func disturb(_ plan: inout Plan, model: PlanningModel, seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let periods = periods(of: model)
    let scale: Double = [0.001, 0.1, 1, 10].randomElement(using: &generator) ?? 1
    for level in plan.certificate.levels.indices {
      let right = plan.certificate.levels[level].rows
      let hasBurden = plan.goals[...level].contains { $0.name == "burden" }
      var rows = everyRow(of: model, periods: periods, hasBurden: hasBurden)
      for index in rows.indices {
        let same = right.first {
          $0.family == rows[index].family && $0.subject == rows[index].subject
            && $0.fromDay == rows[index].fromDay
        }
        rows[index].value = same?.value ?? 0
        guard Int.random(in: 0..<3, using: &generator) == 0 else { continue }
        let step = Double.random(in: -1...1, using: &generator) * scale
        rows[index].value *= max(0, 1 + step)
        if seed % 2 == 0 { rows[index].value += max(0, step) }
      }
      plan.certificate.levels[level].rows = rows
      for goal in plan.certificate.levels[level].goalMultipliers.indices {
        let step = Double.random(in: -1...1, using: &generator) * scale
        plan.certificate.levels[level].goalMultipliers[goal] *= max(0, 1 + step)
      }
    }
  }

  @Test func `without multipliers the bound is zero`() {
    var plan = Example.lift.plan
    plan.dropClaims()
    for level in plan.goals.indices { plan.certificate.levels[level].rows = [] }
    let verification = PlanVerifier.verify(plan: plan, model: Example.lift.model)
    #expect(verification.complaints == [])
    #expect(verification.bounds == [0, 0])
  }

  @Test func `without a certificate there is no bound`() {
    var plan = Example.lift.plan
    plan.dropClaims()
    plan.status = .limit
    plan.goals = [plan.goals[0]]
    plan.certificate.levels = []
    let verification = PlanVerifier.verify(plan: plan, model: Example.lift.model)
    #expect(verification.complaints == [])
    #expect(verification.bounds == [nil])
    #expect(verification.gaps == [nil])
  }

  @Test func `supply is kept even where its rows have no multiplier`() {
    // Two units cannot be in two places: the heaviest chain of stays counts them once.
    var plan = Example.delayAndDwell.plan
    plan.dropClaims()
    for level in plan.certificate.levels.indices {
      plan.certificate.levels[level].rows.removeAll { $0.family == .supply }
    }
    let verification = PlanVerifier.verify(plan: plan, model: Example.delayAndDwell.model)
    #expect(verification.bounds[0] == 500)
  }

  private func periods(of model: PlanningModel) -> [ClosedRange<Double>] {
    let days = Set(
      stride(from: 0, to: model.policy.horizonDays, by: model.policy.gridDays)
        + [model.policy.horizonDays] + model.requirements.flatMap { [$0.from, $0.until] }
    ).sorted()
    return zip(days, days.dropFirst()).map { $0...$1 }
  }

  private func everyRow(
    of model: PlanningModel, periods: [ClosedRange<Double>], hasBurden: Bool
  ) -> [RowMultiplier] {
    var rows: [RowMultiplier] = []
    for period in periods {
      for pledge in model.contributions { rows.append(row(.supply, pledge.id, period, 0)) }
      for need in model.requirements
      where need.from <= period.lowerBound && period.upperBound <= need.until {
        rows.append(row(.requirement, need.id, period, 0))
      }
      for pool in model.liftPools { rows.append(row(.lift, pool.id, period, 0)) }
      for member in model.contributors {
        for crisis in model.crises {
          rows.append(row(.share, "\(member.id)@\(crisis.id)", period, 0))
        }
        rows.append(row(.shareOverall, member.id, period, 0))
      }
    }
    if hasBurden {
      for member in model.contributors {
        rows.append(row(.burden, member.id, 0...model.policy.horizonDays, 0))
      }
    }
    for fixed in model.fixedDeployments {
      rows.append(row(.commitment, "\(fixed.row)", fixed.from...fixed.until, 0))
    }
    return rows
  }
}

extension Plan {
  /// Leaves the plan without bounds and gaps of its own, as it is before its first check.
  mutating func dropClaims() {
    status = .feasible
    for level in goals.indices {
      goals[level].bound = nil
      goals[level].gap = nil
    }
  }
}
