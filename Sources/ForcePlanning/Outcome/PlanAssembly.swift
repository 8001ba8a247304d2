import ForceModel
import PlanCertificate

/// Writes a plan from what the solver core hands over, and has it checked.
struct PlanAssembly {
  let network: DeploymentNetwork
  let levels: [GoalLevel]
  let result: CoreResult
  let figures: SolverFigures
  var detail = PlanDetail.full

  /// A gap up to this counts as closed: plans state nine decimals, and engines keep to 1e-9.
  private static let closedGap = 1e-6

  /// The plan with the status that the check allows.
  func plan() -> Plan {
    let point = PlanPoint(network: network, uses: result.uses)
    let lines = PriceLines(network: network, layout: result.layout, levels: levels)
    var plan = Plan(
      status: result.contradiction == nil ? .limit : .infeasible,
      goals: point.goals(levels),
      deployments: point.deployments(), tasks: point.tasks(),
      shortfalls: ShortfallReasons(
        point: point, layout: result.layout, levels: levels, settled: result.levels,
        interruption: interruption
      ).shortfalls(),
      prices: lines.prices(result.levels, at: point), contributors: point.contributorSummaries(),
      crises: point.crisisSummaries(),
      certificate: Certificate(
        levels: lines.certificates(result.levels),
        contradiction: result.contradiction.map { lines.multipliers(of: $0) } ?? [],
        verification: Verification(
          feasible: false, largestViolation: 0, bounds: [], gaps: [], complaints: [])),
      model: network.model.identity, solver: figures, assumptions: assumptions(),
      conflict: (result.contradiction?.lines ?? []).map { conflict(line: $0) })
    let verification = PlanVerifier.verify(plan: plan, model: network.model)
    plan.certificate.verification = verification
    for (level, (bound, gap)) in zip(verification.bounds, verification.gaps).enumerated() {
      plan.goals[level].bound = bound
      plan.goals[level].gap = gap
    }
    plan.status = status(verification)
    return plan
  }

  /// Why shortfalls have no reasons, where planning did not come to its end.
  private var interruption: String? {
    if detail == .brief { return "reasons were not asked for" }
    if result.contradiction != nil { return "there is no plan: fixed deployments contradict" }
    return result.isComplete ? nil : "planning was stopped before this was settled"
  }

  private func status(_ verification: Verification) -> PlanStatus {
    if result.contradiction != nil {
      return verification.complaints.isEmpty ? .infeasible : .invalid
    }
    if !result.isComplete { return .limit }
    guard verification.feasible, verification.complaints.isEmpty else { return .invalid }
    let isProven = verification.gaps.allSatisfy { ($0 ?? .infinity) <= Self.closedGap }
    return isProven ? .optimal : .feasible
  }

  private func conflict(line: Int) -> FixedLineConflict {
    let model = network.model
    let fixed = model.fixedDeployments[line]
    return FixedLineConflict(
      row: fixed.row,
      description: "\(fixed.units.inWords) of "
        + "\(network.availableUnits[fixed.contribution].inWords) available units of "
        + model.words(of: fixed))
  }

  private func assumptions() -> [String] {
    let policy = network.model.policy
    var sentences = [
      "Pledges count at \(policy.strength.rawValue) strength; nothing here says that they are kept."
    ]
    sentences.append(
      "A unit serves a period only if it is in place during all of it; the plan has "
        + "\(network.grid.count) periods over \(policy.horizonDays.inWords) days.")
    sentences.append(
      "Distances are those of the distances table, else great circles times the mode's detour; "
        + "airfields, roads and overflight rights have no capacity of their own.")
    if policy.wholeUnits {
      sentences.append(
        "Only whole units deploy; bounds and prices are those of the linear program, which may "
          + "leave a gap.")
    } else {
      sentences.append("Units may deploy in part.")
    }
    sentences.append("All crises happen, at the days stated.")
    return sentences
  }
}
