import ForceModel
import LinearProgramming

/// The rows of a first-order run, and the sums over periods by which tours meet them.
///
/// Rows have the numbers of the layout up to the retasking rows; those are kept only for cells, the
/// services and periods in which units have a choice of tasks.
///
/// Several threads gather and spread at a time, each a section of its own.
final class FirstOrderRows: @unchecked Sendable {
  private let network: DeploymentNetwork
  private let layout: RowLayout
  private let periods: Int
  /// Number of rows.
  let count: Int
  /// What each row may use.
  let limits: Numbers<Double>
  /// The size of a typical coefficient for one person in each row: what the rows are scaled by.
  let units: Numbers<Double>
  /// Number of the first row of lift.
  let firstLift: Int
  /// What tours use, in parts that are filled at the same time.
  let flows: [TourFlows]
  /// How many of the parts are filled.
  var partsInUse = 1
  /// What tours meet between two boundaries of the time grid is the difference of two of these: by
  /// contribution, by service, and by contributor x crises + crisis, each x (periods + 1) + boundary.
  let supply: Numbers<Double>
  let place: Numbers<Double>
  let presence: Numbers<Double>
  /// Persons in place, by (contributor x crises + crisis) x (periods + 1) + period.
  private let persons: Numbers<Double>
  /// Use of each row.
  let activity: Numbers<Double>
  /// Changes of task that units have a choice of.
  let changes: [TaskChange]

  /// A change of task in one period, for one person (or unit) of a service.
  struct TaskChange {
    let retasking: Retasking
    /// The row of the cell.
    let cell: Int
    /// The requirement rows that gain and lose strength.
    let served: Int
    let left: Int
    let strengthServed: Double
    let strengthLeft: Double
  }

  /// What the units of a service do in a period.
  private struct Post {
    /// The requirement row of the default task; -1: none is active.
    var requirement: Int32 = -1
    /// The row of the cell; -1: there is no choice.
    var cell: Int32 = -1
    var strength = 0.0
  }
  /// By service x periods + period.
  private let posts: Numbers<Post>
  /// A crisis: tours to it are in place in some of its periods, and in no others.
  private struct Place {
    var periods: Range<Int>
    /// Services that can meet something there.
    var services: [Int] = []
    var requirements: [Int] = []
    /// Members with capped shares there.
    var caps: [Cap] = []
  }
  private struct Cap {
    let contributor: Int
    let row: Int
    let cap: Double
  }
  /// By crisis.
  private let places: [Place]
  private let overallCaps: [Cap]
  private let members: Int
  private let crises: Int
  private let threads: Int

  /// Parts in which the use of tours is entered: a number of its own, so that sums are the same with any
  /// number of threads.
  static let parts = 2

  /// A part of what is gathered and spread: no two have a sum or a row in common.
  private struct Section: Sendable {
    let pledges: Range<Int>
    let crises: Range<Int>
    /// Indices into `changes`.
    let changes: Range<Int>
    /// Rows of cells.
    let cells: Range<Int>
  }
  /// All that is gathered and spread.
  private let sections: [Section]

