import CGLPKGuard
public import LinearProgramming

/// Makes engines that solve by GLPK.
public struct GLPKEngineProvider: LinearProgramEngineProvider {
  /// Creates a provider; engines are made one by one, by `withEngine`.
  public init() {}

  /// Name and version of the library.
  public var versionName: String { "GLPK " + String(cString: guarded_library_version()) }

  /// Makes an engine on the current thread, hands it to `body`, and frees it when `body` returns or
  /// throws.
  ///
  /// Engines on one thread share GLPK's memory: when one is lost by an abort, so are the others of
  /// that thread, which throw `EngineFailure.lost` from then on. An engine that outlives `body`
  /// does the same.
  ///
  /// - Throws: `EngineFailure` if no engine can be made; else what `body` throws.
  public func withEngine<Result>(
    _ body: (any LinearProgramEngine) throws -> Result
  ) throws -> Result {
    let engine = try GLPKEngine()
    defer { engine.close() }
    return try body(engine)
  }
}
