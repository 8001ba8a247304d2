/// What a workbook holds and where: its sheets in their order, its shared strings, its styles.
struct WorkbookIndex {
  /// A sheet's name and the part that it is in.
  struct Sheet {
    let name: String
    let part: String
  }

  /// More sheets than anybody turns over.
  private static let sheetLimit = 1000

  private(set) var sheets: [Sheet] = []
  private(set) var sharedStringsPart: String?
  private(set) var stylesPart: String?

  /// Reads the parts that say which parts there are.
  ///
  /// - Throws: `WorkbookFault`.
  init(_ archive: ZipArchive) throws(WorkbookFault) {
    let root = try Relationships(of: "", in: archive)
    guard let workbook = root.partOfKind["officeDocument"] else {
      throw .notAWorkbook("a zip archive of something else")
    }
    let parts = try Relationships(of: workbook, in: archive)
    sharedStringsPart = parts.partOfKind["sharedStrings"]
    stylesPart = parts.partOfKind["styles"]
    let list = SheetList()
    try XMLPart.read(workbook, of: archive, into: list)
    guard list.isWorkbook else { throw .notAWorkbook("a document of another kind") }
    guard list.sheets.count <= Self.sheetLimit else {
      throw .tooLarge(part: workbook, limit: "more than \(Self.sheetLimit) sheets")
    }
    for sheet in list.sheets {
      guard let target = parts.targets[sheet.relationship] else {
        throw .broken(part: workbook, reason: "a sheet without a part")
      }
      // A sheet that is only a chart holds no cells.
      guard target.kind == "worksheet" else { continue }
      sheets.append(Sheet(name: sheet.name, part: target.part))
    }
  }
}

/// Where a part of a workbook says that its other parts are.
private final class Relationships: XMLHandler {
  /// Kind and part by the relationship's name.
  ///
  /// The kind is the last word of the address that stands for it: `worksheet`, `styles`.
  private(set) var targets: [String: (kind: String, part: String)] = [:]
  /// The first part of each kind.
  private(set) var partOfKind: [String: String] = [:]
  private let folder: String

  /// The relationships of a part; those of the whole archive for the empty name.
  init(of part: String, in archive: ZipArchive) throws(WorkbookFault) {
    let slash = part.lastIndex(of: "/")
    folder = slash.map { String(part[..<$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let file = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    guard archive.holds(file) else {
      throw part.isEmpty
        ? .notAWorkbook("a zip archive of something else")
        : .broken(part: "", reason: "\(file) is missing")
    }
    try XMLPart.read(file, of: archive, into: self)
  }

  func begin(
    _ name: String, in parent: String, _ attributes: XMLAttributes
  ) throws(WorkbookFault) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    let part = resolve(target)
    targets[id] = (kind, part)
    if partOfKind[kind] == nil { partOfKind[kind] = part }
  }

  /// The name of a part that is given from the root or from this part's folder.
  private func resolve(_ target: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." { _ = path.popLast() } else { path.append(String(piece)) }
    }
    return path.joined(separator: "/")
  }
}

/// The list of sheets in the workbook's own part.
private final class SheetList: XMLHandler {
  private(set) var isWorkbook = false
  private(set) var sheets: [(name: String, relationship: String)] = []

  func begin(
    _ name: String, in parent: String, _ attributes: XMLAttributes
  ) throws(WorkbookFault) {
    if name == "workbook", parent.isEmpty { isWorkbook = true }
    // The attribute `r:id` is the relationship; a sheet's own number is called `sheetId`.
    guard name == "sheet", parent == "sheets", let title = attributes["name"],
      let relationship = attributes["id"]
    else { return }
    sheets.append((title, relationship))
  }
}
