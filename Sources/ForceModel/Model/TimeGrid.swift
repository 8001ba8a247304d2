/// The periods of a plan: consecutive half-open day intervals that cover [0, horizon)
/// (formulation.md, "Time grid").
///
/// Boundaries are day 0, the horizon, the first and last day of every requirement and every multiple
/// of the policy's `gridDays`. Boundaries closer than `TimeGrid.tolerance` count as one.
public struct TimeGrid: Sendable, Equatable {
  /// Days closer than this are the same day.
  public static let tolerance = 1e-9

  /// Boundaries in ascending order; period t is [boundaries[t], boundaries[t + 1]).
  public let boundaries: [Double]

  /// Creates the grid of a model.
  public init(policy: Policy, requirements: [ForceRequirement]) {
    let horizon = policy.horizonDays
    var days = [0, horizon]
    for requirement in requirements {
      days.append(requirement.from)
      days.append(requirement.until)
    }
    var multiple = 1.0
    while multiple * policy.gridDays < horizon {
      days.append(multiple * policy.gridDays)
      multiple += 1
    }
    var kept: [Double] = []
    for day in days.sorted() where day <= horizon + Self.tolerance {
      if let last = kept.last, day - last <= Self.tolerance { continue }
      kept.append(day)
    }
    boundaries = kept
  }

  /// Number of periods.
  public var count: Int { boundaries.count - 1 }

  /// First day of a period.
  public func start(_ period: Int) -> Double { boundaries[period] }

  /// Day at which a period ends.
  public func end(_ period: Int) -> Double { boundaries[period + 1] }

  /// Length of a period in days.
  public func days(_ period: Int) -> Double { boundaries[period + 1] - boundaries[period] }

  /// The index of the boundary at a day; nil where the day is no boundary.
  ///
  /// - Complexity: O(log periods).
  public func boundary(at day: Double) -> Int? {
    let index = firstBoundary(notBefore: day)
    guard index < boundaries.count else { return nil }
    return abs(boundaries[index] - day) <= Self.tolerance ? index : nil
  }

  /// The index of the first boundary that is not before a day; their number where there is none.
  ///
  /// - Complexity: O(log periods).
  public func firstBoundary(notBefore day: Double) -> Int {
    var low = 0
    var high = boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle] < day - Self.tolerance { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The period that contains a day in [0, horizon).
  ///
  /// - Complexity: O(log periods).
  public func period(containing day: Double) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle + 1] <= day + Self.tolerance { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
