import BenchmarkModels
import ForceData
import ForceModel
import Foundation
import TestSupport
import Testing

@Suite struct GeneratorTests {
  /// The files of the models from which figures were published: other bytes would make figures from
  /// before and after incomparable.
  @Test(arguments: [
    ("S", "bbb74fe9c6c445db"), ("M", "7c5d9cc5336929ee"), ("TS", "9bc8cb15e4d6fbcb"),
    ("TM", "bdc9a22e63fe016f"),
  ])
  func `a model is the same for everyone`(name: String, fingerprint: String) throws {
    let files = ModelWriter.files(of: try model(name))
    // FNV-1a over all bytes.
    let hash = files.flatMap(\.bytes).reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    #expect(String(hash, radix: 16) == fingerprint)
  }

  @Test(arguments: ["S", "M", "L", "TS", "TM", "TL"])
  func `the reader of data packages finds nothing wrong with a model`(name: String) throws {
    let model = try model(name)
    let scratch = try ScratchFolder()
    try AtomicOutput.write(
      ModelWriter.files(of: model), toFolder: scratch.path("model"), replacing: .nothing)
    let reading = ModelReader().read(folder: scratch.path("model"))
    #expect(reading.findings.filter { $0.severity == .error }.map(\.text) == [])
    var read = try #require(reading.model)
    read.identity = model.identity
    #expect(read == model)
  }

  @Test(arguments: BenchmarkModel.all)
  func `a model has the size that its name stands for`(size: BenchmarkModel) {
    let model = size.model()
    #expect(model.contributors.count == size.contributorCount)
    #expect(model.contributions.count == size.contributionCount)
    #expect(model.crises.count == size.crisisCount)
    #expect(Set(model.contributions.map(\.contributor)).count == size.contributorCount)
    #expect(Set(model.requirements.map(\.crisis)).count == size.crisisCount)
    let grid = TimeGrid(policy: model.policy, requirements: model.requirements)
    switch size.timing {
    case .singlePeriod:
      #expect(model.requirements.count == size.requirementCount)
      #expect(Set(model.requirements.map { $0.from...$0.until }).count == 1)
      #expect(grid.count == 2)
    case .phased(let periods, _):
      #expect(grid.count == periods)
      #expect(model.requirements.allSatisfy { $0.until <= model.policy.horizonDays })
    }
  }

  @Test(arguments: BenchmarkModel.all)
  func `identifiers are unique and sorted, and so are caveats`(size: BenchmarkModel) {
    let model = size.model()
    let names = [
      model.contributors.map(\.id), model.locations.map(\.id), model.capabilities.map(\.id),
      model.contributions.map(\.id), model.crises.map(\.id), model.requirements.map(\.id),
      model.modes.map(\.id), model.liftPools.map(\.id),
    ]
    for column in names { #expect(column == Set(column).sorted()) }
    let caveats = model.caveats.map {
      [$0.contributor, $0.crisis ?? -1, $0.capability ?? -1, $0.mode ?? -1]
    }
    #expect(zip(caveats, caveats.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `a seed gives another model of the same size, its own each time`() throws {
    let (first, second) = (try model("M"), try model("M-2"))
    #expect(first == (try model("M-1")))
    #expect(second == (try model("M-2")))
    #expect(second != (try model("M-3")))
    #expect(second.identity.name == "benchmark-m-2")
    #expect(first.contributions != second.contributions)
    #expect(first.contributions.count == second.contributions.count)
    #expect(first.requirements.count == second.requirements.count)
    #expect(first.requirements != second.requirements)
  }

  @Test(arguments: ["", "H", "-2", "M-", "M-0", "M--2", "M-02", "M-x", "M-2-3", "m"])
  func `what is no rung or no seed names no model`(name: String) {
    #expect(BenchmarkModel.named(name) == nil)
  }

  private func model(_ name: String) throws -> PlanningModel {
    try #require(BenchmarkModel.named(name)).model()
  }
}
