import CWorkbookWriter
import TextFormats

/// The looks of cells: header, numbers, texts that need several lines.
struct SheetStyles {
  /// Bold on grey with a line below.
  let header: UnsafeMutablePointer<lxw_format>?
  private let plain: UnsafeMutablePointer<lxw_format>?
  private let wrapped: UnsafeMutablePointer<lxw_format>?
  private let whole: UnsafeMutablePointer<lxw_format>?
  private let decimal: UnsafeMutablePointer<lxw_format>?
  private let percent: UnsafeMutablePointer<lxw_format>?

  /// Widths of columns in characters.
  private static let narrowest = 9
  private static let widest = 60

  init(of book: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void)
      -> UnsafeMutablePointer<lxw_format>?
    {
      let format = workbook_add_format(book)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      change(format)
      return format
    }
    header = format {
      format_set_bold($0)
      format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color($0, 0xE7E6E6)
    }
    plain = format { _ in }
    wrapped = format { format_set_text_wrap($0) }
    whole = format { format_set_num_format($0, "#,##0") }
    decimal = format { format_set_num_format($0, "#,##0.00") }
    percent = format { format_set_num_format($0, "0.0%") }
  }

  /// Width and look of a column, by what its cells hold.
  func style(
    of column: Sheet.Column, in sheet: Sheet, at index: Int
  ) -> (width: Double, format: UnsafeMutablePointer<lxw_format>?) {
    // The header needs room for the filter's button.
    var width = VisibleText.width(column.name) + 3
    for cells in sheet.rows { width = max(width, Self.width(of: cells[index]) + 1) }
    let format =
      switch column.format {
      case .general: width > Self.widest ? wrapped : plain
      case .whole: whole
      case .decimal: decimal
      case .percent: percent
      }
    return (Double(min(max(width, Self.narrowest), Self.widest)), format)
  }

  /// Characters that a cell takes, about.
  private static func width(of cell: Sheet.Cell) -> Int {
    switch cell {
    case .text(let text): VisibleText.width(text)
    case .number(let number): ReadableNumber.amount(number).count
    case .boolean: 5
    case .empty: 0
    }
  }
}
