import ForceModel
import TextFormats

extension PlanPage {
  mutating func addShortfalls() {
    let stretches = ShortfallStretch.merged(plan.shortfalls)
    guard !stretches.isEmpty else {
      page.heading("Shortfalls")
      page.paragraph("None: every requirement is met in full.", first: "  ")
      return
    }
    let total = plan.shortfalls.reduce(0) { $0 + $1.weightedShortfall }
    page.heading(
      "Shortfalls: \(ReadableNumber.amount(total)) weighted person-days, the largest first")
    let shown = isVerbose ? stretches.count : Self.entriesShown
    for stretch in stretches.prefix(shown) {
      page.entry(sentence(stretch))
      if !stretch.reason.isEmpty {
        page.paragraph("Why: " + stretch.reason, first: "    ", indent: 6)
      }
    }
    if stretches.count > shown {
      let rest = stretches.dropFirst(shown)
      let weight = ReadableNumber.amount(rest.reduce(0) { $0 + $1.weightedShortfall })
      page.entry(
        "and \(rest.count) more, \(weight) weighted person-days; --verbose shows them.")
    }
  }

  private func sentence(_ stretch: ShortfallStretch) -> String {
    let least = ReadableNumber.amount(stretch.leastShortfall)
    let most = ReadableNumber.amount(stretch.mostShortfall)
    let short = least == most ? most : "\(least) to \(most)"
    let required = ReadableNumber.amount(stretch.required)
    return "\(stretch.requirement) (\(names.capability(stretch.capability)), "
      + "\(names.crisis(stretch.crisis))), \(Self.days(stretch.fromDay, stretch.untilDay)): "
      + "\(short) of \(required)\(names.unitSuffix(of: stretch.requirement)) short, "
      + "\(ReadableNumber.amount(stretch.weightedShortfall)) weighted person-days"
  }

  /// A half-open stretch of days in words.
  static func days(_ from: Double, _ until: Double) -> String {
    "days \(ReadableNumber.day(from)) to \(ReadableNumber.day(until))"
  }
}

/// Neighbouring shortfalls of one requirement for the same reason, read as one.
struct ShortfallStretch {
  let requirement: String
  let crisis: String
  let capability: String
  let reason: String
  let fromDay: Double
  var untilDay: Double
  var required: Double
  var leastShortfall: Double
  var mostShortfall: Double
  var weightedShortfall: Double

  /// The stretches of shortfalls that are sorted by (requirement, from day); the heaviest first.
  static func merged(_ shortfalls: [Shortfall]) -> [ShortfallStretch] {
    var stretches: [ShortfallStretch] = []
    for shortfall in shortfalls {
      if let last = stretches.last, last.requirement == shortfall.requirement,
        last.reason == shortfall.reason,
        abs(last.untilDay - shortfall.fromDay) <= TimeGrid.tolerance
      {
        stretches[stretches.count - 1].absorb(shortfall)
      } else {
        stretches.append(ShortfallStretch(shortfall))
      }
    }
    return stretches.enumerated().sorted {
      ($1.element.weightedShortfall, $0.offset) < ($0.element.weightedShortfall, $1.offset)
    }.map(\.element)
  }

  private init(_ shortfall: Shortfall) {
    requirement = shortfall.requirement
    crisis = shortfall.crisis
    capability = shortfall.capability
    reason = shortfall.reason
    fromDay = shortfall.fromDay
    untilDay = shortfall.untilDay
    required = shortfall.required
    leastShortfall = shortfall.shortfall
    mostShortfall = shortfall.shortfall
    weightedShortfall = shortfall.weightedShortfall
  }

  private mutating func absorb(_ next: Shortfall) {
    untilDay = next.untilDay
    required = max(required, next.required)
    leastShortfall = min(leastShortfall, next.shortfall)
    mostShortfall = max(mostShortfall, next.shortfall)
    weightedShortfall += next.weightedShortfall
  }
}
