import CWorkbookWriter
import Glibc
import TextFormats

/// Why a workbook was not written.
public enum WorkbookWritingFailure: Error, Equatable, Sendable {
  /// The sheet has more rows or columns than a spreadsheet can hold.
  case tooManyCells(sheet: String)
  /// The text in the cell is longer than a spreadsheet can hold.
  case textTooLong(sheet: String, cell: String)
  /// The writing library or the system refused; the reason.
  case system(String)

  /// What is wrong, in a clause.
  public var message: String {
    switch self {
    case .tooManyCells(let sheet):
      "the sheet '\(sheet)' would have more rows than a workbook can hold"
    case .textTooLong(let sheet, let cell):
      "the text in cell \(cell) of the sheet '\(sheet)' is longer than a workbook can hold"
    case .system(let reason): "the workbook cannot be made: \(reason)"
    }
  }
}

/// Writes .xlsx workbooks (through libxlsxwriter): the same sheets always give the same bytes.
///
/// Each sheet has a header that stays in view, with filters, and columns as wide as what they hold.
public struct WorkbookWriter {
  /// Most UTF-16 units in a cell.
  private static let textLimit = 32_767

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let styles: SheetStyles

  private init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    styles = SheetStyles(of: book)
  }

  /// The bytes of a workbook.
  ///
  /// - Parameters:
  ///   - sheets: Its sheets in their order; their names differ.
  ///   - title: What the file says of itself.
  /// - Returns: The file.
  /// - Throws: `WorkbookWritingFailure`.
  /// - Complexity: linear in the number of cells.
  public static func bytes(
    of sheets: [Sheet], title: String
  ) throws(WorkbookWritingFailure) -> [UInt8] {
    for sheet in sheets { try check(sheet) }
    // The library writes to a path only. The file is ours alone and gone when this returns.
    let file = try TemporaryFile()
    guard let book = workbook_new(file.path) else { throw .system("no memory is left") }
    let writer = WorkbookWriter(book)
    writer.setProperties(title: title)
    for sheet in sheets { writer.add(sheet) }
    let outcome = workbook_close(book)
    guard outcome == LXW_NO_ERROR else {
      throw .system(String(cString: lxw_strerror(outcome)).lowercased())
    }
    return try file.contents()
  }

  /// Whether a number is in the workbook to its last digit: libxlsxwriter writes 16 digits.
  public static func keeps(_ number: Double) -> Bool {
    var digits = DecimalText.format(number).prefix { $0 != "e" }.filter(\.isNumber)[...]
    digits = digits.drop { $0 == "0" }
    while digits.last == "0" { digits.removeLast() }
    return digits.count <= 16
  }

  private static func check(_ sheet: Sheet) throws(WorkbookWritingFailure) {
    guard sheet.rows.count < CellReference.rowLimit,
      sheet.columns.count <= CellReference.columnLimit
    else { throw .tooManyCells(sheet: sheet.name) }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard case .text(let text) = cell, text.utf8.count > textLimit,
          EscapedText.encoded(text).utf16.count > textLimit
        else { continue }
        throw .textTooLong(
          sheet: sheet.name, cell: CellReference.letters(ofColumn: column + 1) + String(row + 2))
      }
    }
  }

  /// A date that never changes in the place of the date of writing.
  private func setProperties(title: String) {
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = 946_684_800  // 2000-01-01
      workbook_set_properties(book, &properties)
    }
  }

  private func add(_ sheet: Sheet) {
    guard let target = workbook_add_worksheet(book, sheet.name) else { return }
    let lastRow = lxw_row_t(sheet.rows.count)
    for (index, column) in sheet.columns.enumerated() {
      let number = lxw_col_t(index)
      let style = styles.style(of: column, in: sheet, at: index)
      worksheet_set_column(target, number, number, style.width, style.format)
      worksheet_write_string(target, 0, number, EscapedText.encoded(column.name), styles.header)
      if !column.note.isEmpty { addNote(column.note, to: target, column: number) }
      if !column.choices.isEmpty { offer(column.choices, in: target, column: number) }
      for (row, cells) in sheet.rows.enumerated() {
        write(cells[index], to: target, row: lxw_row_t(row + 1), column: number, style.format)
      }
    }
    for (row, cells) in sheet.rows.enumerated() {
      guard let height = SheetStyles.height(of: cells) else { continue }
      worksheet_set_row(target, lxw_row_t(row + 1), height, nil)
    }
    worksheet_freeze_panes(target, 1, 0)
    // In print: A4 on its side, as many columns as there are beside each other, the header on every page.
    worksheet_set_paper(target, 9)
    worksheet_set_landscape(target)
    worksheet_fit_to_pages(target, 1, 0)
    worksheet_repeat_rows(target, 0, 0)
    if let last = sheet.columns.indices.last {
      worksheet_autofilter(target, 0, 0, lastRow, lxw_col_t(last))
    }
  }

  private func write(
    _ cell: Sheet.Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: lxw_row_t,
    column: lxw_col_t, _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    switch cell {
    case .text(let text):
      worksheet_write_string(sheet, row, column, EscapedText.encoded(text), format)
    case .number(let number) where number.isFinite:
      worksheet_write_number(sheet, row, column, number, format)
    // A workbook has no other numbers, but words for them do no harm.
    case .number(let number):
      worksheet_write_string(sheet, row, column, DecimalText.format(number), format)
    case .empty: break
    }
  }

  private func addNote(
    _ note: String, to sheet: UnsafeMutablePointer<lxw_worksheet>, column: lxw_col_t
  ) {
    var options = lxw_comment_options()
    // Room for the text, in pixels; a line takes about 40 characters.
    options.width = 260
    options.height = UInt16(20 * (note.count / 38 + 2))
    worksheet_write_comment_opt(sheet, 0, column, note, &options)
  }

  private func offer(
    _ choices: [String], in sheet: UnsafeMutablePointer<lxw_worksheet>, column: lxw_col_t
  ) {
    let copies = choices.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var list = copies + [nil]
    list.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      worksheet_data_validation_range(
        sheet, 1, column, lxw_row_t(CellReference.rowLimit - 1), column, &validation)
    }
  }
}

/// A file that is there while its bytes are made.
private struct TemporaryFile: ~Copyable {
  let path: String
  private let descriptor: CInt

  init() throws(WorkbookWritingFailure) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/forceplan-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure() }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// All that is in the file now.
  borrowing func contents() throws(WorkbookWritingFailure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure() }
    let size = Int(status.st_size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        count = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, size - filled, off_t(filled))
        guard count > 0 else { return }
        filled += count
      }
    }
    guard bytes.count == size else { throw Self.failure() }
    return bytes
  }

  private static func failure() -> WorkbookWritingFailure {
    .system(String(cString: strerror(errno)))
  }
}
