import ForceModel
import TextFormats

extension PlanPage {
  /// Members at a crisis that are shown unless the planner wants more.
  private static let membersShown = 3

  mutating func addCrises() {
    page.heading("Crises")
    let rows = plan.crises.map { crisis in
      [
        names.crisis(crisis.crisis),
        crisis.required > 0 ? ReadableNumber.percent(crisis.met / crisis.required) : "-",
        crisis.closureDay.map { "day " + ReadableNumber.day($0) } ?? "never",
        membersText(at: crisis.crisis),
      ]
    }
    page.table(
      [
        .init("crisis", fit: .wrapped), .init("met", .right), .init("closes"),
        .init("personnel at the peak (share of person-days)", fit: .wrapped),
      ], rows)
    page.paragraph(forceSentence, first: "  ")
  }

  /// The members at a crisis with their strength and share, the largest share first.
  private func membersText(at crisis: String) -> String {
    let strengths = MemberStrength.all(at: crisis, in: plan.deployments)
    guard !strengths.isEmpty else { return "nobody" }
    // One member is not worth hiding behind a number.
    let shown =
      isVerbose || strengths.count <= Self.membersShown + 1
      ? strengths.count : Self.membersShown
    var texts = strengths.prefix(shown).map { member in
      let peak = ReadableNumber.amount(member.peakPersonnel)
      let share = ReadableNumber.percent(member.shareOfPersonDays)
      return "\(names.contributor(member.contributor)) \(peak) (\(share))"
    }
    if strengths.count > shown {
      let share = strengths.dropFirst(shown).reduce(0) { $0 + $1.shareOfPersonDays }
      texts.append("\(strengths.count - shown) more (\(ReadableNumber.percent(share)))")
    }
    return texts.joined(separator: ", ")
  }

  private var forceSentence: String {
    let senders = plan.contributors.filter { $0.personDays > 0 }
    guard let largest = senders.max(by: { $0.shareOfForce < $1.shareOfForce }) else {
      return "Nothing deploys."
    }
    let share = ReadableNumber.percent(largest.shareOfForce)
    return "Over all crises \(senders.count) of \(plan.contributors.count) members deploy. "
      + "Largest share: \(names.contributor(largest.contributor)), \(share) of all person-days."
  }
}

/// What one member has in place at one crisis.
struct MemberStrength {
  let contributor: String
  /// The largest number of personnel in place at the same time.
  let peakPersonnel: Double
  /// Its person-days in place over those of all members at the crisis, 0...1.
  let shareOfPersonDays: Double

  /// The members at a crisis, the largest share first, equal ones by identifier.
  static func all(at crisis: String, in deployments: [Deployment]) -> [MemberStrength] {
    let here = deployments.filter { $0.crisis == crisis && $0.personnel > 0 }
    let total = personDays(here)
    let members = Set(here.map(\.contributor)).sorted().map { member in
      let own = here.filter { $0.contributor == member }
      return MemberStrength(
        contributor: member, peakPersonnel: peak(own),
        shareOfPersonDays: total > 0 ? personDays(own) / total : 0)
    }
    return members.sorted {
      ($1.shareOfPersonDays, $0.contributor) < ($0.shareOfPersonDays, $1.contributor)
    }
  }

  private static func personDays(_ deployments: [Deployment]) -> Double {
    deployments.reduce(0) { $0 + $1.personDays }
  }

  /// - Complexity: O(n log n) in the number of deployments.
  private static func peak(_ deployments: [Deployment]) -> Double {
    let changes = deployments.flatMap {
      [($0.closeDay, $0.personnel), ($0.untilDay - TimeGrid.tolerance, -$0.personnel)]
    }
    var inPlace = 0.0
    var highest = 0.0
    for (_, change) in changes.sorted(by: { $0 < $1 }) {
      inPlace += change
      highest = max(highest, inPlace)
    }
    return highest
  }
}
