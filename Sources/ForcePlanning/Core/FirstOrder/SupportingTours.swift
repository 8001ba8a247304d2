import ForceModel

extension ColumnSearch {
  /// For each requirement the tours that would serve it first if its price rose or fell.
  ///
  /// The best tours of each pledge are not enough: where a requirement's price is too high, no pledge wants to serve
  /// it, the pool has no tour to it, and nothing holds its price as it falls until all want to at once. These tours
  /// hold it where it belongs.
  ///
  /// - Parameter count: Tours for each requirement, at most.
  /// - Returns: Tours in the order of requirements, those first that need the smallest change of the price.
  /// - Complexity: O(routes x periods + requirements x count x log count) as `bestTours`.
  func supportingTours(perRequirement count: Int) -> [Tour] {
    let pledges = network.pledges.count
    let parts = inParallel(Self.supportParts, threads: threads) { part in
      supporters(
        of: pledges * part / Self.supportParts..<pledges * (part + 1) / Self.supportParts,
        perRequirement: count)
    }
    return network.model.requirements.indices.flatMap { requirement in
      var supporters = parts[0][requirement]
      for part in parts.dropFirst() { supporters.add(part[requirement]) }
      return supporters.first(count)
    }
  }

  /// A number of its own, so that what is found does not hang on the number of threads.
  private static let supportParts = 4

  /// Indexed by requirement.
  private func supporters(of pledges: Range<Int>, perRequirement count: Int) -> [Supporters] {
    var found = Array(repeating: Supporters(), count: network.model.requirements.count)
    for pledge in pledges {
      for priced in bestTours(of: pledge) {
        guard let (requirement, strength) = served(by: priced.tour) else { continue }
        found[requirement].add(
          Supporter(change: priced.reducedCost / strength, tour: priced.tour), keeping: count)
      }
    }
    return found
  }

  /// The requirement that a tour serves first, and strength x days that it gives to it.
  private func served(by tour: Tour) -> (requirement: Int, strength: Double)? {
    let services = network.services
    let service = services.index(of: tour.contribution, at: tour.crisis)
    var served: Int?
    var strength = 0.0
    for period in tour.first...tour.last {
      guard let use = services.defaultUse(of: service, period: period).map({ services.use($0) }),
        served == nil || served == use.requirement
      else { continue }
      served = use.requirement
      strength += use.strength * network.grid.days(period)
    }
    return served.map { ($0, strength * services.factor(of: tour.contribution)) }
  }
}

/// A tour, and by how much the price of the requirement that it serves has to fall before it pays.
private struct Supporter {
  let change: Double
  let tour: Tour

  func isBefore(_ other: Supporter) -> Bool {
    (change, tour.contribution, tour.option, tour.crisis, tour.first)
      < (
        other.change, other.tour.contribution, other.tour.option, other.tour.crisis,
        other.tour.first
      )
  }
}

/// Tours that one requirement is served by, the first of them known at any time.
private struct Supporters: Sendable {
  private var all: [Supporter] = []
  /// Those that do not come before this one need not be kept.
  private var last: Supporter?

  mutating func add(_ supporter: Supporter, keeping count: Int) {
    if let last, !supporter.isBefore(last) { return }
    all.append(supporter)
    if all.count == 2 * count {
      all.sort { $0.isBefore($1) }
      all.removeLast(count)
      last = all[count - 1]
    }
  }

  mutating func add(_ others: Supporters) { all += others.all }

  func first(_ count: Int) -> [Tour] {
    all.sorted { $0.isBefore($1) }.prefix(count).map(\.tour)
  }
}
