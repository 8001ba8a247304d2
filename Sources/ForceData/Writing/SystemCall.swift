import Glibc

/// Calls of the system that write files, with what each call alone leaves open.
enum SystemCall {
  /// Writes all of the bytes at the place of the descriptor.
  ///
  /// - Returns: Whether all are written; if not, `errno` says why.
  static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        start += count
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
