public import ForceModel
public import LinearProgramming

/// How much of what the actual bases allow is all that any bases would allow: the balance metric of
/// independent contributors (Acimovic and Goentzel 2016), turned to what is met.
///
/// The best basing lets every tour start from the base in use that is nearest to its crisis by its mode,
/// with all else as it is. Pledges cannot be at two bases at once, so this is the most that any basing
/// gives, and more than it gives where a pledge serves several crises: the balance is *at least* what is
/// found here.
public struct BestBasing: Sendable {
  private let planner: VariantPlanner

  /// Plans a model for its first goal as if its bases were the best.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public init(
    of model: PlanningModel, engines: any LinearProgramEngineProvider,
    options: PlanningOptions = PlanningOptions()
  ) throws {
    planner = try VariantPlanner(of: model.withBestBases(), engines: engines, options: options)
  }

  /// The least that the first goal can be with the best bases, as far as proven; nil: nothing is.
  public var bound: Double? { planner.base.goals.first?.bound }

  /// The same of a variant of the model, whatever others were asked for before.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func bound(of variant: PlanningModel) throws -> Double? {
    try planner.plan(variant.withBestBases(), detail: .brief).goals.first?.bound
  }

  /// Weighted person-days met by a plan over those that the best bases would meet.
  ///
  /// - Parameters:
  ///   - plan: A plan; its first goal is what is measured.
  ///   - model: What was planned for.
  ///   - bound: The least that the goal can be with the best bases.
  /// - Returns: 0...1, 1 where no other basing would meet more; nil where the best would meet nothing.
  public static func balance(
    of plan: Plan, for model: PlanningModel, bound: Double?
  ) -> Double? {
    guard let bound, let value = plan.goals.first?.value else { return nil }
    let required = GoalLevel.levels(of: model)[0].valueWithoutDeployments(in: model)
    guard required - bound > required * 1e-9 else { return nil }
    // The actual bases are bases too: where shorter ways only crowd lift into fewer days, they are the best.
    return min(1, max(0, required - value) / (required - bound))
  }
}

extension PlanningModel {
  /// The model with the nearest base in use for every base, and only the goal of shortfall.
  fileprivate func withBestBases() -> PlanningModel {
    var model = self
    model.policy.goals = [.shortfall]
    model.policy.wholeUnits = false
    let bases = Set(contributions.filter { $0.units > 0 }.map(\.base)).sorted()
    let places = Set(crises.map(\.location)).sorted()
    let table = DistanceTable(model: self)
    var nearest: [Distance] = []
    for mode in modes.indices {
      for place in places {
        let lengths = bases.compactMap { table.kilometres(from: $0, to: place, by: mode) }
        guard let shortest = lengths.min() else { continue }
        nearest += bases.map {
          Distance(from: $0, to: place, mode: mode, kilometres: shortest)
        }
      }
    }
    model.distances = nearest.sorted { ($0.from, $0.to, $0.mode) < ($1.from, $1.to, $1.mode) }
    return model
  }
}
