import Foundation
import Testing
import TextFormats
import WorkbookTestSupport

/// The tiny model as a workbook made by hand, to be changed cell by cell.
struct TinyWorkbook {
  /// Rows of cells of each sheet, the header first; a cell that begins with `<` is XML of its own.
  var sheets: [(name: String, rows: [[String]])]

  init() {
    sheets = [
      (
        "forceplan",
        [
          ["key", "value", "note"], ["name", "tiny", "for programs"], ["title", "Tiny model", ""],
          ["horizonDays", "30", ""], ["gridDays", "5", ""], ["shareCap.perCrisis", "0.8", ""],
          ["shareCap.overall", "0.9", ""], ["priorities", "pre-emptive", ""],
          ["goals", "shortfall, burden, effort", ""], ["seed", "7", ""], ["wholeUnits", "", ""],
        ]
      )
    ]
    for (name, text) in TinyModel.files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".csv")
    {
      let table = CSV.read(Array(text.utf8)).table
      let rows = (0..<table.recordCount).map { record in
        (0..<table.fieldCount(ofRecord: record)).map { table[record, $0] }
      }
      sheets.append((String(name.dropLast(4)), [table.header] + rows))
    }
  }

  /// A workbook of nothing but these sheets.
  init(_ sheets: [(name: String, rows: [[String]])]) {
    self.sheets = sheets
  }

  /// The same workbook with another content in a cell, given as a spreadsheet names it: `E7`.
  func changed(_ sheet: String, _ cell: String, _ content: String) throws -> TinyWorkbook {
    var changed = self
    let index = try #require(sheets.firstIndex { $0.name == sheet })
    let letter = try #require(cell.utf8.first)
    let row = try #require(Int(cell.dropFirst())) - 1
    let column = Int(letter) - 65
    while changed.sheets[index].rows.count <= row { changed.sheets[index].rows.append([]) }
    while changed.sheets[index].rows[row].count <= column {
      changed.sheets[index].rows[row].append("")
    }
    changed.sheets[index].rows[row][column] = content
    return changed
  }

  func without(_ sheet: String) -> TinyWorkbook {
    TinyWorkbook(sheets.filter { $0.name != sheet })
  }

  /// The file, with what stands after the cells of each sheet.
  func data(after: String = "") throws -> Data {
    let book = HandMadeWorkbook(
      sheets.map { sheet in
        let rows = sheet.rows.map { "<row>" + $0.map(Self.cell).joined() + "</row>" }
        return (sheet.name, "<sheetData>\(rows.joined())</sheetData>\(after)")
      }, strings: "<si><t>shared</t></si>",
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
    return Data(try book.bytes())
  }

  private static func cell(_ content: String) -> String {
    if content.hasPrefix("<") { return content }
    if content.isEmpty { return "<c/>" }
    if Double(content) != nil { return "<c><v>\(content)</v></c>" }
    return "<c t=\"inlineStr\"><is><t>\(content)</t></is></c>"
  }
}
