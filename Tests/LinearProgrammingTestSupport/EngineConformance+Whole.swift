import LinearProgramming
import TestSupport

// Searches for whole numbers, held against trying all whole points.
extension EngineConformance {
  static let wholeChecks: [Check] = [
    Check(description: "the best whole point is found, and the program stays as it was") {
      provider in
      // Most of 5 x1 + 4 x2: 21 at (3, 1.5), 20 in whole numbers.
      let program = LinearProgram(
        minimise: [-5, -4], rows: [([6, 4], .atMost(24)), ([1, 2], .atMost(6))], whole: [0, 1])
      try provider.withEngine { engine in
        try engine.load(program)
        _ = try engine.solve(.primal, limits: SolveLimits())
        let before = try engine.values()
        let whole = try engine.solveWhole(isWhole: program.isWhole, limits: WholeLimits())
        try expect(whole.isComplete, "the search is not complete")
        try expect(whole.values == [4, 0], "the point is \(String(describing: whole.values))")
        try expect(whole.bound, is: -20, "the bound")
        try expect(try engine.values() == before, "the values have changed")
        let iterations = engine.iterationCount
        let again = try engine.solve(.primal, limits: SolveLimits())
        try expect(again == .optimal && engine.iterationCount == iterations, "the basis is gone")
      }
    },
    Check(description: "columns that need not be whole keep their freedom") { provider in
      let program = LinearProgram(
        minimise: [-5, -4], rows: [([6, 4], .atMost(24)), ([1, 2], .atMost(6))], whole: [0])
      try checkWhole(program, cost: -21, by: provider)
    },
    Check(description: "fractional bounds are rounded inward") { provider in
      let program = LinearProgram(
        minimise: [-1, 1], rows: [([1, 1], .free)],
        bounds: [Bounds(lower: -2.5, upper: 2.5), Bounds(lower: 0.1, upper: 7)], whole: [0, 1])
      try checkWhole(program, cost: -1, by: provider)
    },
    Check(description: "no whole point within fractional bounds is no point") { provider in
      let program = LinearProgram(
        minimise: [1], rows: [([1], .free)], bounds: [Bounds(lower: 0.2, upper: 0.8)], whole: [0])
      try checkWhole(program, cost: nil, by: provider)
    },
    Check(description: "a parity that no whole point has is found out") { provider in
      let program = LinearProgram(
        minimise: [1, 1], rows: [([2, 2], .fixed(3))],
        bounds: [Bounds(lower: 0, upper: 9), Bounds(lower: 0, upper: 9)], whole: [0, 1])
      try checkWhole(program, cost: nil, by: provider)
    },
    Check(description: "a row of one entry is not taken for kept because it almost is") {
      provider in
      // GLPK 5.0 with its presolver calls (-1, 2) optimal here, which breaks the row.
      let program = LinearProgram(
        minimise: [0, -4], rows: [([6, 0], Bounds(lower: -5, upper: -4))],
        bounds: [Bounds(lower: -4, upper: 0), Bounds(lower: 0, upper: 2)], whole: [0, 1])
      try checkWhole(program, cost: nil, by: provider)
    },
    Check(description: "large coefficients do not let a rounded point break rows") { provider in
      // With 1e-5 of slack on whole numbers the second column could be short by 8.
      let program = LinearProgram(
        minimise: [1000, 1], rows: [([800_000, 1], .atLeast(2_000_000))], whole: [0])
      try checkWhole(program, cost: 3000, by: provider)
    },
    Check(description: "no nodes allowed is no point, with the bound of the relaxation") {
      provider in
      try provider.withEngine { engine in
        try engine.load(knapsack)
        _ = try engine.solve(.primal, limits: SolveLimits())
        let relaxation = try engine.cost()
        let whole = try engine.solveWhole(
          isWhole: knapsack.isWhole, limits: WholeLimits(nodes: 0))
        try expect(!whole.isComplete && whole.values == nil, "the search gave \(whole)")
        try expect(whole.bound, is: relaxation, "the bound")
      }
    },
    Check(description: "a stopped search keeps its bound below the optimum") { provider in
      guard let best = bestCost(of: knapsack) else {
        throw Failure(description: "the knapsack has no point")
      }
      for nodes in [1, 2, 5, 20] {
        try provider.withEngine { engine in
          try engine.load(knapsack)
          _ = try engine.solve(.primal, limits: SolveLimits())
          let whole = try engine.solveWhole(
            isWhole: knapsack.isWhole, limits: WholeLimits(nodes: nodes))
          try expect(whole.bound <= best + 1e-6, "the bound \(whole.bound) is above \(best)")
          if let values = whole.values {
            let check = FeasibilityCheck(of: values, in: knapsack)
            try expect(check.isFeasible, "the point breaks \(check.violations)")
            try expect(whole.bound <= check.cost, "the bound is above the point's cost")
          }
        }
      }
    },
    Check(description: "the stop check ends a search") { provider in
      try provider.withEngine { engine in
        try engine.load(knapsack)
        _ = try engine.solve(.primal, limits: SolveLimits())
        let whole = try engine.solveWhole(
          isWhole: knapsack.isWhole, limits: WholeLimits { true })
        try expect(!whole.isComplete && whole.values == nil, "the search gave \(whole)")
      }
    },
    Check(description: "small programs in whole numbers agree with trying all points") { provider in
      for seed in 0..<100 {
        let program = smallWhole(seed: seed)
        try checkWhole(program, cost: bestCost(of: program), by: provider)
      }
    },
  ]

