import LinearProgramming
import LinearProgrammingTestSupport
import Testing

struct CoefficientRangeTests {
  @Test
  func `the range runs from the smallest to the largest coefficient, with their places`() throws {
    let program = LinearProgram(
      minimise: [1e9, 0, 0], rows: [([2, -0.5, 0], .atMost(1e-9)), ([0, 8, -100], .free)])
    let range = try #require(CoefficientRange(of: program))
    #expect(range.smallest == .init(row: 0, column: 1, magnitude: 0.5))
    #expect(range.largest == .init(row: 1, column: 2, magnitude: 100))
    #expect(range.ratio == 200)
  }

  @Test
  func `entries of 0 do not count`() {
    var program = LinearProgram(name: "zero", objectiveName: "cost")
    let row = program.addRow("r", .free)
    program.addColumn("x", cost: 1, entries: [(row: row, coefficient: 0)])
    #expect(CoefficientRange(of: program) == nil)
  }
}
