import CZipArchive
import Glibc

/// The parts of a workbook, which is a zip archive, unpacked piece by piece within limits.
final class ZipArchive {
  private static let pieceBytes = 1 << 16
  /// Ratios are not looked at before so much has been unpacked: small parts of blanks pack very well.
  private static let harmlessBytes = 1 << 20

  private let archive: OpaquePointer
  private let packingRatio: Int
  private let unpackedLimit: Int
  private var unpackedBytes = 0

  /// Opens the archive that the bytes are.
  ///
  /// - Throws: `WorkbookFault`.
  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookFault) {
    if let format = Self.otherFormat(bytes) { throw format }
    // The library keeps the buffer, and frees it with the archive.
    guard let copy = malloc(bytes.count) else {
      throw .tooLarge(part: "zip", limit: "more than the memory that is free")
    }
    bytes.withUnsafeBytes { buffer in
      if let start = buffer.baseAddress { memcpy(copy, start, buffer.count) }
    }
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
      free(copy)
      throw .broken(part: "", reason: "it cannot be opened")
    }
    var error = zip_error_t()
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      defer { zip_error_fini(&error) }
      zip_source_free(source)
      throw .broken(part: "", reason: String(cString: zip_error_strerror(&error)).lowercased())
    }
    self.archive = archive
    packingRatio = limits.packingRatio
    unpackedLimit = limits.unpackedBytes
  }

  deinit { zip_discard(archive) }

  /// What a file is that is no zip archive.
  private static func otherFormat(_ bytes: [UInt8]) -> WorkbookFault? {
    if bytes.starts(with: [0x50, 0x4B]) { return nil }
    // The container of a workbook with a password is that of the formats before .xlsx.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return .notAWorkbook("an .xls file or one with a password")
    }
    return .notAWorkbook(bytes.isEmpty ? "empty" : "something else")
  }

  /// Whether there is a part of a name.
  func holds(_ name: String) -> Bool { index(of: name) != nil }

  /// Names of parts are the same in capitals and small letters.
  private func index(of name: String) -> zip_uint64_t? {
    let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    return index < 0 ? nil : zip_uint64_t(index)
  }

  /// Unpacks a part and hands it on piece by piece; the last piece is empty.
  ///
  /// - Throws: `WorkbookFault`, also what `take` throws.
  func unpack(
    _ name: String, take: (UnsafeRawBufferPointer) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    guard let index = index(of: name) else {
      throw .broken(part: "", reason: "\(name) is missing")
    }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw failure(in: name) }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
    guard let file = zip_fopen_index(archive, index, 0) else { throw failure(in: name) }
    defer { zip_fclose(file) }
    let start = UnsafeMutableRawPointer.allocate(byteCount: Self.pieceBytes, alignment: 1)
    defer { start.deallocate() }
    let packedBytes = Int(clamping: status.comp_size)
    // What the archive says of its sizes may be a lie, so what really comes is counted, too.
    try check(Int(clamping: status.size), of: name, packed: packedBytes)
    var partBytes = 0
    while true {
      let count = zip_fread(file, start, zip_uint64_t(Self.pieceBytes))
      guard count >= 0 else {
        let reason = String(cString: zip_error_strerror(zip_file_get_error(file))).lowercased()
        throw .broken(part: name, reason: reason)
      }
      partBytes += Int(count)
      try check(partBytes, of: name, packed: packedBytes)
      try take(UnsafeRawBufferPointer(start: start, count: Int(count)))
      if count == 0 { break }
    }
    unpackedBytes += partBytes
  }

  /// Holds the unpacked bytes of a part to the limits.
  private func check(
    _ partBytes: Int, of name: String, packed packedBytes: Int
  ) throws(WorkbookFault) {
    guard partBytes <= unpackedLimit - unpackedBytes else {
      throw .tooLarge(part: name, limit: "more than \(unpackedLimit) bytes in all")
    }
    guard partBytes <= Self.harmlessBytes || partBytes / max(1, packedBytes) < packingRatio else {
      throw .tooLarge(part: name, limit: "more than \(packingRatio) times its size")
    }
  }

  private func failure(in name: String) -> WorkbookFault {
    .broken(part: name, reason: String(cString: zip_strerror(archive)).lowercased())
  }
}
