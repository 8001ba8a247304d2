import ForceModel

/// Windows, the horizon and the time grid.
extension ModelAssembler {
  /// The window of a row, which has to end after it begins.
  static func readWindow(_ row: inout RowReader) -> (from: Double, until: Double) {
    let from = row.optionalNumber("from")
    let until = row.optionalNumber("until")
    guard let from, let until else { return (0, 0) }
    if until - from <= TimeGrid.tolerance {
      row.fail(
        .emptyWindow, "until",
        "the window ends on day \(Day.text(until)), not after day \(Day.text(from)) on which it begins",
        remedy: "give a later 'until' or an earlier 'from'")
    }
    return (from, until)
  }

  func checkWindows(_ requirements: Section<ForceRequirement>, horizon: Double) {
    guard let table = raw.tables[.requirements] else { return }
    for (requirement, row) in zip(requirements.values, requirements.rows)
    where requirement.until > horizon + TimeGrid.tolerance {
      let column = requirement.from >= horizon ? "from" : "until"
      let day = requirement.from >= horizon ? requirement.from : requirement.until
      let field = table.schema.position(of: column) ?? 0
      collector.report(
        .outsideHorizon, table.place(row: row, field: field),
        "day \(Day.text(day)) lies beyond the horizon of \(Day.text(horizon)) days",
        remedy:
          "shorten the window, or set \"horizonDays\" to \(Day.text(requirement.until)) or more")
    }
  }

  /// The time grid; nil with a finding where it has too many periods.
  func makeGrid(
    _ policy: Policy, requirements: [ForceRequirement], places: PolicyReader
  ) -> TimeGrid? {
    let place = places.place(of: "gridDays") ?? places.place(of: "horizonDays") ?? raw.policyPlace
    let remedy = "set a larger \"gridDays\" or a shorter \"horizonDays\""
    let regular = policy.horizonDays / policy.gridDays
    guard regular <= Double(limits.periods) else {
      collector.report(
        .gridTooFine, place,
        "\(Day.text(policy.horizonDays)) days in steps of \(Day.text(policy.gridDays)) are more than "
          + "\(limits.periods) periods", remedy: remedy)
      return nil
    }
    let grid = TimeGrid(policy: policy, requirements: requirements)
    guard grid.count <= limits.periods else {
      collector.report(
        .gridTooFine, place,
        "the time grid has \(grid.count) periods, more than \(limits.periods)",
        remedy: remedy + ", or let windows begin and end on the same days")
      return nil
    }
    return grid
  }
}
