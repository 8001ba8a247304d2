import ForceModel
import LinearProgramming

/// Finds a plan in whole units by fixing tours of the linear program, some at a time.
///
/// Units that the program sends in whole must go from then on. Of the rest, the tours that are nearest to
/// one more unit get it where supply and lift have room, and lose their broken unit otherwise; then the
/// program is solved again and may look for other tours for what is left. Where neither is possible,
/// because units that go rely on broken ones to keep shares, some of those that go are taken back.
struct WholeDive {
  /// Units that each column must carry at least, indexed as the master's columns.
  private var lower: [Double] = []
  /// Units that each column may carry at most.
  private var upper: [Double] = []
  /// What the units that must go use of each row of the layout.
  private var used: [Double]
  /// Tours that may be decided in one step.
  private var batch = Int.max
  private var isLookingForTours = true

  /// Of the tours with broken units, one in so many is decided in a step at most.
  private static let partOfStep = 8
  /// Steps in which the program may look for more tours; after that, every step leaves fewer.
  private static let stepsWithNewTours = 30
  /// Steps after which the units that still are broken stay at home.
  private static let steps = 100

  /// Dives from the point of a solved level to a plan; nil where fixed deployments break shares.
  ///
  /// The units of `start` go from the beginning. Tours stay bounded.
  static func plan(
    from solver: inout LexicographicSolver, sending start: WholePlan? = nil
  ) throws(EngineFailure) -> WholePlan? {
    var dive = WholeDive(
      used: Array(repeating: 0, count: solver.master.layout.rows.count))
    if let start {
      dive.keepWhole(start.units, of: solver)
      guard try dive.solve(&solver) else { return start }
    }
    for step in 1...steps {
      dive.isLookingForTours = step <= stepsWithNewTours
      let units = try solver.master.unitsOnColumns()
      dive.keepWhole(units, of: solver)
      let broken = dive.broken(units, of: solver)
      if broken.isEmpty { return try solver.plan(sending: units) }
      let count = min(dive.batch, 1 + broken.count / partOfStep)
      guard try dive.decide(Array(broken.prefix(count)), in: &solver) else { break }
    }
    guard dive.takeBackUnits(in: solver) else { return nil }
    return try solver.plan(sending: dive.lower)
  }

  private init(used: [Double]) { self.used = used }

  /// Tours that send broken units, those nearest to one more unit first.
  private func broken(_ units: [Double], of solver: LexicographicSolver) -> [Int] {
    func part(_ index: Int) -> Double { units[index] - units[index].rounded(.down) }
    return solver.tourColumns.map(\.index)
      .filter { abs(units[$0] - units[$0].rounded()) > 1e-6 }
      .sorted { (part($1), $0) < (part($0), $1) }
  }

  /// Makes sure that units that go in whole go on.
  private mutating func keepWhole(_ units: [Double], of solver: LexicographicSolver) {
    let columns = solver.master.columns.count
    lower += Array(repeating: 0, count: columns - lower.count)
    upper += Array(repeating: .infinity, count: columns - upper.count)
    for (index, _) in solver.tourColumns where index < units.count {
      let whole = (units[index] + 1e-6).rounded(.down)
      if whole > lower[index] { send(whole - lower[index], on: index, of: solver) }
    }
  }

  private mutating func send(_ units: Double, on index: Int, of solver: LexicographicSolver) {
    lower[index] += units
    solver.master.forEachEntry(ofColumn: index) { used[$0] += $1 * units }
  }

  /// Decides tours; false where the program has no point any more.
  private mutating func decide(
    _ tours: [Int], in solver: inout LexicographicSolver
  ) throws(EngineFailure) -> Bool {
    let before = self
    for index in tours {
      if hasRoom(for: index, of: solver) {
        send(1, on: index, of: solver)
      } else {
        upper[index] = lower[index]
      }
    }
    if try solve(&solver) {
      batch = 2 * tours.count
      return true
    }
    self = before
    batch = max(1, tours.count / 4)
    guard tours.count == 1 else { return try decide(Array(tours.prefix(batch)), in: &solver) }
    upper[tours[0]] = lower[tours[0]]
    if try solve(&solver) { return true }
    guard takeBackUnits(in: solver) else { return false }
    return try solve(&solver)
  }

  /// Whether supply and lift have room for one more unit; shares and held goals can also be mended by
  /// others, so the program decides on them.
  private func hasRoom(for index: Int, of solver: LexicographicSolver) -> Bool {
    let layout = solver.master.layout
    var hasRoom = true
    solver.master.forEachEntry(ofColumn: index) { row, coefficient in
      switch layout.rows[row] {
      case .supply, .lift:
        let limit = layout.bounds[row].upper
        if used[row] + coefficient > limit + 1e-9 * max(1, limit) { hasRoom = false }
      default: break
      }
    }
    return hasRoom
  }

  private func solve(_ solver: inout LexicographicSolver) throws(EngineFailure) -> Bool {
    let tours = solver.tourColumns.filter { $0.index < lower.count }
    try solver.addTasks(
      of: tours.filter { lower[$0.index] > 0 }.map(\.tour), onlyIdleness: true)
    try solver.master.setBounds(
      ofTours: tours.map { ($0.index, Bounds(lower: lower[$0.index], upper: upper[$0.index])) })
    return try solver.converge(afterMoving: tours.count, addingTours: isLookingForTours)
      == .optimal
  }

  /// Takes back units until the rest keeps all shares by itself, those first that relieve least; false
  /// where fixed ones do not.
  private mutating func takeBackUnits(in solver: LexicographicSolver) -> Bool {
    let shares = solver.master.layout.shareRows
    let fixed = Set(solver.network.fixedTours)
    while let worst = shares.max(by: { used[$0] < used[$1] }), used[worst] > 1e-6 {
      var least: (index: Int, relief: Double)?
      for (index, tour) in solver.tourColumns
      where index < lower.count && lower[index] > 0 && !fixed.contains(tour) {
        var coefficientOfWorst = 0.0
        solver.master.forEachEntry(ofColumn: index) { if $0 == worst { coefficientOfWorst = $1 } }
        guard coefficientOfWorst > 0 else { continue }
        let relief = -solver.master.cost(ofColumn: index, level: 0)
        if relief < least?.relief ?? .infinity { least = (index, relief) }
      }
      guard let least else { return false }
      send(-1, on: least.index, of: solver)
      upper[least.index] = lower[least.index]
    }
    return true
  }
}