  init(network: DeploymentNetwork, layout: RowLayout, threads: Int = 1) {
    self.network = network
    self.layout = layout
    self.threads = threads
    let periods = network.grid.count
    self.periods = periods
    let model = network.model
    members = model.contributors.count
    crises = model.crises.count
    let table = network.services
    let posts = Numbers(table.count * periods, of: Post())
    var places = Self.places(network: network, layout: layout)
    var changes: [TaskChange] = []
    var cells = 0
    // One past the changes and the cells of each crisis.
    var ends: [(changes: Int, cells: Int)] = []
    for crisis in places.indices {
      for kind in 0..<table.kindCount {
        let service = table.index(ofKind: kind, at: crisis)
        guard !table.useNumbers(of: service).isEmpty else { continue }
        places[crisis].services.append(service)
        for period in places[crisis].periods {
          guard let usual = table.defaultUse(of: service, period: period) else { continue }
          let use = table.use(usual)
          let left = layout.requirement[use.requirement] + period
          var post = Post(requirement: Int32(left), strength: use.strength)
          for other in table.useNumbers(of: service)
          where other != usual && network.window(of: table.use(other).requirement).contains(period)
          {
            if post.cell < 0 {
              post.cell = Int32(layout.retasking + cells)
              cells += 1
            }
            let otherUse = table.use(other)
            changes.append(
              TaskChange(
                retasking: Retasking(service: service, period: period, use: other),
                cell: Int(post.cell), served: layout.requirement[otherUse.requirement] + period,
                left: left, strengthServed: otherUse.strength, strengthLeft: use.strength))
          }
          posts[service * periods + period] = post
        }
      }
      ends.append((changes.count, layout.retasking + cells))
    }
    self.posts = posts
    self.places = places
    self.changes = changes
    count = layout.retasking + cells
    limits = Numbers(count, of: 0)
    for row in 0..<layout.retasking { limits[row] = layout.bounds[row].upper }
    units = Numbers(count, of: 1)
    activity = Numbers(count, of: 0)
    supply = Numbers(model.contributions.count * (periods + 1), of: 0)
    place = Numbers(table.count * (periods + 1), of: 0)
    let presences =
      layout.hasShares ? model.contributors.count * model.crises.count * (periods + 1) : 0
    presence = Numbers(presences, of: 0)
    persons = Numbers(presences, of: 0)
    let firstLift = layout.lift.compactMap { $0 }.first ?? 0
    let liftRows = layout.lift.count { $0 != nil } * periods
    self.firstLift = firstLift
    let (supplySums, placeSums) = (supply.count, place.count)
    flows = (0..<Self.parts).map { _ in
      TourFlows(supply: supplySums, place: placeSums, presence: presences, lift: liftRows)
    }
    overallCaps = model.contributors.indices.compactMap { member in
      layout.shareOverall[member].map {
        Cap(contributor: member, row: $0, cap: model.policy.shareCapOverall)
      }
    }
    sections = Self.sections(
      pledges: model.contributions.count,
      works: places.map { $0.periods.count * $0.services.count },
      ends: ends, firstCell: layout.retasking)
    setUnits()
  }

  /// The crises with their periods, requirements and caps.
  private static func places(network: DeploymentNetwork, layout: RowLayout) -> [Place] {
    let model = network.model
    var places = model.crises.map { _ in Place(periods: 0..<0) }
    func include(_ periods: Range<Int>, at crisis: Int) {
      guard !periods.isEmpty else { return }
      let known = places[crisis].periods
      places[crisis].periods =
        known.isEmpty
        ? periods
        : min(known.lowerBound, periods.lowerBound)..<max(known.upperBound, periods.upperBound)
    }
    for (requirement, need) in model.requirements.enumerated() {
      places[need.crisis].requirements.append(requirement)
      include(network.window(of: requirement), at: need.crisis)
    }
    for case let tour? in network.fixedTours {
      include(tour.first..<tour.last + 1, at: tour.crisis)
    }
    guard layout.hasShares else { return places }
    for crisis in model.crises.indices {
      places[crisis].caps = model.contributors.indices.flatMap { member in
        [
          (layout.share[member * layout.crisisCount + crisis], model.shareCap(of: member)),
          (layout.shareOverall[member], model.policy.shareCapOverall),
        ].compactMap { row, cap in row.map { Cap(contributor: member, row: $0, cap: cap) } }
      }
    }
    return places
  }

