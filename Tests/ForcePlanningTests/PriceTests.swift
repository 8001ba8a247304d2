import ForceModel
@testable import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import LinearProgramming
import Testing

/// Prices say what happens: the limit of one row is moved, the compact form is solved again, one goal after the
/// other, and the goal has changed by the price for each unit, up to the ends of the stated range.
@Suite struct PriceTests {
  @Test(arguments: 1...12)
  func `a price is the change of its goal`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    let plan = try Planner(
      engines: GLPKEngineProvider(), options: PlanningOptions(priceSides: .all)
    ).plan(model)
    guard plan.status == .optimal else { return }
    let program = CompactProgram(model: model)
    for price in plan.prices {
      for step in steps(of: price, program: program) {
        let moved = try #require(try program.optimum(moving: price, by: step))
        let goal = plan.goals[price.level - 1]
        let expected = goal.value + (price.kind == .requirement ? 1 : -1) * price.price * step
        #expect(
          abs(moved - expected) <= 1e-6 * max(1, abs(goal.value)),
          "\(price) moved by \(step): \(moved), expected \(expected)")
      }
    }
  }

  @Test(arguments: 1...12)
  func `a price that changes at its limit is given on both sides`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    let plan = try Planner(
      engines: GLPKEngineProvider(), options: PlanningOptions(priceSides: .all)
    ).plan(model)
    guard plan.status == .optimal else { return }
    let program = CompactProgram(model: model)
    for price in plan.prices.holdingTogether {
      guard let limit = program.limit(of: price) else { continue }
      let lines = plan.prices.filter {
        ($0.level, $0.kind, $0.subject, $0.fromDay)
          == (price.level, price.kind, price.subject, price.fromDay)
      }
      #expect(
        lines.contains { ($0.rangeHigh ?? .infinity) > limit + 1e-7 }, "\(price) above \(limit)")
      // A limit of nothing cannot be lower; below a cap on shares others would have to come first.
      guard price.kind != .share, limit > 1e-3,
        try program.optimum(moving: price, by: -1e-4) != nil
      else { continue }
      #expect(
        lines.contains { ($0.rangeLow ?? -.infinity) < limit - 1e-7 }, "\(price) below \(limit)")
    }
  }

  @Test func `only limits worth most are looked at on both sides unless all are asked for`() throws
  {
    let model = try ShippedModel.read("three-crises")
    let counts = try [PriceSides.none, .ofMostValuable, .all].map { sides in
      let plan = try Planner(
        engines: GLPKEngineProvider(), options: PlanningOptions(priceSides: sides)
      ).plan(model)
      #expect(plan.prices.holdingTogether.count <= plan.prices.count)
      return plan.prices.count - plan.prices.holdingTogether.count
    }
    #expect(counts[0] == 0)
    #expect(counts[0] < counts[1] && counts[1] < counts[2], "\(counts)")
  }

  /// Steps to both ends of the range, at most 1; none to a side where the price holds no further.
  private func steps(of price: Price, program: CompactProgram) -> [Double] {
    guard let limit = program.limit(of: price) else { return [] }
    let up = min(1, (price.rangeHigh ?? .infinity) - limit)
    let down = min(1, limit - (price.rangeLow ?? -.infinity))
    return [up, -down].filter { abs($0) > 1e-6 }
  }
}

/// The compact form of a model, solved afresh with one limit moved, one goal after the other.
private struct CompactProgram {
  /// The program for each goal; only costs differ.
  private let programs: [LinearProgram]

  init(model: PlanningModel) {
    let network = DeploymentNetwork(model)
    let levels = GoalLevel.levels(of: model)
    programs = levels.indices.map { level in
      CompactForm(
        network: network, levels: levels, tours: network.allTours(), level: level, heldValues: []
      ).program
    }
  }

  /// The right-hand side that a price belongs to; nil where the compact form has no such row.
  func limit(of price: Price) -> Double? {
    row(of: price).map { row in
      let bounds = programs[0].rowBounds[row]
      return bounds.lower.isFinite ? bounds.lower : bounds.upper
    }
  }

  /// The goal of a price with the limit moved and the goals before it as good as they can be with that; nil
  /// where the limit cannot be there.
  func optimum(moving price: Price, by step: Double) throws -> Double? {
    var rowBounds = programs[0].rowBounds
    if let row = row(of: price) {
      let bounds = rowBounds[row]
      rowBounds[row] = Bounds(lower: bounds.lower + step, upper: bounds.upper + step)
    }
    return try GLPKEngineProvider().withEngine { engine in
      try engine.load(programs[0])
      try engine.setRowBounds(Array(rowBounds.indices), rowBounds)
      for (level, program) in programs.prefix(price.level).enumerated() {
        if level > 0 { try engine.holdFace(rowBounds: rowBounds) }
        try engine.setCosts(program.columns.costs)
        guard try engine.solve(.primal, limits: SolveLimits()) == .optimal else { return nil }
      }
      return try engine.cost()
    }
  }

  private func row(of price: Price) -> Int? {
    let day =
      price.fromDay == price.fromDay.rounded() ? "d\(Int(price.fromDay))" : "d\(price.fromDay)"
    let name =
      switch price.kind {
      case .supply: "supply(\(price.subject))(\(day))"
      case .requirement: "requirement(\(price.subject))(\(day))"
      case .lift: "lift(\(price.subject))(\(day))"
      case .share where price.subject.contains("@"):
        "share(\(price.subject.split(separator: "@").joined(separator: ")(")))(\(day))"
      case .share: "shareOverall(\(price.subject))(\(day))"
      }
    return programs[0].rowNames.firstIndex(of: name)
  }
}

extension LinearProgramEngine {
  /// Keeps a program at the optima of the objective just solved: rows with a price stay at their bound, columns
  /// with a reduced cost at 0.
  fileprivate func holdFace(rowBounds: [Bounds]) throws {
    let prices = try prices()
    let rows = rowBounds.indices.filter { abs(prices[$0]) > 1e-8 }
    let sides = rows.map { row in
      let bounds = rowBounds[row]
      return Bounds.fixed(bounds.lower.isFinite ? bounds.lower : bounds.upper)
    }
    try setRowBounds(rows, sides)
    let reducedCosts = try reducedCosts()
    let columns = reducedCosts.indices.filter { reducedCosts[$0] > 1e-8 }
    try setColumnBounds(columns, columns.map { _ in .fixed(0) })
  }
}
