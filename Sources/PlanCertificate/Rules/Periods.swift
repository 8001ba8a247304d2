import ForceModel

/// The periods of the plan, derived anew (formulation.md, "Time grid").
struct Periods {
  /// Days closer than this are the same day.
  static let sameDay = 1e-9

  /// Ascending; period t is [boundaries[t], boundaries[t + 1]).
  let boundaries: [Double]

  init(of model: PlanningModel) {
    let horizon = model.policy.horizonDays
    let spacing = model.policy.gridDays
    let regular = spacing > 0 ? Array(stride(from: 1.0, to: horizon / spacing, by: 1)) : []
    let days =
      [0, horizon] + model.requirements.flatMap { [$0.from, $0.until] }
      + regular.map { $0 * spacing }
    boundaries = days.filter { $0 <= horizon + Self.sameDay }.sorted().reduce(into: []) {
      kept, day in
      if let last = kept.last, day <= last + Self.sameDay { return }
      kept.append(day)
    }
  }

  /// Number of periods.
  var count: Int { boundaries.count - 1 }

  /// First day of a period.
  func start(_ period: Int) -> Double { boundaries[period] }

  /// Day at which a period ends.
  func end(_ period: Int) -> Double { boundaries[period + 1] }

  /// Length of a period in days.
  func days(_ period: Int) -> Double { boundaries[period + 1] - boundaries[period] }

  /// Days from the start of one period to the end of another.
  func days(_ first: Int, through last: Int) -> Double { boundaries[last + 1] - boundaries[first] }

  /// Index of the first boundary on or after a day; their number where there is none.
  func firstBoundary(onOrAfter day: Double) -> Int {
    var low = 0
    var high = boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle] >= day - Self.sameDay { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The last period that begins on or before a day and so contains it, where the day is in [0, horizon).
  func period(containing day: Double) -> Int {
    let next = firstBoundary(onOrAfter: day)
    let isBoundary = next < boundaries.count && boundaries[next] <= day + Self.sameDay
    return max(0, isBoundary ? next : next - 1)
  }

  /// The last period that begins before a day, up to the last one of the plan.
  func lastPeriod(beginningBefore day: Double) -> Int {
    min(firstBoundary(onOrAfter: day), count) - 1
  }

  /// The periods from one written day to another, where both are boundaries.
  ///
  /// Days in a plan are rounded, so they may differ from a boundary by the plan's tolerance.
  func range(from: Double, until: Double) -> Range<Int>? {
    guard let first = boundary(near: from), let end = boundary(near: until), first < end else {
      return nil
    }
    return first..<end
  }

  private func boundary(near day: Double) -> Int? {
    guard day.isFinite else { return nil }
    let next = firstBoundary(onOrAfter: day)
    let nearest = [next - 1, next].filter(boundaries.indices.contains)
      .min { abs(boundaries[$0] - day) < abs(boundaries[$1] - day) }
    return nearest.flatMap { Tolerance.agree(day, boundaries[$0]) ? $0 : nil }
  }
}
