import ForceModel

/// A requirement that a service can meet.
package struct UsableRequirement: Sendable, Equatable {
  /// The requirement, an index into `PlanningModel.requirements`.
  package let requirement: Int
  /// Strength in the requirement's unit that one unit gives, or one person where the table counts
  /// persons: see `ServiceTable.factor`.
  package let strength: Double
}

/// How units serve crises: one service for each kind of unit and crisis.
///
/// Units of one kind serve a crisis alike, whoever pledged them. Where every requirement counts
/// personnel, a kind is a capability and strength is that of one person; otherwise a kind is a
/// capability with a number of personnel and strength is that of one unit.
package struct ServiceTable: Sendable {
  /// Number of kinds of unit.
  let kindCount: Int
  private let crisisCount: Int
  private let periodCount: Int
  /// The kind of each pledge's units, indexed by contribution.
  private let kinds: [Int]
  /// Persons or units by which strength is multiplied, indexed by contribution.
  private let factors: [Double]
  private let allUses: [UsableRequirement]
  /// The uses of each service, a range of `allUses`, indexed by service.
  private let useRanges: [Range<Int>]
  /// By service x periods + period.
  private let activity: [Bool]
  private let spans: [Double]
  /// By service x periods + period.
  private let defaultUses: [Int32]

  init(
    model: PlanningModel, grid: TimeGrid, firstActivePeriod: [Int], endActivePeriod: [Int]
  ) {
    struct Kind: Hashable {
      let capability: Int
      let personnel: Double
    }
    var numbers: [Kind: Int] = [:]
    var known: [Kind] = []
    let countsPersons = model.requirements.allSatisfy { $0.unit == .personnel }
    factors = model.contributions.map { countsPersons ? $0.personnel : 1 }
    kinds = model.contributions.map { pledge in
      let kind = Kind(
        capability: pledge.capability, personnel: countsPersons ? 1 : pledge.personnel)
      if let number = numbers[kind] { return number }
      numbers[kind] = known.count
      known.append(kind)
      return known.count - 1
    }
    let effectiveness = EffectivenessTable(model: model)
    var requirementsByCrisis: [[Int]] = Array(repeating: [], count: model.crises.count)
    for (index, need) in model.requirements.enumerated() {
      requirementsByCrisis[need.crisis].append(index)
    }
    var uses: [UsableRequirement] = []
    var ranges: [Range<Int>] = []
    var activity = Array(repeating: false, count: known.count * model.crises.count * grid.count)
    var spans: [Double] = []
    for kind in known {
      for requirements in requirementsByCrisis {
        let start = uses.count
        var opening = Double.infinity
        var closing = -Double.infinity
        for requirement in requirements {
          let need = model.requirements[requirement]
          let effect = effectiveness.value(of: kind.capability, for: need.capability)
          guard effect > 0 else { continue }
          uses.append(
            UsableRequirement(
              requirement: requirement,
              strength: need.unit == .personnel ? effect * kind.personnel : effect))
          opening = min(opening, need.from)
          closing = max(closing, need.until)
          for period in firstActivePeriod[requirement]..<endActivePeriod[requirement] {
            activity[ranges.count * grid.count + period] = true
          }
        }
        ranges.append(start..<uses.count)
        spans.append(max(0, closing - opening))
      }
    }
    defaultUses = Self.defaultUses(
      model: model, ranges: ranges, uses: uses, firstActivePeriod: firstActivePeriod,
      endActivePeriod: endActivePeriod, periods: grid.count)
    kindCount = known.count
    crisisCount = model.crises.count
    periodCount = grid.count
    allUses = uses
    useRanges = ranges
    self.activity = activity
    self.spans = spans
  }

  /// The use that counts most by itself: of the first class where classes are pre-emptive, then of the
  /// largest weight x strength.
  private static func defaultUses(
    model: PlanningModel, ranges: [Range<Int>], uses: [UsableRequirement],
    firstActivePeriod: [Int], endActivePeriod: [Int], periods: Int
  ) -> [Int32] {
    var defaults = Array(repeating: Int32(-1), count: ranges.count * periods)
    for (service, range) in ranges.enumerated() {
      let order = range.sorted { first, second in
        let (one, other) = (uses[first], uses[second])
        let (need, otherNeed) = (
          model.requirements[one.requirement], model.requirements[other.requirement]
        )
        if model.policy.priorities == .preemptive, need.priority != otherNeed.priority {
          return need.priority < otherNeed.priority
        }
        let (gain, otherGain) = (need.weight * one.strength, otherNeed.weight * other.strength)
        return gain != otherGain ? gain > otherGain : first < second
      }
      for use in order.reversed() {
        let requirement = uses[use].requirement
        for period in firstActivePeriod[requirement]..<endActivePeriod[requirement] {
          defaults[service * periods + period] = Int32(use)
        }
      }
    }
    return defaults
  }

  /// Number of services: kinds x crises.
  package var count: Int { useRanges.count }

  /// Number of uses over all services.
  package var useCount: Int { allUses.count }

  /// The service of a pledge at a crisis.
  package func index(of contribution: Int, at crisis: Int) -> Int {
    index(ofKind: kinds[contribution], at: crisis)
  }

  /// The kind of a pledge's units.
  package func kind(of contribution: Int) -> Int { kinds[contribution] }

  /// The service of a kind of unit at a crisis.
  package func index(ofKind kind: Int, at crisis: Int) -> Int { kind * crisisCount + crisis }

  /// The crisis that a service is at.
  func crisis(of service: Int) -> Int { service % crisisCount }

  /// The requirements that a service can meet; empty where it can meet none.
  package func uses(of service: Int) -> ArraySlice<UsableRequirement> {
    allUses[useRanges[service]]
  }

  /// The numbers of a service's uses among all uses.
  package func useNumbers(of service: Int) -> Range<Int> { useRanges[service] }

  /// A use by its number among all uses.
  package func use(_ number: Int) -> UsableRequirement { allUses[number] }

  /// The number of the use that units in place serve unless they are told otherwise; nil: none is
  /// active.
  package func defaultUse(of service: Int, period: Int) -> Int? {
    let use = defaultUses[service * periodCount + period]
    return use < 0 ? nil : Int(use)
  }

  /// Whether some requirement that the service can meet is active.
  package func isActive(_ service: Int, period: Int) -> Bool {
    activity[service * periodCount + period]
  }

  /// Days from the opening of the first usable window to the end of the last one.
  package func span(of service: Int) -> Double { spans[service] }

  /// What the strengths and prices of a service are multiplied by for one unit of a pledge.
  package func factor(of contribution: Int) -> Double { factors[contribution] }
}

