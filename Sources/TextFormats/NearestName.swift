/// The name that was probably meant: for "did you mean ...?" after a misspelling.
public enum NearestName {
  /// The candidate nearest to a misspelt name; nil where none is near enough to be a fair guess.
  ///
  /// Near enough is one slip for every three letters of the longer name, at least one. Case is
  /// overlooked. Of equally near candidates the first one is taken, so the answer hangs on the order
  /// given.
  /// - Complexity: O(candidates x length squared).
  public static func among(_ candidates: [String], to name: String) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    var best: (candidate: String, slips: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      let allowed = max(1, max(letters.count, other.count) / 3)
      if abs(letters.count - other.count) > allowed { continue }
      let slips = slips(between: letters, and: other)
      if slips <= allowed, slips < (best?.slips ?? .max) { best = (candidate, slips) }
    }
    return best?.candidate
  }

  /// Letters dropped, added, changed or swapped with their neighbour on the way from one name to the
  /// other (optimal string alignment distance).
  static func slips(between first: [Unicode.Scalar], and second: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in 0..<first.count {
      var current = [row + 1]
      for column in 0..<second.count {
        let changed = previous[column] + (first[row] == second[column] ? 0 : 1)
        var fewest = min(changed, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          fewest = min(fewest, beforePrevious[column - 1] + 1)
        }
        current.append(fewest)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
