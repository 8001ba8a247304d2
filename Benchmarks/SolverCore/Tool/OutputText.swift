import CommandLineTools
import Glibc

/// Writes a file piece by piece.
enum OutputText {
  /// Writes a whole text.
  static func write(_ text: String, to path: String) throws {
    var text = text
    try write(to: path) { send in try text.withUTF8 { try send($0) } }
  }

  /// Writes the pieces that `body` sends.
  static func write(
    to path: String, _ body: ((UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Void
  ) throws {
    guard let file = fopen(path, "w") else { throw failure(path) }
    do {
      try body { bytes in
        guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
          throw failure(path)
        }
      }
    } catch {
      fclose(file)
      throw error
    }
    guard fclose(file) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> Refusal {
    Refusal(
      message: "cannot write \(path): \(String(cString: strerror(errno)))", exitCode: .cannotWrite)
  }
}
