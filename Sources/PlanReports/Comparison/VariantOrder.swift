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
  /// Names of the variants in an order; ties stay in the order given.
  func variants(in order: VariantOrder) -> [String] {
    let given = variants
    switch order {
    case .given: return given
    case .name: return given.sorted()
    case .goal(let name):
      let values = given.map { variant in
        goals.filter { $0.variant == variant && ($0.name == name || $0.name.hasPrefix(name + ".")) }
          .map(\.value)
      }
      return given.indices.sorted { one, other in
        if values[one] == values[other] { return one < other }
        return values[one].lexicographicallyPrecedes(values[other])
      }.map { given[$0] }
    }
  }
}
