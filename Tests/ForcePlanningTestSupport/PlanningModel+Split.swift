public import ForceModel

extension PlanningModel {
  /// The same model with each pledge in so many equal parts, and nobody deployed yet: as good a plan with many more
  /// tours.
  public func split(into parts: Int) -> PlanningModel {
    var model = self
    model.fixedDeployments = []
    model.contributions = contributions.flatMap { whole in
      (0..<parts).map { part in
        var pledge = whole
        pledge.id += "/\(part)"
        pledge.units = whole.units / Double(parts)
        return pledge
      }
    }
    return model
  }
}