  /// Sections that are about the same work.
  private static func sections(
    pledges: Int, works: [Int], ends: [(changes: Int, cells: Int)], firstCell: Int
  ) -> [Section] {
    let all = works.reduce(0, +)
    var (crisis, done, changes, cells) = (0, 0, 0, firstCell)
    return (0..<parts).map { part in
      let start = (crisis: crisis, changes: changes, cells: cells)
      while crisis < works.count, part == parts - 1 || done * parts < all * (part + 1) {
        done += works[crisis]
        (changes, cells) = ends[crisis]
        crisis += 1
      }
      return Section(
        pledges: pledges * part / parts..<pledges * (part + 1) / parts,
        crises: start.crisis..<crisis,
        changes: start.changes..<changes, cells: start.cells..<cells)
    }
  }

  private func setUnits() {
    let model = network.model
    for (contribution, row) in layout.supply.enumerated() {
      guard let row else { continue }
      for period in 0..<periods {
        units[row + period] = 1 / Self.size(of: network.pledges[contribution])
      }
    }
    var sizes = Array(repeating: 1.0, count: model.requirements.count)
    for crisis in model.crises.indices {
      for contribution in network.pledges.indices {
        let service = network.services.index(of: contribution, at: crisis)
        let factor = network.services.factor(of: contribution)
        let size = Self.size(of: network.pledges[contribution])
        for use in network.services.uses(of: service)
        where model.requirements[use.requirement].unit == .units {
          sizes[use.requirement] = size / (factor * use.strength)
        }
        for period in 0..<periods {
          let cell = posts[service * periods + period].cell
          if cell >= 0 { units[Int(cell)] = factor / size }
        }
      }
    }
    for requirement in model.requirements.indices {
      for period in network.window(of: requirement) {
        units[layout.requirement[requirement] + period] = 1 / sizes[requirement]
      }
    }
    for row in layout.lift.compactMap({ $0 }) {
      for period in 0..<periods { units[row + period] = 0.05 }
    }
  }

  /// Persons by which the units of a pledge are measured.
  static func size(of pledge: PledgeFigures) -> Double { max(1, pledge.personnel) }

  /// What a tour meets.
  func term(of tour: Tour, cost: Double) -> TourTerm {
    let sums = periods + 1
    let route = network.route(of: tour)
    let pledge = network.pledges[route.contribution]
    let held = network.heldPeriods(of: tour)
    let lift = route.lift.flatMap { layout.lift[$0] }
    let supply = route.contribution * sums
    let place = route.service * sums
    let presence = (pledge.contributor * crises + route.crisis) * sums
    return TourTerm(
      supplyFrom: Int32(supply + held.lowerBound), supplyTo: Int32(supply + held.upperBound + 1),
      placeFrom: Int32(place + tour.first), placeTo: Int32(place + tour.last + 1),
      presenceFrom: layout.hasShares ? Int32(presence + tour.first) : -1,
      presenceTo: Int32(presence + tour.last + 1),
      lift: lift.map { Int32($0 - firstLift + held.lowerBound) } ?? -1,
      back: lift.flatMap { row in
        network.returnPeriod(of: tour).map { Int32(row - firstLift + $0) }
      } ?? -1,
      factor: network.services.factor(of: tour.contribution), personnel: pledge.personnel,
      assetDays: route.assetDaysPerUnit, cost: cost)
  }

  /// The row that stands for one of the layout; nil: the run has none for it.
  func row(of layoutRow: Int) -> Int? {
    guard layoutRow >= layout.retasking else {
      if case .burden = layout.rows[layoutRow] { return nil }
      return layoutRow
    }
    guard layoutRow < layout.endOfRetasking else { return nil }
    let cell = posts[layoutRow - layout.retasking].cell
    return cell < 0 ? nil : Int(cell)
  }

  /// Works on every section, on several threads where tours are so many that it is worth waking them.
  private func forEachSection(_ body: @escaping @Sendable (Section) -> Void) {
    let sections = sections
    _ = inParallel(sections.count, threads: partsInUse == 1 ? 1 : threads) { body(sections[$0]) }
  }

  // MARK: What tours meet

