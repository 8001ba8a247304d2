import Glibc
import Synchronization

/// Threads that help with work in parts, made when they are first wanted and kept for the next work.
///
/// `DispatchQueue.concurrentPerform` would do, but where no thread can be made, as under a limit on memory or
/// on processes, it waits for ever and cannot be stopped. Here whoever brings the work does what nobody helps
/// with, if need be all of it.
final class WorkerTeam: Sendable {
  static let shared = WorkerTeam()

  /// Enough for GLPK and the search for columns, and little enough for a limit on memory.
  private static let stackBytes = 1 << 20

  private struct State {
    var workers = 0
    /// Work that wants help, once for each helper.
    var calls: [PartedWork] = []
  }

  private let state = Locked(State())
  private let called = Semaphore(value: 0)

  /// Does every part of the work, on this thread and on as many others as there are, up to `helpers`.
  func perform(parts: Int, helpers: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let work = PartedWork(parts: parts, body)
    let present = state.withLock { state in
      while state.workers < helpers, startWorker() { state.workers += 1 }
      let present = min(helpers, state.workers)
      state.calls += repeatElement(work, count: present)
      return present
    }
    for _ in 0..<present { called.signal() }
    work.help()
    work.waitForHelpers()
  }

  /// Whether a thread could be made.
  private func startWorker() -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, Self.stackBytes)
    var thread = pthread_t()
    return pthread_create(
      &thread, &attributes,
      { _ in
        WorkerTeam.shared.help()
        return nil
      }, nil) == 0
  }

  private func help() {
    while true {
      called.wait()
      state.withLock { $0.calls.popLast() }?.help()
    }
  }
}

/// Work in parts, each of which is done once by whoever comes to it first.
private final class PartedWork: Sendable {
  private let parts: Int
  private let body: @Sendable (Int) -> Void
  private let nextPart = Atomic(0)
  private let openParts: Atomic<Int>
  private let ended = Semaphore(value: 0)

  init(parts: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.parts = parts
    self.body = body
    openParts = Atomic(parts)
  }

  /// Does parts as long as there are some that nobody has begun.
  func help() {
    while true {
      let part = nextPart.add(1, ordering: .relaxed).oldValue
      guard part < parts else { return }
      body(part)
      if openParts.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { ended.signal() }
    }
  }

  /// Returns when every part is done; called once.
  func waitForHelpers() { ended.wait() }
}

/// A value that one thread at a time may use.
///
/// Thread sanitizer follows what a semaphore hands over, but not what `Mutex` does where threads contend: that happens
/// inside the standard library, which is not instrumented.
private final class Locked<Value>: @unchecked Sendable {
  private let isFree = Semaphore(value: 1)
  private var value: Value

  init(_ value: Value) { self.value = value }

  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    isFree.wait()
    defer { isFree.signal() }
    return body(&value)
  }
}

/// A POSIX semaphore: unlike Dispatch's it is made without waiting for memory.
private final class Semaphore: @unchecked Sendable {
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init(value: UInt32) { sem_init(semaphore, 0, value) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func signal() { sem_post(semaphore) }

  /// Looks for a signal before the thread sleeps: to wake one takes longer than many a piece of work.
  private static let looks = 10_000

  /// Waits for a signal; a signal of the system to the process is none.
  func wait() {
    for _ in 0..<Self.looks where sem_trywait(semaphore) == 0 { return }
    while sem_wait(semaphore) != 0 {}
  }
}
