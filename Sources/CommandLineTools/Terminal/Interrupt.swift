import Glibc
import Synchronization

/// Set by the signal handler; a lock-free atomic may be touched there.
private let wasAsked = Atomic(false)

/// Ctrl-C and SIGTERM as a request that long work polls, so that it can end with what it has.
public enum Interrupt {
  /// Makes the first SIGINT or SIGTERM a request; a second one ends the process at once.
  ///
  /// A signal that whoever started the tool had ignored stays ignored, as `nohup` and shells expect.
  /// One that was blocked is let through: programs that start the tool from a worker thread block
  /// signals without meaning to.
  public static func install() {
    // The first use initialises the global, which must not happen inside the handler.
    wasAsked.store(false, ordering: .relaxed)
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    for signal in [SIGINT, SIGTERM] {
      sigaddset(&unblocked, signal)
      var former = sigaction()
      sigaction(signal, nil, &former)
      if isIgnored(former) { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in wasAsked.store(true, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
    pthread_sigmask(SIG_UNBLOCK, &unblocked, nil)
  }

  /// Whether somebody asked the work to stop.
  public static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
