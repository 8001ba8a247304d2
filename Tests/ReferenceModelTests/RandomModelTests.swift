import ForceData
import ForceModel
import ForcePlanningTestSupport
import Foundation
import TestSupport
import Testing

/// The reference model on random models, and the random models themselves.
struct RandomModelTests {
  static let seeds = 1...200

  /// What the oracle says of every seed, once for all tests.
  static let outcomes: [Result<OracleOutcome, any Error>] = seeds.map { seed in
    Result { try MathProgOracle().solve(RandomModel(seed: seed).model) }
  }

  @Test func `every random model is solved`() {
    for (seed, outcome) in zip(Self.seeds, Self.outcomes) {
      guard case .failure(let failure) = outcome else { continue }
      Issue.record("seed \(seed): \(failure)")
    }
  }

  @Test func `the reference model allows exactly the tours of the definitions`() {
    for (seed, optimum) in optima {
      let tours = LiteralTours(RandomModel(seed: seed).model).tours
      #expect(optimum.tours == tours.count, "seed \(seed)")
    }
  }

  @Test func `no goal is negative`() {
    for (seed, optimum) in optima {
      #expect(optimum.values.allSatisfy { $0 > -1e-6 }, "seed \(seed): \(optimum.values)")
    }
  }

  @Test func `most models leave a shortfall and contradictions are few`() {
    let shortfalls = optima.count { ($0.optimum.values.first ?? 0) > 1e-6 }
    let contradictions = Self.seeds.count - optima.count
    #expect(shortfalls >= 150)
    #expect(3...20 ~= contradictions)
  }

  @Test(arguments: [
    ("supply", 100), ("requirement", 150), ("task", 150), ("lift", 40), ("share", 60),
    ("share_overall", 30), ("burden", 50), ("commitment", 5),
  ])
  func `every family of rows has its price in many models`(family: String, models: Int) {
    #expect(optima.count { $0.optimum.pricedFamilies.contains(family) } >= models)
  }

  @Test func `every feature occurs`() {
    let models = Self.seeds.map { RandomModel(seed: $0).model }
    for (name, isIn) in Self.features {
      #expect(models.count(where: isIn) >= 5, "\(name)")
    }
  }

  @Test func `the same seed gives the same model and another seed another`() {
    for seed in Self.seeds {
      let model = RandomModel(seed: seed).model
      #expect(model == RandomModel(seed: seed).model)
      #expect(model != RandomModel(seed: seed + 1).model)
    }
  }

  @Test func `models are valid as files are: written and read back they are the same`() throws {
    let folder = try ScratchFolder()
    for seed in stride(from: 1, through: 200, by: 4) {
      let model = RandomModel(seed: seed).model
      for file in ModelWriter.files(of: model) {
        try folder.write("\(seed)/\(file.name)", Data(file.bytes))
      }
      let reading = ModelReader().read(folder: folder.path("\(seed)"))
      var read = try #require(reading.model, "seed \(seed): \(reading.findings.map(\.text))")
      read.identity = model.identity
      #expect(read == model, "seed \(seed)")
    }
  }

  @Test func `fixed deployments stand on tours that exist`() {
    for seed in Self.seeds {
      let model = RandomModel(seed: seed).model
      let tours = LiteralTours(model).tours
      for fixed in model.fixedDeployments {
        #expect(
          tours.contains {
            $0.contribution == fixed.contribution && $0.crisis == fixed.crisis
              && $0.mode == fixed.mode && $0.lift == fixed.lift && $0.from == fixed.from
              && $0.until == fixed.until
          }, "seed \(seed)")
      }
    }
  }

  /// The seeds that have an optimum.
  private var optima: [(seed: Int, optimum: OracleOptimum)] {
    zip(Self.seeds, Self.outcomes).compactMap { seed, outcome in
      guard case .success(.optimal(let optimum)) = outcome else { return nil }
      return (seed, optimum)
    }
  }

  private static let features: [(String, @Sendable (PlanningModel) -> Bool)] = [
    ("whole units", { $0.policy.wholeUnits }),
    ("verified strength", { $0.policy.strength == .verified }),
    ("expected strength", { $0.policy.strength == .expected }),
    ("pre-emptive priorities", { $0.policy.priorities == .preemptive }),
    ("share cap per crisis", { $0.policy.shareCapPerCrisis < 1 }),
    ("overall share cap", { $0.policy.shareCapOverall < 1 }),
    ("own share cap", { $0.contributors.contains { $0.shareCap != nil } }),
    ("burden weights", { $0.contributors.contains { $0.burdenWeight != 1 } }),
    ("burden before effort", { comes(.burden, before: .effort, in: $0) }),
    ("effort before burden", { comes(.effort, before: .burden, in: $0) }),
    ("cost", { $0.policy.goals.contains(.cost) }),
    ("delay", { $0.policy.goals.contains(.delay) }),
    ("shortfall alone", { $0.policy.goals == [.shortfall] }),
    ("minimum tour", { $0.policy.minimumTourDays > 0 }),
    ("maximum tour", { $0.contributions.contains { $0.maximumTour != nil } }),
    ("dwell", { $0.contributions.contains { $0.dwellRatio > 0 } }),
    ("notice", { $0.contributions.contains { $0.noticeToMove > 0 } }),
    ("warning", { $0.crises.contains { $0.warning > 0 } }),
    ("return lift", { $0.policy.chargeReturnLift && !$0.liftPools.isEmpty }),
    ("resolution 0.1", { $0.policy.timeResolutionDays == 0.1 }),
    ("resolution 1", { $0.policy.timeResolutionDays == 1 }),
    ("substitutions", { !$0.substitutions.isEmpty }),
    ("requirements in units", { $0.requirements.contains { $0.unit == .units } }),
    ("distances", { !$0.distances.isEmpty }),
    ("longest distance", { $0.modes.contains { $0.maximumKilometres != nil } }),
    (
      "no pool but needed",
      { model in
        model.modes.indices.contains { mode in
          model.modes[mode].needsLift
            && !model.liftPools.contains { $0.mode == mode && $0.seats > 0 }
        }
      }
    ),
    ("pool of a member", { $0.liftPools.contains { $0.owner != nil } }),
    ("pool without seats", { $0.liftPools.contains { $0.seats == 0 } }),
    ("pool without tonnes", { $0.liftPools.contains { $0.tonnes == 0 } }),
    ("pool partly available", { $0.liftPools.contains { $0.availability < 1 } }),
    (
      "pool of a mode that needs none",
      { model in
        model.liftPools.contains { !model.modes[$0.mode].needsLift }
      }
    ),
    ("caveat on a crisis", { $0.caveats.contains { $0.crisis != nil } }),
    ("caveat on a capability", { $0.caveats.contains { $0.capability != nil } }),
    ("caveat on a mode", { $0.caveats.contains { $0.mode != nil } }),
    ("fixed deployments", { !$0.fixedDeployments.isEmpty }),
    ("units without tonnes", { $0.contributions.contains { $0.tonnes == 0 } }),
    ("pledge of no units", { $0.contributions.contains { $0.units == 0 } }),
  ]

  private static func comes(_ first: Goal, before second: Goal, in model: PlanningModel) -> Bool {
    guard let one = model.policy.goals.firstIndex(of: first),
      let other = model.policy.goals.firstIndex(of: second)
    else { return false }
    return one < other
  }
}
