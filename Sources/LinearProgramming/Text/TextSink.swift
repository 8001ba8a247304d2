/// Collects text and hands it on in pieces, so that a large program never stands in memory as text.
struct TextSink<Failure: Error> {
  private var buffer: [UInt8] = []
  private let send: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void

  /// Bytes in a piece, more or less.
  private static var pieceSize: Int { 1 << 16 }

  init(_ send: @escaping (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void) {
    self.send = send
  }

  mutating func write(_ text: String) throws(Failure) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceSize {
      try flush()
    }
  }

  mutating func flush() throws(Failure) {
    try buffer.withUnsafeBufferPointer(send)
    buffer.removeAll(keepingCapacity: true)
  }
}
