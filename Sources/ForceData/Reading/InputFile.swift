import Glibc
import TextFormats

/// Why a file was not read.
enum InputError: Error, Equatable {
  /// The path may not be used; why, as a clause that follows the path.
  case unsafePath(String)
  /// There is no such file.
  case missing
  /// The path leads to this instead of a regular file.
  case notARegularFile(String)
  /// The file has more bytes than the limit.
  case tooLarge(limit: Int)
  /// The system's reason.
  case system(String)

  /// The cause, for a sentence about a file that a command line names.
  var clause: String {
    switch self {
    case .system(let reason): reason
    case .notARegularFile(let kind): "it is \(kind)"
    case .tooLarge(let limit): "it has more than \(limit) bytes"
    case .missing, .unsafePath: "there is no such file or folder"
    }
  }

  /// Reports the error at the place that names the file.
  func report(path: String, at place: Place, to collector: FindingCollector) {
    let path = SafeText.quoted(path)
    switch self {
    case .unsafePath(let why):
      collector.report(
        .unsafePath, place, "the path \(path) \(why)",
        remedy: "give a path below the folder, with '/' between its parts")
    case .missing:
      collector.report(
        .missingFile, place, "there is no file \(path)",
        remedy: "mend the path, or put the file there")
    case .notARegularFile(let kind):
      collector.report(
        .notARegularFile, place, "\(path) is \(kind)", remedy: "name a regular file")
    case .tooLarge(let limit):
      collector.report(
        .limitExceeded, place, "\(path) has more than \(limit) bytes",
        remedy: "divide the model, or raise the limit on bytes")
    case .system(let reason):
      collector.report(
        .cannotRead, place, "\(path) cannot be read: \(reason)",
        remedy: "see that you may read it")
    }
  }
}

/// A folder whose files are read by paths that stay inside it.
struct InputFolder {
  /// The folder's path, free of links.
  let root: String

  /// Opens a folder.
  ///
  /// - Throws: `InputError`.
  init(path: String) throws(InputError) {
    let resolved = try InputFile.resolve(path)
    guard try InputFile.kind(of: resolved) == S_IFDIR else { throw .missing }
    root = resolved
  }

  /// Reads a file by its path relative to the folder.
  ///
  /// - Throws: `InputError`.
  func read(_ path: String, limit: Int) throws(InputError) -> [UInt8] {
    if let why = Self.objection(to: path) { throw .unsafePath(why) }
    let resolved = try InputFile.resolve(root + "/" + path)
    let parent = root == "/" ? root : root + "/"
    guard resolved.hasPrefix(parent) else { throw .unsafePath("leaves the folder through a link") }
    return try InputFile.read(resolved, limit: limit)
  }

  /// Whether a file is there, whatever it is.
  func holds(_ path: String) -> Bool {
    access(root + "/" + path, F_OK) == 0
  }

  /// Names in the folder, sorted; empty where it cannot be listed.
  func names() -> [String] {
    guard let stream = opendir(root) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = FolderEntry.name(entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// What speaks against a path, before the disk is asked: a clause that follows the path.
  private static func objection(to path: String) -> String? {
    if path.isEmpty { return "is empty" }
    if path.unicodeScalars.contains(where: VisibleText.isUnsafe) {
      return "holds control characters"
    }
    if path.contains("\\") { return "holds a backslash" }
    if path.hasPrefix("/") { return "is absolute" }
    if path.hasPrefix("~") { return "begins with '~'" }
    if let colon = path.firstIndex(of: ":"),
      path[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
      )
    {
      return "is a URL or names a drive"
    }
    if path.split(separator: "/").contains("..") { return "holds '..'" }
    return nil
  }
}

/// Reading of regular files, whole and bounded.
enum InputFile {
  /// The path free of links and relative parts.
  ///
  /// - Throws: `InputError`.
  static func resolve(_ path: String) throws(InputError) -> String {
    guard !path.utf8.contains(0) else { throw .missing }
    guard let resolved = realpath(path, nil) else { throw failure() }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The file's type as `stat` gives it, such as `S_IFREG`.
  ///
  /// - Throws: `InputError`.
  static func kind(of path: String) throws(InputError) -> mode_t {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure() }
    return status.st_mode & S_IFMT
  }

  /// Reads a regular file.
  ///
  /// The type is looked at before opening, because opening a pipe may wait and opening a device may
  /// act, and again on the open file, because it may have been exchanged in between.
  /// - Throws: `InputError`.
  static func read(_ path: String, limit: Int) throws(InputError) -> [UInt8] {
    try demandRegular(try kind(of: path))
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    try demandRegular(status.st_mode & S_IFMT)
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }

    // The file may grow while it is read: the limit holds for what is really read.
    var bytes: [UInt8] = []
    var room = Int(status.st_size) + 1
    while true {
      let before = bytes.count
      var outcome = 0
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
          outcome = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          count = max(0, outcome)
        })
      if outcome == 0 { return bytes }
      if outcome < 0, errno != EINTR { throw failure() }
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      room = max(room - (bytes.count - before), 1 << 16)
    }
  }

  private static func demandRegular(_ kind: mode_t) throws(InputError) {
    switch kind {
    case S_IFREG: return
    case S_IFDIR: throw .notARegularFile("a folder")
    case S_IFIFO: throw .notARegularFile("a pipe")
    case S_IFSOCK: throw .notARegularFile("a socket")
    default: throw .notARegularFile("a device")
    }
  }

  private static func failure() -> InputError {
    errno == ENOENT || errno == ENOTDIR ? .missing : .system(String(cString: strerror(errno)))
  }
}
