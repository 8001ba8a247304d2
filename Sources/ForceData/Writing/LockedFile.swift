import Glibc

/// A file that one process at a time may have open; the lock ends with the process, however that ends.
enum LockedFile {
  /// Opens a file to read and to write, which is made where there is none.
  ///
  /// - Returns: The descriptor; nil where another process has the file.
  /// - Throws: `OutputError`, also where a link, a pipe or a device stands in the file's place.
  static func open(_ path: String) throws(OutputError) -> CInt? {
    while true {
      let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let descriptor = Glibc.open(path, flags, 0o666)
      guard descriptor >= 0 else { throw SystemCall.failure(at: path) }
      do throws(OutputError) {
        let own = try status(of: descriptor, path)
        guard own.st_mode & S_IFMT == S_IFREG else {
          throw OutputError(path: path, cause: .notReplaceable("no regular file"))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
          guard errno == EWOULDBLOCK else { throw SystemCall.failure(at: path) }
          Glibc.close(descriptor)
          return nil
        }
        // A process that has just ended may have removed the file between opening and locking.
        var named = stat()
        if stat(path, &named) == 0, named.st_ino == own.st_ino, named.st_dev == own.st_dev {
          SystemCall.syncFolder(AtomicOutput.Place(of: path).folder)
          return descriptor
        }
        Glibc.close(descriptor)
      } catch {
        Glibc.close(descriptor)
        throw error
      }
    }
  }

  /// Closes a file and gives its lock up, also where a process that was just begun still has the file open as well.
  static func close(_ descriptor: CInt) {
    flock(descriptor, LOCK_UN)
    Glibc.close(descriptor)
  }

  private static func status(of descriptor: CInt, _ path: String) throws(OutputError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemCall.failure(at: path) }
    return status
  }
}
