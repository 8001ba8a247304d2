public import ForceModel
public import LinearProgramming

/// Makes burdens even level by level: the lexicographic minimum of the burdens, the largest first.
///
/// Once the largest burden is as small as it can be, members whose burden has a price carry just as much in
/// every plan as good as this one. They get that as their limit and leave the goal, and what the largest
/// burden of the others can be is the next level (Nace and Pióro 2008). Each level fixes a member at least.
public struct EvenBurdenPlanner: Sendable {
  private let model: PlanningModel
  private let planner: VariantPlanner
  /// Place of the burden among the goals.
  private let level: Int

  /// Burdens below this part of the largest count as none.
  private static let tolerance = 1e-9

  /// Plans the model with its own goals; where the burden is not among them, it comes after the shortfall.
  ///
  /// Units may deploy in part: whole units have no prices that could tell who cannot carry less.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public init(
    for model: PlanningModel, engines: any LinearProgramEngineProvider,
    options: PlanningOptions = PlanningOptions()
  ) throws {
    var measured = model
    measured.policy.wholeUnits = false
    if !measured.policy.goals.contains(.burden) { measured.policy.goals.insert(.burden, at: 1) }
    self.model = measured
    planner = try VariantPlanner(of: measured, engines: engines, options: options)
    level = GoalLevel.levels(of: measured).firstIndex { $0.goal == .burden } ?? 1
  }

  /// The plan of the goals as they are.
  public var base: Plan { planner.base }

  /// The levels and the plan that has them.
  ///
  /// - Returns: nil where a plan could not be finished or proven.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  /// - Complexity: at most one plan of a variant for each member.
  public func evened() throws -> EvenBurden? {
    var steps: [EvenBurden.Step] = []
    var limited = model
    var plan = base
    while true {
      guard plan.status == .optimal || plan.status == .feasible else { return nil }
      let open = limited.contributors.indices.filter { limited.contributors[$0].burdenLimit == nil }
      guard !open.isEmpty else { return EvenBurden(steps: steps, base: base, plan: plan) }
      let burden = plan.goals[level].value
      let isLast = burden <= Self.tolerance * (steps.first?.burden ?? burden)
      let priced = Set(
        plan.certificate.levels[level].rows.filter { $0.family == .burden }.map(\.subject))
      let fixed = open.filter { isLast || priced.contains(limited.contributors[$0].id) }
      guard !fixed.isEmpty else { return nil }
      steps.append(
        EvenBurden.Step(
          burden: burden, contributors: fixed.map { limited.contributors[$0].id }))
      // A little more than the level, so that rounding does not cost strength.
      for member in fixed { limited.contributors[member].burdenLimit = burden * (1 + 1e-9) }
      plan = try planner.plan(limited)
    }
  }
}
