import ForceModel

/// Rows of a table that became values, each with the raw row that it came from.
struct Section<Value> {
  var values: [Value] = []
  var rows: [Int] = []
}

/// A model with the way back from its values to the cells that they came from.
struct AssembledModel {
  var model: PlanningModel
  var grid: TimeGrid
  var tables: [ModelTable: RawTable]
  /// Where a finding about the policy as a whole goes.
  var policyPlace: Place
  /// Where the share caps stand; nil: the policy does not say any.
  var shareCapPlace: Place?
  /// Raw rows of the model's values, indexed as they are.
  var rows: [ModelTable: [Int]]

  /// Where a cell of a value stands.
  func place(_ table: ModelTable, _ index: Int, _ column: String) -> Place {
    guard let raw = tables[table], let rows = rows[table] else { return policyPlace }
    let row = rows[index]
    return raw.schema.position(of: column).map { raw.place(row: row, field: $0) }
      ?? raw.place(row: row)
  }
}

/// Makes values of raw cells, table by table in the order of their references.
struct ModelAssembler {
  let collector: FindingCollector
  let limits: ReadingLimits
  let raw: RawModel
  /// Tables of which some row could not be used; what hangs on all their rows is not checked.
  private var unsound: Set<ModelTable> = []
  private var rows: [ModelTable: [Int]] = [:]

  init(collector: FindingCollector, limits: ReadingLimits, raw: RawModel) {
    self.collector = collector
    self.limits = limits
    self.raw = raw
  }

  /// A fixed line before its way of moving is known.
  private struct FixedLine {
    var contribution: Int
    var crisis: Int
    var lift: Int?
    var mode: Int?
    var units: Double
    var from: Double
    var until: Double
  }

  /// Reads all tables and the policy; nil where no model can be made of them.
  mutating func assemble(identity: ModelIdentity) -> AssembledModel? {
    let (contributors, contributorNames) = readContributors()
    let (locations, locationNames) = readLocations()
    let (capabilities, capabilityNames) = readCapabilities()
    let (modes, modeNames) = readModes()
    let (crises, crisisNames) = readCrises(locations: locationNames)
    let (lift, liftNames) = readLift(contributors: contributorNames, modes: modeNames)
    let substitutions = readSubstitutions(capabilities: capabilityNames)
    let (contributions, contributionNames) = readContributions(
      contributors: contributorNames, capabilities: capabilityNames,
      capabilityValues: capabilities.values, locations: locationNames)
    let (requirements, _) = readRequirements(crises: crisisNames, capabilities: capabilityNames)
    let distances = readDistances(locations: locationNames, modes: modeNames)
    let caveats = readCaveats(
      contributors: contributorNames, crises: crisisNames, capabilities: capabilityNames,
      modes: modeNames)
    let fixed = readFixed(
      contributions: contributionNames, crises: crisisNames, lift: liftNames, modes: modeNames)

    let canMissHorizon = unsound.contains(.requirements) && requirements.values.isEmpty
    let policyReader = PolicyReader(collector: collector, entries: raw.policy)
    let policy = policyReader.read(
      latestUntil: requirements.values.map(\.until).max(),
      fallback: canMissHorizon ? nil : raw.policyPlace)
    guard let policy else { return nil }
    checkWindows(requirements, horizon: policy.horizonDays)
    guard !unsound.contains(.requirements),
      let grid = makeGrid(policy, requirements: requirements.values, places: policyReader)
    else { return nil }
    checkBoundaries(fixed, grid: grid, policy: policy)
    guard unsound.isDisjoint(with: [.contributions, .lift, .modes, .capabilities]) else {
      return nil
    }
    let ways = FixedWays(
      contributors: contributors.values, contributions: contributions.values, modes: modes.values,
      pools: lift.values)
    let deployments = resolve(fixed, ways: ways)

    let model = PlanningModel(
      name: raw.name, title: raw.title ?? raw.name, policy: policy,
      contributors: contributors.values, locations: locations.values,
      capabilities: capabilities.values, substitutions: substitutions.values,
      contributions: contributions.values, crises: crises.values,
      requirements: requirements.values, distances: distances, modes: modes.values,
      liftPools: lift.values, caveats: caveats.values, fixedDeployments: deployments,
      identity: identity)
    return AssembledModel(
      model: model, grid: grid, tables: raw.tables, policyPlace: raw.policyPlace,
      shareCapPlace: policyReader.place(of: "shareCap"), rows: rows)
  }
}

// MARK: - Tables

extension ModelAssembler {
  private mutating func readContributors() -> (Section<Contributor>, NameIndex) {
    section(.contributors, id: \.id) { row in
      let id = row.identifier("contributor")
      return Contributor(
        id: id, name: row.text("name") ?? id, burdenWeight: row.number("burdenWeight"),
        shareCap: row.optionalNumber("shareCap"))
    }
  }

