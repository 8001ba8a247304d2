import ForceModel
import TextFormats

/// Makes a policy of the members of `forceplan` objects.
struct PolicyReader {
  let collector: FindingCollector
  /// The members; of those with the same key the last one holds.
  private var entries: [String: PackageDescriptor.PolicyEntry] = [:]

  init(collector: FindingCollector, entries: [PackageDescriptor.PolicyEntry]) {
    self.collector = collector
    let known = ModelSchema.policy.map(\.name)
    for entry in entries {
      let key = entry.member.key
      guard known.contains(key) else {
        let remedy =
          NearestName.among(known, to: key).map { "did you mean '\($0)'?" }
          ?? "known are " + SafeText.list(known, limit: 20)
        collector.report(
          .unknownKey, entry.place(entry.member.keyPosition),
          "forceplan knows no key \(SafeText.quoted(key))", remedy: remedy)
        continue
      }
      self.entries[key] = entry
    }
  }

  /// Where a key's value stands; nil where the default holds.
  func place(of key: String) -> Place? {
    entries[key].map { $0.place($0.member.value.position) }
  }

  /// Makes the policy.
  ///
  /// - Parameters:
  ///   - latestUntil: the end of the last window; nil where there is none.
  ///   - fallback: where a missing horizon is reported; nil: not at all.
  /// - Returns: the policy; nil where a value is wrong or the horizon is unknown.
  func read(latestUntil: Double?, fallback: Place?) -> Policy? {
    let before = collector.count
    let horizon = number("horizonDays") ?? latestUntil
    let grid = number("gridDays")
    let resolution = number("timeResolutionDays")
    let strength = word("strength").flatMap(Strength.init(rawValue:))
    let wholeUnits = boolean("wholeUnits")
    let priorities = word("priorities").flatMap(PriorityRule.init(rawValue:))
    let caps = shareCaps()
    let goals = goals()
    let minimumTour = number("minTourDays")
    let chargeReturn = boolean("chargeReturnLift")
    let seed = wholeNumber("seed")
    guard collector.count == before else { return nil }
    guard let horizon else {
      guard let fallback else { return nil }
      collector.report(
        .missingHorizon, fallback,
        "'horizonDays' is not given, and there is no requirement to take it from",
        remedy: "add a requirement, or \"horizonDays\": 90")
      return nil
    }
    var policy = Policy(horizonDays: horizon, gridDays: grid)
    if let resolution { policy.timeResolutionDays = resolution }
    if let strength { policy.strength = strength }
    if let wholeUnits { policy.wholeUnits = wholeUnits }
    if let priorities { policy.priorities = priorities }
    if let perCrisis = caps.perCrisis { policy.shareCapPerCrisis = perCrisis }
    if let overall = caps.overall { policy.shareCapOverall = overall }
    if let goals { policy.goals = goals }
    if let minimumTour { policy.minimumTourDays = minimumTour }
    if let chargeReturn { policy.chargeReturnLift = chargeReturn }
    if let seed { policy.seed = seed }
    return policy
  }

  // MARK: - Values

  private func field(_ key: String) -> SchemaField? {
    ModelSchema.policy.first { $0.name == key }
  }

  private func wrongType(_ key: String, _ entry: PackageDescriptor.PolicyEntry, needs: String) {
    collector.report(
      .packageShape, entry.place(entry.member.value.position),
      "'\(key)' is \(entry.member.value.kindName) instead of \(needs)",
      remedy: field(key).map(\.description) ?? "see the file reference")
  }

  private func number(_ key: String) -> Double? {
    guard let entry = entries[key], let field = field(key) else { return nil }
    guard case .number(let value) = entry.member.value.content else {
      wrongType(key, entry, needs: "a number")
      return nil
    }
    return RangeCheck(collector: collector).check(
      value, name: key, field: field, at: entry.place(entry.member.value.position))
  }

