extension [Double] {
  /// Adds others, or a multiple of them, place by place.
  ///
  /// - Complexity: O(count).
  package mutating func add(_ others: [Double], times factor: Double = 1) {
    for place in indices { self[place] += factor * others[place] }
  }
}