  private mutating func readLocations() -> (Section<Location>, NameIndex) {
    section(.locations, id: \.id) { row in
      let id = row.identifier("location")
      return Location(
        id: id, name: row.text("name") ?? id, latitude: row.number("latitude"),
        longitude: row.number("longitude"), country: row.text("country") ?? "")
    }
  }

  private mutating func readCapabilities() -> (Section<Capability>, NameIndex) {
    section(.capabilities, id: \.id) { row in
      let id = row.identifier("capability")
      let category: ForceCategory? = row.choice("category")
      let personnel = row.number("personnel")
      return Capability(
        id: id, category: category ?? .support, name: row.text("name") ?? id,
        personnel: personnel, tonnes: row.optionalNumber("tonnes") ?? personnel * 0.1)
    }
  }

  private mutating func readModes() -> (Section<MovementMode>, NameIndex) {
    section(.modes, id: \.id) { row in
      MovementMode(
        id: row.identifier("mode"), kilometresPerDay: row.number("kmPerDay"),
        detour: row.number("detour"), maximumKilometres: row.optionalNumber("maxKm"),
        handlingDays: row.number("handlingDays"),
        costPerTonneKilometre: row.number("costPerTonneKm"), needsLift: row.boolean("pool"))
    }
  }

  private mutating func readCrises(locations: NameIndex) -> (Section<Crisis>, NameIndex) {
    section(.crises, id: \.id) { row in
      let id = row.identifier("crisis")
      return Crisis(
        id: id, name: row.text("name") ?? id, location: row.reference("location", to: locations),
        warning: row.number("warning"), probability: row.number("probability"))
    }
  }

  private mutating func readLift(
    contributors: NameIndex, modes: NameIndex
  ) -> (Section<LiftPool>, NameIndex) {
    section(.lift, id: \.id) { row in
      LiftPool(
        id: row.identifier("lift"), owner: row.optionalReference("owner", to: contributors),
        mode: row.reference("mode", to: modes), assets: row.number("assets"),
        tonnes: row.number("tonnes"), seats: row.number("seats"),
        kilometresPerDay: row.number("kmPerDay"), availability: row.number("availability"))
    }
  }

  private mutating func readContributions(
    contributors: NameIndex, capabilities: NameIndex, capabilityValues: [Capability],
    locations: NameIndex
  ) -> (Section<Contribution>, NameIndex) {
    section(.contributions, id: \.id) { row in
      let id = row.identifier("contribution")
      let contributor = row.reference("contributor", to: contributors)
      let capability = row.reference("capability", to: capabilities)
      let base = row.reference("base", to: locations)
      let units = row.number("units")
      let personnel = row.optionalNumber("personnel")
      let tonnes = row.optionalNumber("tonnes")
      let notice = row.number("noticeDays")
      let verified = row.number("verified")
      let expected = row.optionalNumber("expected") ?? verified
      // A broken row has no kind of unit to take defaults from, and is not used.
      let kind = capabilityValues.indices.contains(capability) ? capabilityValues[capability] : nil
      return Contribution(
        id: id, contributor: contributor, capability: capability, base: base, units: units,
        personnel: personnel ?? kind?.personnel ?? 0, tonnes: tonnes ?? kind?.tonnes ?? 0,
        noticeToMove: notice, verified: verified, expected: expected,
        maximumTour: row.optionalNumber("maxTourDays"), dwellRatio: row.number("dwellRatio"),
        dailyCost: row.number("dailyCost"))
    }
  }

  private mutating func readRequirements(
    crises: NameIndex, capabilities: NameIndex
  ) -> (Section<ForceRequirement>, NameIndex) {
    section(.requirements, id: \.id) { row in
      let id = row.identifier("requirement")
      let crisis = row.reference("crisis", to: crises)
      let capability = row.reference("capability", to: capabilities)
      let quantity = row.number("quantity")
      let unit: RequirementUnit? = row.choice("unit")
      let (from, until) = Self.readWindow(&row)
      return ForceRequirement(
        id: id, crisis: crisis, capability: capability, quantity: quantity,
        unit: unit ?? .personnel, from: from, until: until, weight: row.number("weight"),
        priority: row.wholeNumber("priority"))
    }
  }

  private mutating func readSubstitutions(capabilities: NameIndex) -> Section<Substitution> {
    let section = section(.substitutions) { row -> Substitution in
      let sent = row.reference("capability", to: capabilities)
      let required = row.reference("substitutesFor", to: capabilities)
      if sent == required, !row.isBroken {
        row.fail(
          .selfSubstitution, "substitutesFor", "the capability is said to substitute for itself",
          remedy: "delete the row: a capability always serves where it is required")
      }
      return Substitution(
        capability: sent, substitutesFor: required, effectiveness: row.number("effectiveness"))
    }
    return distinct(section, .substitutions) { [$0.capability, $0.substitutesFor] }
  }

