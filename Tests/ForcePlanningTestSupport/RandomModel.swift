public import ForceModel
import TestSupport

/// A small planning model drawn from a seed, valid as one that was read from files.
///
/// Over the seeds, every rule of formulation.md takes part, members compete for lift and shares,
/// and most models leave a shortfall. The same seed gives the same model for ever.
public struct RandomModel: Sendable {
  /// The model.
  public let model: PlanningModel

  /// Draws a model.
  public init(seed: Int) {
    var random = SeededGenerator(seed: seed)
    // Few models in which nobody can go anywhere.
    let fewestTours = random.pick([0, 5, 5, 5, 5, 5, 5, 5])
    var draft: ModelDraft
    repeat {
      draft = ModelDraft(name: "random-\(seed)", random: random)
      draft.drawPolicy()
      draft.drawCapabilities()
      draft.drawMovement()
      draft.drawMembers()
      draft.drawCrises()
      random = draft.random
    } while LiteralTours(draft.model).tours.count < fewestTours
    draft.drawFixedDeployments()
    model = draft.model
  }
}

/// A model in the making: draws one table after the other.
private struct ModelDraft {
  var random: SeededGenerator
  var model: PlanningModel
  /// Boundaries of requirement windows are multiples of this, in days.
  var dayStep = 0.5

  init(name: String, random: SeededGenerator) {
    self.random = random
    model = PlanningModel(
      name: name, title: name, policy: Policy(horizonDays: 1), contributors: [], locations: [],
      capabilities: [], contributions: [], crises: [], requirements: [], modes: [],
      identity: ModelIdentity(name: name, sha256: ""))
  }

  mutating func drawPolicy() {
    let isWhole = random.chance(0.15)
    let resolution = random.pick([0.1, 0.25, 0.25, 0.5, 1])
    dayStep = resolution == 0.1 ? 0.1 : random.pick([0.5, 1])
    let horizon = Double(random.integer(in: isWhole ? 4...6 : 5...12))
    let grids = isWhole ? [horizon, 2, 3] : [horizon, 1, 1.5, 2, 3]
    let others = random.shuffled([Goal.burden, .effort, .cost, .delay])
    model.policy = Policy(
      horizonDays: horizon, gridDays: random.pick(grids), timeResolutionDays: resolution,
      strength: random.pick([.pledged, .pledged, .verified, .expected]), wholeUnits: isWhole,
      priorities: random.chance(0.35) ? .preemptive : .weighted,
      shareCapPerCrisis: random.pick([1, 1, 1, 0.5, 0.6]),
      shareCapOverall: random.pick([1, 1, 1, 0.5, 0.7]),
      goals: [.shortfall] + others.prefix(random.integer(in: 0...(isWhole ? 2 : 4))),
      minimumTourDays: random.pick([0, 0, 0, 1, 1.5, 3]), chargeReturnLift: random.chance(0.4))
  }

  mutating func drawCapabilities() {
    let kinds: [(String, ForceCategory, Double, Double)] = [
      ("engineers", .support, 60, 30), ("infantry", .peacekeeping, 150, 20),
      ("police", .police, 120, 0), ("rapid", .rapidReaction, 90, 12.5),
    ]
    model.capabilities = kinds.prefix(random.integer(in: 2...4)).map {
      Capability(id: $0.0, category: $0.1, name: $0.0, personnel: $0.2, tonnes: $0.3)
    }
    for sent in model.capabilities.indices {
      for required in model.capabilities.indices where sent != required && random.chance(0.4) {
        model.substitutions.append(
          Substitution(
            capability: sent, substitutesFor: required,
            effectiveness: random.pick([0.4, 0.5, 0.75, 1])))
      }
    }
  }

  mutating func drawMovement() {
    model.locations = (0..<random.integer(in: 3...5)).map { index in
      Location(
        id: "place-\(index)", name: "Place \(index)",
        latitude: Double(random.integer(in: 3800...5200)) / 100,
        longitude: Double(random.integer(in: 5500...7800)) / 100)
    }
    let air = MovementMode(
      id: "air", kilometresPerDay: random.pick([3000, 6000]), detour: 1,
      handlingDays: random.pick([0, 0.1, 0.3]), costPerTonneKilometre: 1.5, needsLift: true)
    let rail = MovementMode(
      id: "rail", kilometresPerDay: 800, detour: 1.2, handlingDays: random.pick([0, 0.5, 1]),
      costPerTonneKilometre: 0.1)
    let road = MovementMode(
      id: "road", kilometresPerDay: random.pick([400, 500]), detour: 1.3,
      maximumKilometres: random.pick([nil, 800, 1200, 2500]), costPerTonneKilometre: 0.25)
    model.modes = random.pick([
      [air], [air, road], [air, road], [air, rail, road], [rail, road],
    ])
    for from in model.locations.indices {
      for to in model.locations.indices {
        for mode in model.modes.indices where random.chance(from == to ? 0.1 : 0.3) {
          let kilometres = from == to ? 0 : random.integer(in: 100...2600)
          model.distances.append(
            Distance(from: from, to: to, mode: mode, kilometres: Double(kilometres)))
        }
      }
    }
  }

