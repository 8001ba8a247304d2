import ForceModel

/// The sums of prices that scans of routes read, each family in one row of numbers.
///
/// Nothing is written once they are made, so any number of threads may read.
struct PriceSums: @unchecked Sendable {
  /// Running sums of supply prices, by contribution x (periods + 1) + period.
  private let supply: Numbers<Double>
  /// Running sums of the best task's value, by service x (periods + 1) + period; times the factor of
  /// a pledge they are those of one unit.
  let tasks: Numbers<Double>
  /// Running sums of the prices that one person in place meets, by (contributor x crises + crisis)
  /// x (periods + 1) + period; nil where no share is capped.
  private let presence: Numbers<Double>?
  /// Prices of lift, by pool x periods + period.
  private let lift: Numbers<Double>
  /// The price of a person's day in a member's burden, by contributor.
  private let burden: Numbers<Double>
  /// First days of the periods, and the horizon.
  private let boundaries: Numbers<Double>
  /// By transit x periods + first period in place.
  private let departures: Numbers<Int16>
  /// By transit x periods + last period in place.
  private let lastHeld: Numbers<Int16>
  /// All of them as places to read.
  let places: Places

  /// The families as places to read; valid as long as the sums live.
  struct Places {
    let supply: UnsafePointer<Double>
    let tasks: UnsafePointer<Double>
    let presence: UnsafePointer<Double>?
    let lift: UnsafePointer<Double>
    let burden: UnsafePointer<Double>
    let boundaries: UnsafePointer<Double>
    let departures: UnsafePointer<Int16>
    let lastHeld: UnsafePointer<Int16>
    let periods: Int
    let crises: Int
    let returnIsCharged: Bool
  }

  /// Arranges prices; `tasks` are the running sums of the best task's value.
  ///
  /// - Complexity: O((contributions + transits + members x crises) x periods).
  init(network: DeploymentNetwork, layout: RowLayout, prices: RowPrices, tasks: [Double]) {
    let model = network.model
    let periods = network.grid.count
    supply = Numbers(Self.supplySums(network: network, layout: layout, prices: prices))
    self.tasks = Numbers(tasks)
    presence =
      layout.hasShares
      ? Numbers(Self.presenceSums(network: network, layout: layout, prices: prices)) : nil
    lift = Numbers(
      layout.lift.flatMap { row in
        (0..<periods).map { period in row.map { prices.values[$0 + period] } ?? 0 }
      })
    burden = Numbers(
      zip(model.contributors, layout.burden).map { member, row in
        row.map { prices.values[$0] / member.burdenWeight } ?? 0
      })
    boundaries = Numbers(network.grid.boundaries)
    departures = Numbers(network.holds.departures)
    lastHeld = Numbers(network.holds.lastHeld)
    places = Places(
      supply: supply.base, tasks: self.tasks.base, presence: presence?.base, lift: lift.base,
      burden: burden.base, boundaries: boundaries.base, departures: departures.base,
      lastHeld: lastHeld.base, periods: periods, crises: layout.crisisCount,
      returnIsCharged: model.policy.chargeReturnLift)
  }

  private static func supplySums(
    network: DeploymentNetwork, layout: RowLayout, prices: RowPrices
  ) -> [Double] {
    let periods = network.grid.count
    var sums: [Double] = []
    sums.reserveCapacity(network.model.contributions.count * (periods + 1))
    for contribution in network.model.contributions.indices {
      var sum = 0.0
      sums.append(sum)
      for period in 0..<periods {
        if let base = layout.supply[contribution] { sum += prices.values[base + period] }
        sums.append(sum)
      }
    }
    return sums
  }

  private static func presenceSums(
    network: DeploymentNetwork, layout: RowLayout, prices: RowPrices
  ) -> [Double] {
    let model = network.model
    let periods = network.grid.count
    let crises = layout.crisisCount
    // What everyone in place earns because it lets the capped members send more.
    var gains = Array(repeating: 0.0, count: crises * periods)
    for (member, base) in layout.share.enumerated() {
      guard let base else { continue }
      let cap = model.shareCap(of: member / crises)
      for period in 0..<periods {
        gains[member % crises * periods + period] += cap * prices.values[base + period]
      }
    }
    var gainsOverall = Array(repeating: 0.0, count: periods)
    for base in layout.shareOverall.compactMap({ $0 }) {
      for period in 0..<periods {
        gainsOverall[period] += model.policy.shareCapOverall * prices.values[base + period]
      }
    }
    var sums: [Double] = []
    sums.reserveCapacity(layout.share.count * (periods + 1))
    for member in layout.share.indices {
      let bases = [layout.share[member], layout.shareOverall[member / crises]].compactMap { $0 }
      var sum = 0.0
      sums.append(sum)
      for period in 0..<periods {
        for base in bases { sum += prices.values[base + period] }
        sum -= gains[member % crises * periods + period] + gainsOverall[period]
        sums.append(sum)
      }
    }
    return sums
  }
}
