import CGLPKGuard
import LinearProgramming

// GLPK's word is not taken: an optimum has to satisfy the conditions of optimality, infeasibility
// needs weights on the rows that prove it, unboundedness needs a ray. On doubt other ways are tried
// from the basis at hand, the last one in rational arithmetic.
extension GLPKEngine {
  func solve(
    _ method: SimplexMethod, limits: SolveLimits
  ) throws(EngineFailure) -> LinearTermination {
    try guarded { _ in guarded_admission(program) }
    state = .unsolved
    var budget = max(0, limits.iterations)
    var trail: [String] = []
    var claims: [LinearTermination] = []
    for attempt in attempts(method) {
      try guarded { _ in guarded_prepare(program, attempt.preparation) }
      switch try attemptResult(attempt.method, limits: limits, budget: &budget) {
      case .known(let termination):
        state = termination == .optimal ? .optimal : .solved
        return termination
      case .claimed(let termination, let doubt):
        claims.append(termination)
        trail.append("\(attempt.name): \(doubt)")
      case .failed(let cause):
        trail.append("\(attempt.name): \(cause)")
      }
    }
    // Too large for rational arithmetic: here the methods' agreement has to do.
    if !isSmallEnoughForExact, claims.count > 1, let first = claims.first, first != .optimal,
      claims.allSatisfy({ $0 == first })
    {
      state = .solved
      return first
    }
    throw .numericalTrouble(trail.joined(separator: "; "))
  }

  // MARK: - Attempts

  /// One way to go about a solve.
  private struct Attempt {
    var name: String
    var preparation: GuardedPreparation
    var method: GuardedMethod
  }

  /// The method asked for, then others, from the basis at hand at first and then from fresh ones.
  private func attempts(_ method: SimplexMethod) -> [Attempt] {
    let exact = Attempt(name: "exact", preparation: .none, method: .exact)
    if method == .exact { return rowCount * columnCount > 0 ? [exact] : attempts(.primal) }
    let other: SimplexMethod = method == .dual ? .primal : .dual
    let asked = GuardedMethod(method)
    let attempts = [
      Attempt(name: "\(method)", preparation: .none, method: asked),
      Attempt(name: "\(method) with fresh factors", preparation: .factorise, method: asked),
      Attempt(name: "\(other) after scaling", preparation: .scale, method: GuardedMethod(other)),
      Attempt(name: "primal from an advanced basis", preparation: .advancedBasis, method: .primal),
      Attempt(name: "dual from the standard basis", preparation: .standardBasis, method: .dual),
    ]
    return isSmallEnoughForExact ? attempts + [exact] : attempts
  }

  /// Whether rational arithmetic has a chance: its numbers grow, and it cannot be stopped within a
  /// factorisation.
  private var isSmallEnoughForExact: Bool { rowCount <= 2000 && columnCount <= 100_000 }

  /// What came of an attempt.
  private enum AttemptResult {
    /// The attempt's word can be relied on.
    case known(LinearTermination)
    /// The attempt says so, but its witness does not convince.
    case claimed(LinearTermination, doubt: String)
    /// No answer.
    case failed(String)
  }

  private func attemptResult(
    _ method: GuardedMethod, limits: SolveLimits, budget: inout Int
  ) throws(EngineFailure) -> AttemptResult {
    switch try run(method, limits: limits, budget: &budget) {
    case .stopped(let feasible):
      return .known(.limit(feasible: feasible))
    case .endless(let iterations):
      return .failed("no end after \(iterations) iterations")
    case .failed(let code):
      return .failed("GLPK gave up with code \(code)")
    case .ended(.feasible, .feasible):
      let errors = try optimality()
      // Where rational arithmetic can help out, rounding errors need not be put up with.
      let mostResidual = isSmallEnoughForExact ? 1e-9 : 1e-7
      return errors.residual <= mostResidual && errors.violation <= 1e-6 && errors.hidden <= 1e-6
        ? .known(.optimal)
        : .claimed(
          .optimal,
          doubt: "the optimum is off: residual \(errors.residual), violation \(errors.violation), "
            + "hidden part of the cost \(errors.hidden)")
    case .ended(.none, _):
      if method == .exact { return .known(.infeasible) }
      return try isInfeasibilityProven()
        ? .known(.infeasible) : .claimed(.infeasible, doubt: "infeasibility is not proven")
    case .ended(.feasible, .none) where method != .dual:
      if method == .exact { return .known(.unbounded) }
      return try isUnboundednessProven()
        ? .known(.unbounded) : .claimed(.unbounded, doubt: "unboundedness is not proven")
    case .ended(_, .none):
      // No right prices exist: either there is no point at all, or the cost has no lower end. Only
      // the primal simplex can tell.
      return try attemptResult(.primal, limits: limits, budget: &budget)
    case .ended(let primal, let dual):
      return .failed("GLPK ended with statuses \(primal.rawValue) and \(dual.rawValue)")
    }
  }

  // MARK: - Slices

  /// How a run of slices ended.
  private enum RunEnd {
    case ended(GuardedStatus, GuardedStatus)
    /// Stopped by a limit.
    case stopped(feasible: Bool)
    /// More iterations than any sane run takes.
    case endless(iterations: Int)
    case failed(code: Int32)
  }

  /// Lets a method go on in slices until it ends, asking between them whether to stop.
  ///
  /// GLPK cannot be interrupted, so the slices are counted in iterations. Their length depends on
  /// the size of the program only, never on the clock: the same input takes the same path. A slice
  /// takes about a second; shorter ones would lose GLPK's weights for pricing too often.
  private func run(
    _ method: GuardedMethod, limits: SolveLimits, budget: inout Int
  ) throws(EngineFailure) -> RunEnd {
    let size = max(1, rowCount + columnCount)
    let sliceLength = method == .exact ? 20 : min(2000, max(250, 60_000_000 / size))
    let most = 100_000 + 20 * size
    var spent = 0
    while true {
      // With no iterations left GLPK still computes the point of the basis at hand.
      let allowed = limits.shouldStop() ? 0 : min(sliceLength, budget)
      var slice = GuardedSlice()
      try guarded { _ in guarded_solve_slice(program, method, Int32(allowed), &slice) }
      let made = Int(slice.iterations)
      iterationCount += made
      spent += made
      budget = max(0, budget - made)
      if slice.ended {
        return .ended(slice.primal, slice.dual)
      }
      guard slice.exhausted else { return .failed(code: slice.code) }
      if allowed == 0 {
        return .stopped(feasible: slice.primal == .feasible)
      }
      if spent >= most {
        return .endless(iterations: spent)
      }
    }
  }

  // MARK: - Witnesses

  private func optimality() throws(EngineFailure) -> GuardedOptimality {
    var optimality = GuardedOptimality()
    try guarded { _ in guarded_optimality(program, &optimality) }
    return optimality
  }

  private func isInfeasibilityProven() throws(EngineFailure) -> Bool {
    var isProven = false
    try guarded { _ in guarded_is_infeasibility_proven(program, &isProven) }
    return isProven
  }

  private func isUnboundednessProven() throws(EngineFailure) -> Bool {
    var isProven = false
    try guarded { _ in guarded_is_unboundedness_proven(program, &isProven) }
    return isProven
  }
}

extension GuardedMethod {
  fileprivate init(_ method: SimplexMethod) {
    self =
      switch method {
      case .primal: .primal
      case .dual: .dual
      case .exact: .exact
      }
  }
}
