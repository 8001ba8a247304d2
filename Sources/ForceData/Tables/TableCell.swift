public import TextFormats

/// The content of one cell of a table.
public enum TableCell: Equatable, Sendable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case empty

  /// The content as CSV has it.
  public var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): DecimalText.format(number)
    case .boolean(let value): value ? "true" : "false"
    case .empty: ""
    }
  }

  /// The content as JSON has it.
  public var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .boolean(let value): .bool(value)
    case .empty: .null
    }
  }
}