  private mutating func readCaveats(
    contributors: NameIndex, crises: NameIndex, capabilities: NameIndex, modes: NameIndex
  ) -> Section<Caveat> {
    let section = section(.caveats) { row in
      Caveat(
        contributor: row.reference("contributor", to: contributors),
        crisis: row.optionalReference("crisis", to: crises),
        capability: row.optionalReference("capability", to: capabilities),
        mode: row.optionalReference("mode", to: modes), reason: row.text("reason") ?? "")
    }
    return distinct(section, .caveats) { caveat in
      [caveat.contributor, caveat.crisis ?? -1, caveat.capability ?? -1, caveat.mode ?? -1]
    }
  }

  /// Distances, one entry a direction, sorted by (from, to, mode).
  private mutating func readDistances(locations: NameIndex, modes: NameIndex) -> [Distance] {
    let section = section(.distances) { row -> (Distance, both: Bool) in
      let distance = Distance(
        from: row.reference("from", to: locations), to: row.reference("to", to: locations),
        mode: row.reference("mode", to: modes), kilometres: row.number("km"))
      return (distance, row.boolean("both"))
    }
    guard let table = raw.tables[.distances] else { return [] }
    var given: [[Int]: Int] = [:]
    var result: [Distance] = []
    for (value, row) in zip(section.values, section.rows) {
      let (distance, both) = value
      var directions = [distance]
      if both, distance.from != distance.to {
        directions.append(
          Distance(
            from: distance.to, to: distance.from, mode: distance.mode,
            kilometres: distance.kilometres))
      }
      for direction in directions {
        let key = [direction.from, direction.to, direction.mode]
        guard let first = given[key] else {
          given[key] = row
          result.append(direction)
          continue
        }
        unsound.insert(.distances)
        let isBack = direction.from != distance.from
        collector.report(
          .contradictingDistance, table.place(row: row, field: 0),
          "the way \(isBack ? "back" : "there") is already given in row \(table.rows[first].row)",
          remedy: "delete one of the two rows, or set 'both' to false where only one way is meant")
        break
      }
    }
    return result.sorted { ($0.from, $0.to, $0.mode) < ($1.from, $1.to, $1.mode) }
  }