  /// Gathers prices of rows into the sums; `magnitudes` counts every coefficient as positive.
  func gather(_ prices: Numbers<Double>, magnitudes: Bool = false) {
    forEachSection { [self] section in
      gatherSupply(prices.base, of: section.pledges)
      for crisis in section.crises {
        gatherServices(prices.base, at: places[crisis], magnitudes: magnitudes)
        gatherShares(prices.base, at: crisis, magnitudes: magnitudes)
      }
    }
  }

  private func gatherSupply(_ prices: UnsafeMutablePointer<Double>, of pledges: Range<Int>) {
    for contribution in pledges {
      guard let row = layout.supply[contribution] else { continue }
      let supply = self.supply.base + contribution * (periods + 1)
      var sum = 0.0
      for period in 0..<periods {
        sum += prices[row + period]
        supply[period + 1] = sum
      }
    }
  }

  private func gatherServices(
    _ prices: UnsafeMutablePointer<Double>, at site: Place, magnitudes: Bool
  ) {
    let sign = magnitudes ? 1.0 : -1.0
    for service in site.services {
      let place = self.place.base + service * (periods + 1)
      let posts = self.posts.base + service * periods
      var sum = 0.0
      place[site.periods.lowerBound] = 0
      for period in site.periods {
        let post = posts[period]
        if post.requirement >= 0 {
          sum += post.strength * prices[Int(post.requirement)]
          if post.cell >= 0 { sum += sign * prices[Int(post.cell)] }
        }
        place[period + 1] = sum
      }
    }
  }

  private func gatherShares(
    _ prices: UnsafeMutablePointer<Double>, at crisis: Int, magnitudes: Bool
  ) {
    guard layout.hasShares else { return }
    let site = places[crisis]
    let sums = periods + 1
    let presence = self.presence.base + crisis * sums
    let sign = magnitudes ? 1.0 : -1.0
    for period in site.periods {
      var common = 0.0
      for cap in site.caps { common += sign * cap.cap * prices[cap.row + period] }
      for member in 0..<members { presence[member * crises * sums + period + 1] = common }
      for cap in site.caps {
        let own = prices[cap.row + period] * (magnitudes ? 1 - 2 * cap.cap : 1)
        presence[cap.contributor * crises * sums + period + 1] += own
      }
    }
    for member in 0..<members {
      let own = presence + member * crises * sums
      own[site.periods.lowerBound] = 0
      for period in site.periods { own[period + 1] += own[period] }
    }
  }

  // MARK: What tours use

  /// What the parts of the tours entered into sums of one kind.
  private struct Entries: @unchecked Sendable {
    let first: UnsafeMutablePointer<Double>
    let second: UnsafeMutablePointer<Double>?

    /// What is in a place, which is empty then.
    @inline(__always)
    func take(_ place: Int) -> Double {
      var value = first[place]
      first[place] = 0
      if let second {
        value += second[place]
        second[place] = 0
      }
      return value
    }
  }

  private func entries(of kind: (TourFlows) -> Numbers<Double>) -> Entries {
    Entries(first: kind(flows[0]).base, second: partsInUse > 1 ? kind(flows[1]).base : nil)
  }

  /// Turns what tours entered, and persons who change their task, into the use of each row; leaves the flows empty
  /// for what tours enter next.
  func spread(_ changed: Numbers<Double>, magnitudes: Bool = false) {
    let supply = entries(of: \.supply)
    let place = entries(of: \.place)
    let presence = entries(of: \.presence)
    forEachSection { [self] section in
      spreadSupply(supply, of: section.pledges)
      activity.fill(0, in: section.cells)
      for crisis in section.crises {
        for requirement in places[crisis].requirements {
          let row = layout.requirement[requirement]
          let window = network.window(of: requirement)
          activity.fill(0, in: row + window.lowerBound..<row + window.upperBound)
        }
        spreadServices(place, at: places[crisis], magnitudes: magnitudes)
        spreadShares(presence, at: crisis, magnitudes: magnitudes)
      }
      spreadChanges(changed, section.changes, magnitudes: magnitudes)
    }
    let lift = entries(of: \.lift)
    for row in 0..<flows[0].lift.count { activity[firstLift + row] = lift.take(row) }
    spreadOverallShares(magnitudes: magnitudes)
  }

