public import ForceModel

/// The data of a planning model as text for the reference model, `Models/force-plan.mod`.
///
/// The text holds what the planner's tables hold and nothing that is derived from it: time grid,
/// distances, transit, tours and loads are worked out by the reference model itself. Symbols are
/// quoted; identifiers consist of letters, digits, `_`, `-` and `.`, so they need no escapes.
public enum MathProgData {
  /// The data text that asks for one goal level.
  ///
  /// The reference model refuses data for a level that there is not.
  ///
  /// - Parameters:
  ///   - model: The model to write.
  ///   - level: The goal to minimise, counted from 1 in the order of plan.json.
  ///   - heldValues: Largest values that the first goals may have, indexed by level - 1; at most
  ///     `level - 1` of them. A goal without a value is not held.
  /// - Returns: A MathProg data section.
  /// - Complexity: Linear in the size of the tables.
  public static func text(
    for model: PlanningModel, level: Int = 1, heldValues: [Double] = []
  ) -> String {
    var writer = MathProgWriter()
    writer.writePolicy(of: model, level: level, heldValues: heldValues)
    writer.writeMembers(of: model)
    writer.writeMovement(of: model)
    writer.writePledges(of: model)
    writer.writeCrises(of: model)
    writer.writeFixedDeployments(of: model)
    return writer.text + "\nend;\n"
  }
}

/// Writes the data section statement by statement.
private struct MathProgWriter {
  /// What a caveat or the owner of a pool says where it names nobody in particular.
  static let any = quoted("*")
  /// The pool of a mode that needs none.
  static let noPool = quoted("(none)")
  /// An empty cell: the reference model's default holds.
  static let missing = "."

  private(set) var text = "# Data for force-plan.mod.\ndata;\n"

  // MARK: Parts of the model, in the order of force-plan.mod

  mutating func writePolicy(of model: PlanningModel, level: Int, heldValues: [Double]) {
    let policy = model.policy
    text += "\n"
    write("horizon", Self.number(policy.horizonDays))
    write("grid_days", Self.number(policy.gridDays))
    write("time_resolution", Self.number(policy.timeResolutionDays))
    write("strength", Self.quoted(policy.strength.rawValue))
    write("whole_units", Self.flag(policy.wholeUnits))
    write("share_cap_per_crisis", Self.number(policy.shareCapPerCrisis))
    write("share_cap_overall", Self.number(policy.shareCapOverall))
    write("minimum_tour", Self.number(policy.minimumTourDays))
    write("charge_return_lift", Self.flag(policy.chargeReturnLift))

    let goals = GoalLevel.levels(of: model).map(\.name)
    text += "\n"
    write("levels", "\(goals.count)")
    write("goal", Self.numbered(goals.map(Self.quoted)))
    write("level", "\(level)")
    write("held_value", Self.numbered(heldValues.map(Self.number)))
  }

  mutating func writeMembers(of model: PlanningModel) {
    writeTable(
      "Contributors", ["burden_weight", "share_cap"],
      model.contributors.map { member in
        [
          Self.quoted(member.id), Self.number(member.burdenWeight),
          member.shareCap.map(Self.number) ?? Self.missing,
        ]
      })
    writeTable(
      "Locations", ["latitude", "longitude"],
      model.locations.map { location in
        [
          Self.quoted(location.id), Self.number(location.latitude),
          Self.number(location.longitude),
        ]
      })
    writeSet("Capabilities", model.capabilities.map { [Self.quoted($0.id)] })
    writeTable(
      "Substitutions", ["substitute_effectiveness"],
      model.substitutions.map { substitution in
        [
          Self.quoted(model.capabilities[substitution.capability].id),
          Self.quoted(model.capabilities[substitution.substitutesFor].id),
          Self.number(substitution.effectiveness),
        ]
      })
  }

  mutating func writeMovement(of model: PlanningModel) {
    writeTable(
      "Modes",
      [
        "mode_km_per_day", "detour", "maximum_km", "handling_days", "cost_per_tonne_km",
        "needs_pool",
      ],
      model.modes.map { mode in
        [
          Self.quoted(mode.id), Self.number(mode.kilometresPerDay), Self.number(mode.detour),
          mode.maximumKilometres.map(Self.number) ?? Self.missing,
          Self.number(mode.handlingDays), Self.number(mode.costPerTonneKilometre),
          Self.flag(mode.needsLift),
        ]
      })
    writeTable(
      "Distances", ["table_km"],
      model.distances.map { distance in
        [
          Self.quoted(model.locations[distance.from].id),
          Self.quoted(model.locations[distance.to].id),
          Self.quoted(model.modes[distance.mode].id), Self.number(distance.kilometres),
        ]
      })
    writeTable(
      "Pools",
      [
        "pool_owner", "pool_mode", "assets", "asset_tonnes", "asset_seats", "asset_km_per_day",
        "availability",
      ],
      model.liftPools.map { pool in
        [
          Self.quoted(pool.id),
          pool.owner.map { Self.quoted(model.contributors[$0].id) } ?? Self.any,
          Self.quoted(model.modes[pool.mode].id), Self.number(pool.assets),
          Self.number(pool.tonnes), Self.number(pool.seats), Self.number(pool.kilometresPerDay),
          Self.number(pool.availability),
        ]
      })
  }

