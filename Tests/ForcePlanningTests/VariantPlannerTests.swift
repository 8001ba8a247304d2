import ForceModel
import ForcePlanning
import ForcePlanningTestSupport
import GLPKSolver
import Synchronization
import Testing

/// A variant planned from its base has the goals that it has from scratch.
@Suite struct VariantPlannerTests {
  private static let engines = GLPKEngineProvider()

  private func expectSameGoals(
    _ plan: Plan, _ reference: Plan, _ comment: Comment, location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      (plan.status == .infeasible) == (reference.status == .infeasible), comment,
      sourceLocation: location)
    guard plan.status != .infeasible else { return }
    #expect(plan.certificate.verification.complaints.isEmpty, comment, sourceLocation: location)
    for (goal, other) in zip(plan.goals, reference.goals) {
      #expect(
        abs(goal.value - other.value) <= 1e-7 * max(1, abs(other.value)),
        "\(comment) \(goal.name): \(goal.value), from scratch \(other.value)",
        sourceLocation: location)
    }
  }

  @Test(arguments: 1...60)
  func `variants of a random model have the goals that they have from scratch`(seed: Int) throws {
    let model = RandomModel(seed: seed).model
    let planner = try VariantPlanner(of: model, engines: Self.engines)
    for number in 0..<4 {
      let variant = model.randomVariant(seed: 1000 * seed + number)
      let plan = try planner.plan(variant)
      let reference = try Planner(engines: Self.engines).plan(variant)
      expectSameGoals(plan, reference, "variant \(number)")
      if reference.status == .optimal { #expect(plan.status == .optimal, "variant \(number)") }
    }
  }

  @Test(arguments: ["central-asia", "three-crises"])
  func `variants of a shipped model have the goals that they have from scratch`(
    name: String
  ) throws {
    let model = try ShippedModel.read(name)
    let planner = try VariantPlanner(of: model, engines: Self.engines)
    for number in 0..<2 {
      let variant = model.randomVariant(seed: number)
      expectSameGoals(
        try planner.plan(variant, detail: .brief), try Planner(engines: Self.engines).plan(variant),
        "variant \(number)")
    }
  }

  @Test func `a model planned from itself has the same goals`() throws {
    let model = try ShippedModel.read("three-crises")
    let planner = try VariantPlanner(of: model, engines: Self.engines)
    #expect(planner.base.status == .optimal)
    #expect(try planner.plan(model).goals == planner.base.goals)
  }

  @Test func `any number of threads gives the same plans, delivered in order`() throws {
    let model = try ShippedModel.read("three-crises")
    let planner = try VariantPlanner(of: model, engines: Self.engines)
    let runs = try [1, 2, 3].map { threads in
      var numbers: [Int] = []
      var plans: [Plan] = []
      try planner.plans(
        of: 40, threads: threads, variant: { model.randomVariant(seed: $0) },
        deliver: { number, plan in
          numbers.append(number)
          plans.append(try plan.get())
        })
      #expect(numbers == Array(0..<40))
      return plans
    }
    #expect(runs[0] == runs[1])
    #expect(runs[0] == runs[2])
  }

  @Test(arguments: 1...20)
  func `a plan does not depend on those made before it, nor on the planner that makes it`(
    seed: Int
  ) throws {
    let model = RandomModel(seed: seed).model
    let variants = (0..<6).map { model.randomVariant(seed: 1000 * seed + $0) }
    let (one, other) = (
      try VariantSweep(of: model, engines: Self.engines),
      try VariantSweep(of: model, engines: Self.engines)
    )
    func lines(_ number: Int, by sweep: VariantSweep) throws -> VariantLines {
      let planned = try sweep.planned(variants[number], named: "\(number)")
      return VariantLines(of: planned, beside: sweep.base, inputs: [])
    }
    let forth = try variants.indices.map { try lines($0, by: one) }
    let back = try variants.indices.reversed().map { try lines($0, by: other) }
    #expect(forth == back.reversed())
  }

  @Test func `a brief plan says neither reasons nor prices, all else is the same`() throws {
    let model = try ShippedModel.read("three-crises")
    let planner = try VariantPlanner(of: model, engines: Self.engines)
    let variant = model.randomVariant(seed: 3)
    let brief = try planner.plan(variant, detail: .brief)
    var full = try planner.plan(variant, detail: .full)
    #expect(brief.prices.isEmpty)
    #expect(!full.prices.isEmpty)
    full.prices = []
    for index in full.shortfalls.indices { full.shortfalls[index].reason = "" }
    var quiet = brief
    for index in quiet.shortfalls.indices { quiet.shortfalls[index].reason = "" }
    #expect(quiet.goals == full.goals)
    #expect(quiet.deployments == full.deployments)
    #expect(quiet.certificate == full.certificate)
  }

  private struct Enough: Error {}

  @Test func `what the receiver throws ends the planning`() throws {
    let model = try ShippedModel.read("three-crises")
    let planner = try VariantPlanner(of: model, engines: Self.engines)
    let made = Atomic(0)
    #expect(throws: Enough.self) {
      try planner.plans(
        of: 1_000, threads: 2,
        variant: {
          made.add(1, ordering: .relaxed)
          return model.randomVariant(seed: $0)
        },
        deliver: { number, _ in if number == 5 { throw Enough() } })
    }
    #expect(made.load(ordering: .relaxed) < 100)
  }
}