  mutating func drawMembers() {
    model.contributors = (0..<random.integer(in: 2...5)).map { index in
      Contributor(
        id: "member-\(index)", name: "Member \(index)",
        burdenWeight: random.pick([1, 1, 0.5, 2, 3.5]),
        shareCap: random.chance(0.2) ? random.pick([0, 0.3, 0.6, 0.8, 1]) : nil)
    }
    drawPools()
    model.contributions = (0..<random.integer(in: model.policy.wholeUnits ? 2...4 : 4...9)).map {
      drawContribution(index: $0)
    }
    drawCaveats()
  }

  private mutating func drawPools() {
    // A pool may also serve a mode that works without: it is one more option.
    let modes = model.modes.indices.filter { model.modes[$0].needsLift || random.chance(0.15) }
    for mode in modes {
      for index in 0..<random.integer(in: 1...2) {
        let isForTroops = random.chance(0.9)
        model.liftPools.append(
          LiftPool(
            id: "pool-\(model.modes[mode].id)-\(index)",
            owner: random.chance(0.3)
              ? random.integer(in: 0...model.contributors.count - 1) : nil,
            mode: mode, assets: Double(random.integer(in: 1...3)),
            tonnes: random.pick([0, 10, 10, 40, 40]),
            seats: isForTroops ? random.pick([60, 150]) : 0,
            kilometresPerDay: random.pick([1000, 2000, 4000]),
            availability: random.pick([1, 0.8, 0.5])))
      }
    }
  }

  private mutating func drawContribution(index: Int) -> Contribution {
    let capability = random.integer(in: 0...model.capabilities.count - 1)
    let kind = model.capabilities[capability]
    let units =
      model.policy.wholeUnits
      ? Double(random.integer(in: 1...3)) : random.pick([0, 1, 2, 2.5, 3, 4, 6])
    let verified = random.pick([1, 1, 0.9, 0.5])
    return Contribution(
      id: "pledge-\(index)",
      contributor: random.integer(in: 0...model.contributors.count - 1), capability: capability,
      base: random.integer(in: 0...model.locations.count - 1), units: units,
      personnel: random.chance(0.3) ? kind.personnel * 0.8 : kind.personnel,
      tonnes: random.chance(0.2) ? 0 : kind.tonnes,
      noticeToMove: random.pick([0, 0, 0, 0.5, 1, 2]), verified: verified,
      expected: random.chance(0.5) ? verified : random.pick([0, 0.6, 0.85]),
      maximumTour: random.pick([nil, nil, nil, 1.5, 2, 4]),
      dwellRatio: random.pick([0, 0, 0.5, 1, 2]),
      dailyCost: random.pick([0, 10, 25]))
  }

  private mutating func drawCaveats() {
    for _ in 0..<random.integer(in: 0...3) {
      let contributor = random.integer(in: 0...model.contributors.count - 1)
      // Crises are drawn later; the first one is always there.
      let caveat = Caveat(
        contributor: contributor, crisis: random.chance(0.5) ? 0 : nil,
        capability: random.chance(0.6)
          ? random.integer(in: 0...model.capabilities.count - 1) : nil,
        mode: random.chance(0.6) ? random.integer(in: 0...model.modes.count - 1) : nil,
        reason: "drawn")
      let isEverything =
        caveat.crisis == nil && caveat.capability == nil && caveat.mode == nil
      if !isEverything, !model.caveats.contains(caveat) {
        model.caveats.append(caveat)
      }
    }
    model.caveats.sort { Self.key(of: $0).lexicographicallyPrecedes(Self.key(of: $1)) }
  }

  private static func key(of caveat: Caveat) -> [Int] {
    [caveat.contributor, caveat.crisis ?? -1, caveat.capability ?? -1, caveat.mode ?? -1]
  }

