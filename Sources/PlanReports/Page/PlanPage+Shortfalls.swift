import ForceModel
import TextFormats

extension PlanPage {
  /// Shortfalls that are shown unless the planner wants more.
  private static let shortfallsShown = 5

  mutating func addShortfalls() {
    let stretches = ShortfallStretch.merged(plan.shortfalls, acrossReasons: !isVerbose)
    guard !stretches.isEmpty else {
      page.heading("Shortfalls")
      page.paragraph("None: every requirement is met in full.", first: "  ")
      return
    }
    let total = plan.shortfalls.reduce(0) { $0 + $1.weightedShortfall }
    page.heading(
      "Shortfalls: \(ReadableNumber.amount(total)) weighted person-days, the largest first")
    let shown = isVerbose ? stretches.count : Self.shortfallsShown
    for stretch in stretches.prefix(shown) {
      page.entry(names.sentence(stretch))
      addReason(of: stretch)
    }
    if stretches.count > shown {
      let rest = stretches.dropFirst(shown)
      let weight = ReadableNumber.amount(rest.reduce(0) { $0 + $1.weightedShortfall })
      page.entry(
        "and \(rest.count) more, \(weight) weighted person-days; --verbose shows them.")
    }
  }

  private mutating func addReason(of stretch: ShortfallStretch) {
    let worst = stretch.worst
    // Where planning was stopped, strength may be missing for no reason but that.
    guard !worst.reason.isEmpty, plan.status != .limit else { return }
    let when = stretch.hasOtherReasons ? ", on \(Self.days(worst.fromDay, worst.untilDay))" : ""
    page.paragraph("Why\(when): \(worst.reason)", first: "    ", indent: 6)
  }

  /// A half-open stretch of days in words.
  static func days(_ from: Double, _ until: Double) -> String {
    "days \(ReadableNumber.day(from)) to \(ReadableNumber.day(until))"
  }
}

extension DisplayNames {
  /// What is missing of one requirement, in a sentence.
  func sentence(_ stretch: ShortfallStretch) -> String {
    "\(stretch.requirement) (\(capability(stretch.capability)), \(crisis(stretch.crisis))), "
      + "\(PlanPage.days(stretch.fromDay, stretch.untilDay)): \(short(stretch)) short, "
      + "\(ReadableNumber.amount(stretch.weightedShortfall)) weighted person-days"
  }

  /// How much of what is required is missing, as `100 to 200 of 300 personnel`.
  func short(_ stretch: ShortfallStretch) -> String {
    let least = ReadableNumber.amount(stretch.leastShortfall)
    let most = ReadableNumber.amount(stretch.mostShortfall)
    let required = ReadableNumber.amount(stretch.required)
    return "\(least == most ? most : "\(least) to \(most)") of \(required)"
      + unitSuffix(of: stretch.requirement)
  }
}

/// Neighbouring shortfalls of one requirement, read as one.
struct ShortfallStretch {
  let requirement: String
  let crisis: String
  let capability: String
  let fromDay: Double
  private(set) var untilDay: Double
  private(set) var required: Double
  private(set) var leastShortfall: Double
  private(set) var mostShortfall: Double
  private(set) var weightedShortfall: Double
  /// The shortfall that weighs most, whose reason stands for all.
  private(set) var worst: Shortfall
  /// Whether others have other reasons.
  private(set) var hasOtherReasons = false

  /// The stretches of shortfalls that are sorted by (requirement, from day), the heaviest first.
  ///
  /// Shortfalls with different reasons are read as one only where `acrossReasons` says so.
  static func merged(_ shortfalls: [Shortfall], acrossReasons: Bool) -> [ShortfallStretch] {
    var stretches: [ShortfallStretch] = []
    for shortfall in shortfalls {
      if let last = stretches.last, last.requirement == shortfall.requirement,
        abs(last.untilDay - shortfall.fromDay) <= TimeGrid.tolerance,
        acrossReasons || last.worst.reason == shortfall.reason
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
    fromDay = shortfall.fromDay
    untilDay = shortfall.untilDay
    required = shortfall.required
    leastShortfall = shortfall.shortfall
    mostShortfall = shortfall.shortfall
    weightedShortfall = shortfall.weightedShortfall
    worst = shortfall
  }

  private mutating func absorb(_ next: Shortfall) {
    untilDay = next.untilDay
    required = max(required, next.required)
    leastShortfall = min(leastShortfall, next.shortfall)
    mostShortfall = max(mostShortfall, next.shortfall)
    weightedShortfall += next.weightedShortfall
    hasOtherReasons = hasOtherReasons || next.reason != worst.reason
    if next.weightedShortfall > worst.weightedShortfall { worst = next }
  }
}
