import LinearProgramming

// How solves end: with a point and with none, with a lower end of the cost and with none, and all
// programs without rows, columns or entries.
extension EngineConformance {
  static let statusChecks: [Check] = [
    statusCheck("an optimum is found", optimum, .optimal, cost: -12),
    statusCheck("a program without a point is infeasible", infeasible, .infeasible),
    statusCheck("a program without a lower end is unbounded", unbounded, .unbounded),
    statusCheck("a program with neither is infeasible", infeasibleWithFallingCost, .infeasible),
    statusCheck("nothing at all has cost 0", LinearProgram(minimise: [], rows: []), .optimal),
    statusCheck(
      "rows without columns are kept if 0 is within their bounds",
      LinearProgram(minimise: [], rows: [([], .atMost(1)), ([], .free)]), .optimal),
    statusCheck(
      "rows without columns are broken if 0 is outside their bounds",
      LinearProgram(minimise: [], rows: [([], .atMost(1)), ([], .atLeast(1))]), .infeasible),
    statusCheck(
      "columns without rows go to their best bound",
      LinearProgram(
        minimise: [2, -3, 0], rows: [],
        bounds: [.atLeast(-1), Bounds(lower: 0, upper: 4), .free]), .optimal, cost: -14),
    statusCheck(
      "a column without rows and without an end is unbounded",
      LinearProgram(minimise: [-1], rows: []), .unbounded),
    statusCheck(
      "rows without entries decide as much as others",
      LinearProgram(minimise: [-1], rows: [([0], .atLeast(1))]), .infeasible),
    statusCheck(
      "every kind of bound is kept, on rows and columns", everyKindOfBound, .optimal, cost: 0.5),
    statusCheck(
      "costs as small as 1e-9 count", scaledCosts(1e-9), .optimal, cost: -12e-9),
    statusCheck("costs as large as 1e9 count", scaledCosts(1e9), .optimal, cost: -12e9),
  ]

  private static func statusCheck(
    _ description: String, _ program: LinearProgram, _ termination: LinearTermination,
    cost: Double = 0
  ) -> Check {
    Check(description: description) { provider in
      let answer = try solveCold(program, by: provider)
      try expect(answer.termination == termination, "it ended \(answer.termination)")
      let scale = program.columns.costs.map(abs).max() ?? 1
      try expect(answer.cost / scale, is: cost / scale, "the cost over the largest cost")
    }
  }

  /// Most of 3 x1 + 2 x2 with x1 + x2 <= 4, x1 + 3 x2 <= 6: 12 at (4, 0).
  static let optimum = LinearProgram(
    minimise: [-3, -2], rows: [([1, 1], .atMost(4)), ([1, 3], .atMost(6))])

  private static let infeasible = LinearProgram(
    minimise: [1, 1], rows: [([1, 1], .atMost(1)), ([1, 1], .atLeast(2))])

  private static let unbounded = LinearProgram(
    minimise: [-1, 1], rows: [([1, -1], .atLeast(-2)), ([1, 1], .atLeast(1))])

  private static let infeasibleWithFallingCost = LinearProgram(
    minimise: [-1, -1, 0], rows: [([1, -1, 0], .atLeast(1)), ([1, -1, 0], .atMost(0))])

  /// x1 free, x2 <= -1, x3 = 2, -1 <= x4 <= 1, x5 >= 0.5; each kind of row holds one of them down.
  private static let everyKindOfBound = LinearProgram(
    minimise: [1, -1, 1, -1, 1],
    rows: [
      ([1, 0, 1, 0, 0], .atLeast(-1)),
      ([0, 1, 0, 0, -1], .atMost(-2)),
      ([0, 0, 0, 2, 0], Bounds(lower: -1, upper: 1)),
      ([0, 0, 1, 0, 2], .fixed(3)),
      ([1, 1, 1, 1, 1], .free),
    ],
    bounds: [.free, .atMost(-1), .fixed(2), Bounds(lower: -1, upper: 1), .atLeast(0.5)])

  private static func scaledCosts(_ factor: Double) -> LinearProgram {
    LinearProgram(
      minimise: [-3 * factor, -2 * factor],
      rows: [([1, 1], .atMost(4)), ([1, 3], .atMost(6))])
  }
}
