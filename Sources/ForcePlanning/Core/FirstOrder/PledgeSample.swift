import ForceModel

/// A smaller model that stands for a large one: of each few like pledges of a member one, with the strength of all.
///
/// Crises, lift and shares are the same, so its prices are near those of the whole, and are found in a fraction of
/// the time.
struct PledgeSample {
  let network: DeploymentNetwork

  /// Pledges that a sample has, more or less: with fewer its prices are too far from those of the whole.
  private static let size = 1_250

  /// Takes a sample of the pledges; nil where they are too few for one.
  init?(of whole: DeploymentNetwork) {
    let stride = whole.pledges.count / Self.size
    guard stride > 1 else { return nil }
    var model = whole.model
    model.contributions = Self.groups(of: model.contributions, most: stride).map { group in
      var chosen = whole.model.contributions[group[group.count / 2]]
      let persons = group.reduce(0) {
        $0 + whole.availableUnits[$1] * whole.model.contributions[$1].personnel
      }
      chosen.units = persons / chosen.personnel
      (chosen.verified, chosen.expected) = (1, 1)
      return chosen
    }
    model.fixedDeployments = []
    network = DeploymentNetwork(model)
  }

  /// Pledges of one member and one capability, at most so many to a group; those from one place are neighbours.
  private static func groups(of contributions: [Contribution], most: Int) -> [[Int]] {
    let inOrder = contributions.indices.sorted {
      let (left, right) = (contributions[$0], contributions[$1])
      return (left.contributor, left.capability, left.base, $0)
        < (right.contributor, right.capability, right.base, $1)
    }
    var groups: [[Int]] = []
    for index in inOrder {
      let next = contributions[index]
      if let first = groups.last?.first.map({ contributions[$0] }),
        first.contributor == next.contributor, first.capability == next.capability,
        groups[groups.count - 1].count < most
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }
}
