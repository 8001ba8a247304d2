import ForceModel

/// The order in which variants are shown.
public enum VariantOrder: Sendable, Equatable {
  /// As they were named.
  case given
  /// By name.
  case name
  /// By the value of a goal, the smallest first.
  case goal(String)
}

extension Comparison {
  /// Numbers of the variants in an order; ties stay in the order given.
  func ranked(in order: VariantOrder) -> [Int] {
    let given = Array(standings.indices)
    switch order {
    case .given: return given
    case .name:
      return given.sorted { (standings[$0].name, $0) < (standings[$1].name, $1) }
    case .goal(let name):
      let values = standings.map { standing in
        standing.goals.filter { $0.name == name || $0.name.hasPrefix(name + ".") }.map(\.value)
      }
      return given.sorted { one, other in
        if values[one] == values[other] { return one < other }
        return values[one].lexicographicallyPrecedes(values[other])
      }
    }
  }

  /// Names of the variants in an order.
  func variants(in order: VariantOrder) -> [String] {
    ranked(in: order).map { standings[$0].name }
  }
}
