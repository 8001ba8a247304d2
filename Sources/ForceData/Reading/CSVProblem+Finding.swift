import TextFormats

extension CSVProblem {
  /// Reports the problem; `header` holds the columns that the file has to begin with.
  func report(
    in file: FindingCollector.File, header: [String], to collector: FindingCollector
  ) {
    let place = Place(file: file, row: row, column: column)
    func add(_ rule: FindingRule, _ message: String, remedy: String) {
      collector.report(rule, place, message, remedy: remedy)
    }
    switch kind {
    case .empty:
      add(
        .missingColumn, "the file is empty",
        remedy: "begin it with a header row: " + header.joined(separator: ","))
    case .otherFormat(let format):
      add(.notText, "the file is \(format), not CSV", remedy: "save it as CSV in UTF-8")
    case .invalidUTF8:
      add(.notText, "the cell is not UTF-8 text", remedy: "save the table as CSV in UTF-8")
    case .unclosedQuote(let lines):
      let rest = lines == 0 ? "" : "; the \(lines) lines after it were not read"
      add(
        .quoting, "the quote that begins here is not closed\(rest)",
        remedy: "close the quote, and double quotes inside it")
    case .textAfterQuote:
      add(
        .quoting, "text follows the closing quote of this cell",
        remedy: "put the whole cell in quotes, and double quotes inside it")
    case .strayQuote:
      add(
        .quoting, "a quote stands inside this cell, which does not begin with one",
        remedy: "put the whole cell in quotes, and double quotes inside it")
    case .raggedRow(let fields, let expected):
      add(
        .raggedRow, "the row has \(fields) cells, the header has \(expected)",
        remedy: fields < expected
          ? "fill the row up with commas"
          : "delete what is too much, or put a cell with a comma in quotes")
    case .fieldTooLong(let limit):
      add(.limitExceeded, "the cell has more than \(limit) bytes", remedy: "shorten the cell")
    case .tooManyColumns(let limit):
      add(
        .limitExceeded, "the row has more than \(limit) cells; the rest of the file was not read",
        remedy: "see whether the file is a table with one row a line")
    case .tooManyRows(let limit):
      add(
        .limitExceeded, "the table has more than \(limit) rows; the rest was not read",
        remedy: "divide the model, or raise the limit on rows")
    case .tooManyFields(let limit):
      add(
        .limitExceeded, "the table has more than \(limit) cells; the rest was not read",
        remedy: "leave out columns that are not needed, or raise the limit on cells")
    case .tooLong(let limit):
      add(
        .limitExceeded, "the file has more than \(limit) bytes",
        remedy: "divide the model, or raise the limit on bytes")
    case .tooManyProblems(let limit):
      add(
        .limitExceeded, "the file has more than \(limit) faults; the rest was not read",
        remedy: "mend those that are shown and check again")
    }
  }

  /// Whether the problem's row, or rows after it, are not in the table.
  var losesRows: Bool {
    switch kind {
    case .empty, .otherFormat, .unclosedQuote, .textAfterQuote, .tooManyColumns, .tooManyRows,
      .tooManyFields, .tooLong, .tooManyProblems:
      true
    case .invalidUTF8, .strayQuote, .raggedRow, .fieldTooLong: false
    }
  }
}
