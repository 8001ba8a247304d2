import LinearProgramming
import LinearProgrammingTestSupport
import Testing

struct LPTextTests {
  @Test
  func `every kind of row and bound has its form`() throws {
    var program = LinearProgram(name: "forms", objectiveName: "cost")
    let least = program.addRow("least", .atLeast(-3))
    let most = program.addRow("most", .atMost(1e16))
    let equal = program.addRow("equal", .fixed(0.1))
    let range = program.addRow("range", Bounds(lower: 1, upper: 2.5))
    let free = program.addRow("unlimited", .free)
    _ = program.addRow("empty", .atMost(0))
    program.addColumn(
      "plain", cost: 1, entries: [(row: least, coefficient: 1), (row: most, coefficient: -1)])
    program.addColumn(
      "any", cost: -2.5, bounds: .free, entries: [(row: most, coefficient: 1e-7)])
    program.addColumn(
      "fixed", cost: 0, bounds: .fixed(-4), entries: [(row: equal, coefficient: -0.1)])
    program.addColumn(
      "low", cost: 0, bounds: .atLeast(0.5), entries: [(row: range, coefficient: 3)])
    program.addColumn(
      "high", cost: 0, bounds: .atMost(9), entries: [(row: range, coefficient: -3)])
    program.addColumn(
      "both", cost: 0, bounds: Bounds(lower: 0, upper: 7), isWhole: true,
      entries: [(row: free, coefficient: 1)])
    program.addColumn("unused", cost: 0, isWhole: true, entries: [])
    #expect(
      LPText.text(of: program) == """
        \\ forms
        Minimize
         cost: + plain - 2.5 any + 0 unused
        Subject To
         least: + plain >= -3
         most: - plain + 1e-07 any <= 1e+16
         equal: - 0.1 fixed = 0.1
         range: + 3 low - 3 high >= 1
         range.upper: + 3 low - 3 high <= 2.5
        \\ unlimited has no limits
         empty: + 0 plain <= 0
        Bounds
         any free
         fixed = -4
         low >= 0.5
         -inf <= high <= 9
         0 <= both <= 7
        Generals
         both
         unused
        End

        """)
  }

  @Test
  func `a program without rows or columns is filled up to what the format asks for`() throws {
    #expect(
      LPText.text(of: LinearProgram(name: "nothing", objectiveName: "cost")) == """
        \\ nothing
        Minimize
         cost: + 0 _none
        Subject To
         _none: + 0 _none >= 0
        Bounds
         _none = 0
        End

        """)
  }

  @Test
  func `long sums are broken into lines`() throws {
    let program = LinearProgram(
      minimise: [Double](repeating: 123.5, count: 60),
      rows: [([Double](repeating: -1, count: 60), .atMost(1))])
    let text = LPText.text(of: program)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 110 })
    // A broken line must not begin with something that may be taken for a keyword.
    let sections = ["Minimize", "Subject To", "Bounds", "End"]
    #expect(
      lines.allSatisfy { $0.hasPrefix(" ") || $0.hasPrefix("\\") || sections.contains(String($0)) })
    #expect(text.split { $0 == " " || $0 == "\n" }.count { $0.hasPrefix("x") } == 120)
  }

  @Test
  func `numbers are written with all their digits and no more`() throws {
    let numbers: [(Double, String)] = [
      (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"), (3, "3"), (-0.5, "-0.5"),
      (1e15, "1000000000000000"), (1e17, "1e+17"),
      (123_456_789.125, "123456789.125"), (1e-9, "1e-09"), (2.5e300, "2.5e+300"),
    ]
    for (number, text) in numbers {
      let program = LinearProgram(minimise: [1], rows: [([1], .atLeast(number))])
      let line = LPText.text(of: program).split(separator: "\n").first { $0.contains("r1:") }
      let written = try #require(line?.split(separator: " ").last)
      #expect(written == text)
      #expect(Double(written) == number)
    }
  }

  @Test
  func `a long text comes in pieces, in their order`() throws {
    let program = LinearProgram(
      minimise: [Double](repeating: 1, count: 3000),
      rows: (1...20).map { ([Double](repeating: Double($0), count: 3000), .atMost(1)) })
    var pieces: [[UInt8]] = []
    LPText.write(program) { pieces.append(Array($0)) }
    #expect(pieces.count > 3)
    #expect(pieces.allSatisfy { $0.count < 70_000 })
    #expect(String(decoding: pieces.joined(), as: UTF8.self) == LPText.text(of: program))
  }

  @Test
  func `a failure to take a piece ends the writing`() {
    struct Full: Error {}
    let program = LinearProgram(minimise: [1], rows: [([1], .atMost(1))])
    #expect(throws: Full.self) { try LPText.write(program) { _ in throw Full() } }
    #expect(throws: Full.self) { try MPSText.write(program) { _ in throw Full() } }
  }
}
