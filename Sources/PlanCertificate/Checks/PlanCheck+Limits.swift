import ForceModel

/// The rows of formulation.md that bound deployments: supply, lift, share and commitment.
extension PlanCheck {
  func checkLimits() {
    checkSupply()
    checkLift()
    checkShares()
    checkBurdens()
    checkCommitments()
  }

  private func checkSupply() {
    var staysOf = Array(repeating: [Stay](), count: model.contributions.count)
    for stay in stays { staysOf[stay.contribution].append(stay) }
    for (contribution, stays) in staysOf.enumerated() where !stays.isEmpty {
      var held = Array(repeating: 0.0, count: periods.count)
      for stay in stays {
        let departure = rules.departurePeriod(of: stay.way, first: stay.first)
        let release = rules.lastHeldPeriod(
          of: contribution, by: stay.way, first: stay.first, last: stay.last)
        for period in departure...release { held[period] += stay.units }
      }
      let available = rules.available[contribution]
      limit(held, to: { _ in available }) { period, units in
        """
        supply of \(quoted(model.contributions[contribution].id)): \(words(units)) units are held \
        from day \(period), \(words(available)) are available.
        """
      }
    }
  }

  private func checkLift() {
    var charged = Array(
      repeating: Array(repeating: 0.0, count: periods.count), count: model.liftPools.count)
    for stay in stays {
      guard let lift = stay.way.lift else { continue }
      let assetDays = stay.units * stay.way.assetDaysPerUnit.upper
      charged[lift][rules.departurePeriod(of: stay.way, first: stay.first)] += assetDays
      if let homeward = rules.returnPeriod(last: stay.last) { charged[lift][homeward] += assetDays }
    }
    for (lift, pool) in model.liftPools.enumerated() {
      limit(charged[lift], to: { pool.assets * pool.availability * periods.days($0) }) {
        period, assetDays in
        """
        lift pool \(quoted(pool.id)): deployments take \(words(assetDays)) asset-days in the period \
        from day \(period), more than the pool has.
        """
      }
    }
  }

  private func checkShares() {
    let none = Array(repeating: 0.0, count: periods.count)
    let members = model.contributors.count
    var overall = Array(repeating: none, count: members)
    var staysAt = Array(repeating: [Stay](), count: model.crises.count)
    for stay in stays { staysAt[stay.crisis].append(stay) }
    for (crisis, stays) in staysAt.enumerated() where !stays.isEmpty {
      var inPlace = Array(repeating: none, count: members)
      for stay in stays {
        let member = model.contributions[stay.contribution].contributor
        for period in stay.first...stay.last {
          inPlace[member][period] += personnel(of: stay)
          overall[member][period] += personnel(of: stay)
        }
      }
      let place = "at \(quoted(model.crises[crisis].id))"
      checkShares(inPlace, caps: rules.shareCap(of:), place: place)
    }
    checkShares(
      overall, caps: { _ in model.policy.shareCapOverall }, place: "at all crises together")
  }

  private func checkShares(
    _ inPlace: [[Double]], caps: (Int) -> Double, place: String
  ) {
    let total = periods.boundaries.indices.dropLast().map { period in
      inPlace.reduce(0) { $0 + $1[period] }
    }
    for (member, personnel) in inPlace.enumerated() {
      let cap = caps(member)
      limit(personnel, to: { cap * total[$0] }) { period, strength in
        """
        share of \(quoted(model.contributors[member].id)) \(place): \(words(strength)) personnel \
        in place from day \(period), more than \(words(cap)) of all.
        """
      }
    }
  }

  private func checkBurdens() {
    for (member, burden) in zip(model.contributors, burdens()) {
      guard let most = member.burdenLimit else { continue }
      findings.limit(
        burden.lower, to: most,
        otherwise:
          "burden of \(quoted(member.id)): \(words(burden.lower)), its limit is \(words(most)).")
    }
  }

  private func checkCommitments() {
    for fixed in model.fixedDeployments {
      let span = periods.range(from: fixed.from, until: fixed.until)
      let units = stays.reduce(0) { sum, stay in
        let isSameTour =
          stay.contribution == fixed.contribution && stay.crisis == fixed.crisis
          && stay.way.mode == fixed.mode && stay.way.lift == fixed.lift
          && stay.first..<(stay.last + 1) == span
        return isSameTour ? sum + stay.units : sum
      }
      let committed = rules.committedUnits(of: fixed)
      findings.limit(
        -units, to: -committed,
        otherwise: """
          fixed deployment in row \(fixed.row): \(words(committed)) units of \
          \(quoted(model.contributions[fixed.contribution].id)) stand at \
          \(quoted(model.crises[fixed.crisis].id)) from day \(words(fixed.from)) to \
          \(words(fixed.until)), the plan has \(words(units)) on that tour.
          """)
    }
  }

  /// Holds each period's activity to its limit, with one complaint at the period that exceeds it most.
  private func limit(
    _ activity: [Double], to limits: (Int) -> Double,
    otherwise sentence: (_ firstDay: String, _ activity: Double) -> String
  ) {
    let excess = activity.indices.map { (activity[$0] - limits($0)) / max(1, abs(limits($0))) }
    guard let worst = excess.indices.max(by: { excess[$0] < excess[$1] }) else { return }
    findings.limit(
      activity[worst], to: limits(worst),
      otherwise: sentence(words(periods.start(worst)), activity[worst]))
  }
}
