public import ForceModel
public import LinearProgramming

/// Plans many variants of one model: pledges changed, removed or added, requirements scaled, lift moved.
///
/// The base is planned once. A variant starts from the base's tours, rows and basis, so what has not
/// changed is not looked for again; its plan is proven on its own all the same. A planner of variants
/// holds values only and may be used by any number of threads.
///
/// ```swift
/// let planner = try VariantPlanner(of: model, engines: GLPKEngineProvider())
/// try planner.plans(of: 1_000, threads: 4) { variant(number: $0) } deliver: { number, plan in
///   print(number, try plan.get().goals[0].value)
/// }
/// ```
public struct VariantPlanner: Sendable {
  /// The plan of the base.
  public let base: Plan
  private let planner: Planner
  let origin: MasterState?

  /// Plans the base.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public init(
    of model: PlanningModel, engines: any LinearProgramEngineProvider,
    options: PlanningOptions = PlanningOptions()
  ) throws {
    // What is worth what beside a limit is seen by planning with it changed.
    var options = options
    options.priceSides = .none
    let solved = try Planner(engines: engines, options: options).solve(
      model, from: nil, detail: .full)
    base = solved.plan
    origin = solved.state
    var single = options
    single.threads = 1
    // Variants are planned side by side: what one of them has left to do says little.
    single.reportProgress = { _ in }
    planner = Planner(engines: engines, options: single)
  }

  /// Plans a variant on the calling thread.
  ///
  /// - Parameters:
  ///   - variant: The base with changes; its things are known again by their identifiers.
  ///   - isFar: Whether the variant differs so much that little of the base's plan can stay, as without a member:
  ///     then a start of its own is quicker. The plan is as good either way.
  ///   - detail: What the plan has to say.
  /// - Returns: A plan as good as one from scratch; where several are equally good, maybe another one.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func plan(
    _ variant: PlanningModel, far isFar: Bool = false, detail: PlanDetail = .full
  ) throws -> Plan {
    try planner.solve(variant, from: isFar ? nil : origin, detail: detail).plan
  }

  /// Plans variants on several threads and delivers their plans in order.
  ///
  /// - Parameters:
  ///   - count: Number of variants.
  ///   - threads: Threads that work at a time; the plans are the same with any number.
  ///   - areFar: Whether the variants differ so much that little of the base's plan can stay.
  ///   - detail: What the plans have to say.
  ///   - variant: Makes a variant from its number, 0 ..< `count`; called on any thread.
  ///   - deliver: Takes a variant's number and its plan, or why there is none; called on this thread, in
  ///     the order of numbers, soon after the plan is made.
  /// - Throws: What `deliver` throws; it ends the planning.
  public func plans(
    of count: Int, threads: Int, far areFar: Bool = false, detail: PlanDetail = .brief,
    variant: @escaping @Sendable (Int) -> PlanningModel,
    deliver: (Int, Result<Plan, any Error>) throws -> Void
  ) throws {
    try OrderedWork.perform(
      0..<count, threads: threads,
      work: { number in Result { try plan(variant(number), far: areFar, detail: detail) } },
      deliver: deliver)
  }
}
