public import ForceModel
import TextFormats

/// What every page says of a plan in the same words.
extension Plan {
  /// How far the plan can be trusted, in a sentence.
  public var statusSentence: String {
    switch status {
    case .optimal:
      "optimal. No better plan exists, proven to a gap of \(largestGap ?? "nothing")."
    case .feasible:
      "feasible. Every limit is kept, but a better plan may exist: \(gapClause)."
    case .limit where !certificate.verification.feasible:
      "stopped by a limit. No plan was found that keeps the fixed deployments."
    case .limit:
      "stopped by a limit. This is the best plan so far; a better one may exist: \(gapClause)."
    case .infeasible:
      "infeasible. There is no plan, because fixed deployments contradict each other or a limit. "
        + certificate.verification.contradictionSentence
    case .invalid:
      "invalid. The plan's certificate failed: do not use this plan."
    }
  }

  /// How far goals may be from the best possible, those that may be.
  private var gapClause: String {
    guard let largestGap else { return "how much better is not proven" }
    let gaps = goals.compactMap { goal -> String? in
      guard let gap = goal.gap, !goal.isBestPossible else { return nil }
      return "\(PlanPage.gap(gap)) for \(goal.name)"
    }
    guard goals.count > 1, !gaps.isEmpty else { return "the proven gap is \(largestGap)" }
    return "the proven gap is " + gaps.joined(separator: ", ")
  }

  /// The largest gap of all levels in words; nil: a level has no bound.
  private var largestGap: String? {
    var largest = 0.0
    for goal in goals {
      guard let gap = goal.gap else { return nil }
      largest = max(largest, gap)
    }
    return PlanPage.gap(largest)
  }
}

extension Verification {
  /// How it is known that fixed deployments contradict, in a sentence.
  var contradictionSentence: String {
    guard let missingUnits else {
      return "That is what a search through plans in whole units came to; it is not proven."
    }
    return "Every plan lacks units that are to stand: the proven least is "
      + "\(ReadableNumber.amount(missingUnits))."
  }
}

extension GoalResult {
  /// Whether no better value is possible, within the tolerance of a proof.
  var isBestPossible: Bool { gap.map { $0 <= 1e-6 } ?? false }

  /// How near to the best possible the value is known to be, in words.
  var proof: String {
    guard let bound, let gap else { return "no bound is proven" }
    guard !isBestPossible else { return "the best possible" }
    return "not below \(PlanPage.figure(bound)) (gap \(PlanPage.gap(gap)))"
  }
}

extension PlanStatus {
  /// What to beware of in a plan with this status; nil: nothing.
  var doubt: String? {
    switch self {
    case .optimal: nil
    case .feasible: "a better plan may exist, see the gaps"
    case .limit: "stopped by a limit; a better plan may exist"
    case .infeasible: "there is no plan: fixed deployments contradict"
    case .invalid: "the certificate failed; do not use its figures"
    }
  }
}
