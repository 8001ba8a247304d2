import CMessageDigest

/// The SHA-256 of a model's files.
///
/// Name and length go before the bytes of each file, so no other division into files gives the same
/// digest.
struct ModelDigest {
  private var context = SHA2_CTX()

  init() {
    SHA256Init(&context)
  }

  /// Adds a file under a name that does not depend on where the model lies.
  mutating func add(name: String, bytes: [UInt8]) {
    update(Array("\(name) \(bytes.count)\n".utf8))
    update(bytes)
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
