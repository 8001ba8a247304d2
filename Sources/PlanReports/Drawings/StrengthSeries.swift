import ForceModel

/// Strength of one class of units at one crisis over days: what is required and what of it is there.
struct StrengthSeries {
  /// A stretch of days on which nothing changes.
  struct Stretch {
    let fromDay: Double
    var untilDay: Double
    let required: Double
    let missing: Double
    var inPlace: Double { max(0, required - missing) }
  }

  let category: ForceCategory
  /// What strength counts.
  let unit: RequirementUnit
  /// Stretches on which something is required, in order.
  let stretches: [Stretch]

  /// The largest strength required.
  var most: Double { stretches.map(\.required).max() ?? 0 }

  /// The series of a crisis, one for each class and unit that it requires.
  ///
  /// - Complexity: O(n squared) in the number of the crisis's requirements and shortfalls.
  static func all(at crisis: String, in plan: Plan, for model: PlanningModel) -> [StrengthSeries] {
    let needs = model.requirements.filter { model.crises[$0.crisis].id == crisis }
    let shortfalls = plan.shortfalls.filter { $0.crisis == crisis }
    return ForceCategory.allCases.flatMap { category in
      RequirementUnit.allCases.compactMap { unit -> StrengthSeries? in
        let own = needs.filter {
          $0.unit == unit && model.capabilities[$0.capability].category == category
        }
        guard !own.isEmpty else { return nil }
        let names = Set(own.map(\.id))
        let missing = shortfalls.filter { names.contains($0.requirement) }
        return StrengthSeries(
          category: category, unit: unit, stretches: stretches(of: own, missing: missing))
      }
    }
  }

  private static func stretches(
    of needs: [ForceRequirement], missing: [Shortfall]
  ) -> [Stretch] {
    let days = Set(
      needs.flatMap { [$0.from, $0.until] } + missing.flatMap { [$0.fromDay, $0.untilDay] }
    ).sorted()
    var stretches: [Stretch] = []
    for (from, until) in zip(days, days.dropFirst()) where until - from > TimeGrid.tolerance {
      let middle = (from + until) / 2
      let open = needs.filter { $0.from <= middle && middle < $0.until }
      guard !open.isEmpty else { continue }
      let stretch = Stretch(
        fromDay: from, untilDay: until, required: open.reduce(0) { $0 + $1.quantity },
        missing: missing.filter { $0.fromDay <= middle && middle < $0.untilDay }
          .reduce(0) { $0 + $1.shortfall })
      if let last = stretches.last, last.untilDay == from, last.required == stretch.required,
        last.missing == stretch.missing
      {
        stretches[stretches.count - 1].untilDay = until
      } else {
        stretches.append(stretch)
      }
    }
    return stretches
  }
}
