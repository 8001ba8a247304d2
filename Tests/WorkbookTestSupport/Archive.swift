import CZipArchive
public import Foundation

/// Zip archives made and looked at without the code under test.
public enum Archive {
  /// Why an archive was not made or read.
  public struct Failure: Error {}

  /// An archive of parts, each a name and its bytes; with a password they are encrypted.
  public static func bytes(of parts: [(name: String, bytes: Data)], password: String? = nil) throws
    -> [UInt8]
  {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    guard let archive = zip_open(file.path, ZIP_CREATE | ZIP_EXCL, nil) else { throw Failure() }
    for part in parts {
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
      part.bytes.copyBytes(to: copy.assumingMemoryBound(to: UInt8.self), count: part.bytes.count)
      let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1)
      let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else { throw Failure() }
      if let password {
        zip_file_set_encryption(archive, zip_uint64_t(index), UInt16(ZIP_EM_AES_256), password)
      }
    }
    guard zip_close(archive) == 0 else { throw Failure() }
    return [UInt8](try Data(contentsOf: file))
  }

  /// The parts of an archive as texts, by name.
  public static func texts(of bytes: [UInt8]) throws -> [String: String] {
    var texts: [String: String] = [:]
    try bytes.withUnsafeBytes { buffer in
      let source = zip_source_buffer_create(buffer.baseAddress, zip_uint64_t(buffer.count), 0, nil)
      guard let source, let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        throw Failure()
      }
      defer { zip_discard(archive) }
      for index in 0..<zip_uint64_t(zip_get_num_entries(archive, 0)) {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0, let name = status.name,
          let file = zip_fopen_index(archive, index, 0)
        else { throw Failure() }
        defer { zip_fclose(file) }
        var text = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_fread(file, &text, status.size) == Int64(status.size) else { throw Failure() }
        texts[String(cString: name)] = String(decoding: text, as: UTF8.self)
      }
    }
    return texts
  }
}
