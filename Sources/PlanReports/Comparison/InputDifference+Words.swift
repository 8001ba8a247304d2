import ForceModel

extension InputDifference {
  /// What becomes of the row or the cell, in words.
  var words: String {
    switch change {
    case .added: "added: \(after)"
    case .dropped: "dropped"
    case .changed:
      "\(column.isEmpty ? "" : column + " ")"
        + "\(before.isEmpty ? "(empty)" : before) -> "
        + (after.isEmpty ? "(empty)" : after)
    }
  }

  /// How many rows of which tables differ.
  static func summary(of lines: [InputDifference]) -> String {
    var counts: [(table: String, change: InputDifference.Change, rows: [String])] = []
    for line in lines {
      let place = counts.firstIndex { $0.table == line.table && $0.change == line.change }
      guard let place else {
        counts.append((line.table, line.change, [line.row]))
        continue
      }
      if counts[place].rows.last != line.row { counts[place].rows.append(line.row) }
    }
    return counts.map { "\($0.table): \($0.rows.count) \($0.change.rawValue)" }
      .joined(separator: "; ")
  }
}
