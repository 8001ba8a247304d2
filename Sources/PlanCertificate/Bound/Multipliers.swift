import ForceModel

/// The multipliers of one proof, checked and laid out by row.
struct Multipliers {
  /// One for each level before this one.
  let goals: [Double]
  /// By contribution and period; no entries where all are 0.
  private(set) var supply: [[Double]]
  /// By requirement and period within its window; no entries where all are 0.
  private(set) var requirement: [[Double]]
  /// By lift pool and period; no entries where all are 0.
  private(set) var lift: [[Double]]
  /// By crisis x members + member, then period; no entries where all are 0.
  private(set) var share: [[Double]]
  /// By member and period; no entries where all are 0.
  private(set) var shareOverall: [[Double]]
  /// By member.
  private(set) var burden: [Double]
  /// By fixed deployment.
  private(set) var commitment: [Double]

  /// What makes a file's multipliers unusable.
  struct Fault: Error {
    let sentence: String
  }

  /// Reads the multipliers of one level.
  ///
  /// - Throws: `Fault` for a multiplier that is negative, not finite or stated twice, or whose row
  ///   the model does not have.
  init(
    _ certificate: LevelCertificate, position: Int, levels: [GoalLevel], rules: RuleBook
  ) throws(Fault) {
    let name = levels[position].name
    guard certificate.level == position + 1, certificate.name == name else {
      throw Fault(
        sentence: """
          is for level \(certificate.level), \(quoted(certificate.name)), but belongs to level \
          \(position + 1), '\(name)'
          """)
    }
    guard certificate.goalMultipliers.count == position else {
      throw Fault(
        sentence: "has \(certificate.goalMultipliers.count) goal multipliers for \(position) goals")
    }
    if let multiplier = certificate.goalMultipliers.first(where: { !Self.isUsable($0) }) {
      throw Fault(sentence: "has the goal multiplier \(multiplier)")
    }
    try self.init(
      certificate.rows, goals: certificate.goalMultipliers,
      hasBurden: levels[...position].contains { $0.goal == .burden }, rules: rules)
  }

  /// Reads the multipliers of rows.
  ///
  /// - Throws: `Fault` as above.
  init(
    _ rows: [RowMultiplier], goals: [Double], hasBurden: Bool, rules: RuleBook
  ) throws(Fault) {
    let model = rules.model
    self.goals = goals
    supply = Array(repeating: [], count: model.contributions.count)
    requirement = Array(repeating: [], count: model.requirements.count)
    lift = Array(repeating: [], count: model.liftPools.count)
    share = Array(repeating: [], count: model.crises.count * model.contributors.count)
    shareOverall = Array(repeating: [], count: model.contributors.count)
    burden = Array(repeating: 0, count: model.contributors.count)
    commitment = Array(repeating: 0, count: model.fixedDeployments.count)

    var seen: Set<Row> = []
    for row in rows {
      guard Self.isUsable(row.value) else {
        throw Fault(sentence: "has the multiplier \(row.value) for \(Self.describe(row))")
      }
      guard let key = Row(row, rules: rules, hasBurden: hasBurden) else {
        throw Fault(
          sentence: "names \(Self.describe(row)), a row that the model does not have")
      }
      guard seen.insert(key).inserted else {
        throw Fault(sentence: "names \(Self.describe(row)) twice")
      }
      set(key, row.value, rules: rules)
    }
  }

  private static func isUsable(_ multiplier: Double) -> Bool {
    multiplier >= 0 && multiplier <= PlanVerifier.largestNumber
  }

  private static func describe(_ row: RowMultiplier) -> String {
    """
    \(row.family.rawValue) of \(quoted(row.subject)) from day \(words(row.fromDay)) to \
    \(words(row.untilDay))
    """
  }

  private mutating func set(_ row: Row, _ value: Double, rules: RuleBook) {
    let count = rules.periods.count
    switch row.family {
    case .supply: Self.set(&supply[row.subject], row.period, value, count: count)
    case .requirement:
      let window = rules.windows[row.subject]
      Self.set(
        &requirement[row.subject], row.period - window.lowerBound, value, count: window.count)
    case .lift: Self.set(&lift[row.subject], row.period, value, count: count)
    case .share: Self.set(&share[row.subject], row.period, value, count: count)
    case .shareOverall: Self.set(&shareOverall[row.subject], row.period, value, count: count)
    case .burden: burden[row.subject] = value
    case .commitment: commitment[row.subject] = value
    }
  }

  private static func set(_ values: inout [Double], _ position: Int, _ value: Double, count: Int) {
    if values.isEmpty { values = Array(repeating: 0, count: count) }
    values[position] = value
  }
}

extension Multipliers {
  /// A row of the model that a multiplier names.
  private struct Row: Hashable {
    let family: RowFamily
    /// Position in the family's array.
    let subject: Int
    /// 0 in families without periods.
    let period: Int

    init?(_ row: RowMultiplier, rules: RuleBook, hasBurden: Bool) {
      family = row.family
      let model = rules.model
      let names = rules.index
      let span = rules.periods.range(from: row.fromDay, until: row.untilDay)
      let subject: Int?
      switch row.family {
      case .supply: subject = names.contributions[row.subject]
      case .requirement: subject = names.requirements[row.subject]
      case .lift: subject = names.liftPools[row.subject]
      case .share:
        let parts = row.subject.split(separator: "@", omittingEmptySubsequences: false)
        guard
          parts.count == 2, let member = names.contributors[String(parts[0])],
          let crisis = names.crises[String(parts[1])]
        else { return nil }
        subject = crisis * model.contributors.count + member
      case .shareOverall: subject = names.contributors[row.subject]
      case .burden:
        guard let member = names.contributors[row.subject], span == 0..<rules.periods.count,
          hasBurden || model.contributors[member].burdenLimit != nil
        else { return nil }
        subject = member
      case .commitment:
        subject = model.fixedDeployments.firstIndex {
          String($0.row) == row.subject
            && rules.periods.range(from: $0.from, until: $0.until) == span
        }
      }
      guard let subject, let span else { return nil }
      self.subject = subject
      switch row.family {
      case .burden, .commitment:
        period = 0
      case .supply, .requirement, .lift, .share, .shareOverall:
        guard span.count == 1 else { return nil }
        period = span.lowerBound
      }
      if family == .requirement, !rules.windows[subject].contains(period) { return nil }
    }
  }
}
