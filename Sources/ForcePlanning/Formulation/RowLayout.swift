import ForceModel
import LinearProgramming

/// A row of the linear program (formulation.md, "Rows").
package enum PlanRow: Sendable, Hashable {
  /// Units of a contribution held in a period.
  case supply(contribution: Int, period: Int)
  /// Strength for a requirement in a period.
  case requirement(Int, period: Int)
  /// Asset-days of a lift pool charged to a period.
  case lift(Int, period: Int)
  /// A member's personnel at a crisis below its share of all personnel there.
  case share(contributor: Int, crisis: Int, period: Int)
  /// A member's personnel at all crises below its share of the overall presence.
  case shareOverall(contributor: Int, period: Int)
  /// A member's burden below the largest burden.
  case burden(contributor: Int)
  /// Units that leave the default task of a service below those in place.
  case retasking(service: Int, period: Int)
  /// Units of a fixed deployment.
  case commitment(Int)
  /// An earlier goal held at its value, where whole units forbid the optimal face.
  case heldGoal(level: Int)

  /// The kind under which prices.csv lists the row; nil: it does not.
  var priceKind: PriceKind? {
    switch self {
    case .supply: .supply
    case .requirement: .requirement
    case .lift: .lift
    case .share, .shareOverall: .share
    case .burden, .retasking, .commitment, .heldGoal: nil
    }
  }
}

/// Which rows a model has, and their numbers.
///
/// Requirement rows are written from above: strength in place that counts, at most the quantity. What is
/// missing is the slack of the row, and its cost is earned back by the strength that arrives; so a point
/// without deployments keeps every row, and rows that are slack can be left out until they are needed.
struct RowLayout: Sendable {
  /// The rows by number.
  private(set) var rows: [PlanRow] = []
  /// Bounds by number, in the row's own unit.
  private(set) var bounds: [Bounds] = []

  // Each array holds the number that a family's row has (or would have) in period 0; add the period.
  // nil: the family has no rows there.

  /// By contribution.
  private(set) var supply: [Int?]
  /// By requirement; rows exist in the requirement's window only.
  private(set) var requirement: [Int] = []
  /// By lift pool.
  private(set) var lift: [Int?]
  /// By contributor x crises + crisis.
  private(set) var share: [Int?]
  /// By contributor.
  private(set) var shareOverall: [Int?]
  /// Number of the row, by contributor; nil without the burden goal and a limit of its own.
  private(set) var burden: [Int?]
  /// Number of the first row; add service x periods + period.
  private(set) var retasking = 0
  /// One past the last retasking row.
  private(set) var endOfRetasking = 0
  /// Number of the row, by fixed deployment.
  private(set) var commitment: [Int] = []
  /// Number of the row, by level; empty where goals are not held by rows.
  private(set) var heldGoal: [Int] = []

  let crisisCount: Int
  private let periodCount: Int

  /// Whether any share is capped.
  private(set) var hasShares = false

  /// Numbers of all rows of shares.
  var shareRows: [Int] {
    rows.indices.filter {
      switch rows[$0] {
      case .share, .shareOverall: true
      default: false
      }
    }
  }

  init(network: DeploymentNetwork, levels: [GoalLevel], holdsGoals: Bool) {
    let model = network.model
    let periods = network.grid.count
    crisisCount = model.crises.count
    periodCount = periods
    supply = Array(repeating: nil, count: model.contributions.count)
    lift = Array(repeating: nil, count: model.liftPools.count)
    share = Array(repeating: nil, count: model.contributors.count * model.crises.count)
    shareOverall = Array(repeating: nil, count: model.contributors.count)
    burden = Array(repeating: nil, count: model.contributors.count)

    let reach = Reach(network)
    for index in model.contributions.indices where reach.contributions[index] {
      supply[index] = rows.count
      for period in 0..<periods {
        add(.supply(contribution: index, period: period), .atMost(network.availableUnits[index]))
      }
    }
    for (index, need) in model.requirements.enumerated() {
      let window = network.window(of: index)
      requirement.append(rows.count - window.lowerBound)
      for period in window {
        add(.requirement(index, period: period), .atMost(need.quantity))
      }
    }
    for index in model.liftPools.indices where reach.lift[index] {
      lift[index] = rows.count
      for period in 0..<periods {
        add(
          .lift(index, period: period),
          .atMost(network.liftCapacity(of: index, period: period)))
      }
    }
    addShares(network, reach: reach)
    let hasBurden = levels.contains { $0.goal == .burden }
    for (index, contributor) in model.contributors.enumerated()
    where hasBurden || contributor.burdenLimit != nil {
      burden[index] = add(.burden(contributor: index), .atMost(contributor.burdenLimit ?? 0))
    }
    retasking = rows.count
    for service in 0..<network.services.count {
      for period in 0..<periods { add(.retasking(service: service, period: period), .atMost(0)) }
    }
    endOfRetasking = rows.count
    for index in model.fixedDeployments.indices {
      commitment.append(add(.commitment(index), .atLeast(network.committedUnits(of: index))))
    }
    hasShares = share.contains { $0 != nil } || shareOverall.contains { $0 != nil }
    if holdsGoals {
      heldGoal = levels.indices.map { add(.heldGoal(level: $0), .free) }
    }
  }

