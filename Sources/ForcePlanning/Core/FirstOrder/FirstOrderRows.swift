import ForceModel
import LinearProgramming

/// The rows of a first-order run, and the sums over periods by which tours meet them.
///
/// Rows have the numbers of the layout up to the retasking rows; those are kept only for cells, the
/// services and periods in which units have a choice of tasks.
final class FirstOrderRows {
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
  /// Services that can meet something.
  private let services: [Int]
  /// Members with capped shares at each crisis.
  private let caps: [[(contributor: Int, row: Int, cap: Double)]]
  private let members: Int
  private let crises: Int

  /// Parts in which the use of tours is entered: a number of its own, so that sums are the same with any
  /// number of threads.
  static let parts = 2

  init(network: DeploymentNetwork, layout: RowLayout) {
    self.network = network
    self.layout = layout
    let periods = network.grid.count
    self.periods = periods
    let model = network.model
    members = model.contributors.count
    crises = model.crises.count
    let table = network.services
    let posts = Numbers(table.count * periods, of: Post())
    var changes: [TaskChange] = []
    var services: [Int] = []
    var cells = 0
    for service in 0..<table.count where !table.useNumbers(of: service).isEmpty {
      services.append(service)
      for period in 0..<periods {
        guard let usual = table.defaultUse(of: service, period: period) else { continue }
        let use = table.use(usual)
        let left = layout.requirement[use.requirement] + period
        var post = Post(requirement: Int32(left), strength: use.strength)
        for other in table.useNumbers(of: service)
        where other != usual && network.window(of: table.use(other).requirement).contains(period) {
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
    self.posts = posts
    self.services = services
    self.changes = changes
    count = layout.retasking + cells
    limits = Numbers(count, of: 0)
    for row in 0..<layout.retasking { limits[row] = layout.bounds[row].upper }
    units = Numbers(count, of: 1)
    activity = Numbers(count, of: 0)
    supply = Numbers(model.contributions.count * (periods + 1), of: 0)
    place = Numbers(table.count * (periods + 1), of: 0)
    presence = Numbers(
      layout.hasShares ? model.contributors.count * model.crises.count * (periods + 1) : 0, of: 0)
    let firstLift = layout.lift.compactMap { $0 }.first ?? 0
    let liftRows = layout.lift.count { $0 != nil } * periods
    self.firstLift = firstLift
    let (supplySums, placeSums, presenceSums) = (supply.count, place.count, presence.count)
    flows = (0..<Self.parts).map { _ in
      TourFlows(supply: supplySums, place: placeSums, presence: presenceSums, lift: liftRows)
    }
    caps = model.crises.indices.map { crisis in
      guard layout.hasShares else { return [] }
      return model.contributors.indices.flatMap { member in
        [
          (layout.share[member * layout.crisisCount + crisis], model.shareCap(of: member)),
          (layout.shareOverall[member], model.policy.shareCapOverall),
        ].compactMap { row, cap in row.map { (member, $0, cap) } }
      }
    }
    setUnits()
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

  // MARK: What tours meet

  /// Gathers prices of rows into the sums; `magnitudes` counts every coefficient as positive.
  func gather(_ prices: Numbers<Double>, magnitudes: Bool = false) {
    let prices = prices.base
    let sign = magnitudes ? 1.0 : -1.0
    let supply = self.supply.base
    for (contribution, row) in layout.supply.enumerated() {
      guard let row else { continue }
      var sum = 0.0
      let start = contribution * (periods + 1)
      supply[start] = 0
      for period in 0..<periods {
        sum += prices[row + period]
        supply[start + period + 1] = sum
      }
    }
    let place = self.place.base
    let posts = self.posts.base
    for service in services {
      var sum = 0.0
      let start = service * (periods + 1)
      place[start] = 0
      for period in 0..<periods {
        let post = posts[service * periods + period]
        if post.requirement >= 0 {
          sum += post.strength * prices[Int(post.requirement)]
          if post.cell >= 0 { sum += sign * prices[Int(post.cell)] }
        }
        place[start + period + 1] = sum
      }
    }
    gatherShares(prices, magnitudes: magnitudes)
  }

  private func gatherShares(_ prices: UnsafeMutablePointer<Double>, magnitudes: Bool) {
    guard layout.hasShares else { return }
    let presence = self.presence.base
    let sums = periods + 1
    for (crisis, caps) in caps.enumerated() {
      let sign = magnitudes ? 1.0 : -1.0
      for period in 0..<periods {
        var common = 0.0
        for cap in caps { common += sign * cap.cap * prices[cap.row + period] }
        for member in 0..<members {
          presence[(member * crises + crisis) * sums + period + 1] = common
        }
        for cap in caps {
          let own = prices[cap.row + period] * (magnitudes ? 1 - 2 * cap.cap : 1)
          presence[(cap.contributor * crises + crisis) * sums + period + 1] += own
        }
      }
      for member in 0..<members {
        let start = (member * crises + crisis) * sums
        presence[start] = 0
        for period in 0..<periods { presence[start + period + 1] += presence[start + period] }
      }
    }
  }

  // MARK: What tours use

  /// Empties the parts for tours to enter what they use.
  func clear() {
    for part in flows.prefix(partsInUse) { part.clear() }
  }

  /// Turns what tours entered, and persons who change their task, into the use of each row.
  func spread(_ changed: Numbers<Double>, magnitudes: Bool = false) {
    let used = flows[0]
    for part in flows.prefix(partsInUse).dropFirst() { used.add(part) }
    self.activity.fill(0)
    let activity = self.activity.base
    let supply = used.supply.base
    for (contribution, row) in layout.supply.enumerated() {
      guard let row else { continue }
      var sum = 0.0
      let start = contribution * (periods + 1)
      for period in 0..<periods {
        sum += supply[start + period]
        activity[row + period] = sum
      }
    }
    for row in 0..<used.lift.count { activity[firstLift + row] = used.lift[row] }
    let sign = magnitudes ? 1.0 : -1.0
    let place = used.place.base
    let posts = self.posts.base
    for service in services {
      var sum = 0.0
      let start = service * (periods + 1)
      for period in 0..<periods {
        sum += place[start + period]
        let post = posts[service * periods + period]
        if post.requirement >= 0 {
          activity[Int(post.requirement)] += post.strength * sum
          if post.cell >= 0 { activity[Int(post.cell)] += sign * sum }
        }
      }
    }
    for (index, change) in changes.enumerated() {
      let value = changed.base[index]
      guard value != 0 else { continue }
      activity[change.cell] += value
      activity[change.served] += value * change.strengthServed
      activity[change.left] += sign * value * change.strengthLeft
    }
    spreadShares(used.presence.base, magnitudes: magnitudes)
  }

  private func spreadShares(_ presence: UnsafeMutablePointer<Double>, magnitudes: Bool) {
    guard layout.hasShares else { return }
    let activity = self.activity.base
    let sums = periods + 1
    for (crisis, caps) in caps.enumerated() {
      for member in 0..<members {
        let start = (member * crises + crisis) * sums
        for period in 1..<max(1, periods) {
          presence[start + period] += presence[start + period - 1]
        }
      }
      for period in 0..<periods {
        var all = 0.0
        for member in 0..<members { all += presence[(member * crises + crisis) * sums + period] }
        for cap in caps {
          let own = presence[(cap.contributor * crises + crisis) * sums + period]
          activity[cap.row + period] +=
            magnitudes ? (1 - 2 * cap.cap) * own + cap.cap * all : own - cap.cap * all
        }
      }
    }
  }
}
