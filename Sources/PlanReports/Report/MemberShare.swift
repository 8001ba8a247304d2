import ForceModel

/// The largest part of the personnel in place that is one member's, at one crisis or over all of them.
struct MemberShare {
  let contributor: String
  /// 0...1, in the period in which it is largest.
  let largest: Double

  /// The shares of members that have somebody in place, the largest first.
  ///
  /// As for the caps, a unit counts in a period if it is in place during all of it.
  /// - Complexity: O(deployments x periods).
  static func all(in deployments: [Deployment], over grid: TimeGrid) -> [MemberShare] {
    var largest: [String: Double] = [:]
    for period in 0..<grid.count {
      let here = deployments.filter {
        $0.closeDay <= grid.start(period) + TimeGrid.tolerance
          && $0.untilDay >= grid.end(period) - TimeGrid.tolerance
      }
      let total = here.reduce(0) { $0 + $1.personnel }
      guard total > 0 else { continue }
      var own: [String: Double] = [:]
      for deployment in here { own[deployment.contributor, default: 0] += deployment.personnel }
      largest.merge(own.mapValues { $0 / total }, uniquingKeysWith: max)
    }
    return largest.map { MemberShare(contributor: $0.key, largest: $0.value) }
      .sorted { ($1.largest, $0.contributor) < ($0.largest, $1.contributor) }
  }
}
