import Glibc
import Synchronization

/// Standard output or standard error: writes all of a text or says why not.
public final class OutputChannel: Sendable {
  /// Where results go.
  public static let standardOutput = OutputChannel(descriptor: STDOUT_FILENO)
  /// Where talk, progress and errors go.
  public static let standardError = OutputChannel(descriptor: STDERR_FILENO)

  private let descriptor: Int32
  private let readerHasLeft = Atomic(false)

  /// Creates a channel on an open file descriptor.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Whether the channel ends at a terminal.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The width that the terminal states; nil: the channel ends at none, or it states none.
  var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Makes writing to a closed pipe, or beyond the limit on a file's size, an error that whoever writes sees,
  /// instead of the end of the process.
  public static func makeFailuresErrors() {
    for cause in [SIGPIPE, SIGXFSZ] { signal(cause, SIG_IGN) }
  }

  /// Writes a text.
  ///
  /// A reader that has left, as `head` does, is no failure: what it does not want is dropped.
  public func write(_ text: String) throws(OutputFailure) {
    guard !readerHasLeft.load(ordering: .relaxed) else { return }
    var text = text
    let problem = text.withUTF8 { bytes in Self.writeAll(bytes, to: descriptor) }
    if problem == EPIPE {
      readerHasLeft.store(true, ordering: .relaxed)
    } else if problem != 0 {
      throw OutputFailure(problem)
    }
  }

  /// The error number of the first failure; 0: all bytes are written.
  private static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32 {
    var rest = UnsafeRawBufferPointer(bytes)[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        // Somebody made the pipe non-blocking: wait until it takes more.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}

/// Why a text could not be written.
public struct OutputFailure: Error, Sendable, Equatable {
  /// The system's reason, in words.
  public let reason: String

  init(_ number: Int32) { reason = String(cString: strerror(number)) }
}
