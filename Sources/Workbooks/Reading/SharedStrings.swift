/// The texts that cells of all sheets refer to by number.
final class SharedStrings: XMLHandler {
  private(set) var texts: [String] = []
  private var text: [UInt8] = []
  private let limit: Int

  /// - Parameter limit: most texts.
  init(limit: Int) {
    self.limit = limit
  }

  func begin(
    _ name: String, in parent: String, _ attributes: XMLAttributes
  ) throws(WorkbookFault) {
    if name == "si" { text.removeAll(keepingCapacity: true) }
    isText = name == "t" && (parent == "si" || parent == "r")
  }

  /// Whether the open element is a text, and not the pronunciation of one.
  private var isText = false

  func text(_ bytes: UnsafeRawBufferPointer, in name: String) {
    if isText { text.append(contentsOf: bytes) }
  }

  func end(_ name: String, in parent: String) throws(WorkbookFault) {
    isText = false
    guard name == "si" else { return }
    guard texts.count < limit else {
      throw .tooLarge(part: "shared strings", limit: "more than \(limit) texts")
    }
    texts.append(EscapedText.decoded(String(decoding: text, as: UTF8.self)))
  }
}
