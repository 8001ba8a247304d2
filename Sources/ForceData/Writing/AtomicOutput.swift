import CFileExchange
import Glibc

/// Writes files and folders so that at every moment, also after a crash, either the old or the new
/// is there in full.
///
/// The new is written beside the old under a temporary name, forced to disk, and then takes the
/// old's name in one step. A process that is killed leaves at most a file or folder whose name begins
/// with a dot and ends with `.partial`.
public enum AtomicOutput {
  /// What an existing folder may hold to be replaced.
  public enum Replacing: Sendable {
    /// Nothing: only an empty folder is replaced.
    case nothing
    /// Files of these names only, the first among them: what an earlier run has written.
    case output(marker: String, names: Set<String>)

    fileprivate var names: Set<String> {
      switch self {
      case .nothing: []
      case .output(_, let names): names
      }
    }
  }

  /// Writes a file.
  ///
  /// Through a link, the file that it leads to is written. A pipe or device is written straight.
  ///
  /// - Throws: `OutputError`.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    try write(to: path) { (send) throws(OutputError) in try bytes.withUnsafeBufferPointer(send) }
  }

  /// Takes a piece of a file; the next one follows where it ends.
  public typealias Send = (UnsafeBufferPointer<UInt8>) throws(OutputError) -> Void

  /// Writes a file whose content is sent piece by piece, so that all of it need never be in memory.
  ///
  /// Through a link, the file that it leads to is written. A pipe or device is written straight.
  ///
  /// - Throws: `OutputError`.
  public static func write(
    to path: String, content: (_ send: @escaping Send) throws(OutputError) -> Void
  ) throws(OutputError) {
    var status = stat()
    var mode: mode_t?
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: mode = status.st_mode & 0o7777
      case S_IFDIR: throw OutputError(path: path, cause: .notReplaceable("a folder"))
      default:
        try Step(path: path).writeStraight(content)
        return
      }
    }
    let step = Step(path: path)
    let target = mode == nil ? path : try step.resolve()
    let place = Place(of: target)
    let temporary = try step.makeFile(beside: place, mode: mode, content: content)
    guard rename(temporary, target) == 0 else {
      let error = step.failure()
      unlink(temporary)
      throw error
    }
    SystemCall.syncFolder(place.folder)
  }

  /// Writes a folder of files.
  ///
  /// - Parameters:
  ///   - files: what the folder holds then.
  ///   - path: the folder; its parent must be there.
  ///   - replacing: what an existing folder may hold to be replaced.
  /// - Throws: `OutputError`.
  public static func write(
    _ files: [OutputFile], toFolder path: String, replacing: Replacing
  ) throws(OutputError) {
    try write(files.map { StreamedFile($0) }, toFolder: path, replacing: replacing)
  }

  /// Writes a folder of files that are made piece by piece.
  ///
  /// - Parameters:
  ///   - files: what the folder holds then.
  ///   - path: the folder; its parent must be there.
  ///   - replacing: what an existing folder may hold to be replaced.
  ///   - isAlone: whether it is sure that no other run writes the folder at this time; then what a run before
  ///     has left half-written is cleared away.
  /// - Throws: `OutputError`, also where a piece cannot be made.
  public static func write(
    _ files: [StreamedFile], toFolder path: String, replacing: Replacing, isAlone: Bool = false
  ) throws(OutputError) {
    let step = Step(path: path)
    let exists = try check(folder: path, replacing: replacing)
    let target = exists ? try step.resolve() : path
    let place = Place(of: target)
    let names = Set(files.map(\.name))
    let temporary = try step.makeFolder(beside: place, files: files, isAlone: isAlone)
    if !exists {
      if rename(temporary, target) == 0 {
        SystemCall.syncFolder(place.folder)
        return
      }
      let isTaken = errno == ENOTEMPTY || errno == EEXIST
      let error = step.failure()
      do throws(OutputError) {
        guard isTaken else { throw error }
        // Another run has written the folder meanwhile: it is replaced as an older one would be.
        try step.check(replacing)
      } catch {
        step.removeFolder(temporary, names: names)
        throw error
      }
    }
    let old = try step.replace(target, by: temporary, names: names)
    SystemCall.syncFolder(place.folder)
    // Only what the check has allowed: a file that was put there since stays, in the folder's
    // temporary name.
    step.removeFolder(old, names: replacing.names)
  }

  /// Makes sure that a folder may be written, so that long work does not end with a refusal.
  ///
  /// - Returns: whether the folder is there already.
  /// - Throws: `OutputError` where something in it would be lost, or where none can be made.
  @discardableResult
  public static func check(
    folder path: String, replacing: Replacing
  ) throws(OutputError) -> Bool {
    let step = Step(path: path)
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard access(Place(of: path).folder, W_OK) == 0 else { throw step.failure() }
      return false
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(path: path, cause: .notReplaceable("not a folder"))
    }
    try step.check(replacing)
    return true
  }

  /// Makes sure that a file may be written, so that long work does not end with a refusal.
  ///
  /// - Throws: `OutputError` where a folder stands in its place, or where none can be made.
  public static func check(file path: String) throws(OutputError) {
    let step = Step(path: path)
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw OutputError(path: path, cause: .notReplaceable("a folder"))
    }
    // A file is replaced by a new one beside it; a pipe or device is written straight.
    let isReplaced = !exists || status.st_mode & S_IFMT == S_IFREG
    let target = exists && isReplaced ? try step.resolve() : path
    guard access(isReplaced ? Place(of: target).folder : path, W_OK) == 0 else {
      throw step.failure()
    }
  }

  /// The folder and the name of a path.
  struct Place {
    let folder: String
    let name: String

    init(of path: String) {
      var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
      while parts.count > 1, parts.last == "" { parts.removeLast() }
      name = String(parts.last ?? "")
      let parent = parts.dropLast().joined(separator: "/")
      folder = parts.count == 1 ? "." : parent.isEmpty ? "/" : parent
    }

    /// Beside the place, where what is to become it is gathered from run to run.
    var journal: String { "\(folder)/.\(name).journal" }

    /// A name beside the place for whoever is alone in writing it.
    var temporaryOfOne: String { "\(folder)/.\(name).partial" }

    /// A name beside the place that no other run uses.
    func temporary(_ attempt: Int) -> String {
      "\(folder)/.\(name).\(getpid())-\(attempt).partial"
    }
  }

  /// The steps of writing one path, whose errors name it.
  private struct Step {
    let path: String

    func failure() -> OutputError { SystemCall.failure(at: path) }

    func resolve() throws(OutputError) -> String {
      guard let resolved = realpath(path, nil) else { throw failure() }
      defer { free(resolved) }
      return String(cString: resolved)
    }

    func writeStraight(
      _ content: (@escaping Send) throws(OutputError) -> Void
    ) throws(OutputError) {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure() }
      defer { close(descriptor) }
      try content { (piece) throws(OutputError) in try write(piece, to: descriptor) }
    }

    func makeFile(
      beside place: Place, mode: mode_t?, content: (@escaping Send) throws(OutputError) -> Void
    ) throws(OutputError) -> String {
      var attempt = 0
      var temporary = place.temporary(attempt)
      var descriptor = create(temporary)
      while descriptor < 0, errno == EEXIST {
        attempt += 1
        temporary = place.temporary(attempt)
        descriptor = create(temporary)
      }
      guard descriptor >= 0 else { throw failure() }
      do throws(OutputError) {
        if let mode { fchmod(descriptor, mode) }
        try fill(descriptor, content)
      } catch {
        unlink(temporary)
        throw error
      }
      return temporary
    }

    func makeFolder(
      beside place: Place, files: [StreamedFile], isAlone: Bool
    ) throws(OutputError) -> String {
      var attempt = 0
      var temporary = isAlone ? place.temporaryOfOne : place.temporary(attempt)
      if isAlone { removeFolder(temporary, names: Set(files.map(\.name))) }
      while mkdir(temporary, 0o777) != 0 {
        guard errno == EEXIST else { throw failure() }
        attempt += 1
        temporary = place.temporary(attempt)
      }
      do throws(OutputError) {
        for folder in Self.folders(of: files.map(\.name)) {
          guard mkdir(temporary + "/" + folder, 0o777) == 0 else { throw failure() }
        }
        for file in files {
          let descriptor = create(temporary + "/" + file.name)
          guard descriptor >= 0 else { throw failure() }
          try fill(descriptor) { (send) throws(OutputError) in
            var runs = file.runs
            while let run = try runs.next() { try run.withUnsafeBufferPointer(send) }
          }
        }
      } catch {
        removeFolder(temporary, names: Set(files.map(\.name)))
        throw error
      }
      for folder in Self.folders(of: files.map(\.name)) {
        SystemCall.syncFolder(temporary + "/" + folder)
      }
      SystemCall.syncFolder(temporary)
      return temporary
    }

    private func create(_ path: String) -> CInt {
      open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }

    /// Writes, forces to disk and closes; a full disk may show at any of the three.
    private func fill(
      _ descriptor: CInt, _ content: (@escaping Send) throws(OutputError) -> Void
    ) throws(OutputError) {
      do throws(OutputError) {
        try content { (piece) throws(OutputError) in try write(piece, to: descriptor) }
        guard fsync(descriptor) == 0 else { throw failure() }
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw failure() }
    }

    private func write(
      _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: CInt
    ) throws(OutputError) {
      guard SystemCall.write(bytes, to: descriptor) else { throw failure() }
    }

    /// Makes sure that nothing is lost when the folder is replaced.
    func check(_ replacing: Replacing) throws(OutputError) {
      guard let stream = opendir(path) else { throw failure() }
      defer { closedir(stream) }
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = FolderEntry.name(entry)
        if name != ".", name != ".." { names.append(name) }
      }
      names.sort()
      guard let first = names.first else { return }
      switch replacing {
      case .nothing:
        throw OutputError(path: path, cause: .wouldLose(first))
      case .output(let marker, let known):
        if let other = names.first(where: { !known.contains($0) || !isRegularFile($0) }) {
          throw OutputError(path: path, cause: .wouldLose(other))
        }
        guard names.contains(marker) else {
          throw OutputError(path: path, cause: .wouldLose(first))
        }
      }
    }

    private func isRegularFile(_ name: String) -> Bool {
      var status = stat()
      return lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Puts a new folder in the place of an old one, and tells where the old one then is.
    ///
    /// Linux exchanges the two in one step. Where the file system cannot do that, the old one is
    /// moved away first, and comes back if the new one cannot take its place.
    func replace(
      _ target: String, by temporary: String, names: Set<String>
    ) throws(OutputError) -> String {
      if renameat2(AT_FDCWD, temporary, AT_FDCWD, target, FILE_EXCHANGE_FLAG) == 0 {
        return temporary
      }
      guard errno == EINVAL || errno == ENOSYS else {
        let error = failure()
        removeFolder(temporary, names: names)
        throw error
      }
      let aside = temporary + ".old"
      if rename(target, aside) == 0 {
        if rename(temporary, target) == 0 { return aside }
        let error = failure()
        rename(aside, target)
        removeFolder(temporary, names: names)
        throw error
      }
      let error = failure()
      removeFolder(temporary, names: names)
      throw error
    }

    /// Removes files of the given names and then the folder, which stays if it holds others.
    func removeFolder(_ path: String, names: Set<String>) {
      for name in names { unlink(path + "/" + name) }
      for folder in Self.folders(of: Array(names)).reversed() { rmdir(path + "/" + folder) }
      rmdir(path)
    }

    /// The folders that files lie in, each after the one around it.
    private static func folders(of names: [String]) -> [String] {
      let folders = names.flatMap { name -> [String] in
        let parts = name.split(separator: "/").dropLast()
        return parts.indices.map { parts[...$0].joined(separator: "/") }
      }
      return Set(folders).sorted()
    }
  }
}
