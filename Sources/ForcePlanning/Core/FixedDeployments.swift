import ForceModel
import LinearProgramming

/// Fixed deployments that cannot stand together.
struct Contradiction {
  /// Which ones, by index.
  var lines: [Int]
  /// Prices at which something is missing of them, which prove it; nil where a search through whole units says
  /// so.
  var proof: RowPrices?
}

extension LexicographicSolver {
  /// Brings the units that stand into the plan; gives a result where that is not possible, either
  /// because a limit stopped it or because the lines contradict.
  mutating func placeFixedDeployments() throws(EngineFailure) -> CoreResult? {
    guard !network.model.fixedDeployments.isEmpty else { return nil }
    try master.setObjective(.violations)
    guard try optimise() else {
      // Until the lines are placed, no point keeps them: there is no plan to show.
      lastUses = []
      return result(isComplete: false)
    }
    if let contradiction = try contradiction() {
      lastUses = []
      return result(isComplete: false, contradiction: contradiction)
    }
    try master.forbidViolations()
    return nil
  }

  /// The smallest set of fixed lines that cannot stand together; nil where all can.
  ///
  /// Lines are dropped one after the other and stay out as long as the rest still contradicts (the
  /// deletion filter of Chinneck 2008).
  private mutating func contradiction() throws(EngineFailure) -> Contradiction? {
    guard try isViolated() else { return nil }
    var found = Contradiction(
      lines: Array(network.model.fixedDeployments.indices), proof: try master.prices())
    for line in network.model.fixedDeployments.indices {
      try master.setIsCommitted(false, fixed: line)
      guard try optimise() else { return found }
      if try isViolated() {
        found.lines.removeAll { $0 == line }
        found.proof = try master.prices()
      } else {
        try master.setIsCommitted(true, fixed: line)
      }
    }
    return found
  }

  /// Whether some fixed deployment falls short at the master's point.
  private func isViolated() throws(EngineFailure) -> Bool {
    for fixed in network.model.fixedDeployments.indices
    where try master.value(of: .violation(fixed: fixed)) > 1e-7 {
      return true
    }
    return false
  }
}
