/// Why something was not written; what was there before is whole.
public struct OutputError: Error, Equatable, Sendable {
  /// The causes.
  public enum Cause: Equatable, Sendable {
    /// The system refused an operation; its reason.
    case system(String)
    /// What was written before, and is needed again, cannot be read; the reason.
    case unreadable(String)
    /// The folder that would be replaced holds something else.
    case wouldLose(String)
    /// The path names something that cannot be replaced; what it is.
    case notReplaceable(String)
  }

  /// The path that was to be written.
  public var path: String
  /// Why it was not.
  public var cause: Cause

  /// Creates an error.
  public init(path: String, cause: Cause) {
    self.path = path
    self.cause = cause
  }

  /// Cause and remedy in one sentence.
  public var message: String {
    let path = SafeText.quoted(path)
    return switch cause {
    case .system(let reason):
      "\(path) cannot be written: \(reason); what was there before is unchanged"
    case .unreadable(let reason):
      "\(path) cannot be read back: \(reason)"
    case .wouldLose(let name):
      "\(path) is not replaced, because it holds \(SafeText.quoted(name)), which would be lost; "
        + "name another folder, or move that away"
    case .notReplaceable(let kind):
      "\(path) is not replaced, because it is \(kind); name another path"
    }
  }
}
