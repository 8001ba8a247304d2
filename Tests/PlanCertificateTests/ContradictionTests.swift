import ForceModel
import PlanCertificate
import TestSupport
import Testing

/// What proves that fixed lines contradict, and what does not.
@Suite struct ContradictionTests {
  /// A claim that the fixed line of `Example.commitment`, of so many units where 2 are available, cannot stand.
  private func claim(
    units: Double, _ rows: [RowMultiplier], wholeUnits: Bool = false
  ) -> Verification {
    var model = Example.commitment.model
    model.fixedDeployments[0].units = units
    model.policy.wholeUnits = wholeUnits
    var plan = Example.commitment.plan
    plan.status = .infeasible
    plan.deployments = []
    plan.tasks = []
    plan.conflict = [FixedLineConflict(row: 2, description: "too many")]
    plan.certificate = Certificate(
      levels: [], contradiction: rows, verification: plan.certificate.verification)
    return PlanVerifier.verify(plan: plan, model: model)
  }

  private func right(_ multiplier: Double = 1) -> [RowMultiplier] {
    [row(.supply, "far", 0...5, multiplier), row(.commitment, "2", 0...5, multiplier)]
  }

  @Test func `the units that are missing are proven`() {
    let verification = claim(units: 3, right())
    #expect(!verification.feasible)
    #expect(verification.complaints == [])
    #expect(verification.missingUnits == 1)
    #expect(claim(units: 3, right(0.5)).missingUnits == 0.5)
    // Multipliers above 1 count missing units more than once, and that is taken off again.
    #expect(claim(units: 3, right(1.25)).missingUnits == 0.5)
    #expect(claim(units: 2.5, right()).missingUnits == 0.5)
    #expect(claim(units: 2.5, right(), wholeUnits: true).missingUnits == 1)
  }

  @Test(arguments: [0.5, 1, 2])
  func `no multipliers prove that lines contradict which do not`(units: Double) {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: seed)
      let scale: Double = [0.01, 1, 3, 1000].randomElement(using: &generator) ?? 1
      var rows =
        right() + [
          row(.supply, "near", 0...5, 0), row(.requirement, "need", 0...5, 0),
          row(.share, "a@quake", 0...5, 0), row(.shareOverall, "a", 0...5, 0),
        ]
      for index in rows.indices where Bool.random(using: &generator) {
        rows[index].value = Double.random(in: 0...scale, using: &generator)
      }
      let verification = claim(units: units, rows)
      #expect(verification.missingUnits == nil, "seed \(seed)")
      #expect(verification.complaints.count == 1, "seed \(seed)")
    }
  }

  @Test func `a claim without a proof is a complaint, but for a search through whole units`() {
    #expect(claim(units: 3, []).complaints.first?.contains("does not prove") == true)
    #expect(claim(units: 3, [], wholeUnits: true).complaints == [])
    #expect(claim(units: 3, [], wholeUnits: true).missingUnits == nil)
    let nothing = claim(units: 3, right(0), wholeUnits: true)
    #expect(nothing.complaints.first?.contains("does not prove") == true)
  }

  @Test func `multipliers of other rows, and such as are none, are complaints`() {
    let unknown = claim(units: 3, [row(.commitment, "3", 0...5, 1)])
    #expect(unknown.complaints.contains { $0.contains("'3' is not among those in conflict") })
    #expect(unknown.complaints.contains { $0.contains("a row that the model does not have") })
    for value in [-1, .nan, .infinity] {
      #expect(claim(units: 3, right(value)).missingUnits == nil)
    }
  }

  @Test func `a plan that is one has no such proof`() {
    var plan = Example.commitment.plan
    plan.certificate.contradiction = right()
    let complaints = PlanVerifier.verify(plan: plan, model: Example.commitment.model).complaints
    #expect(complaints.contains { $0.contains("only an infeasible plan proves") })
  }
}