  private func spreadSupply(_ entries: Entries, of pledges: Range<Int>) {
    for contribution in pledges {
      guard let row = layout.supply[contribution] else { continue }
      let start = contribution * (periods + 1)
      let activity = self.activity.base + row
      var sum = 0.0
      for period in 0..<periods {
        sum += entries.take(start + period)
        activity[period] = sum
      }
      _ = entries.take(start + periods)
    }
  }

  private func spreadServices(_ entries: Entries, at site: Place, magnitudes: Bool) {
    let activity = self.activity.base
    let sign = magnitudes ? 1.0 : -1.0
    for service in site.services {
      let start = service * (periods + 1)
      let posts = self.posts.base + service * periods
      var sum = 0.0
      for period in site.periods {
        sum += entries.take(start + period)
        let post = posts[period]
        if post.requirement >= 0 {
          activity[Int(post.requirement)] += post.strength * sum
          if post.cell >= 0 { activity[Int(post.cell)] += sign * sum }
        }
      }
      _ = entries.take(start + site.periods.upperBound)
    }
  }

  private func spreadChanges(
    _ changed: Numbers<Double>, _ numbers: Range<Int>, magnitudes: Bool
  ) {
    let (activity, changed) = (self.activity.base, changed.base)
    let sign = magnitudes ? 1.0 : -1.0
    changes.withUnsafeBufferPointer { changes in
      for index in numbers where changed[index] != 0 {
        let (change, value) = (changes[index], changed[index])
        activity[change.cell] += value
        activity[change.served] += value * change.strengthServed
        activity[change.left] += sign * value * change.strengthLeft
      }
    }
  }

  /// Turns the comings and goings of each member's personnel at a crisis into their number, and that into shares.
  private func spreadShares(_ entries: Entries, at crisis: Int, magnitudes: Bool) {
    guard layout.hasShares else { return }
    let site = places[crisis]
    let sums = periods + 1
    let persons = self.persons.base
    for member in 0..<members {
      let start = (member * crises + crisis) * sums
      var sum = 0.0
      for period in site.periods {
        sum += entries.take(start + period)
        persons[start + period] = sum
      }
      _ = entries.take(start + site.periods.upperBound)
    }
    for period in site.periods {
      var all = 0.0
      for member in 0..<members { all += persons[(member * crises + crisis) * sums + period] }
      for cap in site.caps where layout.shareOverall[cap.contributor] != cap.row {
        let own = persons[(cap.contributor * crises + crisis) * sums + period]
        activity.base[cap.row + period] = use(own: own, all: all, cap: cap, magnitudes: magnitudes)
      }
    }
  }

  /// Shares of all crises together, from the presence at each.
  private func spreadOverallShares(magnitudes: Bool) {
    let sums = periods + 1
    for cap in overallCaps {
      activity.fill(0, in: cap.row..<cap.row + periods)
      for crisis in 0..<crises {
        for period in places[crisis].periods {
          var all = 0.0
          for member in 0..<members { all += persons[(member * crises + crisis) * sums + period] }
          let own = persons[(cap.contributor * crises + crisis) * sums + period]
          activity[cap.row + period] += use(own: own, all: all, cap: cap, magnitudes: magnitudes)
        }
      }
    }
  }

  private func use(own: Double, all: Double, cap: Cap, magnitudes: Bool) -> Double {
    magnitudes ? (1 - 2 * cap.cap) * own + cap.cap * all : own - cap.cap * all
  }
}
