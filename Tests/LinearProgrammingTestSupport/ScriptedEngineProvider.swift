public import LinearProgramming
import Synchronization

/// Makes scripted engines, each with the same script, and keeps what they were given.
public final class ScriptedEngineProvider: LinearProgramEngineProvider {
  private let script: [ScriptedEngine.Answer]
  private let finished = Mutex<[[ScriptedEngine.Event]]>([])

  /// Creates a provider whose engines give these answers, one for each solve.
  public init(_ script: [ScriptedEngine.Answer]) {
    self.script = script
  }

  /// Name of the engine.
  public let versionName = "script"

  /// What each engine was given, in the order in which they were done with.
  public var events: [[ScriptedEngine.Event]] { finished.withLock { $0 } }

  /// Makes an engine with the script, and keeps what it was given when `body` is done.
  public func withEngine<Result>(
    _ body: (any LinearProgramEngine) throws -> Result
  ) throws -> Result {
    let engine = ScriptedEngine(script)
    defer {
      let events = engine.events
      finished.withLock { $0.append(events) }
    }
    return try body(engine)
  }
}
