import TextFormats

/// Names to guess from after a misspelling, with a limit on the time that is spent on guessing: a table
/// with thousands of dangling references needs no guess for each.
final class Suggestions {
  private let names: [String]
  /// Comparisons that may still be made.
  private var budget = 200_000

  init(_ names: [String]) {
    self.names = names
  }

  /// The name that was probably meant; nil: none is near, or too much was asked.
  func nearest(to name: String) -> String? {
    guard budget >= names.count, name.utf8.count <= 100 else { return nil }
    budget -= names.count
    return NearestName.among(names, to: name)
  }
}
