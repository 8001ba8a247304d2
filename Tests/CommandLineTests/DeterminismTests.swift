import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever the surroundings.
@Suite struct DeterminismTests {
  /// Surroundings in pairs of variables and values; the tool must not care.
  private static let surroundings: [[String: String]] = [
    [:], ["SWIFT_DETERMINISTIC_HASHING": "1"], ["LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"],
    ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "C"], ["TZ": "Asia/Bishkek"],
    ["TZ": "America/St_Johns", "LC_NUMERIC": "fr_FR.UTF-8"], ["HOME": "/nonexistent"],
    ["TZ": "Pacific/Kiritimati", "LC_ALL": "ar_EG.UTF-8"], ["MALLOC_PERTURB_": "165"],
  ]

  /// What a run prints and writes, but for run.json.
  private func bytes(_ arguments: [String], environment: [String: String]) throws -> [String: Data]
  {
    let scratch = try ScratchFolder()
    let outcome = try Forceplan.run(
      arguments + ["-o", "out"], in: scratch.url, environment: environment)
    #expect(outcome.exitCode == 0)
    var bytes = ["": Data((outcome.output + outcome.errors).utf8)]
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
    where name != "run.json" {
      bytes[name] = try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/\(name)")))
    }
    return bytes
  }

  @Test(arguments: ["three-crises", "kazakhstan-2022"])
  func `twenty runs with one and two threads, in many surroundings`(name: String) throws {
    let solve = ["solve", Forceplan.models.appendingPathComponent(name).path, "-v"]
    let first = try bytes(solve, environment: [:])
    #expect(first.count == 9)
    for environment in Self.surroundings {
      for threads in ["1", "2"] {
        let other = try bytes(solve + ["--threads", threads], environment: environment)
        #expect(other == first, "\(environment), \(threads) threads")
      }
    }
  }

  @Test func `a comparison, too`() throws {
    let model = Forceplan.models.appendingPathComponent("three-crises")
    let scratch = try ScratchFolder()
    var compare = ["compare", model.path]
    for (notice, name) in ["ready", "late", "later"].enumerated() {
      try scratch.write("\(name).csv", "contribution,noticeDays\nKarakul-police,\(3 * notice)\n")
      try FileManager.default.createDirectory(
        atPath: scratch.path(name), withIntermediateDirectories: false)
      try FileManager.default.moveItem(
        atPath: scratch.path("\(name).csv"), toPath: scratch.path("\(name)/contributions.csv"))
      compare += ["--variant", scratch.path(name)]
    }
    let first = try bytes(compare, environment: [:])
    for environment in Self.surroundings {
      for threads in ["1", "2"] {
        let other = try bytes(compare + ["--threads", threads], environment: environment)
        #expect(other == first, "\(environment), \(threads) threads")
      }
    }
  }
}
