import Glibc

/// Calls of the system that write files, with what each call alone leaves open.
enum SystemCall {
  /// Writes all of the bytes at the place of the descriptor.
  ///
  /// - Returns: Whether all are written; if not, `errno` says why.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: CInt) -> Bool {
    var left = bytes[...]
    while !left.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeBufferPointer(rebasing: left).baseAddress, left.count)
      if count >= 0 {
        left.removeFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Forces the names in a folder to disk; a file system that cannot do that is left to its own.
  static func syncFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// What the system said last, of a path.
  static func failure(at path: String) -> OutputError {
    OutputError(path: path, cause: .system(String(cString: strerror(errno))))
  }
}
