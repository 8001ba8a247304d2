public import ForceModel

/// Checks a plan against its model alone, without a solver and without the planner's own tables.
public enum PlanVerifier {
  /// The violation of a row, relative to max(1, |right-hand side|), and the gap that are allowed.
  ///
  /// Numbers in a plan are rounded to 9 decimals, so nothing in it is exact beyond that.
  public static let tolerance = Tolerance.relative
  /// Largest magnitude of a number in a plan; products of such numbers stay finite.
  public static let largestNumber = 1e15

  /// Checks every deployment, every row, every total and the proof of every goal level.
  ///
  /// Everything is recomputed from the model: the periods, which deployments may exist, the activity
  /// of every row, shortfalls, goal values, totals, and for each level a lower bound from the
  /// certificate's multipliers that holds whatever the solver did (formulation.md, "What every plan
  /// must carry"; `README.md` in this target has the derivation). Texts that follow from no number
  /// (reasons, units of measure, assumptions), prices and solver figures are not looked at.
  ///
  /// A plan whose status says `optimal` is held to it: each gap must be within `tolerance`. A planner
  /// that has no proof yet therefore asks with `feasible` or `limit`. A plan with the status
  /// `infeasible` is held to its proof that the fixed lines in conflict cannot all stand; where whole units are
  /// asked for it may have none, and `missingUnits` is nil.
  ///
  /// No plan, however damaged, makes this fail: what cannot be used is a complaint.
  ///
  /// - Complexity: O(deployments + tasks) x periods for the rows; for the bounds see `README.md`.
  public static func verify(plan: Plan, model: PlanningModel) -> Verification {
    var check = PlanCheck(plan: plan, model: model)
    check.checkIdentity()
    if plan.status == .infeasible {
      check.checkConflict()
      return Verification(
        feasible: false, largestViolation: 0, bounds: [], gaps: [],
        missingUnits: check.provenMissingUnits(), complaints: check.findings.sentences)
    }
    check.checkDeployments()
    check.checkTasks()
    check.checkShortfalls()
    check.checkLimits()
    let levels = GoalLevel.levels(of: model)
    let values = check.goalValues(of: levels)
    check.checkGoals(levels, values: values)
    check.checkSummaries()
    let bounds = check.provenBounds(levels, values: values)
    let gaps = check.gaps(of: values, bounds: bounds)
    check.checkClaims(bounds: bounds, gaps: gaps)
    return Verification(
      feasible: check.findings.isFeasible,
      largestViolation: check.findings.largestViolation, bounds: bounds, gaps: gaps,
      complaints: check.findings.sentences)
  }
}
