/// A row of numbers of fixed length, read and written without checks: what innermost loops work on.
///
/// Threads that work on one at the same time have no place in common.
final class Numbers<Element: BitwiseCopyable>: @unchecked Sendable {
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

  func fill(_ value: Element, in places: Range<Int>) {
    (base + places.lowerBound).update(repeating: value, count: places.count)
  }

  func copy(_ other: Numbers) { base.update(from: other.base, count: count) }
}
