import CMessageDigest

/// A file of a model and what it holds.
public struct FileDigest: Sendable, Equatable {
  /// The file's table, or datapackage.json.
  public var name: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
}

/// The SHA-256 of a model's files.
///
/// Name and length go before the bytes of each file, so no other division into files gives the same
/// digest.
struct ModelDigest {
  private var context = SHA2_CTX()
  /// The digest of each file by itself, where they are kept.
  private(set) var files: [FileDigest]?

  /// - Parameter keepsFiles: Whether each file is to have a digest of its own as well.
  init(keepsFiles: Bool = false) {
    SHA256Init(&context)
    files = keepsFiles ? [] : nil
  }

  /// The digest of bytes by themselves, in hexadecimal.
  static func sha256(of bytes: [UInt8]) -> String {
    var digest = ModelDigest()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// Adds a file under a name that does not depend on where the model lies.
  mutating func add(name: String, bytes: [UInt8]) {
    update(Array("\(name) \(bytes.count)\n".utf8))
    update(bytes)
    files?.append(FileDigest(name: name, sha256: Self.sha256(of: bytes)))
  }

  /// The digest of what was added, in hexadecimal.
  consuming func hexadecimal() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return digest.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }

  private mutating func update(_ bytes: [UInt8]) {
    SHA256Update(&context, bytes, bytes.count)
  }
}
