import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Testing

/// Every figure of an advice is what a plan from scratch finds with the change made.
@Suite struct AdviserTests {
  private static let engines = GLPKEngineProvider()

  private func expectProof(_ model: PlanningModel, top: Int) throws {
    let adviser = try Adviser(for: model, engines: Self.engines)
    guard adviser.base.status == .optimal else { return }
    let advice = try adviser.advice(top)
    let level = try #require(adviser.base.goals.firstIndex { $0.name == advice.goal.name })
    var measured = model
    measured.policy.goals =
      level == 0 || advice.goal.name.hasPrefix("shortfall")
      ? [.shortfall] : model.policy.goals
    func value(with change: ModelChange) throws -> Double {
      let plan = try Planner(engines: Self.engines).plan(measured.applying(change))
      #expect(plan.certificate.verification.complaints.isEmpty)
      return plan.goals[level].value
    }
    let scale = max(1, advice.goal.value)
    for line in advice.improvements + advice.members + advice.spare {
      guard line.isPlan else {
        let plan = try Planner(engines: Self.engines).plan(measured.applying(line.change))
        #expect(plan.status == .infeasible)
        continue
      }
      let expected = try value(with: line.change)
      #expect(abs(line.value - expected) <= 1e-6 * scale, "\(line.description)")
      #expect(
        abs(line.gain - (advice.goal.value - expected)) <= 1e-6 * scale, "\(line.description)")
      for point in line.curve {
        let change = try #require(line.change.times(point.multiple))
        let expected = try value(with: change)
        #expect(
          abs(point.gain - (advice.goal.value - expected)) <= 1e-6 * scale, "\(line.description)")
      }
    }
    #expect(advice.improvements.count <= top)
    #expect(advice.improvements.map(\.gain) == advice.improvements.map(\.gain).sorted(by: >))
    #expect(advice.improvements.allSatisfy { $0.gain > 0 })
    #expect(advice.members.count == model.contributors.count)
    #expect(advice.spare.allSatisfy { abs($0.gain) <= 1e-6 * scale })
  }

  @Test(arguments: 1...30)
  func `gains of a random model are those of plans with the change`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    try expectProof(model, top: 4)
  }

  @Test(arguments: ["three-crises", "osh-2010"])
  func `gains of a shipped model are those of plans with the change`(name: String) throws {
    try expectProof(try ShippedModel.read(name), top: 3)
  }

  /// More of a limit never gains more than its price promises, because shortfall is convex in the limits.
  @Test(arguments: 1...60)
  func `more units gain no more than their price says`(seed: Int) throws {
    var model = RandomModel(seed: seed).model
    model.policy.wholeUnits = false
    model.policy.priorities = .weighted
    let adviser = try Adviser(for: model, engines: Self.engines)
    guard adviser.base.status == .optimal else { return }
    for line in try adviser.advice(20).improvements {
      switch line.change {
      case .moreUnits, .moreAssets:
        let estimate = try #require(line.estimate)
        #expect(line.gain <= estimate + 1e-6 * max(1, estimate), "\(line.description)")
      default: break
      }
    }
  }

  @Test func `three crises by hand`() throws {
    let model = try ShippedModel.read("three-crises")
    let advice = try Adviser(for: model, engines: Self.engines).advice(3)
    let best = try #require(advice.improvements.first)
    // Karakul's police cover the first six days that nobody else can: 100 persons, weight 1.
    #expect(best.description == "Karakul-police ready after 0 days instead of 4")
    #expect(abs(best.gain - 600) < 1e-6)
    #expect(advice.members.map(\.subject).first == "Balkhash")
    #expect(advice.spare.map(\.subject) == ["Karakul-police"])
  }

  @Test func `the same advice with any number of threads`() throws {
    let model = try ShippedModel.read("three-crises")
    let advices = try [1, 2, 3].map { threads in
      try Adviser(
        for: model, engines: Self.engines, options: PlanningOptions(threads: threads)
      ).advice(8)
    }
    #expect(advices[0] == advices[1])
    #expect(advices[0] == advices[2])
  }

  @Test func `a higher cap on shares never makes the shortfall worse`() throws {
    let model = try ShippedModel.read("central-asia")
    let caps = [0.3, 0.4, 0.5, 0.75, 1]
    let values = try Adviser(for: model, engines: Self.engines).values(overShareCaps: caps)
    #expect(values == values.sorted(by: >))
    var capped = model
    capped.policy.goals = [.shortfall]
    capped.policy.shareCapPerCrisis = 0.4
    let plan = try Planner(engines: Self.engines).plan(capped)
    #expect(abs(plan.goals[0].value - values[1]) <= 1e-6 * values[1])
  }

  @Test func `without shortfall the next goal is measured`() throws {
    var model = try ShippedModel.read("three-crises")
    for index in model.requirements.indices { model.requirements[index].quantity = 1 }
    let adviser = try Adviser(for: model, engines: Self.engines)
    guard adviser.base.goals[0].value == 0 else { return }
    let advice = try adviser.advice(3)
    #expect(advice.goal.name == "effort")
    #expect(advice.improvements.allSatisfy { $0.gain > 0 })
  }
}
