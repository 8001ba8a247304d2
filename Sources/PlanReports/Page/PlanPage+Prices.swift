import ForceModel
import TextFormats

extension PlanPage {
  /// Limits of a kind that are shown unless the planner wants more.
  private static let limitsShown: [(kind: PriceKind, count: Int)] = [
    (.supply, 3), (.lift, 2), (.share, 2),
  ]

  /// The limits whose loosening would help most, each with its best stretch of days, in sentences.
  ///
  /// A goal's optimum is convex in its limits, so a price bounds what one more unit saves from above;
  /// it is what is saved where the price's range goes on beyond the limit at hand.
  ///
  /// Prices of requirements are left out: they say what asking for more would cost, and are no lever.
  /// So is what rounds to nothing.
  /// One goal is priced at a time: the first that has a price.
  mutating func addPrices() {
    let levers = plan.prices.holdingTogether.filter { $0.kind != .requirement && $0.price > 0 }
    guard let level = levers.map(\.level).min(),
      let goal = plan.goals.first(where: { $0.level == level })
    else {
      page.heading("What one more would be worth")
      page.paragraph(
        plan.status == .limit
          ? "Not known: planning was stopped before prices were found."
          : "Nothing: no pledge, lift pool or share cap stands in the way.", first: "  ")
      return
    }
    page.heading("What one more would be worth (goal \(level), \(goal.name))")
    let stretches = PriceStretch.merged(levers.filter { $0.level == level })
    for (kind, count) in Self.limitsShown {
      let own = stretches.filter { $0.kind == kind && $0.worth >= 0.005 }
      for stretch in isVerbose ? own : Array(PriceStretch.best(of: own).prefix(count)) {
        page.entry(names.sentence(stretch, unit: goal.unit))
      }
    }
    page.paragraph(
      "One more saves at most its price, and less where another limit is met first; prices.csv "
        + "gives the range in which each price holds and, where that ends at the limit itself, the price "
        + "on the other side.", first: "  ")
  }
}

extension DisplayNames {
  /// What one more of a limit would save, in a sentence.
  func sentence(_ stretch: PriceStretch, unit: String) -> String {
    let days = PlanPage.days(stretch.fromDay, stretch.untilDay)
    let more =
      switch stretch.kind {
      case .supply: "One more unit of \(stretch.subject) on \(days)"
      case .lift: "One more asset-day of \(stretch.subject) on \(days)"
      case .share, .requirement: "One more person of \(shareSubject(stretch.subject)) on \(days)"
      }
    return "\(more) would save up to \(ReadableNumber.amount(stretch.worth)) \(unit)."
  }

  /// `contributor@crisis` or `contributor` in words.
  func shareSubject(_ subject: String) -> String {
    let parts = subject.split(separator: "@", maxSplits: 1).map(String.init)
    let member = contributor(parts.first ?? subject)
    guard parts.count == 2 else { return "\(member) above its share of the whole force" }
    return "\(member) above its share at \(crisis(parts[1]))"
  }
}

/// Prices of one limit in neighbouring periods, read as one.
struct PriceStretch {
  let kind: PriceKind
  let subject: String
  let fromDay: Double
  var untilDay: Double
  /// What one more is worth: over all the days for a unit or a person, which stays that long; in the
  /// best period for an asset-day, which is used up in one.
  var worth: Double

  /// The stretches of prices that are sorted by (kind, subject, from day); the highest worth first.
  static func merged(_ prices: [Price]) -> [PriceStretch] {
    var stretches: [PriceStretch] = []
    for price in prices {
      if let last = stretches.last, last.kind == price.kind, last.subject == price.subject,
        abs(last.untilDay - price.fromDay) <= TimeGrid.tolerance
      {
        stretches[stretches.count - 1].absorb(price)
      } else {
        stretches.append(
          PriceStretch(
            kind: price.kind, subject: price.subject, fromDay: price.fromDay,
            untilDay: price.untilDay, worth: price.price))
      }
    }
    return stretches.enumerated().sorted {
      ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset)
    }.map(\.element)
  }

  /// The first stretch of each subject.
  static func best(of stretches: [PriceStretch]) -> [PriceStretch] {
    var seen: Set<String> = []
    return stretches.filter { seen.insert($0.subject).inserted }
  }

  private mutating func absorb(_ next: Price) {
    untilDay = next.untilDay
    if kind == .lift {
      worth = max(worth, next.price)
    } else {
      worth += next.price
    }
  }
}
