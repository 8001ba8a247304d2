import Synchronization
import TextFormats

/// One line on a terminal that says how far the work is, and leaves no trace.
///
/// It may be used from any thread.
public final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var lastChange: ContinuousClock.Instant?
  }

  /// Where the line stands; nil: nowhere, because that is no terminal or nobody wants to see it.
  private let channel: OutputChannel?
  private let width: Int
  private let state = Mutex(State())

  init(channel: OutputChannel?, width: Int) {
    self.channel = channel
    self.width = width
  }

  /// Shows a text in the place of the last one, at most ten times a second.
  public func show(_ text: @autoclosure () -> String) {
    guard let channel else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if let last = state.lastChange, now - last < .milliseconds(100) { return }
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
