public import ForceModel
public import LinearProgramming

/// Plans variants of one model to be set beside it, each with the balance of its bases.
///
/// The base is planned once, with its own bases and with the best ones. What comes of a variant follows from the
/// base and the variant alone: neither from the variants before it nor from the thread. A sweep holds values
/// only and may be used by any number of threads.
public struct VariantSweep: Sendable {
  /// The base with its plan.
  public let base: PlannedModel
  private let planner: VariantPlanner
  private let basing: BestBasing

  /// Plans the base.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public init(
    of model: PlanningModel, engines: any LinearProgramEngineProvider,
    options: PlanningOptions = PlanningOptions()
  ) throws {
    planner = try VariantPlanner(of: model, engines: engines, options: options)
    basing = try BestBasing(of: model, engines: engines, options: options)
    base = PlannedModel(
      name: model.name, model: model, plan: planner.base,
      balance: BestBasing.balance(of: planner.base, for: model, bound: basing.bound))
  }

  /// Plans a variant on the calling thread.
  ///
  /// - Parameters:
  ///   - variant: The base with changes; its things are known again by their identifiers.
  ///   - name: Its name beside the base.
  /// - Returns: The variant with its plan.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func planned(_ variant: PlanningModel, named name: String) throws -> PlannedModel {
    let plan = try planner.plan(variant, detail: .brief)
    let bound = try basing.bound(of: variant)
    return PlannedModel(
      name: name, model: variant, plan: plan,
      balance: BestBasing.balance(of: plan, for: variant, bound: bound))
  }
}
