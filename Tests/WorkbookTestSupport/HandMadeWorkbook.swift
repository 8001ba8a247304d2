import Foundation

/// The parts of a small workbook as text, to be spoilt one by one.
public struct HandMadeWorkbook: Sendable {
  /// Name and content of each part, in order.
  public var parts: [(name: String, text: String)]

  /// A workbook with sheets, each a name and what stands in its `worksheet` element.
  public init(
    _ sheets: [(name: String, content: String)], strings: String = "", styles: String = ""
  ) {
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func related(_ items: [(id: String, kind: String, target: String)]) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + items.map {
          "<Relationship Id=\"\($0.id)\" Type=\"\(relationships)/\($0.kind)\" Target=\"\($0.target)\"/>"
        }.joined() + "</Relationships>"
    }
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index + 1)\"/>"
    }.joined()
    parts = [
      ("_rels/.rels", related([("r1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relationships)\"><sheets>\(list)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        related(
          sheets.indices.map { ("r\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
            ("s1", "sharedStrings", "sharedStrings.xml"), ("s2", "styles", "/xl/styles.xml"),
          ])
      ),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet xmlns=\"\(main)\">\(sheet.content)</worksheet>"
        ))
    }
  }

  /// A workbook with one sheet of the name `s`, given by what stands in its `sheetData` element.
  public init(rows: String, strings: String = "", styles: String = "") {
    self.init([("s", "<sheetData>\(rows)</sheetData>")], strings: strings, styles: styles)
  }

  /// The same workbook with another text in the place of one that is there.
  public func replacing(_ old: String, with new: String, in part: String) -> HandMadeWorkbook {
    var changed = self
    changed.parts = parts.map {
      $0.name == part ? ($0.name, $0.text.replacingOccurrences(of: old, with: new)) : $0
    }
    return changed
  }

  /// The same workbook without a part.
  public func without(_ part: String) -> HandMadeWorkbook {
    var changed = self
    changed.parts.removeAll { $0.name == part }
    return changed
  }

  /// The file.
  public func bytes(password: String? = nil) throws -> [UInt8] {
    try Archive.bytes(of: parts.map { ($0.name, Data($0.text.utf8)) }, password: password)
  }
}
