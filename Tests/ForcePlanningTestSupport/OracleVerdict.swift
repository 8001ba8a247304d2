public import ForceModel
public import LinearProgramming
import ForcePlanning

/// What a comparison of the planner with the oracle comes to.
public enum OracleVerdict: Sendable, Equatable {
  /// Status and every goal level agree, and the certificate proves them.
  case agrees
  /// The first goals agree but for rounding, and for that rounding later ones are better or worse; or the plan is
  /// better than the best by what exceeding limits within their tolerance gains.
  case traded(String)
  /// The values agree or are worse, and the plan itself says what it could not prove; why.
  case unproven(String)
  /// The planner gave no plan and said so; why.
  case refused(String)
  /// The oracle has no answer of its own to compare with; why.
  case noOracle(String)
  /// The planner said something that is not so; what.
  case wrong(String)

  /// The gap up to which the planner calls a plan optimal.
  public static let promisedGap = 1e-6

  /// Plans a model and compares with what the oracle says of it.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - engines: Makes the engines that the planner works with.
  ///   - oracle: The oracle.
  ///   - tolerance: Relative difference up to which values agree, absolute below 1.
  /// - Returns: How the two compare.
  public static func of(
    _ model: PlanningModel, engines: any LinearProgramEngineProvider,
    oracle: MathProgOracle = MathProgOracle(), tolerance: Double = 1e-7
  ) -> OracleVerdict {
    let plan: Plan
    do {
      plan = try Planner(engines: engines).plan(model)
    } catch {
      return .refused("\(error)")
    }
    do {
      let outcome = try oracle.solve(model)
      // Where nothing is fixed, everybody may stay at home: that is a plan.
      if outcome == .infeasible, model.fixedDeployments.isEmpty {
        return .noOracle("the oracle finds no plan, and there is one")
      }
      return Comparison(tolerance: tolerance).verdict(on: plan, beside: outcome)
    } catch {
      return .noOracle("\(error)")
    }
  }

}

/// A comparison to a tolerance.
private struct Comparison {
  /// What a plan may gain over the best, relative, by exceeding limits within their tolerance.
  static let gainOfTolerance = 1e-4

  let tolerance: Double

  func verdict(on plan: Plan, beside outcome: OracleOutcome) -> OracleVerdict {
    let complaints = plan.certificate.verification.complaints
    switch (plan.status, outcome) {
    case (.infeasible, .infeasible): return .agrees
    case (.infeasible, .optimal(let optimum)):
      return .wrong("infeasible, but the oracle has \(optimum.values)")
    case (.invalid, _): return .unproven("invalid: \(complaints)")
    case (_, .infeasible): return .wrong("\(plan.status), but the oracle has no plan")
    case (_, .optimal(let optimum)):
      guard complaints.isEmpty else { return .wrong("\(plan.status), but \(complaints)") }
      return verdict(on: plan, beside: optimum)
    }
  }

  private func verdict(on plan: Plan, beside optimum: OracleOptimum) -> OracleVerdict {
    guard plan.goals.map(\.name) == optimum.goals else {
      return .wrong("goals \(plan.goals.map(\.name)), oracle \(optimum.goals)")
    }
    let words = "\(plan.status) \(plan.goals.map(\.value)), oracle \(optimum.values)"
    if let refuted = boundRefuted(by: optimum, of: plan) {
      return .wrong("the bound of \(refuted) is not so: \(words)")
    }
    for (level, (goal, value)) in zip(plan.goals, optimum.values).enumerated()
    where abs(goal.value - value) > allowance(at: value) {
      let isTraded = zip(plan.goals, optimum.values).prefix(level).contains { $0.value != $1 }
      if isTraded { return .traded(words) }
      if plan.status != .optimal { return .unproven(words) }
      // Limits are kept to a tolerance; what that lets a plan gain is little, even badly scaled.
      let isWithinLimits = goal.value > value - Self.gainOfTolerance * max(1, abs(value))
      return goal.value < value && isWithinLimits ? .traded(words) : .wrong(words)
    }
    guard plan.status != .optimal else { return .agrees }
    return .unproven("\(plan.status): gaps \(plan.goals.map { $0.gap ?? .infinity })")
  }

  /// The first goal whose proven bound the oracle's plan contradicts; nil: none.
  ///
  /// A certificate says: no plan has less of a goal than the bound, and one that is worse at the goals before
  /// saves at most what their multipliers allow. The oracle's plan is such a plan.
  private func boundRefuted(by optimum: OracleOptimum, of plan: Plan) -> String? {
    for (level, goal) in plan.goals.enumerated() {
      guard let bound = goal.bound, level < plan.certificate.levels.count else { continue }
      let multipliers = plan.certificate.levels[level].goalMultipliers
      let saved = (0..<level).reduce(0.0) { saved, earlier in
        saved + multipliers[earlier]
          * max(0, optimum.values[earlier] - plan.goals[earlier].value)
      }
      let value = optimum.values[level]
      if value + saved < bound - 10 * allowance(at: value) { return goal.name }
    }
    return nil
  }

  private func allowance(at value: Double) -> Double { tolerance * max(1, abs(value)) }
}
