import ForceModel
import TextFormats

extension PlanPage {
  mutating func addTitleAndStatus() {
    page.heading(names.title ?? plan.model.name)
    page.paragraph(plan.statusSentence, first: "Status: ", indent: 8)
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
        goal.proof,
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
}