  /// The number of a row; nil where the model has no such row.
  func number(of row: PlanRow) -> Int? {
    let number: Int? =
      switch row {
      case .supply(let contribution, let period): supply[contribution].map { $0 + period }
      case .requirement(let index, let period): requirement[index] + period
      case .lift(let pool, let period): lift[pool].map { $0 + period }
      case .share(let contributor, let crisis, let period):
        share[contributor * crisisCount + crisis].map { $0 + period }
      case .shareOverall(let contributor, let period): shareOverall[contributor].map { $0 + period }
      case .burden(let contributor): burden[contributor]
      case .retasking(let service, let period): retasking + service * periodCount + period
      case .commitment(let index): commitment[index]
      case .heldGoal(let level): heldGoal.indices.contains(level) ? heldGoal[level] : nil
      }
    // A requirement has rows in its window only.
    return number.flatMap { rows.indices.contains($0) && rows[$0] == row ? $0 : nil }
  }

  @discardableResult
  private mutating func add(_ row: PlanRow, _ rowBounds: Bounds) -> Int {
    rows.append(row)
    bounds.append(rowBounds)
    return rows.count - 1
  }

  private mutating func addShares(_ network: DeploymentNetwork, reach: Reach) {
    let model = network.model
    let periods = network.grid.count
    for crisis in model.crises.indices {
      for contributor in reach.cappedMembers(at: crisis, model: model) {
        share[contributor * crisisCount + crisis] = rows.count
        for period in 0..<periods {
          add(.share(contributor: contributor, crisis: crisis, period: period), .atMost(0))
        }
      }
    }
    guard model.policy.shareCapOverall < 1 else { return }
    for contributor in model.contributors.indices {
      shareOverall[contributor] = rows.count
      for period in 0..<periods {
        add(.shareOverall(contributor: contributor, period: period), .atMost(0))
      }
    }
  }
}

extension PlanningModel {
  /// The share of the personnel at one crisis that a member may have.
  func shareCap(of contributor: Int) -> Double {
    contributors[contributor].shareCap ?? policy.shareCapPerCrisis
  }
}

extension DeploymentNetwork {
  /// Asset-days that a lift pool has in a period.
  func liftCapacity(of lift: Int, period: Int) -> Double {
    model.liftPools[lift].assets * model.liftPools[lift].availability * grid.days(period)
  }

  /// Units that stand on a fixed deployment, whole where whole units are asked for.
  func committedUnits(of fixed: Int) -> Double {
    let units = model.fixedDeployments[fixed].units
    return model.policy.wholeUnits ? (units - 1e-9).rounded(.up) : units
  }
}

/// What the routes of a network touch.
struct Reach {
  /// Whether a pledge has a route, indexed by contribution.
  private(set) var contributions: [Bool]
  /// Whether a lift pool has a route, indexed by lift pool.
  private(set) var lift: [Bool]
  /// Whether a member has a route to a crisis, by contributor x crises + crisis.
  private var crises: [Bool]

  init(_ network: DeploymentNetwork) {
    let model = network.model
    contributions = Array(repeating: false, count: model.contributions.count)
    lift = Array(repeating: false, count: model.liftPools.count)
    crises = Array(repeating: false, count: model.contributors.count * model.crises.count)
    network.forEachRoute { route, _ in
      contributions[route.contribution] = true
      if let pool = route.lift { lift[pool] = true }
      let contributor = model.contributions[route.contribution].contributor
      crises[contributor * model.crises.count + route.crisis] = true
    }
  }

  /// Members that can reach a crisis and whose share there is capped.
  func cappedMembers(at crisis: Int, model: PlanningModel) -> [Int] {
    model.contributors.indices.filter {
      crises[$0 * model.crises.count + crisis] && model.shareCap(of: $0) < 1
    }
  }
}