  mutating func writePledges(of model: PlanningModel) {
    writeTable(
      "Contributions",
      [
        "contributor", "capability", "base", "units", "personnel", "tonnes", "notice", "verified",
        "expected", "maximum_tour", "dwell_ratio", "daily_cost",
      ],
      model.contributions.map { pledge in
        [
          Self.quoted(pledge.id), Self.quoted(model.contributors[pledge.contributor].id),
          Self.quoted(model.capabilities[pledge.capability].id),
          Self.quoted(model.locations[pledge.base].id), Self.number(pledge.units),
          Self.number(pledge.personnel), Self.number(pledge.tonnes),
          Self.number(pledge.noticeToMove), Self.number(pledge.verified),
          Self.number(pledge.expected), pledge.maximumTour.map(Self.number) ?? Self.missing,
          Self.number(pledge.dwellRatio), Self.number(pledge.dailyCost),
        ]
      })
    // Two reasons for the same caveat are one member of the set.
    var caveats: [[String]] = []
    for caveat in model.caveats {
      let member = [
        Self.quoted(model.contributors[caveat.contributor].id),
        caveat.crisis.map { Self.quoted(model.crises[$0].id) } ?? Self.any,
        caveat.capability.map { Self.quoted(model.capabilities[$0].id) } ?? Self.any,
        caveat.mode.map { Self.quoted(model.modes[$0].id) } ?? Self.any,
      ]
      if caveats.last != member {
        caveats.append(member)
      }
    }
    writeSet("Caveats", caveats)
  }

  mutating func writeCrises(of model: PlanningModel) {
    writeTable(
      "Crises", ["place", "warning"],
      model.crises.map { crisis in
        [
          Self.quoted(crisis.id), Self.quoted(model.locations[crisis.location].id),
          Self.number(crisis.warning),
        ]
      })
    writeTable(
      "Requirements",
      [
        "crisis", "required", "quantity", "counted_in", "from_day", "until_day", "weight",
        "priority",
      ],
      model.requirements.map { requirement in
        [
          Self.quoted(requirement.id), Self.quoted(model.crises[requirement.crisis].id),
          Self.quoted(model.capabilities[requirement.capability].id),
          Self.number(requirement.quantity), Self.quoted(requirement.unit.rawValue),
          Self.number(requirement.from), Self.number(requirement.until),
          Self.number(requirement.weight), "\(requirement.priority)",
        ]
      })
  }

  mutating func writeFixedDeployments(of model: PlanningModel) {
    writeTable(
      "Fixed",
      [
        "fixed_contribution", "fixed_crisis", "fixed_mode", "fixed_pool", "fixed_units",
        "fixed_from", "fixed_until",
      ],
      model.fixedDeployments.map { fixed in
        [
          "\(fixed.row)", Self.quoted(model.contributions[fixed.contribution].id),
          Self.quoted(model.crises[fixed.crisis].id), Self.quoted(model.modes[fixed.mode].id),
          fixed.lift.map { Self.quoted(model.liftPools[$0].id) } ?? Self.noPool,
          Self.number(fixed.units), Self.number(fixed.from), Self.number(fixed.until),
        ]
      })
  }

  // MARK: Statements

  private mutating func write(_ parameter: String, _ value: String) {
    text += "param \(parameter) := \(value);\n"
  }

  private mutating func writeSet(_ name: String, _ members: [[String]]) {
    text += "\nset \(name) :=\n" + Self.lines(members)
  }

  /// A set together with the parameters that are indexed by it, one member a line.
  private mutating func writeTable(_ name: String, _ parameters: [String], _ rows: [[String]]) {
    text += "\nparam : \(name) : \(parameters.joined(separator: " ")) :=\n" + Self.lines(rows)
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { "  \($0.joined(separator: " "))\n" }.joined() + ";\n"
  }

  // MARK: Values

  private static func quoted(_ symbol: String) -> String { "'\(symbol)'" }

  private static func flag(_ value: Bool) -> String { value ? "1" : "0" }

  /// The shortest decimal that reads back as the same number.
  private static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Values of a parameter that is indexed from 1.
  private static func numbered(_ values: [String]) -> String {
    values.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: " ")
  }
}
