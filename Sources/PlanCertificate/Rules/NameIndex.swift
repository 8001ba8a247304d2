import ForceModel

/// Finds what an identifier in a plan means in the model.
struct NameIndex {
  let contributors: [String: Int]
  let contributions: [String: Int]
  let crises: [String: Int]
  let requirements: [String: Int]
  let modes: [String: Int]
  let liftPools: [String: Int]

  init(_ model: PlanningModel) {
    contributors = Self.positions(of: model.contributors.map(\.id))
    contributions = Self.positions(of: model.contributions.map(\.id))
    crises = Self.positions(of: model.crises.map(\.id))
    requirements = Self.positions(of: model.requirements.map(\.id))
    modes = Self.positions(of: model.modes.map(\.id))
    liftPools = Self.positions(of: model.liftPools.map(\.id))
  }

  private static func positions(of names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
