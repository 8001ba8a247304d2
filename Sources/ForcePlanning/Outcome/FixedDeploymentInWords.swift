import ForceModel

extension PlanningModel {
  /// A fixed deployment without its units: `kz-police at osh by road, days 3 to 10`.
  func words(of fixed: FixedDeployment) -> String {
    let way = fixed.lift.map { liftPools[$0].id } ?? modes[fixed.mode].id
    return "\(contributions[fixed.contribution].id) at \(crises[fixed.crisis].id) by \(way), days "
      + "\(fixed.from.inWords) to \(fixed.until.inWords)"
  }
}
