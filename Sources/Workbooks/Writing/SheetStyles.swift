import CWorkbookWriter
import TextFormats

/// The looks of cells: header, numbers, texts that need several lines.
struct SheetStyles {
  /// Bold on grey with a line below.
  let header: UnsafeMutablePointer<lxw_format>?
  private let plain: UnsafeMutablePointer<lxw_format>?
  private let text: UnsafeMutablePointer<lxw_format>?
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
    // A little away from the cell before it, in which a number may end at the edge.
    text = format {
      format_set_indent($0, 1)
      format_set_text_wrap($0)
    }
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
    var holdsText = false
    for cells in sheet.rows {
      width = max(width, Self.width(of: cells[index]) + 2)
      if case .text = cells[index] { holdsText = true }
    }
    let format =
      switch column.format {
      case .general: holdsText ? text : plain
      case .whole: whole
      case .decimal: decimal
      case .percent: percent
      }
    return (Double(min(max(width, Self.narrowest), Self.widest)), format)
  }

  /// Height of a row in points, so that its longest text is seen in full; nil: one line will do.
  ///
  /// Programs other than Excel do not find it by themselves.
  static func height(of cells: [Sheet.Cell]) -> Double? {
    let longest = cells.map(width).max() ?? 0
    guard longest + 2 > widest else { return nil }
    // Lines break at words, so each holds a little less than its width.
    let lines = (longest + widest - 9) / (widest - 8)
    return min(15 * Double(lines), 400)
  }

  /// Characters that a cell takes, about.
  private static func width(of cell: Sheet.Cell) -> Int {
    switch cell {
    case .text(let text): VisibleText.width(text)
    case .number(let number): ReadableNumber.amount(number).count
    case .empty: 0
    }
  }
}
