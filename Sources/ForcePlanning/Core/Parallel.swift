/// Results of `body` for 0, 1, 2, … in this order, worked out on several threads.
///
/// Each thread takes every n-th stretch of indices, so that the dear ones are spread evenly.
func inParallel<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(body) }
  let stretch = max(1, min(64, count / (4 * threads)))
  let parts = Parts<Result>(count: threads)
  WorkerTeam.shared.perform(parts: threads, helpers: threads - 1) { thread in
    var results: [Result] = []
    var start = thread * stretch
    while start < count {
      for index in start..<min(start + stretch, count) { results.append(body(index)) }
      start += threads * stretch
    }
    parts.results[thread] = results
  }
  // Dealt back in the order of indices.
  var next = Array(repeating: 0, count: threads)
  return (0..<count).map { index in
    let thread = index / stretch % threads
    defer { next[thread] += 1 }
    return parts.results[thread][next[thread]]
  }
}

/// What each thread found; every thread writes a place of its own.
private final class Parts<Result: Sendable>: @unchecked Sendable {
  let results: UnsafeMutableBufferPointer<[Result]>

  init(count: Int) {
    results = .allocate(capacity: count)
    results.initialize(repeating: [])
  }

  deinit {
    results.deinitialize()
    results.deallocate()
  }
}
