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
      threads: threads, reportProgress: { self.look(at: $0) }, shouldStop: { self.isOver() })
  }

  /// Whether to stop; asked from time to time, which is when progress is shown.
  func isOver() -> Bool {
    let elapsed = ContinuousClock.now - start
    if Interrupt.isRequested {
      line.show("stopping; the best plan so far follows")
      return true
    }
    if let limit, elapsed >= limit { return true }
    line.show(
      "planning for \(elapsed.components.seconds) s\(state.withLock { $0.headway }); "
        + "Ctrl-C ends with the best plan so far")
    return false
  }

  /// Says from now on that so many of the variants are planned.
  func note(planned count: Int, of variants: Int) {
    state.withLock { $0.headway = ", \(count) of \(variants) variants" }
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
