import ForceModel
import LinearProgramming

/// Finds the limits that deployments written by hand break together.
struct LimitReview {
  let network: DeploymentNetwork
  let layout: RowLayout

  /// What the lines take of a limit.
  private struct Use {
    var taken = 0.0
    var rows: [Int] = []
  }

  /// The limits that are exceeded, stretches of periods put together.
  func violations() -> [HandPlanReview.Violation] {
    var uses = layout.bounds.map { _ in Use() }
    let coefficients = ColumnCoefficients(
      network: network, layout: layout, levels: [], units: .plain(network))
    for (line, tour) in zip(network.model.fixedDeployments, network.fixedTours) {
      guard let tour else { continue }
      coefficients.forEach(of: .tour(tour)) { row, coefficient in
        uses[row].taken += coefficient * line.units
        if coefficient > 0 { uses[row].rows.append(line.row) }
      }
    }
    var violations: [HandPlanReview.Violation] = []
    for (row, use) in uses.enumerated() {
      guard
        let limit = limit(
          of: layout.rows[row], overshoot: use.taken, bound: layout.bounds[row].upper)
      else { continue }
      if var last = violations.last, last.limit == limit.words, last.untilDay == limit.fromDay,
        last.rows == use.rows
      {
        last.untilDay = limit.untilDay
        last.taken = max(last.taken, limit.taken)
        last.available = min(last.available, limit.available)
        violations[violations.count - 1] = last
      } else {
        violations.append(
          HandPlanReview.Violation(
            limit: limit.words, fromDay: limit.fromDay, untilDay: limit.untilDay,
            available: limit.available, taken: limit.taken, unit: limit.unit, rows: use.rows))
      }
    }
    return violations
  }

  private typealias Limit = (
    words: String, fromDay: Double, untilDay: Double, available: Double, taken: Double, unit: String
  )

  /// A row in words, if it is a limit and exceeded.
  private func limit(of row: PlanRow, overshoot taken: Double, bound: Double) -> Limit? {
    let model = network.model
    guard taken - bound > 1e-6 * max(1, abs(bound)) else { return nil }
    func at(_ period: Int, _ words: String, _ available: Double, _ taken: Double, _ unit: String)
      -> Limit
    {
      (words, network.grid.start(period), network.grid.end(period), available, taken, unit)
    }
    switch row {
    case .supply(let contribution, let period):
      return at(
        period, "units of \(model.contributions[contribution].id)", bound, taken, "units")
    case .lift(let pool, let period):
      return at(period, "lift \(model.liftPools[pool].id)", bound, taken, "asset-days")
    case .share(let contributor, let crisis, let period):
      let all = personnel(at: crisis, period: period, of: nil)
      let words = "share of \(model.contributors[contributor].id) at \(model.crises[crisis].id)"
      return at(
        period, words, model.shareCap(of: contributor) * all,
        personnel(at: crisis, period: period, of: contributor), "persons")
    case .shareOverall(let contributor, let period):
      let all = personnel(at: nil, period: period, of: nil)
      return at(
        period, "share of \(model.contributors[contributor].id) overall",
        model.policy.shareCapOverall * all,
        personnel(at: nil, period: period, of: contributor), "persons")
    case .requirement, .burden, .retasking, .commitment, .heldGoal:
      return nil
    }
  }

  /// Personnel in place in a period; nil: of every member, at every crisis.
  private func personnel(at crisis: Int?, period: Int, of contributor: Int?) -> Double {
    zip(network.model.fixedDeployments, network.fixedTours).reduce(0) { sum, entry in
      guard let tour = entry.1, (tour.first...tour.last).contains(period),
        crisis ?? tour.crisis == tour.crisis
      else { return sum }
      let pledge = network.model.contributions[tour.contribution]
      guard contributor ?? pledge.contributor == pledge.contributor else { return sum }
      return sum + entry.0.units * pledge.personnel
    }
  }
}
