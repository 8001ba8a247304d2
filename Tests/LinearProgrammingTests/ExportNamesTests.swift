import LinearProgramming
import Testing

/// The names that the writers use, read off their texts.
struct ExportNamesTests {
  /// The names that columns with these names get.
  private static func written(_ names: [String]) throws -> [String] {
    var program = LinearProgram(name: "names", objectiveName: "cost")
    for name in names {
      program.addColumn(name, cost: 1, entries: [])
    }
    let lines = MPSText.text(of: program).split(separator: "\n")
    return lines.filter { $0.hasSuffix(" cost 1") }.map { line in
      String(line.split(separator: " ")[0])
    }
  }

  @Test
  func `plain names stay`() throws {
    let names = ["x", "supply.RWA.infantry_battalion", "a(1)", "_", "E5", "e5", "freedom", "r2.d2"]
    #expect(try Self.written(names) == names)
  }

  @Test(arguments: [
    ("", "_"), ("1st", "_1st"), (".5", "_.5"), ("(x)", "_(x)"), ("a b", "a_b"), ("a-b", "a_b"),
    ("Übung", "__bung"), ("x>=1", "x__1"), ("free", "_free"), ("End", "_End"), ("ST", "_ST"),
    ("s.t.", "_s.t."), ("infantry", "_infantry"), ("Inf", "_Inf"), ("NaN1", "_NaN1"),
    ("a\nb", "a_b"),
  ])
  func `other names become plain`(_ name: String, _ plain: String) throws {
    #expect(try Self.written([name]) == [plain])
  }

  @Test
  func `names stay unique, whatever they become`() throws {
    #expect(
      try Self.written(["a b", "a_b", "a-b", "a_b_2", "a?b"])
        == ["a_b_3", "a_b", "a_b_4", "a_b_2", "a_b_5"])
  }

  @Test
  func `long names are cut, and a digest keeps them apart`() throws {
    let long = String(repeating: "x", count: 150)
    let names = try Self.written([long + "1", long + "2", String(long.prefix(96))])
    #expect(names.allSatisfy { $0.utf8.count <= 96 })
    #expect(Set(names).count == 3)
    #expect(names[2] == String(long.prefix(96)))
    // A name does not depend on its neighbours.
    #expect(try Self.written([long + "2"]) == [names[1]])
  }

  @Test
  func `a long name that must be altered twice is still short`() throws {
    let long = "1" + String(repeating: "y", count: 200)
    let name = try #require(try Self.written([long]).first)
    #expect(name.utf8.count <= 96)
    #expect(name.hasPrefix("_1y"))
  }
}
