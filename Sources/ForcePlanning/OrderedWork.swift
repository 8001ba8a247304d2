/// Work on numbered things by several threads, whose results are taken one after another.
public enum OrderedWork {
  /// Works on things and delivers what comes of each, in the order of their numbers and soon after it is there.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the things.
  ///   - threads: Threads that work at a time.
  ///   - work: Works on a thing; called on any thread.
  ///   - deliver: Takes a number and what came of it; called on this thread.
  /// - Throws: What `deliver` throws, and what `work` throws when its number's turn has come; either ends the
  ///   work.
  public static func perform<Output: Sendable>(
    _ numbers: Range<Int>, threads: Int, work: @escaping @Sendable (Int) throws -> Output,
    deliver: (Int, Output) throws -> Void
  ) throws {
    // So many at a time that no thread waits long for the others, and few results are held at once.
    let block = max(1, threads) * 8
    for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: block) {
      let part = start..<min(start + block, numbers.upperBound)
      let outputs = inParallel(part.count, threads: threads) { offset in
        Result { try work(start + offset) }
      }
      for (number, output) in zip(part, outputs) { try deliver(number, output.get()) }
    }
  }
}
