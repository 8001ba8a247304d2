import ForceModel

/// Draws a model: who pledges what (`SupplyDraw`), who needs what (`DemandDraw`), what carries it
/// (`LiftDraw`) and what members forbid (`CaveatDraw`).
///
/// The amounts are tied to each other, so that models of every size are scarce in the same way: some
/// kinds of unit are short and others are not, lift does not carry all that is wanted, and share caps
/// hold the largest members back.
struct ModelGenerator {
  private let size: BenchmarkModel

  init(_ size: BenchmarkModel) { self.size = size }

  func model() -> PlanningModel {
    let policy = self.policy
    let supply = SupplyDraw(size)
    let demand = DemandDraw(
      size, policy: policy, supply: supply, firstLocation: supply.bases.count)
    let modes = LiftDraw.modes
    let locations = supply.bases + demand.places
    let lift = LiftDraw(
      size, policy: policy, contributions: supply.contributions, crises: demand.crises,
      locations: locations, contributors: supply.contributors)
    return PlanningModel(
      name: "benchmark-\(size.name.lowercased())", title: "Benchmark model \(size.name)",
      policy: policy, contributors: supply.contributors, locations: locations,
      capabilities: CapabilityCatalogue.kinds.map(\.capability),
      substitutions: CapabilityCatalogue.substitutions, contributions: supply.contributions,
      crises: demand.crises, requirements: demand.requirements, modes: modes,
      liftPools: lift.pools,
      caveats: CaveatDraw(size, airMode: LiftDraw.air).caveats,
      identity: ModelIdentity(name: "benchmark-\(size.name.lowercased())", sha256: ""))
  }

  private var policy: Policy {
    switch size.timing {
    case .singlePeriod:
      // Two periods, of which the first is for arriving.
      let horizon = Double(DemandDraw.singleWindow.upperBound)
      return Policy(horizonDays: horizon, gridDays: horizon, strength: .expected)
    case .phased(let periods, let gridDays):
      return Policy(
        horizonDays: Double(periods * gridDays), gridDays: Double(gridDays), strength: .expected,
        minimumTourDays: 14)
    }
  }
}

/// An identifier whose numbers sort as they count: `p007`.
func numbered(_ prefix: String, _ number: Int, of count: Int) -> String {
  let digits = String(number)
  let width = String(count).utf8.count
  return prefix + String(repeating: "0", count: width - digits.utf8.count) + digits
}
