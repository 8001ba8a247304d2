public import ForceModel
public import LinearProgramming

/// Finds out what would help a plan most, by planning with each change that its prices speak for.
///
/// Everything is measured by one goal: the shortfall, or, where nothing is short, the next goal that is
/// not 0. Goals after it are left out, so that a change is planned quickly.
public struct Adviser: Sendable {
  private let model: PlanningModel
  private let planner: VariantPlanner
  private let threads: Int
  /// Place of the goal that is measured.
  private let level: Int

  /// Changes that are planned with, for each one that is asked for.
  private static let provenPerAsked = 3
  /// Multiples of a change that are planned with as well.
  private static let multiples = [2.0, 4.0]
  /// Gains below this part of the goal count as none: plans are proven to about as much.
  private static let tolerance = 1e-7

  /// Plans the model.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public init(
    for model: PlanningModel, engines: any LinearProgramEngineProvider,
    options: PlanningOptions = PlanningOptions()
  ) throws {
    var measured = model
    measured.policy.goals = [.shortfall]
    var planner = try VariantPlanner(of: measured, engines: engines, options: options)
    var level = planner.base.goals.firstIndex { $0.value > 0 } ?? 0
    if planner.base.goals.allSatisfy({ $0.value == 0 }), model.policy.goals.count > 1 {
      measured = model
      planner = try VariantPlanner(of: model, engines: engines, options: options)
      level = planner.base.goals.firstIndex { $0.value > 0 } ?? 0
    }
    self.model = measured
    self.planner = planner
    self.level = level
    threads = options.threads
  }

  /// The plan that changes are compared with.
  public var base: Plan { planner.base }

  /// Everything that the tool advises.
  ///
  /// - Parameter count: How many improvements are asked for.
  /// - Returns: At most so many improvements, and all spare pledges and members.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func advice(_ count: Int) throws -> Advice {
    let candidates = Candidates(model: model, planner: planner).screened()
    let chosen = candidates.prefix(Self.provenPerAsked * count)
    var improvements = try proven(chosen.map(\.change), estimates: chosen.map(\.estimate))
      .filter { $0.isPlan && $0.gain > tolerance }
      .sorted { $0.gain > $1.gain }
    improvements = Array(improvements.prefix(count))
    try addCurves(to: &improvements)
    return Advice(
      goal: base.goals[level], improvements: improvements, spare: try sparePledges(),
      members: try members(), screenedOut: candidates.count - chosen.count)
  }

  /// What the plan would lose without each member, whose units and lift are then not there: the members without
  /// whom it loses most first, their gains negative.
  ///
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func members() throws -> [Improvement] {
    try proven(model.contributors.indices.map { .withoutContributor($0) }, areFar: true)
      .sorted { $0.gain < $1.gain }
  }

  private var tolerance: Double { Self.tolerance * max(1, abs(base.goals[level].value)) }

  /// The goal over caps on a member's share at a crisis.
  ///
  /// A member's own cap stays where it is lower than the cap in question.
  ///
  /// - Parameter caps: The caps, 0...1.
  /// - Returns: The measured goal, by cap.
  /// - Throws: `EngineFailure` where the engine gave no answer that can be trusted.
  public func values(overShareCaps caps: [Double]) throws -> [Double] {
    var values: [Double] = []
    try planner.plans(
      of: caps.count, threads: threads,
      variant: { number in
        var variant = model
        variant.policy.shareCapPerCrisis = caps[number]
        return variant
      }, deliver: { _, plan in values.append(try plan.get().goals[level].value) })
    return values
  }

  // MARK: Proof

  /// What each change gains, by planning with it.
  private func proven(
    _ changes: [ModelChange], estimates: [Double?]? = nil, areFar: Bool = false
  ) throws -> [Improvement] {
    var improvements: [Improvement] = []
    try planner.plans(
      of: changes.count, threads: threads, far: areFar,
      variant: { model.applying(changes[$0]) },
      deliver: { number, plan in
        let plan = try plan.get()
        let change = changes[number]
        let value = plan.goals[level].value
        improvements.append(
          Improvement(
            change: change, subject: change.subject(in: model),
            description: change.words(in: model), value: value,
            gain: base.goals[level].value - value, estimate: estimates?[number],
            status: plan.status))
      })
    return improvements
  }

  /// Plans with multiples of changes, to show where they stop helping.
  private func addCurves(to improvements: inout [Improvement]) throws {
    let places = improvements.indices.flatMap { place in
      Self.multiples.compactMap { multiple in
        improvements[place].change.times(multiple).map { (place, multiple, $0) }
      }
    }
    let gains = try proven(places.map { $0.2 }).map(\.gain)
    for ((place, multiple, _), gain) in zip(places, gains) {
      if improvements[place].curve.isEmpty {
        improvements[place].curve = [.init(multiple: 1, gain: improvements[place].gain)]
      }
      improvements[place].curve.append(.init(multiple: multiple, gain: gain))
    }
  }

  /// Pledges whose withdrawal costs nothing.
  private func sparePledges() throws -> [Improvement] {
    let priced = Set(
      base.prices.filter { $0.kind == .supply && $0.level <= level + 1 }.map(\.subject))
    let changes = model.contributions.indices.filter {
      model.contributions[$0].units > 0 && !priced.contains(model.contributions[$0].id)
    }.map { ModelChange.withoutContribution($0) }
    return try proven(changes).filter { $0.isPlan && abs($0.gain) <= tolerance }
  }
}
