import Glibc

/// Records one after another, in a file or in memory: each is there whole or not at all.
///
/// A record is a line with the lengths of its blocks and the SHA-256 of them all, and then the blocks. A record
/// that a crash has cut short, or that does not match its digest, is dropped with all behind it when the file
/// is opened again.
final class RecordFile {
  /// Every record has so many blocks, some of which may be empty.
  static let blockCount = 7

  /// Records that may be lost when the machine, not only the process, comes to a sudden end.
  private static let unsyncedRecords = 256
  private static let unsyncedTime = Duration.seconds(1)

  private enum Place {
    case memory([UInt8])
    case file(CInt, path: String)
  }

  private var place: Place
  /// Where each block begins, and after those of each record where it ends.
  private var bounds: [Int] = []
  private var end = 0
  private var unsynced = 0
  private var lastSync = ContinuousClock.now

  /// Number of records.
  var count: Int { bounds.count / (Self.blockCount + 1) }

  /// Creates a file in memory.
  init() {
    place = .memory([])
  }

  /// Takes an open file over, and drops what is no whole record at its end.
  ///
  /// - Throws: `OutputError` where it cannot be read or shortened, or is some other file.
  init(descriptor: CInt, path: String) throws(OutputError) {
    place = .file(descriptor, path: path)
    try recover()
  }

  deinit {
    if case .file(let descriptor, _) = place { LockedFile.close(descriptor) }
  }

  /// Adds a record; after a failure the file is as before.
  ///
  /// - Throws: `OutputError`.
  func append(_ blocks: [[UInt8]]) throws(OutputError) {
    let head = Self.head(of: blocks)
    let record = Array(head.utf8) + blocks.joined()
    switch place {
    case .memory(var bytes):
      // Let go of the array first, so that it is not copied.
      place = .memory([])
      bytes += record
      place = .memory(bytes)
    case .file(let descriptor, let path):
      guard record.withUnsafeBufferPointer({ SystemCall.write($0, to: descriptor) }) else {
        let failure = SystemCall.failure(at: path)
        // Should that fail as well, the digest tells at the next opening.
        try? cut()
        throw failure
      }
    }
    note(blocks.map(\.count), at: end + head.utf8.count)
    unsynced += 1
    if unsynced >= Self.unsyncedRecords || ContinuousClock.now - lastSync >= Self.unsyncedTime {
      try sync()
    }
  }

  /// Drops all records.
  ///
  /// - Throws: `OutputError`.
  func removeAll() throws(OutputError) {
    bounds = []
    end = 0
    try cut()
  }

  /// Forces all records to disk.
  ///
  /// - Throws: `OutputError`.
  func sync() throws(OutputError) {
    if case .file(let descriptor, let path) = place, unsynced > 0, fsync(descriptor) != 0 {
      throw SystemCall.failure(at: path)
    }
    unsynced = 0
    lastSync = ContinuousClock.now
  }

  /// Whether a block has any bytes.
  func hasBytes(block: Int, of record: Int) -> Bool {
    let index = record * (Self.blockCount + 1) + block
    return bounds[index] < bounds[index + 1]
  }

  /// A block of a record.
  ///
  /// - Throws: `OutputError` where the file cannot be read back.
  func read(block: Int, of record: Int) throws(OutputError) -> [UInt8] {
    let index = record * (Self.blockCount + 1) + block
    return try read(at: bounds[index], count: bounds[index + 1] - bounds[index])
  }

  // MARK: - Form

  /// The line before the blocks: a word, their lengths, their digest.
  private static func head(of blocks: [[UInt8]]) -> String {
    let lengths = blocks.map { String($0.count) }.joined(separator: " ")
    return "record \(lengths) \(ModelDigest.sha256(of: Array(blocks.joined())))\n"
  }

  /// No head is longer: its word, a length of up to 20 digits for each block, the digest.
  private static let longestHead = 8 + 21 * blockCount + 65

  private func note(_ lengths: [Int], at start: Int) {
    end = start
    for length in lengths {
      bounds.append(end)
      end += length
    }
    bounds.append(end)
  }

  /// Finds the whole records, and cuts the file behind them.
  private func recover() throws(OutputError) {
    guard case .file(let descriptor, let path) = place else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemCall.failure(at: path) }
    let size = Int(status.st_size)
    let start = Array("record ".utf8)
    guard start.starts(with: try read(at: 0, count: min(start.count, size))) else {
      throw OutputError(path: path, cause: .notReplaceable("no journal of a comparison"))
    }
    while let next = try record(at: end, size: size) { note(next.lengths, at: next.start) }
    try cut()
  }

  /// Ends the file behind the last record.
  private func cut() throws(OutputError) {
    switch place {
    case .memory(let bytes): place = .memory(Array(bytes[..<end]))
    case .file(let descriptor, let path):
      guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, off_t(end), SEEK_SET) >= 0
      else { throw SystemCall.failure(at: path) }
    }
  }

  /// The record at a place of a file; nil: there is none that is whole.
  private func record(
    at offset: Int, size: Int
  ) throws(OutputError) -> (lengths: [Int], start: Int)? {
    let bytes = try read(at: offset, count: min(Self.longestHead, size - offset))
    guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: bytes[..<lineEnd], as: UTF8.self).split(separator: " ")
    let lengths = words.dropFirst().dropLast().compactMap { Int($0) }
    let start = offset + lineEnd + 1
    var rest = size - start
    for length in lengths {
      guard length >= 0, length <= rest else { return nil }
      rest -= length
    }
    guard words.count == Self.blockCount + 2, lengths.count == Self.blockCount else { return nil }
    let content = try read(at: start, count: size - start - rest)
    guard words[0] == "record", words[words.count - 1] == ModelDigest.sha256(of: content) else {
      return nil
    }
    return (lengths, start)
  }

  private func read(at offset: Int, count: Int) throws(OutputError) -> [UInt8] {
    guard count > 0 else { return [] }
    switch place {
    case .memory(let bytes): return Array(bytes[offset..<offset + count])
    case .file(let descriptor, let path):
      var done = 0
      var failure: OutputError?
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while done < count {
          let outcome = pread(
            descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
          if outcome < 0, errno == EINTR { continue }
          guard outcome > 0 else {
            let reason = outcome < 0 ? String(cString: strerror(errno)) : "it has become shorter"
            failure = OutputError(path: path, cause: .unreadable(reason))
            break
          }
          done += outcome
        }
        filled = done
      }
      if let failure { throw failure }
      return bytes
    }
  }
}
