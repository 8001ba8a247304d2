import TextFormats

/// HTML or SVG that is safe to put into a page: what stands in the source is taken as it is, and every
/// text that is interpolated is escaped, wherever in an element or a quoted attribute it stands.
///
///     let cell: Markup = "<td title=\"\(pledge)\">\(personnel)</td>"
///
/// So a text from data cannot become markup unless the source says so by the type `Markup`.
struct Markup: ExpressibleByStringInterpolation, Equatable {
  /// The HTML.
  private(set) var text: String

  /// Takes text of the source as it is.
  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// Style sheets and scripts of this module, which are no data.
  init(trusted: StaticString) { text = trusted.description }

  static let empty: Markup = ""

  var isEmpty: Bool { text.isEmpty }

  static func += (one: inout Markup, other: Markup) { one.text += other.text }

  /// The text with everything escaped that HTML would act on, and made visible what would hide or turn
  /// text around.
  static func escaped(_ text: String) -> String {
    let visible = VisibleText.escaped(text)
    guard visible.utf8.contains(where: { entity(of: $0) != nil }) else { return visible }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(visible.utf8.count + 16)
    for byte in visible.utf8 {
      if let entity = entity(of: byte) {
        bytes.append(contentsOf: entity.utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func entity(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// Pieces of markup in the making.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text: String

    init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// A text, escaped; a number and its percent sign stay on one line.
    mutating func appendInterpolation(_ value: String) {
      text += Markup.escaped(value).replacing(" %", with: "\u{A0}%")
    }

    /// A whole number.
    mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// Markup, as it is.
    mutating func appendInterpolation(_ value: Markup) { text += value.text }

    /// Pieces of markup, one after the other.
    mutating func appendInterpolation(_ values: [Markup]) {
      for value in values { text += value.text }
    }

    /// A place in a drawing, to a hundredth.
    mutating func appendInterpolation(place value: Double) {
      text += DecimalText.format((value * 100).rounded() / 100)
    }

    /// A number as a plan's files state it.
    mutating func appendInterpolation(exact value: Double) { text += DecimalText.format(value) }
  }
}
