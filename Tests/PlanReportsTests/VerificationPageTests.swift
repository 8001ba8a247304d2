import ForceModel
import PlanReports
import Testing

@Suite struct VerificationPageTests {
  private let right = SamplePlan.plan.certificate.verification

  private func page(
    _ verification: Verification, plan: Plan = SamplePlan.plan, isVerbose: Bool = false
  ) -> String {
    VerificationPage.text(of: verification, plan: plan, isVerbose: isVerbose)
  }

  @Test func `a plan that holds`() {
    #expect(
      page(right) == """
        Check of a plan for central-asia, status optimal
        The plan holds: every limit is kept, and every total and every proof is right.
        Prices and the reasons of shortfalls are not part of the proof and are not
        checked. Rounding breaks a limit by at most 2e-13 of it.

        Goals, with the bounds that were proven again
             goal           value      bound                 gap  unit
          1  shortfall      5,487      5,487  less than 0.0001 %  weighted person-days
          2  burden        21,430     21,430  less than 0.0001 %  person-days per burden
                                                                  weight
          3  effort     1,934,568  1,934,181              0.02 %  tonne-km

        """)
  }

  @Test func `a plan that does not hold says why, and shows what is proven`() {
    var verification = right
    verification.feasible = false
    verification.complaints = (1...14).map { "line \($0): \u{1B}too many" }
    verification.bounds[2] = nil
    verification.gaps[2] = nil
    let text = page(verification)
    #expect(text.contains("The plan does not hold. What is wrong with it:\n  - line 1: \\u{1B}too"))
    #expect(text.contains("  - line 12: ") && !text.contains("  - line 13: "))
    #expect(text.contains("  - and 2 more; --verbose shows them.\n"))
    #expect(text.contains("  3  effort     1,934,568    none                   -  tonne-km\n"))
    #expect(page(verification, isVerbose: true).contains("  - line 14: "))
  }

  @Test(arguments: [
    (1.25, "Every plan lacks units that are to stand: the proven least is 1.25."),
    (nil, "That is what a search through plans in whole units came to; it is not proven."),
  ])
  func `a plan that states that there is none`(missing: Double?, words: String) {
    var plan = SamplePlan.plan
    plan.status = .infeasible
    let verification = Verification(
      feasible: false, largestViolation: 0, bounds: [], gaps: [], missingUnits: missing,
      complaints: [])
    let text = page(verification, plan: plan)
    #expect(
      text.replacing("\n", with: " ") == """
        Check of a plan for central-asia, status infeasible The plan states that there is none, and \
        its conflicting lines are in the model. \(words)\("\u{20}")
        """)
  }
}
