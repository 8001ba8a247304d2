extension Double {
  /// The number as sentences give it: two decimals at most, none where it is whole.
  var inWords: String {
    let rounded = (self * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
