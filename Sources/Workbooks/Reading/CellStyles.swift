/// Which styles of cells show a number as a date or a time.
///
/// A workbook keeps a date as a number, so nothing but its style tells it from one.
final class CellStyles: XMLHandler {
  private var dateFormats: Set<Int> = []
  private var isDate: [Bool] = []

  func begin(
    _ name: String, in parent: String, _ attributes: XMLAttributes
  ) throws(WorkbookFault) {
    switch (name, parent) {
    case ("numFmt", "numFmts"):
      guard let id = attributes["numFmtId"].flatMap(Int.init), let code = attributes["formatCode"]
      else { return }
      if Self.showsDate(code) { dateFormats.insert(id) }
    case ("xf", "cellXfs"):
      let id = attributes["numFmtId"].flatMap(Int.init) ?? 0
      isDate.append(Self.builtInDates.contains { $0 ~= id } || dateFormats.contains(id))
    default: break
    }
  }

  /// Whether a style, by its number, shows dates.
  func showsDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

  /// Numbers of formats that every workbook has without saying so (ECMA-376, part 1, 18.8.30).
  private static let builtInDates = [14...22, 27...36, 45...47, 50...58]

  /// Whether a format has a letter for a part of a date outside quotes, brackets and escapes.
  static func showsDate(_ code: String) -> Bool {
    var characters = code.lowercased()[...]
    while let character = characters.popFirst() {
      switch character {
      case "\"": characters = characters.drop { $0 != "\"" }.dropFirst()
      case "[":
        // `[h]` counts hours on; other brackets hold colours, conditions and currencies.
        let inside = characters.prefix { $0 != "]" }
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { return true }
        characters = characters.dropFirst(inside.count + 1)
      case "\\", "_", "*": characters = characters.dropFirst()
      case "y", "m", "d", "h", "s": return true
      case "g" where characters.hasPrefix("eneral"): characters = characters.dropFirst(6)
      default: break
      }
    }
    return false
  }
}
