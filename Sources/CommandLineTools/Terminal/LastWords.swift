import Glibc

/// What is said by a tool that dies; in memory from the start, for there may be none left then.
private let words: StaticString = """
  error: the tool ended by a fault: memory or stack ran out, or it has a defect
  What was written before is unchanged. If the machine has enough of both, please report it.

  """

/// A last message and a documented exit code for what no program can go on after: no memory, no stack, a
/// failed check of its own.
public enum LastWords {
  private static let stackBytes = 1 << 16

  /// Makes a fault end the process with `ExitCode.internalError` and a message on standard error.
  ///
  /// With `SWIFT_BACKTRACE` in the environment, whoever looks for a defect gets Swift's own report instead.
  public static func install() {
    guard getenv("SWIFT_BACKTRACE") == nil else { return }
    // The first use of a global initialises it, which must not happen inside the handler.
    _ = (words.utf8CodeUnitCount, ExitCode.internalError.number)
    // A stack of its own, for the usual one may be what ran out; it is needed until the process ends.
    // Where there is no memory for it, memory is what runs out, and the usual stack will do.
    if let memory = malloc(stackBytes) {
      var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: stackBytes)
      sigaltstack(&stack, nil)
    }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(ExitCode.internalError.number)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK
    for signal in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] {
      sigaction(signal, &action, nil)
    }
  }
}
