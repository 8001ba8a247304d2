import Synchronization
import TextFormats

/// One line on a terminal that says how far the work is, and leaves no trace.
///
/// It may be used from any thread.
public final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var lastChange = ContinuousClock.now
  }

  private static let pause = Duration.milliseconds(200)

  /// Where the line stands; nil: nowhere, because that is no terminal or nobody wants to see it.
  private let channel: OutputChannel?
  private let width: Int
  private let state = Mutex(State())

  init(channel: OutputChannel?, width: Int) {
    self.channel = channel
    self.width = width
  }

  /// Whether anybody can see the line.
  public var isSeen: Bool { channel != nil }

  /// Shows a text in the place of the last one, at most five times a second; work that ends sooner
  /// shows nothing.
  public func show(_ text: @autoclosure () -> String) {
    guard let channel else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.lastChange >= Self.pause else { return }
      state.lastChange = now
      state.isShown = true
      // One column is left free: a full line would wrap on some terminals.
      let line = VisibleText.shortened(VisibleText.escaped(text()), to: width - 1)
      try? channel.write("\r\u{1B}[K" + line)
    }
  }

  /// Takes the line away.
  public func clear() {
    guard let channel else { return }
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      try? channel.write("\r\u{1B}[K")
    }
  }
}
