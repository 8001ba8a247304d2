import CholmodSolver
import CommandLineTools
import ForcePlanning
import Glibc
import Synchronization
import TextFormats

/// What planning may take: time until a limit or until somebody presses Ctrl-C, and threads.
///
/// On a terminal it says meanwhile how far the planning is.
final class Patience: Sendable {
  static let timeLimit = ValueOption(
    "time-limit", .duration("TIME"),
    help: "Stop after this time (30s, 5m, 2h) with the best plan so far.")
  static let threads = ValueOption(
    "threads", .positiveInteger("N"),
    help:
      "Use no more than N threads; the plan is the same with any number. Without it, as many as "
      + "the machine has.")

  /// Threads that may work at a time.
  let threads: Int

  private let start = ContinuousClock.now
  private let limit: Duration?
  private let line: ProgressLine
  private let state = Mutex(State())

  private struct State {
    /// How far the work is, in words; empty: nobody knows yet.
    var headway = ""
    /// Whether what is done is kept for a later run, rather than ended with.
    var isKept = false
    var nextLook = ContinuousClock.now + timeBetweenLooks
  }

  /// Time between two looks at how near the plan is to its end.
  private static let timeBetweenLooks = Duration.milliseconds(500)
  /// The same, in times that the last look took: looking is to cost the planner a twentieth of its time at most.
  private static let looksPerTime = 20

  /// Starts the clock, and makes Ctrl-C a request.
  init(_ arguments: ParsedArguments, on console: Console) throws(UsageError) {
    limit = try arguments.value(of: Self.timeLimit)
    threads =
      try arguments.value(of: Self.threads) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    line = console.progress
    Interrupt.install()
  }

  /// What a planner is told.
  var options: PlanningOptions {
    PlanningOptions(
      threads: threads, equations: CholmodEquationsProvider(),
      reportProgress: { self.look(at: $0) }, shouldStop: { self.isOver() })
  }

  /// Whether to stop; asked from time to time, which is when progress is shown.
  func isOver() -> Bool {
    let elapsed = ContinuousClock.now - start
    let (headway, isKept) = state.withLock { ($0.headway, $0.isKept) }
    if Interrupt.isRequested {
      line.show(isKept ? "stopping" : "stopping; the best plan so far follows")
      return true
    }
    if let limit, elapsed >= limit { return true }
    line.show(
      "planning for \(elapsed.components.seconds) s\(headway); Ctrl-C "
        + (isKept ? "stops" : "ends with the best plan so far"))
    return false
  }

  /// Says from now on that what is done is kept for a later run.
  func noteKept() {
    state.withLock { $0.isKept = true }
  }

  /// Says from now on how far the work on things of one kind is, and, once some time has passed, how long the
  /// rest will take at this speed.
  ///
  /// - Parameters:
  ///   - count: How many are done.
  ///   - first: How many of these were done before the work began.
  ///   - all: How many there are.
  ///   - begin: When it began.
  ///   - what: What they are and what is done with them.
  func note(
    _ count: Int, from first: Int, of all: Int, since begin: ContinuousClock.Instant, _ what: String
  ) {
    guard line.isSeen else { return }
    let elapsed = ContinuousClock.now - begin
    let left = elapsed / Double(max(1, count - first)) * Double(all - count)
    let rest = elapsed > .seconds(2) ? ", about \(Self.words(left)) left" : ""
    let (done, total) = (ReadableNumber.count(count), ReadableNumber.count(all))
    state.withLock { $0.headway = ", \(done) of \(total) \(what)\(rest)" }
  }

  /// A time as people say it.
  private static func words(_ time: Duration) -> String {
    let seconds = time.components.seconds
    if seconds < 90 { return "\(seconds) s" }
    return seconds < 5400 ? "\(seconds / 60) min" : "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  /// Says from now on how large the gap of the goal at hand is.
  private func look(at progress: () -> PlanningProgress) {
    guard line.isSeen else { return }
    state.withLock { state in
      let begin = ContinuousClock.now
      guard begin >= state.nextLook else { return }
      let progress = progress()
      state.headway = ", \(progress.goal): gap \(ReadableNumber.percent(progress.gap))"
      let end = ContinuousClock.now
      state.nextLook = end + max(Self.timeBetweenLooks, (end - begin) * Self.looksPerTime)
    }
  }
}
