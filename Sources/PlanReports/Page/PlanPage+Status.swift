public import ForceModel
import TextFormats

extension PlanPage {
  mutating func addTitleAndStatus() {
    page.heading(names.title ?? plan.model.name)
    page.paragraph(Self.statusSentence(of: plan), first: "Status: ", indent: 8)
    for conflict in plan.conflict {
      page.entry("fixed.csv row \(conflict.row): \(conflict.description)")
    }
    let check = plan.certificate.verification
    if plan.status == .invalid {
      for complaint in check.complaints { page.entry(complaint) }
    } else if plan.status != .infeasible, check.feasible {
      page.paragraph("An independent check found every limit kept.", first: "        ", indent: 8)
    }
  }

  /// How far a plan can be trusted, in words.
  public static func statusSentence(of plan: Plan) -> String {
    let largestGap = largestGap(of: plan)
    let gapClause =
      largestGap.map { "the proven gap is \($0)" } ?? "how much better is not proven"
    return switch plan.status {
    case .optimal:
      "optimal. No better plan exists, proven to a gap of \(largestGap ?? "nothing")."
    case .feasible:
      "feasible. Every limit is kept, but a better plan may exist: \(gapClause)."
    case .limit where !plan.certificate.verification.feasible:
      "stopped by a limit. No plan was found that keeps the fixed deployments."
    case .limit:
      "stopped by a limit. This is the best plan so far; a better one may exist: \(gapClause)."
    case .infeasible:
      "infeasible. There is no plan, because fixed deployments contradict each other or a limit."
    case .invalid:
      "invalid. The plan's certificate failed: do not use this plan."
    }
  }

  /// The largest gap of all levels in words; nil: a level has no bound.
  private static func largestGap(of plan: Plan) -> String? {
    var largest = 0.0
    for goal in plan.goals {
      guard let gap = goal.gap else { return nil }
      largest = max(largest, gap)
    }
    return self.gap(largest)
  }

  /// A gap in percent, rounded up, because a proof is not rounded in its own favour.
  static func gap(_ gap: Double) -> String {
    guard gap > 1e-6 else { return "less than 0.0001 %" }
    return ReadableNumber.rounded((gap * 1e6).rounded(.up) / 1e4, decimals: 4) + " %"
  }

  mutating func addGoals() {
    page.heading("Goals, the first one first")
    let rows = plan.goals.map { goal in
      [
        String(goal.level), goal.name, ReadableNumber.amount(goal.value), goal.unit,
        Self.proof(goal),
      ]
    }
    page.table(
      [
        .init("", .right), .init("", fit: .wrapped), .init("", .right), .init("", fit: .wrapped),
        .init("", fit: .wrapped),
      ], rows)
  }

  /// A goal's value or bound: small ones with three decimals, because goals are compared.
  static func figure(_ value: Double) -> String {
    ReadableNumber.rounded(value, decimals: abs(value) < 1_000 ? 3 : 0)
  }

  private static func proof(_ goal: GoalResult) -> String {
    guard let bound = goal.bound, let gap = goal.gap else { return "no bound is proven" }
    guard gap > 1e-6 else { return "the best possible" }
    return "not below \(Self.figure(bound)) (gap \(Self.gap(gap)))"
  }
}