  /// Solves for whole numbers; no cost means that there must be no point.
  private static func checkWhole(
    _ program: LinearProgram, cost: Double?, by provider: any LinearProgramEngineProvider
  ) throws {
    try provider.withEngine { engine in
      try engine.load(program)
      guard try engine.solve(.primal, limits: SolveLimits()) == .optimal else {
        try expect(cost == nil, "the relaxation has no optimum")
        return
      }
      let whole = try engine.solveWhole(isWhole: program.isWhole, limits: WholeLimits())
      try expect(whole.isComplete, "the search is not complete")
      guard let cost else {
        try expect(
          whole.values == nil && whole.bound == .infinity, "a point was found where none is")
        return
      }
      guard let values = whole.values else {
        throw Failure(description: "no point was found, though \(cost) can be reached")
      }
      let check = FeasibilityCheck(of: values, in: program)
      try expect(check.isFeasible, "the point breaks \(check.violations)")
      try expect(check.cost, is: cost, "the cost")
      try expect(whole.bound, is: cost, "the bound")
    }
  }

  /// Twelve things that do not fit into three boxes.
  private static let knapsack: LinearProgram = {
    var generator = SeededGenerator(seed: 7)
    func numbers(_ range: ClosedRange<Int>) -> [Double] {
      (0..<12).map { _ in Double(Int.random(in: range, using: &generator)) }
    }
    return LinearProgram(
      minimise: numbers(10...60).map { -$0 },
      rows: (0..<3).map { _ in (numbers(5...40), .atMost(100)) },
      bounds: [Bounds](repeating: Bounds(lower: 0, upper: 1), count: 12), whole: Set(0..<12))
  }()

  /// A program whose columns are whole and within -3...3.
  private static func smallWhole(seed: Int) -> LinearProgram {
    var generator = SeededGenerator(seed: seed + 1000)
    let columnCount = Int.random(in: 1...4, using: &generator)
    let rows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      let coefficients = (0..<columnCount).map { _ in
        Double(Int.random(in: -5...5, using: &generator))
      }
      return (coefficients, Bounds.random(using: &generator))
    }
    return LinearProgram(
      minimise: (0..<columnCount).map { _ in Double(Int.random(in: -5...5, using: &generator)) },
      rows: rows,
      bounds: (0..<columnCount).map { _ in
        let lower = Double(Int.random(in: -3...1, using: &generator))
        return Bounds(lower: lower, upper: lower + 2.5)
      }, whole: Set(0..<columnCount))
  }

  /// The least cost over all whole points within the column bounds; nil if none keeps the rows.
  private static func bestCost(of program: LinearProgram) -> Double? {
    let bounds = program.columns.bounds
    var best: Double?
    var point: [Double] = []
    func extend() {
      guard point.count < bounds.count else {
        let check = FeasibilityCheck(of: point, in: program, tolerance: 1e-9)
        if check.isFeasible {
          best = min(best ?? .infinity, check.cost)
        }
        return
      }
      let range = bounds[point.count]
      var value = range.lower.rounded(.up)
      while value <= range.upper {
        point.append(value)
        extend()
        point.removeLast()
        value += 1
      }
    }
    extend()
    return best
  }
}
