extension [Double] {
  /// Adds a multiple of others, place by place.
  ///
  /// - Complexity: O(count).
  package mutating func add(_ others: [Double], times factor: Double) {
    for place in indices { self[place] += factor * others[place] }
  }
}
