import ForceData
import Glibc

/// A folder in memory that holds the files of an input.
///
/// An input of several files has lines `=== NAME` between them. Files that it does not name are those of the
/// base, so that most inputs get far.
struct FolderOfInput {
  static let root = "/dev/shm/forceplan-fuzz-\(getpid())"

  let path: String

  /// Makes the folder of a target, with the files of the tutorial's model.
  init(_ name: String, base: [OutputFile]) {
    path = Self.root + "-" + name
    mkdir(path, 0o700)
    self.base = base
    for file in base { write(file.bytes, to: file.name) }
  }

  private let base: [OutputFile]

  /// Puts the files of an input there for the time of `body`.
  func with(_ input: [UInt8], firstName: String, _ body: () -> Void) {
    let files = Self.files(in: input, firstName: firstName).filter { Self.isPlain($0.name) }
    for file in files { write(file.bytes, to: file.name) }
    body()
    for file in files {
      remove(file.name)
      if let original = base.first(where: { $0.name == file.name }) {
        write(original.bytes, to: original.name)
      }
    }
  }

  /// Writes a file; what cannot be written is not there.
  func write(_ bytes: [UInt8], to name: String) {
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return }
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  /// Removes a file.
  func remove(_ name: String) { unlink(path + "/" + name) }

  /// The parts of an input, each with the name in the line before it.
  private static func files(in input: [UInt8], firstName: String) -> [OutputFile] {
    var files: [OutputFile] = []
    var name = firstName
    var bytes: [UInt8] = []
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "=== ".utf8) {
        if !bytes.isEmpty { files.append(OutputFile(name: name, bytes: bytes)) }
        name = String(decoding: line.dropFirst(4), as: UTF8.self)
        bytes = []
      } else {
        bytes += line + [0x0A]
      }
    }
    files.append(OutputFile(name: name, bytes: bytes))
    return files
  }

  /// Whether a name is one that may be written into the folder and leads nowhere else.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count < 100
      && name.utf8.allSatisfy { $0 == 0x2E || $0 == 0x2D || 0x61...0x7A ~= $0 }
      && name.first != "."
  }
}
