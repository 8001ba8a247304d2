import ForceData
import TestSupport
import Testing

/// Lists of variants, up to the length that a night of planning has.
@Suite struct VariantListTests {
  private func list(_ text: String) throws -> VariantList {
    let folder = try ScratchFolder(["list.txt": text])
    var list = VariantList()
    try list.addAll(ofFile: folder.path("list.txt"))
    return list
  }

  // Looking every name up among all others would take hours.
  @Test(.timeLimit(.minutes(5)))
  func `a hundred thousand variants are listed without delay`() throws {
    let names = (1...100_000).map { "a-name-of-some-length-\($0)" }
    let list = try list(names.map { "variants/\($0)\n" }.joined())
    #expect(list.entries.map(\.name) == names)
  }

  @Test func `two variants of one name are refused with their folders`() throws {
    let problem = #expect(throws: VariantList.Problem.self) { try list("a/x.csv\nb/y\nc/x\n") }
    let message = try #require(problem?.message)
    #expect(message.contains("/a/"))
    #expect(message.contains("/c/"))
    #expect(message.contains("have the same name"))
  }
}
