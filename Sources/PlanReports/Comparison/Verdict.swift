import ForceModel

/// Which of several plans is best by the goals in their order, and where the difference comes from.
struct Verdict {
  /// Goals nearer than this part of their value are alike: proofs reach no further.
  private static let tolerance = 1e-6

  let comparison: Comparison
  let names: DisplayNames

  /// Sentences: the best plan, why, and what the words do not say.
  var sentences: [String] {
    let ranked = ranking
    guard let best = ranked.first else { return ["No plan can be compared."] }
    guard best != comparison.base else {
      return ["No variant is better than \(comparison.base) by the goals in their order."] + worse
    }
    var sentences = ["\(best) is the best by the goals in their order."]
    sentences += decisive(best)
    sentences += reasons(best)
    return sentences
  }

  /// Plans that keep every limit, the best first; ties as they were named, the base before all.
  private var ranking: [String] {
    let usable = comparison.measures.filter { $0.status != .infeasible && $0.status != .invalid }
    return usable.map(\.variant).enumerated().sorted { one, other in
      for goal in goals(of: comparison.base) {
        let first = value(goal, of: one.element)
        let second = value(goal, of: other.element)
        if differ(first, second) { return first < second }
      }
      return one.offset < other.offset
    }.map(\.element)
  }

  private func goals(of variant: String) -> [GoalDifference] {
    comparison.goals.filter { $0.variant == variant }
  }

  /// A goal of the base in another plan; without bound where it is no goal there.
  private func value(_ goal: GoalDifference, of variant: String) -> Double {
    goals(of: variant).first { $0.name == goal.name && $0.unit == goal.unit }?.value ?? .infinity
  }

  private func differ(_ one: Double, _ other: Double) -> Bool {
    one != other && abs(one - other) > Self.tolerance * max(1, min(abs(one), abs(other)))
  }

  /// The first goal in which a plan differs from the base.
  private func decisive(_ variant: String) -> [String] {
    for goal in goals(of: comparison.base) {
      let value = value(goal, of: variant)
      guard differ(value, goal.value) else { continue }
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
    ranking.dropFirst().prefix(5).map { variant in
      decisive(variant).first.map { "\(variant): " + $0 }
        ?? "\(variant) is as good in every goal."
    }
  }
}
