/// Why a text is not a number that can be used.
public enum DecimalError: Error, Equatable, Sendable {
  /// The text is not digits with an optional sign, point and exponent.
  case notANumber
  /// The number is too large for double precision.
  case tooLarge
  /// The number is not zero, but too small for double precision.
  case tooSmall
}

/// Decimal numbers as text, the same in every locale.
///
/// Reading is strict: an optional sign, digits with at most one decimal point, an optional exponent.
/// Words (`nan`, `inf`), hexadecimal, thousands separators and inner spaces are refused, and so are
/// numbers that double precision turns into infinity or zero.
public enum DecimalText {
  /// Reads a number; spaces and tabs around it are ignored.
  ///
  /// - Complexity: linear in the length of the text.
  /// - Throws: `DecimalError`.
  public static func parse(_ text: some StringProtocol) throws(DecimalError) -> Double {
    let string = String(text)
    return try parse(utf8: string.utf8.span)
  }

  /// Reads a number from UTF-8 bytes; spaces and tabs around it are ignored.
  ///
  /// - Complexity: linear in the number of bytes.
  /// - Throws: `DecimalError`.
  public static func parse(utf8 bytes: Span<UInt8>) throws(DecimalError) -> Double {
    var start = 0
    var end = bytes.count
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    let scan = try scan(bytes, from: start, to: end)

    // A mantissa of at most 53 bits and a power of ten that a double holds exactly need one rounding
    // only, so one operation gives the nearest double (Clinger 1990).
    if scan.significantDigits <= 15, abs(scan.exponent) <= 22 {
      let mantissa = Double(scan.mantissa)
      let power = powersOfTen[abs(scan.exponent)]
      let magnitude = scan.exponent < 0 ? mantissa / power : mantissa * power
      return scan.isNegative ? -magnitude : magnitude
    }
    let text = String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
    guard let value = Double(text) else { throw .notANumber }
    guard value.isFinite else { throw .tooLarge }
    guard value != 0 || scan.significantDigits == 0 else { throw .tooSmall }
    return value
  }

  /// Writes a number with the fewest digits that read back as the same number.
  ///
  /// Whole numbers have no point (`3`), and magnitudes from 1e-9 up to 1e21 no exponent. Zero has no
  /// sign. A number that is not finite is written as `nan`, `inf` or `-inf`, which no reader of this
  /// module takes back.
  public static func format(_ number: Double) -> String {
    guard number != 0 else { return "0" }
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
    let shortest = number.description
    guard number.isFinite else { return shortest }
    guard let mark = shortest.firstIndex(of: "e") else {
      return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
    }
    let exponent = Int(shortest[shortest.index(after: mark)...]) ?? 0
    var digits = shortest[..<mark].filter { $0 != "-" && $0 != "." }
    if digits.count > 1, digits.last == "0" { digits.removeLast() }
    let sign = number < 0 ? "-" : ""
    guard number.magnitude >= 1e-9, number.magnitude < 1e21 else {
      let fraction = digits.dropFirst()
      return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(exponent)"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
  }

  private struct Scan {
    var isNegative = false
    /// Value of the significant digits, while there are at most 18 of them.
    var mantissa: UInt64 = 0
    /// Digits from the first that is not zero; all of them count, also trailing zeros.
    var significantDigits = 0
    /// Power of ten that multiplies the mantissa.
    var exponent = 0
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func scan(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(DecimalError) -> Scan {
    var scan = Scan()
    var index = start
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      scan.isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits = 0
    var sawPoint = false
    while index < end {
      let byte = bytes[index]
      if let digit = digitValue(byte) {
        digits += 1
        if scan.significantDigits > 0 || digit != 0 { scan.significantDigits += 1 }
        if scan.significantDigits <= 18 { scan.mantissa = scan.mantissa * 10 + UInt64(digit) }
        if sawPoint { scan.exponent -= 1 }
      } else if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { throw .notANumber }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      var negative = false
      if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
        negative = bytes[index] == UInt8(ascii: "-")
        index += 1
      }
      guard index < end else { throw .notANumber }
      var exponent = 0
      while index < end, let digit = digitValue(bytes[index]) {
        // Beyond this the exact exponent no longer matters: the number is infinite or zero.
        exponent = min(exponent * 10 + digit, 1_000_000)
        index += 1
      }
      scan.exponent += negative ? -exponent : exponent
    }
    guard index == end else { throw .notANumber }
    return scan
  }

  private static func digitValue(_ byte: UInt8) -> Int? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
