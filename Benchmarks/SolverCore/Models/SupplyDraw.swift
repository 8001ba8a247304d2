import ForceModel

/// Members, their bases and their pledges.
struct SupplyDraw {
  /// Members, the largest one first.
  private(set) var contributors: [Contributor] = []
  /// Bases, some for each member.
  private(set) var bases: [Location] = []
  /// Pledges.
  private(set) var contributions: [Contribution] = []

  /// Bases of each member, indices into `bases`.
  private var basesOfMember: [[Int]] = []

  /// Caps on the shares of the largest members, largest member first.
  private static let shareCaps = [0.25, 0.3, 0.4]

  init(_ size: BenchmarkModel) {
    var random = SeededRandom(seed: size.seed, stream: size.rung + " supply")
    // Zipf's law with some scatter: the largest member pledges about a third of the whole.
    let weights = (1...size.contributorCount).map {
      random.logNormal(median: 1 / Double($0), spread: 0.2)
    }.sorted(by: >)
    drawMembers(size, weights: weights)
    drawBases(size, weights: weights, random: &random)
    drawPledges(size, weights: weights, random: &random)
  }

  private mutating func drawMembers(_ size: BenchmarkModel, weights: [Double]) {
    for number in 0..<size.contributorCount {
      contributors.append(
        Contributor(
          id: numbered("m", number + 1, of: size.contributorCount),
          name: "Member \(number + 1)",
          burdenWeight: (100 * weights[number]).rounded() / 100,
          shareCap: Self.shareCaps.indices.contains(number) ? Self.shareCaps[number] : nil))
    }
  }

  private mutating func drawBases(
    _ size: BenchmarkModel, weights: [Double], random: inout SeededRandom
  ) {
    let total = max(2 * size.contributorCount, size.contributionCount / 6)
    var members = Array(0..<size.contributorCount)
    while members.count < total { members.append(random.index(weights: weights)) }
    basesOfMember = Array(repeating: [], count: size.contributorCount)
    for (number, member) in members.sorted().enumerated() {
      let homeland = Region.homelands[member]
      let town = random.element(of: homeland.towns)
      basesOfMember[member].append(bases.count)
      bases.append(
        Location(
          id: numbered("base", number + 1, of: total), near: town, scatter: 0.8,
          country: homeland.country, random: &random))
    }
  }

  private mutating func drawPledges(
    _ size: BenchmarkModel, weights: [Double], random: inout SeededRandom
  ) {
    let kinds = CapabilityCatalogue.kinds
    for number in 0..<size.contributionCount {
      // Every member pledges something.
      let member =
        number < size.contributorCount ? number : random.index(weights: weights)
      let kind = random.index(weights: kinds.map(\.pledged))
      let capability = kinds[kind].capability
      let personnel = Self.personnel(of: capability, random: &random)
      let verified = [1, 1, 0.9, 0.75, 0.5][random.index(weights: [30, 20, 20, 18, 12])]
      let expected = (100 * verified * random.uniform(0.8, 1)).rounded() / 100
      contributions.append(
        Contribution(
          id: numbered("p", number + 1, of: size.contributionCount), contributor: member,
          capability: kind, base: random.element(of: basesOfMember[member]),
          units: max(1, min(12, random.logNormal(median: 2.5, spread: 0.7).rounded())),
          personnel: personnel,
          tonnes: (10 * capability.tonnes * personnel / capability.personnel).rounded() / 10,
          noticeToMove: Self.notice(of: capability.category, random: &random),
          verified: verified, expected: expected,
          maximumTour: random.chance(0.6)
            ? [30, 45, 60, 90, 120][random.index(weights: [15, 20, 30, 25, 10])] : nil,
          dwellRatio: random.chance(0.5) ? random.element(of: [0.5, 1, 1, 2]) : 0,
          dailyCost: (personnel * random.uniform(60, 150)).rounded()))
    }
  }

  /// Seven in ten units have the size of their kind; the others differ by up to a third.
  private static func personnel(of capability: Capability, random: inout SeededRandom) -> Double {
    guard random.chance(0.3) else { return capability.personnel }
    let step = capability.personnel < 50 ? 5.0 : 10.0
    return max(step, step * (capability.personnel * random.uniform(0.67, 1.33) / step).rounded())
  }

  /// Days of notice: units that stand ready, units that are called up, units that must be formed.
  private static func notice(of category: ForceCategory, random: inout SeededRandom) -> Double {
    let weights: [Double] =
      switch category {
      case .rapidReaction: [70, 25, 5]
      case .police: [20, 55, 25]
      case .peacekeeping: [10, 45, 45]
      case .support: [15, 45, 40]
      }
    let range = [1...3, 5...10, 14...30][random.index(weights: weights)]
    return Double(random.integer(range))
  }
}

extension Location {
  /// A place scattered around a town, within the region.
  ///
  /// `scatter` is the standard deviation in degrees.
  init(
    id: String, near town: Region.Town, scatter: Double, country: String,
    random: inout SeededRandom
  ) {
    let latitude = random.normal(mean: town.latitude, deviation: scatter)
    let longitude = random.normal(mean: town.longitude, deviation: scatter)
    self.init(
      id: id, name: "near \(town.name)", latitude: Self.clamped(latitude, to: Region.latitudes),
      longitude: Self.clamped(longitude, to: Region.longitudes), country: country)
  }

  private static func clamped(_ degrees: Double, to range: ClosedRange<Double>) -> Double {
    let rounded = (1000 * degrees).rounded() / 1000
    return min(max(rounded, range.lowerBound), range.upperBound)
  }
}
