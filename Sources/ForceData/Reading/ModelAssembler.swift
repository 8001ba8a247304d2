import ForceModel

/// Makes values of raw cells, table by table in the order of their references.
struct ModelAssembler {
  let collector: FindingCollector
  let limits: ReadingLimits
  let raw: RawModel
  /// Tables of which some row could not be used; what hangs on all their rows is not checked.
  var unsound: Set<ModelTable> = []
  /// Raw rows of the values of each table.
  var rows: [ModelTable: [Int]] = [:]

  init(collector: FindingCollector, limits: ReadingLimits, raw: RawModel) {
    self.collector = collector
    self.limits = limits
    self.raw = raw
  }

  /// Reads all tables and the policy; nil where no model can be made of them.
  mutating func assemble(identity: ModelIdentity) -> AssembledModel? {
    let (contributors, contributorNames) = readContributors()
    let (locations, locationNames) = readLocations()
    let (capabilities, capabilityNames) = readCapabilities()
    let (modes, modeNames) = readModes()
    let (crises, crisisNames) = readCrises(locations: locationNames)
    let (lift, liftNames) = readLift(contributors: contributorNames, modes: modeNames)
    let substitutions = readSubstitutions(capabilities: capabilityNames)
    let (contributions, contributionNames) = readContributions(
      contributors: contributorNames, capabilities: capabilityNames,
      capabilityValues: capabilities.values, locations: locationNames)
    let (requirements, _) = readRequirements(crises: crisisNames, capabilities: capabilityNames)
    let distances = readDistances(locations: locationNames, modes: modeNames)
    let caveats = readCaveats(
      contributors: contributorNames, crises: crisisNames, capabilities: capabilityNames,
      modes: modeNames)
    let fixed = readFixed(
      contributions: contributionNames, crises: crisisNames, lift: liftNames, modes: modeNames)

    let canMissHorizon = unsound.contains(.requirements) && requirements.values.isEmpty
    let policyReader = PolicyReader(collector: collector, entries: raw.policy)
    let policy = policyReader.read(
      latestUntil: requirements.values.map(\.until).max(),
      fallback: canMissHorizon ? nil : raw.policyPlace)
    guard let policy else { return nil }
    checkWindows(requirements, horizon: policy.horizonDays)
    guard !unsound.contains(.requirements),
      let grid = makeGrid(policy, requirements: requirements.values, places: policyReader)
    else { return nil }
    checkBoundaries(fixed, grid: grid, policy: policy)
    guard unsound.isDisjoint(with: [.contributions, .lift, .modes, .capabilities]) else {
      return nil
    }
    let ways = FixedWays(
      contributors: contributors.values, contributions: contributions.values, modes: modes.values,
      pools: lift.values)
    let deployments = resolve(fixed, ways: ways)

    let model = PlanningModel(
      name: raw.name, title: raw.title ?? raw.name, policy: policy,
      contributors: contributors.values, locations: locations.values,
      capabilities: capabilities.values, substitutions: substitutions.values,
      contributions: contributions.values, crises: crises.values,
      requirements: requirements.values, distances: distances, modes: modes.values,
      liftPools: lift.values, caveats: caveats.values, fixedDeployments: deployments,
      identity: identity)
    return AssembledModel(
      model: model, grid: grid, tables: raw.tables, policyPlace: raw.policyPlace,
      shareCapPlace: policyReader.place(of: "shareCap"), rows: rows)
  }
}
