import LinearProgramming
import LinearProgrammingTestSupport
import Testing

struct MPSTextTests {
  @Test
  func `every kind of row and bound has its form`() throws {
    var program = LinearProgram(name: "forms", objectiveName: "cost")
    let least = program.addRow("least", .atLeast(-3))
    let most = program.addRow("most", .atMost(1e16))
    let equal = program.addRow("equal", .fixed(0.1))
    let range = program.addRow("range", Bounds(lower: 1, upper: 2.5))
    let free = program.addRow("unlimited", .free)
    program.addColumn(
      "plain", cost: 1, entries: [(row: least, coefficient: 1), (row: most, coefficient: -1)])
    program.addColumn(
      "any", cost: -2.5, bounds: .free, entries: [(row: most, coefficient: 1e-7)])
    program.addColumn(
      "fixed", cost: 0, bounds: .fixed(-4), entries: [(row: equal, coefficient: -0.1)])
    program.addColumn(
      "count", cost: 0, bounds: .atLeast(2), isWhole: true,
      entries: [(row: range, coefficient: 3)])
    program.addColumn(
      "high", cost: 0, bounds: .atMost(9), entries: [(row: range, coefficient: -3)])
    program.addColumn(
      "both", cost: 0, bounds: Bounds(lower: -2, upper: -1), isWhole: true,
      entries: [(row: free, coefficient: 1)])
    #expect(
      MPSText.text(of: program) == """
        NAME forms FREE
        ROWS
         N cost
         G least
         L most
         E equal
         G range
         N unlimited
        COLUMNS
         plain cost 1
         plain least 1
         plain most -1
         any cost -2.5
         any most 1e-07
         fixed equal -0.1
         M1 'MARKER' 'INTORG'
         count range 3
         M2 'MARKER' 'INTEND'
         high range -3
         M3 'MARKER' 'INTORG'
         both unlimited 1
         M4 'MARKER' 'INTEND'
        RHS
         RHS least -3
         RHS most 1e+16
         RHS equal 0.1
         RHS range 1
        RANGES
         RNG range 1.5
        BOUNDS
         FR BND any
         FX BND fixed -4
         LO BND count 2
         PL BND count
         MI BND high
         UP BND high 9
         LO BND both -2
         UP BND both -1
        ENDATA

        """)
  }

  @Test
  func `a range is stated from the end from which the other comes back exactly`() throws {
    // 0.1 + (0.7 - 0.1) is not 0.7, but 0.7 - (0.7 - 0.1) is 0.1.
    let program = LinearProgram(minimise: [1], rows: [([1], Bounds(lower: 0.1, upper: 0.7))])
    let text = MPSText.text(of: program)
    let form = try #require(text.split(separator: "\n").first { $0.hasSuffix(" r1") })
    let width = 0.7 - 0.1
    #expect(form == (0.1 + width == 0.7 ? " G r1" : " L r1"))
    #expect(0.1 + width == 0.7 || 0.7 - width == 0.1)
  }

  @Test
  func `an objective that is named like a row gets another name`() throws {
    var program = LinearProgram(name: "x", objectiveName: "cost")
    _ = program.addRow("cost", .atMost(1))
    let text = MPSText.text(of: program)
    #expect(text.contains(" N cost_2\n L cost\n"))
  }
}
