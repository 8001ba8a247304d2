extension Double {
  /// The number as sentences give it: two decimals at most, none where it is whole, thousands apart.
  var inWords: String {
    let rounded = (self * 100).rounded() / 100
    guard rounded == rounded.rounded(), abs(rounded) < 1e15 else { return "\(rounded)" }
    var digits = String(Int(rounded.magnitude))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (rounded < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
