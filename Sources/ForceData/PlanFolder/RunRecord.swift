public import TextFormats

/// How a plan was made: the content of run.json, the one file of a plan folder that differs from run
/// to run.
public struct RunRecord: Sendable, Equatable {
  /// Version of the planner.
  public var version: String
  /// Version of the solver's engine.
  public var engineVersion: String
  /// The arguments of the command line.
  public var options: [String]
  /// When the run started, as ISO 8601 writes it, in UTC.
  public var started: String
  /// Time from start to end, in seconds.
  public var wallSeconds: Double
  /// Largest memory in use, in bytes.
  public var peakMemoryBytes: Int

  /// Creates a record.
  public init(
    version: String, engineVersion: String, options: [String], started: String,
    wallSeconds: Double, peakMemoryBytes: Int
  ) {
    self.version = version
    self.engineVersion = engineVersion
    self.options = options
    self.started = started
    self.wallSeconds = wallSeconds
    self.peakMemoryBytes = peakMemoryBytes
  }

  /// The record as JSON.
  public var json: JSONValue {
    [
      "version": .string(version), "engineVersion": .string(engineVersion),
      "options": .array(options.map { .string($0) }), "started": .string(started),
      "wallSeconds": .number(wallSeconds), "peakMemoryBytes": .number(peakMemoryBytes),
    ]
  }
}
