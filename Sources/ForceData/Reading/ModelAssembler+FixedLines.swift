import ForceModel

/// Fixed lines: their rows, their place in the time grid, their way of moving.
extension ModelAssembler {
  /// A fixed line before its way of moving is known.
  struct FixedLine {
    var contribution: Int
    var crisis: Int
    var lift: Int?
    var mode: Int?
    var units: Double
    var from: Double
    var until: Double
  }

  mutating func readFixed(
    contributions: NameIndex, crises: NameIndex, lift: NameIndex, modes: NameIndex
  ) -> Section<FixedLine> {
    if let table = raw.tables[.fixed], let source = table.sources.first, !table.rows.isEmpty,
      !table.hasCells("lift"), !table.hasCells("mode")
    {
      unsound.insert(.fixed)
      collector.report(
        .missingColumn, Place(file: source.file, row: source.headerRow, column: 1),
        "the table '\(ModelTable.fixed.rawValue)' has neither a column 'lift' nor a column 'mode'",
        remedy: "add one of the two: it says how the units move")
      return Section()
    }
    return section(.fixed) { row in
      let contribution = row.reference("contribution", to: contributions)
      let crisis = row.reference("crisis", to: crises)
      let pool = row.optionalReference("lift", to: lift)
      let mode = row.optionalReference("mode", to: modes)
      if row.isEmpty("lift"), row.isEmpty("mode") {
        row.fail(
          .missingValue, "mode", "neither 'lift' nor 'mode' is given",
          remedy: "name the lift pool, or the mode of a way that needs none")
      }
      let units = row.number("units")
      let (from, until) = Self.readWindow(&row)
      return FixedLine(
        contribution: contribution, crisis: crisis, lift: pool, mode: mode, units: units,
        from: from, until: until)
    }
  }

  /// Reports fixed lines that do not begin and end on boundaries of the grid.
  mutating func checkBoundaries(
    _ fixed: Section<FixedLine>, grid: TimeGrid, policy: Policy
  ) {
    guard let table = raw.tables[.fixed] else { return }
    for (line, row) in zip(fixed.values, fixed.rows) {
      for (column, day) in [("from", line.from), ("until", line.until)]
      where grid.boundary(at: day) == nil {
        let place = table.place(row: row, field: table.schema.position(of: column) ?? 0)
        let next = grid.firstBoundary(notBefore: day)
        guard next < grid.boundaries.count, next > 0 else {
          reject(
            .outsideHorizon, place,
            "day \(Day.text(day)) lies beyond the horizon of \(Day.text(policy.horizonDays)) days",
            remedy: "give a day inside the horizon, or a longer \"horizonDays\"")
          continue
        }
        reject(
          .fixedOffGrid, place, "day \(Day.text(day)) is no boundary of the time grid",
          remedy: "the nearest are day \(Day.text(grid.boundaries[next - 1])) and day "
            + "\(Day.text(grid.boundaries[next])); or set \"gridDays\" so that it divides the day")
      }
    }
  }

  /// Reports days between which a line cannot be.
  private mutating func reject(
    _ rule: FindingRule, _ place: Place, _ message: String, remedy: String
  ) {
    if !collector.report(impossible: rule, place, message, remedy: remedy) {
      unsound.insert(.fixed)
    }
  }

  /// Finds the way of moving of each fixed line.
  mutating func resolve(
    _ fixed: Section<FixedLine>, ways: FixedWays
  ) -> [FixedDeployment] {
    guard let table = raw.tables[.fixed] else { return [] }
    var result: [FixedDeployment] = []
    var rowOfTour: [[Double]: Int] = [:]
    var kept: [Int] = []
    for (line, row) in zip(fixed.values, fixed.rows) {
      if let way = way(of: line, row: row, in: table, ways: ways) {
        let tour = [
          Double(line.contribution), Double(line.crisis), Double(way.mode), Double(way.lift ?? -1),
          line.from, line.until,
        ]
        if let first = rowOfTour[tour] {
          collector.report(
            .duplicateRow, table.place(row: row),
            "the same tour is already in row \(table.rows[first].row)",
            remedy: "add the units of both rows in one")
          continue
        }
        rowOfTour[tour] = row
        kept.append(row)
        result.append(
          FixedDeployment(
            contribution: line.contribution, crisis: line.crisis, mode: way.mode, lift: way.lift,
            units: line.units, from: line.from, until: line.until, row: table.rows[row].row))
      }
    }
    rows[.fixed] = kept
    return result
  }

  /// The way of moving of a fixed line; nil where it names none, which is reported.
  private func way(
    of line: FixedLine, row: Int, in table: RawTable, ways: FixedWays
  ) -> FixedWays.Way? {
    switch ways.resolve(contribution: line.contribution, lift: line.lift, mode: line.mode) {
    case .success(let way): return way
    case .failure(let problem):
      let place = table.place(row: row, field: table.schema.position(of: problem.column) ?? 0)
      guard let named = problem.named else {
        collector.report(.fixedWay, place, problem.message, remedy: problem.remedy)
        return nil
      }
      let stays = collector.report(
        impossible: .fixedWay, place, problem.message, remedy: problem.remedy)
      return stays ? named : nil
    }
  }
}
