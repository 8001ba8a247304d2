public import ForceModel
import TestSupport

extension PlanningModel {
  /// The same model with quantities that lie eight decades apart: half of them are multiplied with a
  /// power of ten between 10^-4 and 10^4 each.
  ///
  /// What is scaled: strength, tonnes and number of units pledged, what is required and how much it weighs,
  /// burden weights, and what lift carries. Days and distances stay, so the same tours are possible.
  public func badlyScaled(seed: Int) -> PlanningModel {
    var random = SeededGenerator(seed: seed)
    var model = self
    func scale(_ value: inout Double) {
      guard random.chance(0.5) else { return }
      let exponent = random.integer(in: -4...4)
      let power = (0..<abs(exponent)).reduce(1.0) { power, _ in 10 * power }
      value = exponent < 0 ? value / power : value * power
    }
    for pledge in contributions.indices {
      if !policy.wholeUnits { scale(&model.contributions[pledge].units) }
      scale(&model.contributions[pledge].personnel)
      scale(&model.contributions[pledge].tonnes)
      scale(&model.contributions[pledge].dailyCost)
    }
    for requirement in requirements.indices {
      scale(&model.requirements[requirement].quantity)
      scale(&model.requirements[requirement].weight)
    }
    for member in contributors.indices { scale(&model.contributors[member].burdenWeight) }
    for pool in liftPools.indices {
      scale(&model.liftPools[pool].assets)
      scale(&model.liftPools[pool].tonnes)
      scale(&model.liftPools[pool].seats)
    }
    return model
  }
}
