import ForceModel
import LinearProgramming

/// A plan in whole units.
struct WholePlan {
  /// Units on each tour, indexed as the master's columns were when the plan was found; tours that came
  /// later carry none.
  let units: [Double]
  /// The tours in use with what their units do.
  let uses: [TourUse]
  /// The value of the goal that it was found for.
  let value: Double

  /// The same plan with its value at another goal.
  func valued(at goal: GoalLevel, network: DeploymentNetwork) -> WholePlan {
    WholePlan(
      units: units, uses: uses, value: PlanPoint(network: network, uses: uses).value(of: goal))
  }

  /// Units on a column of the master.
  func units(onColumn index: Int) -> Double { index < units.count ? units[index] : 0 }
}

extension LexicographicSolver {
  /// The tours among the master's columns and their indices.
  var tourColumns: [(index: Int, tour: Tour)] {
    master.columns.enumerated().compactMap { index, column in
      if case .tour(let tour) = column { (index, tour) } else { nil }
    }
  }

  /// Frees all tours from bounds of their own.
  func freeTours() throws(EngineFailure) {
    try master.setBounds(ofTours: tourColumns.map { ($0.index, .nonNegative) })
  }

  /// Lets units on tours stand idle, or do any task they can: those that must go then keep the rows of
  /// requirements whatever they meet.
  func addTasks(of tours: [Tour], onlyIdleness: Bool) throws(EngineFailure) {
    let services = network.services
    var changes: [MasterColumn] = []
    for tour in tours {
      let service = services.index(of: tour.contribution, at: tour.crisis)
      for period in tour.first...tour.last {
        guard let usual = services.defaultUse(of: service, period: period) else { continue }
        var uses: [Int?] = [nil]
        if !onlyIdleness {
          uses += services.useNumbers(of: service).filter {
            $0 != usual && network.window(of: services.use($0).requirement).contains(period)
          }
        }
        changes += uses.map { .retasking(Retasking(service: service, period: period, use: $0)) }
      }
    }
    _ = try master.add(changes)
  }

  /// The plan that sends so many units on each column; nil where some limit forbids it.
  ///
  /// Tasks are the best for the goal at hand. Tours stay fixed.
  mutating func plan(sending units: [Double]) throws(EngineFailure) -> WholePlan? {
    let tours = tourColumns
    var whole = Array(repeating: 0.0, count: master.columns.count)
    for (index, _) in tours where index < units.count { whole[index] = units[index].rounded() }
    let sent = tours.filter { whole[$0.index] > 0 }
    try addTasks(of: sent.map(\.tour), onlyIdleness: true)
    try master.setBounds(ofTours: tours.map { ($0.index, .fixed(whole[$0.index])) })
    guard try converge(afterMoving: tours.count, addingTours: false) == .optimal else { return nil }
    // The engine keeps fixed columns to its tolerance only.
    let changes = try master.columnValues().filter {
      if case .retasking = $0.column { true } else { false }
    }
    let columns = sent.map { (column: MasterColumn.tour($0.tour), value: whole[$0.index]) }
    return WholePlan(
      units: whole, uses: TaskDealer(network: network).uses(of: columns + changes),
      value: try master.objectiveValue())
  }
}
