/// A row of numbers of fixed length, read and written without checks: what innermost loops work on.
final class Numbers<Element: BitwiseCopyable> {
  let count: Int
  /// The first number; valid as long as the row lives.
  let base: UnsafeMutablePointer<Element>

  init(_ values: [Element]) {
    count = values.count
    base = .allocate(capacity: max(1, count))
    _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(fromContentsOf: values)
  }

  init(_ count: Int, of value: Element) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: max(1, count))
  }

  deinit { base.deallocate() }

  subscript(place: Int) -> Element {
    get { base[place] }
    set { base[place] = newValue }
  }

  func fill(_ value: Element) { base.update(repeating: value, count: max(1, count)) }

  func copy(_ other: Numbers) { base.update(from: other.base, count: count) }
}

extension Numbers<Double> {
  /// Adds other numbers, one to each.
  func add(_ other: Numbers) {
    for place in 0..<count { base[place] += other.base[place] }
  }
}
