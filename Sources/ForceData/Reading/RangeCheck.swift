import TextFormats

/// Holds numbers to the range of their column.
struct RangeCheck {
  let collector: FindingCollector

  /// The number, or nil with a finding where it is out of range.
  ///
  /// The place is worked out only for a finding: most numbers are right.
  func check(
    _ value: Double, name: String, field: SchemaField, at place: @autoclosure () -> Place
  ) -> Double? {
    let isPlain = value == 0 || value.magnitude >= SchemaField.smallestNumber
    let isBounded = value.magnitude <= SchemaField.largestNumber
    if isPlain, isBounded, field.contains(value) { return value }

    let shown = DecimalText.format(value)
    guard isBounded else {
      collector.report(
        .outOfRange, place(), "'\(name)' is \(shown), which is beyond all reason",
        remedy: "give a number of at most \(DecimalText.format(SchemaField.largestNumber))")
      return nil
    }
    if let range = field.rangeText, !field.contains(value) {
      var remedy = "give a number of \(range)"
      if let maximum = field.maximum, maximum == .inclusive(1), value > 1, value <= 100 {
        remedy += "; for \(shown) percent write \(DecimalText.format(value / 100))"
      }
      collector.report(.outOfRange, place(), "'\(name)' is \(shown)", remedy: remedy)
      return nil
    }
    collector.report(
      .outOfRange, place(), "'\(name)' is \(shown), which is not zero but next to it",
      remedy: "write 0, or a number of at least \(DecimalText.format(SchemaField.smallestNumber))")
    return nil
  }
}

extension SchemaField {
  /// Whether a number lies between the bounds.
  fileprivate func contains(_ value: Double) -> Bool {
    let isAbove =
      switch minimum {
      case .inclusive(let bound): value >= bound
      case .exclusive(let bound): value > bound
      case nil: true
      }
    let isBelow =
      switch maximum {
      case .inclusive(let bound): value <= bound
      case .exclusive(let bound): value < bound
      case nil: true
      }
    return isAbove && isBelow
  }
}
