import CommandLineTools
import Glibc

/// What planning may take: time until a limit or until somebody presses Ctrl-C, and threads.
struct Patience: Sendable {
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
  private let progress: ProgressLine

  /// Starts the clock, and makes Ctrl-C a request.
  init(_ arguments: ParsedArguments, on console: Console) throws(UsageError) {
    limit = try arguments.value(of: Self.timeLimit)
    threads =
      try arguments.value(of: Self.threads) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    progress = console.progress
    Interrupt.install()
  }

  /// Whether to stop; asked from time to time, which is when progress is shown.
  func isOver() -> Bool {
    let elapsed = ContinuousClock.now - start
    if let limit, elapsed >= limit { return true }
    if Interrupt.isRequested { return true }
    progress.show(
      "planning for \(elapsed.components.seconds) s; Ctrl-C ends with the best plan so far")
    return false
  }
}
