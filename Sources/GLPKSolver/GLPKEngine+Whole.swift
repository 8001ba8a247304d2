import CGLPKGuard
import LinearProgramming

extension GLPKEngine {
  func solveWhole(
    isWhole: [Bool], limits: WholeLimits
  ) throws(EngineFailure) -> WholeSolution {
    try guarded { _ in guarded_admission(program) }
    try require(
      isWhole.count == columnCount, "\(columnCount) columns, but \(isWhole.count) marks")
    try require(state == .optimal, "whole numbers were asked without an optimal solve just before")
    try require(
      limits.relativeGap >= 0 && limits.relativeGap.isFinite,
      "the relative gap is \(limits.relativeGap)")
    // The search works on copies: the program and its basis stay as they are.
    let search = try GLPKEngine(copying: self)
    defer { search.close() }
    let relaxation = try cost()
    let none = WholeSolution(values: nil, bound: .infinity, isComplete: true)
    var isPossible = false
    try search.guarded { _ in guarded_restrict_to_whole(search.program, isWhole, &isPossible) }
    guard isPossible else { return none }
    switch try search.solve(.dual, limits: SolveLimits(shouldStop: limits.shouldStop)) {
    case .infeasible: return none
    case .optimal: break
    case .unbounded, .limit:
      return WholeSolution(values: nil, bound: relaxation, isComplete: false)
    }
    var trail: [String] = []
    for presolve in search.isQuickAtRoot ? [true, false] : [false] {
      let name = presolve ? "with presolve" : "without presolve"
      let result = try search.searchWhole(presolve: presolve, limits: limits)
      guard result.complete || result.stopped || result.found else {
        trail.append("\(name): GLPK gave up with code \(result.code)")
        continue
      }
      let bound = max(relaxation, result.bound)
      guard result.found else {
        // The presolver can be wrong: that there is no point is believed of the plain search only.
        if result.complete && presolve { continue }
        return result.complete
          ? none : WholeSolution(values: nil, bound: bound, isComplete: false)
      }
      let point = try search.foundPoint()
      if let refined = try refinedPoint(point, isWhole: isWhole) {
        return WholeSolution(
          values: refined.values,
          bound: result.complete ? refined.cost : min(bound, refined.cost),
          isComplete: result.complete)
      }
      if try violation(of: point) <= 1e-6 {
        return WholeSolution(
          values: point, bound: result.complete ? result.cost : min(bound, result.cost),
          isComplete: result.complete)
      }
      trail.append("\(name): the point found does not keep the rows")
    }
    throw .numericalTrouble(trail.joined(separator: "; "))
  }

  /// Whether what GLPK does at the root without being asked to stop, solving the relaxation anew for
  /// the presolver and making Gomory's cuts, is a matter of seconds.
  private var isQuickAtRoot: Bool { rowCount + columnCount <= 20_000 }

  private func searchWhole(
    presolve: Bool, limits: WholeLimits
  ) throws(EngineFailure) -> GuardedSearch {
    var search = GuardedSearch()
    let stopCheck = StopCheck(limits.shouldStop)
    let options = GuardedSearchOptions(
      presolve: presolve, gomoryCuts: isQuickAtRoot, nodes: Int32(clamping: max(0, limits.nodes)),
      relativeGap: limits.relativeGap)
    try guarded { _ in
      withExtendedLifetime(stopCheck) {
        guarded_search_whole(
          program, options,
          { context in
            guard let context else { return false }
            return Unmanaged<StopCheck>.fromOpaque(context).takeUnretainedValue().shouldStop()
          }, Unmanaged.passUnretained(stopCheck).toOpaque(), &search)
      }
    }
    return search
  }

  private func foundPoint() throws(EngineFailure) -> [Double] {
    var values = [Double](repeating: 0, count: columnCount)
    try guarded { _ in guarded_read_whole(program, &values) }
    return values
  }

  private func violation(of values: [Double]) throws(EngineFailure) -> Double {
    var violation = 0.0
    try guarded { _ in guarded_point_violation(program, values, &violation) }
    return violation
  }

  /// The best point with the same whole numbers; nil if none is found that keeps the rows.
  ///
  /// GLPK takes columns for whole that are so within a tolerance, rounds them, and leaves the other
  /// columns as they were; rows with large coefficients can then be off by more than they may.
  private func refinedPoint(
    _ point: [Double], isWhole: [Bool]
  ) throws(EngineFailure) -> (values: [Double], cost: Double)? {
    let refinement = try GLPKEngine(copying: self)
    defer { refinement.close() }
    let whole = isWhole.indices.filter { isWhole[$0] }
    try refinement.setColumnBounds(whole, whole.map { .fixed(point[$0]) })
    do {
      // No stop check: the point is wanted above all when the search was stopped.
      let termination = try refinement.solve(.dual, limits: SolveLimits(iterations: 20_000))
      guard termination == .optimal else { return nil }
    } catch .numericalTrouble {
      return nil
    }
    var values = try refinement.values()
    for column in whole {
      values[column] = point[column]
    }
    return try violation(of: values) <= 1e-6 ? (values, try refinement.cost()) : nil
  }
}

/// Carries a stop check through C.
private final class StopCheck {
  let shouldStop: @Sendable () -> Bool

  init(_ shouldStop: @escaping @Sendable () -> Bool) {
    self.shouldStop = shouldStop
  }
}