  private func wholeNumber(_ key: String) -> Int? {
    guard let entry = entries[key], let value = number(key) else { return nil }
    guard let whole = Int(exactly: value) else {
      collector.report(
        .badNumber, entry.place(entry.member.value.position), "'\(key)' is not a whole number",
        remedy: "write a number without a fraction")
      return nil
    }
    return whole
  }

  private func boolean(_ key: String) -> Bool? {
    guard let entry = entries[key] else { return nil }
    guard case .bool(let value) = entry.member.value.content else {
      wrongType(key, entry, needs: "true or false")
      return nil
    }
    return value
  }

  private func word(_ key: String) -> String? {
    guard let entry = entries[key], case .choice(let words) = field(key)?.kind else { return nil }
    guard case .string(let value) = entry.member.value.content else {
      wrongType(key, entry, needs: "a text")
      return nil
    }
    return knownWord(value, of: words, key: key, at: entry.place(entry.member.value.position))
  }

  private func knownWord(_ word: String, of words: [String], key: String, at place: Place)
    -> String?
  {
    guard !words.contains(word) else { return word }
    collector.report(
      .unknownWord, place, "\(SafeText.quoted(word)) is no choice for '\(key)'",
      remedy: NearestName.among(words, to: word).map { "did you mean '\($0)'?" }
        ?? "choose " + words.joined(separator: ", "))
    return nil
  }

  private func goals() -> [Goal]? {
    guard let entry = entries["goals"], case .list(let words) = field("goals")?.kind else {
      return nil
    }
    guard case .array(let elements) = entry.member.value.content else {
      wrongType("goals", entry, needs: "a list")
      return nil
    }
    var goals: [Goal] = []
    for element in elements {
      let place = entry.place(element.position)
      guard case .string(let text) = element.content else {
        collector.report(
          .packageShape, place, "a goal is \(element.kindName) instead of a text",
          remedy: "choose " + words.joined(separator: ", "))
        continue
      }
      guard let word = knownWord(text, of: words, key: "goals", at: place),
        let goal = Goal(rawValue: word)
      else { continue }
      if goals.contains(goal) {
        collector.report(
          .goals, place, "the goal '\(word)' comes twice", remedy: "name each goal once")
      } else {
        goals.append(goal)
      }
    }
    if goals.first != .shortfall {
      collector.report(
        .goals, entry.place(entry.member.value.position), "the goals do not begin with 'shortfall'",
        remedy: "put \"shortfall\" first: what is required comes before what is saved")
    }
    return goals
  }

  private func shareCaps() -> (perCrisis: Double?, overall: Double?) {
    guard let entry = entries["shareCap"], let field = field("shareCap") else { return (nil, nil) }
    func cap(_ node: JSONNode, name: String) -> Double? {
      guard case .number(let value) = node.content else {
        collector.report(
          .packageShape, entry.place(node.position),
          "'\(name)' is \(node.kindName) instead of a number", remedy: "write 0.5 for half")
        return nil
      }
      return RangeCheck(collector: collector).check(
        value, name: name, field: field, at: entry.place(node.position))
    }
    guard case .object(let members) = entry.member.value.content else {
      return (cap(entry.member.value, name: "shareCap"), nil)
    }
    var perCrisis: Double?
    var overall: Double?
    for member in members {
      switch member.key {
      case "perCrisis": perCrisis = cap(member.value, name: "perCrisis")
      case "overall": overall = cap(member.value, name: "overall")
      default:
        collector.report(
          .unknownKey, entry.place(member.keyPosition),
          "'shareCap' knows no key \(SafeText.quoted(member.key))",
          remedy: NearestName.among(["perCrisis", "overall"], to: member.key).map {
            "did you mean '\($0)'?"
          } ?? "known are perCrisis and overall")
      }
    }
    return (perCrisis, overall)
  }
}

extension PackageDescriptor.PolicyEntry {
  func place(_ position: TextPosition) -> Place {
    Place(file: file, row: position.row, column: position.column)
  }
}
