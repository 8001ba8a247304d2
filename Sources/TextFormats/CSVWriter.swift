/// Writes CSV: UTF-8, commas, lines that end with LF, quotes only where a field needs them.
///
/// The same records always give the same bytes, and `CSV.read` gives the same fields back.
public struct CSVWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Starts a file that has nothing yet, not even a header.
  public init() {}

  /// Starts a file with its header.
  public init(header: [String]) {
    append(header)
  }

  /// Adds a record; the caller gives as many fields as the header has.
  public mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if Self.needsQuotes(field) || (fields.count == 1 && field.isEmpty) {
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(contentsOf: field.utf8)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a blank line, which readers skip and count as a row.
  public mutating func appendBlankLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A field needs quotes for what separates fields and records, and for a leading byte-order mark,
  /// which a reader would skip.
  private static func needsQuotes(_ field: String) -> Bool {
    field.utf8.starts(with: [0xEF, 0xBB, 0xBF])
      || field.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
  }
}
