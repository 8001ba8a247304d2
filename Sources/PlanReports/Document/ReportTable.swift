import TextFormats

/// A table that says what it holds, whose columns can be sorted and whose rows can be filtered where
/// the reader's browser runs the script.
///
/// Numbers are rounded for reading; each carries the plan's own figure for sorting and for programs.
struct ReportTable {
  /// A column.
  struct Column {
    /// What its cells hold, and so how they are set.
    enum Kind {
      case text
      /// Texts of a sentence or more.
      case prose
      /// Numbers, set to the right.
      case number
      /// Drawings, which cannot be sorted; the column before them holds what they draw.
      case drawing
    }

    let heading: String
    let kind: Kind

    static func text(_ heading: String) -> Column { Column(heading: heading, kind: .text) }

    static func prose(_ heading: String) -> Column { Column(heading: heading, kind: .prose) }

    static func number(_ heading: String) -> Column { Column(heading: heading, kind: .number) }

    static func drawing(_ heading: String) -> Column { Column(heading: heading, kind: .drawing) }

    /// The attribute by which the style sheet and the script know the column's cells.
    fileprivate var attribute: Markup {
      switch kind {
      case .text: ""
      case .prose: " class=\"prose\""
      case .number: " class=\"num\""
      case .drawing: " class=\"drawing\""
      }
    }
  }

  /// What stands in one place of a table.
  enum Cell {
    case text(String)
    /// A figure: how it reads, and the exact one.
    case figure(String, Double)
    /// Anything else: drawings, lists.
    case markup(Markup)

    /// An amount of persons, units, kilometres.
    static func amount(_ value: Double) -> Cell { .figure(ReadableNumber.amount(value), value) }

    /// A day.
    static func day(_ value: Double) -> Cell { .figure(ReadableNumber.day(value), value) }

    /// A share, 0...1.
    static func share(_ value: Double) -> Cell { .figure(ReadableNumber.percent(value), value) }

    /// A value of a goal.
    static func goal(_ value: Double) -> Cell { .figure(PlanPage.figure(value), value) }
  }

  /// Address of the table, also the name by which programs find it.
  let id: String
  let caption: String
  let columns: [Column]
  let rows: [[Cell]]
  /// Rows that the plan has; those above `rows.count` are said to be left out.
  let count: Int
  /// Where the rest is, to follow "The other rows are in".
  let rest: String

  /// A table; of more than `limit` rows only the first are shown, and the page says so.
  ///
  /// `count` says how many rows there are, where not all of them were made.
  init(
    id: String, caption: String, columns: [Column], rows: [[Cell]], limit: Int = .max,
    count: Int? = nil, rest: String = ""
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.rows = Array(rows.prefix(limit))
    self.count = count ?? rows.count
    self.rest = rest
  }

  var markup: Markup {
    // A table that is wider than the window scrolls in its frame, which the keyboard must reach.
    """
    <div class="scroll" role="region" aria-labelledby="\(id)-caption" tabindex="0">
    <table id="\(id)" class="sortable">
    <caption id="\(id)-caption">\(caption)</caption>
    <thead><tr>\(columns.map(Self.heading))</tr></thead>
    <tbody>
    \(rows.map(row))</tbody>
    </table>
    </div>
    \(leftOut)
    """
  }

  /// The table behind a line that unfolds it.
  func folded(under summary: String) -> Markup {
    "<details><summary>\(summary)</summary>\n\(markup)</details>\n"
  }

  private static func heading(_ column: Column) -> Markup {
    "<th scope=\"col\"\(column.attribute)>\(column.heading)</th>"
  }

  /// A row, whose first cell names it.
  private func row(_ cells: [Cell]) -> Markup {
    let places = zip(columns, cells).enumerated().map { place, entry -> Markup in
      let (column, cell) = entry
      return place == 0
        ? "<th scope=\"row\"\(column.attribute)>\(Self.content(cell))</th>"
        : "<td\(column.attribute)>\(Self.content(cell))</td>"
    }
    return "<tr>\(places)</tr>\n"
  }

  private static func content(_ cell: Cell) -> Markup {
    switch cell {
    case .text(let text): "\(text)"
    case .figure(let text, let value): "<data value=\"\(exact: value)\">\(text)</data>"
    case .markup(let markup): markup
    }
  }

  private var leftOut: Markup {
    guard count > rows.count else { return .empty }
    let left = ReadableNumber.count(count - rows.count)
    let all = ReadableNumber.count(count)
    return "<p class=\"note\">\(left) of \(all) rows are left out here; all are in \(rest).</p>\n"
  }
}
