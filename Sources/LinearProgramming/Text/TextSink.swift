/// Collects text and hands it on in pieces, so that a large program never stands in memory as text.
struct TextSink {
  private var buffer: [UInt8] = []
  private let send: (UnsafeBufferPointer<UInt8>) throws -> Void

  /// Bytes in a piece, more or less.
  private static let pieceSize = 1 << 16

  init(_ send: @escaping (UnsafeBufferPointer<UInt8>) throws -> Void) {
    self.send = send
  }

  mutating func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize {
      try flush()
    }
  }

  mutating func flush() throws {
    try buffer.withUnsafeBufferPointer(send)
    buffer.removeAll(keepingCapacity: true)
  }

  /// The shortest decimal that reads back as the same number; whole numbers without ".0".
  static func text(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