  private mutating func readFixed(
    contributions: NameIndex, crises: NameIndex, lift: NameIndex, modes: NameIndex
  ) -> Section<FixedLine> {
    if let table = raw.tables[.fixed], let source = table.sources.first,
      let liftField = table.schema.position(of: "lift"),
      let modeField = table.schema.position(of: "mode"),
      source.columns[liftField] == nil, source.columns[modeField] == nil, !table.rows.isEmpty
    {
      unsound.insert(.fixed)
      collector.report(
        .missingColumn, Place(file: source.file, row: source.headerRow, column: 1),
        "\(ModelTable.fixed.fileName) has neither a column 'lift' nor a column 'mode'",
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

  /// The window of a row, which has to end after it begins.
  private static func readWindow(_ row: inout RowReader) -> (from: Double, until: Double) {
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
}

// MARK: - Rows of a table

extension ModelAssembler {
  /// Rows of a table that has identifiers, sorted by them.
  private mutating func section<Value>(
    _ table: ModelTable, id: (Value) -> String, read: (inout RowReader) -> Value
  ) -> (Section<Value>, NameIndex) {
    var found: [(id: String, value: Value, row: Int, isBroken: Bool)] = []
    var lacksNames = false
    let raw = raw.tables[table]
    if let raw {
      found.reserveCapacity(raw.rows.count)
      for row in raw.rows.indices {
        var reader = RowReader(raw: raw, row: row, collector: collector)
        let value = read(&reader)
        found.append((id(value), value, row, reader.isBroken))
        if !reader.hasName { lacksNames = true }
      }
    }
    found.sort { ($0.id, $0.row) < ($1.id, $1.row) }
    if let raw, reportDuplicates(found.map { ($0.id, $0.row) }, in: raw) { lacksNames = true }
    if lacksNames || found.contains(where: \.isBroken) { unsound.insert(table) }
    let broken = Set(found.filter(\.isBroken).map(\.id))
    found.removeAll(where: \.isBroken)
    let isComplete = raw?.isComplete ?? !(table.schema.isRequired || isUnreadable(table))
    if !isComplete { unsound.insert(table) }
    rows[table] = found.map(\.row)
    // What seems to be missing may be the row whose own name is wrong.
    let index = NameIndex(
      table: table, names: found.map(\.id), brokenNames: broken,
      deletedNames: self.raw.deletedNames[table] ?? [], isComplete: isComplete && !lacksNames,
      isThere: self.raw.isInPackage(table))
    return (Section(values: found.map(\.value), rows: found.map(\.row)), index)
  }

  /// Reports identifiers that come again, given with their rows in order; whether there are any.
  private func reportDuplicates(_ names: [(id: String, row: Int)], in raw: RawTable) -> Bool {
    var hasDuplicates = false
    var first: (id: String, row: Int)?
    for name in names {
      if let first, first.id == name.id, !name.id.isEmpty {
        hasDuplicates = true
        collector.report(
          .duplicateRow, raw.place(row: name.row, field: 0),
          "\(SafeText.quoted(name.id)) is already in row \(raw.rows[first.row].row)",
          remedy: "rename one of the two, or delete it")
      } else {
        first = name
      }
    }
    return hasDuplicates
  }

  /// Rows of a table without identifiers, in the order of the file.
  private mutating func section<Value>(
    _ table: ModelTable, read: (inout RowReader) -> Value
  ) -> Section<Value> {
    var section = Section<Value>()
    guard let raw = raw.tables[table] else {
      if isUnreadable(table) { unsound.insert(table) }
      return section
    }
    if !raw.isComplete { unsound.insert(table) }
    for row in raw.rows.indices {
      var reader = RowReader(raw: raw, row: row, collector: collector)
      let value = read(&reader)
      if reader.isBroken {
        unsound.insert(table)
      } else {
        section.values.append(value)
        section.rows.append(row)
      }
    }
    rows[table] = section.rows
    return section
  }

  /// The rows sorted by their key; a key that comes again is reported.
  private mutating func distinct<Value>(
    _ section: Section<Value>, _ table: ModelTable, key: (Value) -> [Int]
  ) -> Section<Value> {
    guard let raw = raw.tables[table] else { return section }
    var first: [[Int]: Int] = [:]
    var kept: [(key: [Int], value: Value, row: Int)] = []
    for (value, row) in zip(section.values, section.rows) {
      let key = key(value)
      if let other = first[key] {
        unsound.insert(table)
        collector.report(
          .duplicateRow, raw.place(row: row), "the same is already in row \(raw.rows[other].row)",
          remedy: "delete one of the two rows")
      } else {
        first[key] = row
        kept.append((key, value, row))
      }
    }
    kept.sort { $0.key.lexicographicallyPrecedes($1.key) }
    rows[table] = kept.map(\.row)
    return Section(values: kept.map(\.value), rows: kept.map(\.row))
  }

  private func isUnreadable(_ table: ModelTable) -> Bool { raw.unreadable.contains(table) }
}

// MARK: - Time

extension ModelAssembler {
  private func checkWindows(_ requirements: Section<ForceRequirement>, horizon: Double) {
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
  private func makeGrid(
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

  /// Reports fixed lines that do not begin and end on boundaries of the grid.
  private mutating func checkBoundaries(
    _ fixed: Section<FixedLine>, grid: TimeGrid, policy: Policy
  ) {
    guard let table = raw.tables[.fixed] else { return }
    for (line, row) in zip(fixed.values, fixed.rows) {
      for (column, day) in [("from", line.from), ("until", line.until)]
      where grid.boundary(at: day) == nil {
        unsound.insert(.fixed)
        let place = table.place(row: row, field: table.schema.position(of: column) ?? 0)
        let next = grid.firstBoundary(notBefore: day)
        guard next < grid.boundaries.count, next > 0 else {
          collector.report(
            .outsideHorizon, place,
            "day \(Day.text(day)) lies beyond the horizon of \(Day.text(policy.horizonDays)) days",
            remedy: "give a day inside the horizon, or a longer \"horizonDays\"")
          continue
        }
        collector.report(
          .fixedOffGrid, place, "day \(Day.text(day)) is no boundary of the time grid",
          remedy: "the nearest are day \(Day.text(grid.boundaries[next - 1])) and day "
            + "\(Day.text(grid.boundaries[next])); or set \"gridDays\" so that it divides the day")
      }
    }
  }

  /// Finds the way of moving of each fixed line.
  private mutating func resolve(
    _ fixed: Section<FixedLine>, ways: FixedWays
  ) -> [FixedDeployment] {
    guard let table = raw.tables[.fixed] else { return [] }
    var result: [FixedDeployment] = []
    var rowOfTour: [[Double]: Int] = [:]
    var kept: [Int] = []
    for (line, row) in zip(fixed.values, fixed.rows) {
      switch ways.resolve(contribution: line.contribution, lift: line.lift, mode: line.mode) {
      case .failure(let problem):
        let field = table.schema.position(of: problem.column) ?? 0
        collector.report(
          .fixedWay, table.place(row: row, field: field), problem.message, remedy: problem.remedy)
      case .success(let way):
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
}
