import TextFormats

/// Reads sheets of an .xlsx workbook (ECMA-376), which anyone may have made.
///
/// Cells have the values that the workbook was last saved with; nothing is worked out. Hidden sheets, rows
/// and columns are read like others, because hiding is only a way of looking at them.
public struct WorkbookReader {
  /// Names of the sheets, in their order.
  public let sheetNames: [String]

  private let archive: ZipArchive
  private let index: WorkbookIndex
  private let strings: [String]
  private let styles: CellStyles
  private let limits: CSVLimits

  /// Opens a workbook and reads what all its sheets share.
  ///
  /// - Throws: `WorkbookFault`.
  public init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookFault) {
    archive = try ZipArchive(bytes, limits: limits)
    index = try WorkbookIndex(archive)
    sheetNames = index.sheets.map(\.name)
    let shared = SharedStrings(limit: limits.sheet.fields)
    if let part = index.sharedStringsPart { try XMLPart.read(part, of: archive, into: shared) }
    strings = shared.texts
    styles = CellStyles()
    if let part = index.stylesPart { try XMLPart.read(part, of: archive, into: styles) }
    self.limits = limits.sheet
  }

  /// Whether bytes are the beginning of a zip archive, as every workbook is.
  public static func isArchive(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B])
  }

  /// Reads a sheet.
  ///
  /// - Parameter number: The sheet's place in `sheetNames`.
  /// - Returns: The cells, and which of them are not what they seem.
  /// - Complexity: linear in the unpacked bytes of the sheet and in the bytes of its CSV.
  /// - Throws: `WorkbookFault`.
  public func read(sheet number: Int) throws(WorkbookFault) -> SheetReading {
    let part = index.sheets[number].part
    let reader = SheetReader(part: part, strings: strings, styles: styles, limits: limits)
    try XMLPart.read(part, of: archive, into: reader)
    return reader.finish()
  }
}
