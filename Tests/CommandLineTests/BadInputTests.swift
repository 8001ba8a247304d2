import Foundation
import TestSupport
import Testing

/// Bad input ends with its finding: no crash, no hanging, nothing written.
@Suite struct BadInputTests {
  @Test func `there are a hundred cases`() {
    #expect(BadModel.all.count >= 100)
    #expect(Set(BadModel.all.map(\.name)).count == BadModel.all.count)
  }

  @Test(arguments: BadModel.all)
  func `a spoilt model is refused with its finding`(model: BadModel) throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url.appendingPathComponent("model")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try model.write(to: folder)
    let before = try Self.names(below: scratch.url)

    let validation = try Forceplan.run(["validate", "model"], in: scratch.url)
    #expect(validation.exitCode == model.exitCode)
    let lines = validation.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix(model.finding + ":") }, "\(validation.output)")
    #expect(!validation.output.contains("\u{1B}"))

    let solving = try Forceplan.run(["solve", "model", "-o", "plan"], in: scratch.url)
    #expect(solving.exitCode == model.exitCode)
    #expect(solving.output == "")
    #expect(solving.errors.contains(model.finding + ":"))
    #expect(try Self.names(below: scratch.url) == before)
  }

  private static func names(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
  }
}
