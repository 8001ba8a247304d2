/// A text in which marks show where findings are expected.
///
/// In a CSV text a mark stands at the beginning of a cell, in a JSON text before a character. Rows
/// before a marked one hold no line breaks in quotes, so rows are lines.
struct MarkedText {
  static let mark: Character = "▶"

  /// The text without the marks.
  let text: String
  /// Row and column of each mark, in order.
  let places: [(row: Int, column: Int)]

  init(_ marked: String, isTable: Bool) {
    var text = ""
    var places: [(row: Int, column: Int)] = []
    var row = 1
    var column = 1
    var isQuoted = false
    for character in marked {
      if character == Self.mark {
        places.append((row, column))
        continue
      }
      text.append(character)
      if character == "\"" { isQuoted.toggle() }
      if character.isNewline {
        row += 1
        column = 1
      } else if !isTable || (character == "," && !isQuoted) {
        column += 1
      }
    }
    self.text = text
    self.places = places
  }
}
