public import ForceModel
import TestSupport

extension PlanningModel {
  /// A variant drawn from a seed: pledges, requirements, lift or policy differ, and things are gone or new.
  public func randomVariant(seed: Int) -> PlanningModel {
    var random = SeededGenerator(seed: seed)
    var variant = self
    for _ in 0..<random.integer(in: 1...3) { variant.change(&random) }
    return variant
  }

  private mutating func change(_ random: inout SeededGenerator) {
    switch random.integer(in: 0...9) {
    case 0, 1:
      contributions[random.index(of: contributions)].units *= random.pick([0, 0.5, 1.5, 3])
    case 2: contributions[random.index(of: contributions)].noticeToMove += random.pick([0.5, 1, 2])
    case 3: withdrawPledge(&random)
    case 4: addPledge(&random)
    case 5: requirements[random.index(of: requirements)].quantity *= random.pick([0.5, 1.25, 2])
    case 6: dropRequirement(&random)
    case 7: changeLift(&random)
    case 8:
      policy.shareCapPerCrisis = random.pick([0.4, 0.6, 1])
      policy.shareCapOverall = random.pick([0.5, 1])
    default: requirements[random.index(of: requirements)].weight *= random.pick([0.5, 2])
    }
  }

  private mutating func withdrawPledge(_ random: inout SeededGenerator) {
    let gone = random.index(of: contributions)
    guard contributions.count > 1, !fixedDeployments.contains(where: { $0.contribution == gone })
    else { return }
    contributions.remove(at: gone)
    for index in fixedDeployments.indices where fixedDeployments[index].contribution > gone {
      fixedDeployments[index].contribution -= 1
    }
  }

  /// Adds a pledge before all others, so that every index moves.
  private mutating func addPledge(_ random: inout SeededGenerator) {
    var pledge = contributions[random.index(of: contributions)]
    pledge.id = "0-\(contributions.count)-\(pledge.id)"
    pledge.contributor = random.index(of: contributors)
    pledge.personnel += 10
    contributions.insert(pledge, at: 0)
    contributions.sort { $0.id < $1.id }
    guard let place = contributions.firstIndex(where: { $0.id == pledge.id }) else { return }
    for index in fixedDeployments.indices where fixedDeployments[index].contribution >= place {
      fixedDeployments[index].contribution += 1
    }
  }

  /// Drops a requirement, and with it maybe boundaries of the time grid.
  private mutating func dropRequirement(_ random: inout SeededGenerator) {
    guard requirements.count > 1, fixedDeployments.isEmpty else { return }
    requirements.remove(at: random.index(of: requirements))
  }

  private mutating func changeLift(_ random: inout SeededGenerator) {
    guard !liftPools.isEmpty else { return }
    let pool = random.index(of: liftPools)
    guard random.chance(0.3), !fixedDeployments.contains(where: { $0.lift != nil }) else {
      liftPools[pool].assets *= random.pick([0, 0.5, 2])
      return
    }
    liftPools.remove(at: pool)
  }
}

extension SeededGenerator {
  fileprivate mutating func index<Element>(of elements: [Element]) -> Int {
    integer(in: 0...elements.count - 1)
  }
}
