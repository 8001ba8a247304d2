import ForceModel

/// One reader for each table: which column becomes which property.
extension ModelAssembler {
  mutating func readContributors() -> (Section<Contributor>, NameIndex) {
    section(.contributors, id: \.id) { row in
      let id = row.identifier("contributor")
      return Contributor(
        id: id, name: row.text("name") ?? id, burdenWeight: row.number("burdenWeight"),
        shareCap: row.optionalNumber("shareCap"))
    }
  }

  mutating func readLocations() -> (Section<Location>, NameIndex) {
    section(.locations, id: \.id) { row in
      let id = row.identifier("location")
      return Location(
        id: id, name: row.text("name") ?? id, latitude: row.number("latitude"),
        longitude: row.number("longitude"), country: row.text("country") ?? "")
    }
  }

  mutating func readCapabilities() -> (Section<Capability>, NameIndex) {
    section(.capabilities, id: \.id) { row in
      let id = row.identifier("capability")
      let category: ForceCategory? = row.choice("category")
      let personnel = row.number("personnel")
      return Capability(
        id: id, category: category ?? .support, name: row.text("name") ?? id,
        personnel: personnel, tonnes: row.optionalNumber("tonnes") ?? personnel * 0.1)
    }
  }

  mutating func readModes() -> (Section<MovementMode>, NameIndex) {
    section(.modes, id: \.id) { row in
      MovementMode(
        id: row.identifier("mode"), kilometresPerDay: row.number("kmPerDay"),
        detour: row.number("detour"), maximumKilometres: row.optionalNumber("maxKm"),
        handlingDays: row.number("handlingDays"),
        costPerTonneKilometre: row.number("costPerTonneKm"), needsLift: row.boolean("pool"))
    }
  }

  mutating func readCrises(locations: NameIndex) -> (Section<Crisis>, NameIndex) {
    section(.crises, id: \.id) { row in
      let id = row.identifier("crisis")
      return Crisis(
        id: id, name: row.text("name") ?? id, location: row.reference("location", to: locations),
        warning: row.number("warning"), probability: row.number("probability"))
    }
  }

  mutating func readLift(
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

  mutating func readContributions(
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

  mutating func readRequirements(
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

  mutating func readSubstitutions(capabilities: NameIndex) -> Section<Substitution> {
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

  mutating func readCaveats(
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
  mutating func readDistances(locations: NameIndex, modes: NameIndex) -> [Distance] {
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
}