extension DeploymentNetwork {
  /// Strength that one unit of a pledge gives to a requirement; 0 where it cannot meet it.
  package func strength(of contribution: Int, for requirement: Int) -> Double {
    let service = services.index(of: contribution, at: model.requirements[requirement].crisis)
    let use = services.uses(of: service).first { $0.requirement == requirement }
    return use.map { strength(of: contribution, for: $0) } ?? 0
  }

  /// Strength that one unit of a pledge gives in a use of its service.
  package func strength(of contribution: Int, for use: UsableRequirement) -> Double {
    use.strength * services.factor(of: contribution)
  }
}

/// Effectiveness of one capability in the place of another (formulation.md, symbol e).
struct EffectivenessTable {
  private let capabilityCount: Int
  private var values: [Double]

  init(model: PlanningModel) {
    capabilityCount = model.capabilities.count
    values = Array(repeating: 0, count: capabilityCount * capabilityCount)
    for capability in 0..<capabilityCount {
      values[capability * capabilityCount + capability] = 1
    }
    for substitution in model.substitutions {
      values[substitution.capability * capabilityCount + substitution.substitutesFor] =
        substitution.effectiveness
    }
  }

  /// 1 for the capability itself, less for a substitute, 0 where it is not allowed.
  func value(of capability: Int, for required: Int) -> Double {
    values[capability * capabilityCount + required]
  }
}
