import LinearProgramming
import LinearProgrammingTestSupport
import Testing

struct FeasibilityCheckTests {
  private static let program = LinearProgram(
    minimise: [2, 3], rows: [([1, 1], .atLeast(4)), ([1, -1], Bounds(lower: -200, upper: 1))],
    bounds: [Bounds(lower: 0, upper: 5), .nonNegative], whole: [1])

  @Test
  func `a point that keeps all limits is feasible, and has its cost`() {
    let check = FeasibilityCheck(of: [2.5, 2], in: Self.program)
    #expect(check.isFeasible)
    #expect(check.cost == 11)
  }

  @Test
  func `broken limits are named with their amounts over the bound`() {
    let check = FeasibilityCheck(of: [6, -0.5], in: Self.program)
    #expect(
      check.violations == [
        .init(limit: .row(1), amount: 5.5),
        .init(limit: .column(0), amount: 0.2),
        .init(limit: .column(1), amount: 0.5),
        .init(limit: .wholeness(1), amount: 0.5),
      ])
    let low = FeasibilityCheck(of: [0, 201], in: Self.program)
    #expect(low.violations == [.init(limit: .row(1), amount: 0.005)])
  }

  @Test
  func `the tolerance decides`() {
    let point = [4.0 - 1e-5, 0]
    #expect(FeasibilityCheck(of: point, in: Self.program, tolerance: 1e-4).violations.count == 1)
    #expect(FeasibilityCheck(of: [1.99999999, 2], in: Self.program).isFeasible)
    #expect(!FeasibilityCheck(of: [1.99999999, 2], in: Self.program, tolerance: 1e-10).isFeasible)
  }

  @Test
  func `a point that is not made of numbers is not feasible`() {
    let check = FeasibilityCheck(of: [.nan, 2], in: Self.program)
    #expect(check.violations.map(\.limit) == [.row(0), .row(1), .column(0)])
    #expect(check.violations.allSatisfy { $0.amount.isNaN })
  }
}
