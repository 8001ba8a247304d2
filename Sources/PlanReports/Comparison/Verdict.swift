import ForceModel

/// Which of several plans is best by the goals in their order, and where the difference comes from.
struct Verdict {
  /// Goals nearer than this part of their value are alike: proofs reach no further.
  private static let tolerance = 1e-6
  /// Variants of which is said how much worse they are.
  private static let worseShown = 5

  let comparison: Comparison
  let names: DisplayNames

  /// Sentences: the best plan, why, and what the words do not say.
  var sentences: [String] {
    guard let first = ranking.first else { return ["No plan can be compared."] }
    guard let best else {
      return ["No variant is better than \(comparison.base) by the goals in their order."] + worse
    }
    return ["\(best) is the best by the goals in their order."] + decisive(first) + reasons(best)
  }

  /// The best plans that keep every limit, the best one first, in standings of the base and its variants; ties as they
  /// were named, the base before all.
  private let ranking: [VariantStanding]
  private let baseGoals: [GoalDifference]

  init(comparison: Comparison, names: DisplayNames) {
    self.comparison = comparison
    self.names = names
    baseGoals = comparison.goals.filter { $0.variant == comparison.base }
    let goals = baseGoals.map(\.name)
    ranking = ([comparison.baseStanding] + comparison.standings)
      .filter { $0.status != .infeasible && $0.status != .invalid }
      .enumerated().sorted { one, other in
        for goal in goals {
          let (first, second) = (one.element.value(of: goal), other.element.value(of: goal))
          if Self.differ(first, second) { return first < second }
        }
        return one.offset < other.offset
      }.prefix(1 + Self.worseShown).map(\.element)
  }

  /// The variant whose lines say why it is the best; nil: the base is.
  var best: String? {
    ranking.first.flatMap { $0.name == comparison.base ? nil : $0.name }
  }

  private static func differ(_ one: Double, _ other: Double) -> Bool {
    one != other && abs(one - other) > tolerance * max(1, min(abs(one), abs(other)))
  }

  /// The first goal in which a plan differs from the base.
  private func decisive(_ variant: VariantStanding) -> [String] {
    for goal in baseGoals {
      let value = variant.value(of: goal.name)
      guard Self.differ(value, goal.value) else { continue }
      let part = goal.value != 0 ? SignedChange.percent((value - goal.value) / goal.value) : ""
      return [
        "Its \(goal.name) is \(PlanPage.figure(value)) instead of \(PlanPage.figure(goal.value)) "
          + goal.unit + (part.isEmpty ? "." : " (\(part)).")
      ]
    }
    return []
  }

  /// Where a plan lacks less than the base, and what it changes in the inputs.
  private func reasons(_ variant: String) -> [String] {
    var sentences: [String] = []
    let gains = comparison.crises.filter { $0.variant == variant && $0.difference < -1e-6 }
      .sorted { ($0.difference, $0.crisis) < ($1.difference, $1.crisis) }
    if !gains.isEmpty {
      let places = gains.prefix(3).map { line in
        "\(names.capability(line.capability)) at \(names.crisis(line.crisis)) "
          + "(\(PlanPage.figure(-line.difference)) less)"
      }
      sentences.append("It lacks less mainly of " + places.joined(separator: ", ") + ".")
    }
    let changes = InputDifference.summary(of: comparison.inputs.filter { $0.variant == variant })
    if !changes.isEmpty { sentences.append("What it changes in the inputs: \(changes).") }
    return sentences
  }

  /// How much worse each variant is, the least first.
  private var worse: [String] {
    ranking.dropFirst().map { variant in
      decisive(variant).first.map { "\(variant.name): " + $0 }
        ?? "\(variant.name) is as good in every goal."
    }
  }
}