  mutating func drawCrises() {
    let isWhole = model.policy.wholeUnits
    model.crises = (0..<random.integer(in: 1...(isWhole ? 2 : 3))).map { index in
      Crisis(
        id: "crisis-\(index)", name: "Crisis \(index)",
        location: random.integer(in: 0...model.locations.count - 1),
        warning: random.pick([0, 0, 0.5, 1]))
    }
    let steps = Int((model.policy.horizonDays / dayStep).rounded())
    // Few distinct days, so that the grid stays small; most windows open early and close late.
    let days = (0..<5).map { _ in dayStep * Double(random.integer(in: 0...steps)) }
    let openings = days.filter { $0 < model.policy.horizonDays * 0.6 } + [0]
    let lines = random.integer(in: model.crises.count...model.crises.count + (isWhole ? 1 : 5))
    model.requirements = (0..<lines).map { index in
      let from = random.pick(openings)
      let later = days.filter { $0 > from + 1e-6 }
      let unit: RequirementUnit = random.chance(0.7) ? .personnel : .units
      return ForceRequirement(
        id: "need-\(index)", crisis: index % model.crises.count,
        capability: random.chance(0.8)
          ? random.pick(model.contributions).capability
          : random.integer(in: 0...model.capabilities.count - 1),
        quantity: unit == .units
          ? random.pick([1, 2, 3.5, 5]) : Double(random.integer(in: 2...16) * 50),
        unit: unit, from: from, until: random.pick(later + [model.policy.horizonDays]),
        weight: random.pick([1, 1, 2, 0.5, 10]), priority: random.pick([1, 1, 2, 4]))
    }
  }

  mutating func drawFixedDeployments() {
    guard random.chance(0.3) else { return }
    // A line of fixed.csv names a pool only where the mode needs one.
    let tours = LiteralTours(model).tours.filter {
      available($0.contribution) >= 1 && ($0.lift == nil || model.modes[$0.mode].needsLift)
    }
    guard !tours.isEmpty else { return }
    if random.chance(0.15) {
      drawContradiction(among: tours)
      return
    }
    for _ in 0..<random.integer(in: 1...2) {
      let tour = random.pick(tours)
      let member = model.contributors[model.contributions[tour.contribution].contributor]
      let isCapped =
        min(member.shareCap ?? model.policy.shareCapPerCrisis, model.policy.shareCapOverall) < 1
      // A member with a cap stands only where others join it: most draws leave that out.
      guard !isCapped || random.chance(0.2),
        !model.fixedDeployments.contains(where: { $0.contribution == tour.contribution })
      else { continue }
      let units = model.policy.wholeUnits ? 1 : random.pick([0.125, 0.25])
      if liftedUnits(tour) >= 2 * units {
        stand(tour, units: units)
      }
    }
  }

  /// Two tours of one pledge that share a day and between them hold more than there is.
  private mutating func drawContradiction(among tours: [LiteralTour]) {
    let tour = random.pick(tours)
    let others = tours.filter {
      $0.contribution == tour.contribution && $0 != tour
        && $0.from < tour.until && tour.from < $0.until
    }
    guard !others.isEmpty else { return }
    let units = available(tour.contribution)
    stand(tour, units: model.policy.wholeUnits ? units : units * 0.75)
    stand(random.pick(others), units: model.policy.wholeUnits ? 1 : units * 0.5)
  }

  private mutating func stand(_ tour: LiteralTour, units: Double) {
    model.fixedDeployments.append(
      FixedDeployment(
        contribution: tour.contribution, crisis: tour.crisis, mode: tour.mode, lift: tour.lift,
        units: units, from: tour.from, until: tour.until,
        row: model.fixedDeployments.count + 2))
  }

  /// Units that the tour's pool carries in half a day.
  private func liftedUnits(_ tour: LiteralTour) -> Double {
    guard let lift = tour.lift, tour.kilometres > 0 else { return .infinity }
    let pool = model.liftPools[lift]
    let pledge = model.contributions[tour.contribution]
    let loads = max(
      pledge.personnel / pool.seats, pledge.tonnes > 0 ? pledge.tonnes / pool.tonnes : 0)
    return pool.assets * pool.availability * pool.kilometresPerDay * 0.5
      / (2 * tour.kilometres * loads)
  }

  /// Units of a pledge at the chosen strength.
  private func available(_ contribution: Int) -> Double {
    let pledge = model.contributions[contribution]
    let units =
      switch model.policy.strength {
      case .pledged: pledge.units
      case .verified: pledge.units * pledge.verified
      case .expected: pledge.units * pledge.expected
      }
    return model.policy.wholeUnits ? (units + 1e-9).rounded(.down) : units
  }
}
