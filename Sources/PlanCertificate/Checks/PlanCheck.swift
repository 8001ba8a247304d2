import ForceModel

/// The state of a check of one plan: each step adds to the findings and to what later steps use.
struct PlanCheck {
  let plan: Plan
  let rules: RuleBook
  let findings = Findings()
  /// Deployments whose names and days could be resolved, in the order of their lines.
  var stays: [Stay] = []
  /// Strength that the tasks give, indexed by requirement and by period within its window.
  var strengths: [[Interval]]

  init(plan: Plan, model: PlanningModel) {
    self.plan = plan
    rules = RuleBook(model)
    strengths = rules.windows.map { Array(repeating: .zero, count: $0.count) }
  }

  var model: PlanningModel { rules.model }
  var periods: Periods { rules.periods }

  /// Complains unless every number is finite and of a size that a plan can hold.
  func areUsable(_ numbers: [Double], _ subject: String) -> Bool {
    if numbers.allSatisfy({ abs($0) <= PlanVerifier.largestNumber }) { return true }
    findings.forbid("\(subject): holds a number that is not finite or beyond 1e15.")
    return false
  }

  /// Personnel of a stay.
  func personnel(of stay: Stay) -> Double {
    stay.units * model.contributions[stay.contribution].personnel
  }

  /// Days in place.
  func days(of stay: Stay) -> Double { periods.days(stay.first, through: stay.last) }
}
