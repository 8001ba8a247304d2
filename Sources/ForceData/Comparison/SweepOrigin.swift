import TextFormats

/// What the plans of a sweep follow from, but for its variants: only a run that has the same may go on with it.
public struct SweepOrigin: Sendable, Equatable {
  /// The programs that plan, with their versions.
  public var programs: String
  /// The options that change plans, as the command line has them.
  public var options: [String]
  /// The files of the base.
  public var files: [FileDigest]

  /// Creates an origin.
  public init(programs: String, options: [String], files: [FileDigest]) {
    self.programs = programs
    self.options = options
    self.files = files
  }

  /// Reads what was written; nil where that is something else.
  init?(_ bytes: [UInt8]) {
    guard let root = try? JSON.read(bytes), case .string(let programs)? = root["programs"]?.content,
      case .array(let options)? = root["options"]?.content,
      case .object(let files)? = root["files"]?.content
    else { return nil }
    self.init(
      programs: programs, options: options.compactMap(\.text),
      files: files.map { FileDigest(name: $0.key, sha256: $0.value.text ?? "") })
  }

  var bytes: [UInt8] {
    var files = JSONObject()
    for file in self.files { files[file.name] = .string(file.sha256) }
    return Array(
      JSON.text([
        "programs": .string(programs), "options": .array(options.map { .string($0) }),
        "files": .object(files),
      ]).utf8)
  }

  /// What is another now than in what was begun, as a sentence without its full stop; nil: nothing is.
  func change(since begun: SweepOrigin) -> String? {
    if programs != begun.programs {
      return "it was begun by \(SafeText.quoted(begun.programs)), and this is '\(programs)'"
    }
    if options != begun.options {
      return "it was begun with \(Self.words(begun.options)), and this run has "
        + Self.words(options)
    }
    for file in files {
      guard let former = begun.files.first(where: { $0.name == file.name }) else {
        return "\(file.name) of the model was not there when it was begun"
      }
      if former != file { return "\(file.name) of the model has changed since it was begun" }
    }
    return begun.files.first { file in !files.contains { $0.name == file.name } }.map {
      "\(VisibleText.excerpt($0.name)) of the model is gone since it was begun"
    }
  }

  private static func words(_ options: [String]) -> String {
    options.isEmpty
      ? "no options that change plans" : SafeText.quoted(options.joined(separator: " "))
  }
}

extension JSONNode {
  fileprivate var text: String? {
    if case .string(let text) = content { text } else { nil }
  }
}
