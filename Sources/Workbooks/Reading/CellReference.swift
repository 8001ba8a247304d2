/// The place of a cell as a spreadsheet names it: `E7`.
public enum CellReference {
  /// Rows and columns that a spreadsheet has.
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  /// The letters of a column that is counted from 1: 5 is `E`, 28 is `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [Character] = []
    var rest = column
    while rest > 0 {
      letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }

  /// Row and column, counted from 1, of a reference such as `E7`; nil for what is none.
  static func parse(_ text: some StringProtocol) -> (row: Int, column: Int)? {
    let letters = text.utf8.prefix { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    let digits = text.utf8.dropFirst(letters.count)
    guard 1...3 ~= letters.count, 1...7 ~= digits.count,
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    let column = letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
    let row = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard 1...rowLimit ~= row, column <= columnLimit else { return nil }
    return (row, column)
  }
}
