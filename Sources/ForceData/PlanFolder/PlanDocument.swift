public import ForceModel
public import TextFormats

/// plan.json: a whole plan as one JSON value.
public enum PlanDocument {
  /// Name of the file.
  public static let fileName = "plan.json"

  /// The exit code of a plan with shortfall where shortfall counts as failure.
  static let shortfallExitCode = 10

  /// The plan as JSON, members in the order of data-package.md.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - exitCode: How the process ends; the status's code where nil.
  /// - Returns: The whole plan.
  /// - Complexity: linear in the size of the plan.
  public static func json(_ plan: Plan, exitCode: Int? = nil) -> JSONValue {
    [
      "status": .string(plan.status.rawValue),
      "exitCode": .number(exitCode ?? plan.status.exitCode),
      "model": ["name": .string(plan.model.name), "sha256": .string(plan.model.sha256)],
      "goals": .array(plan.goals.map(json)),
      "deployments": .table(plan.deployments), "tasks": .table(plan.tasks),
      "shortfalls": .table(plan.shortfalls), "prices": .table(plan.prices),
      "contributors": .table(plan.contributors), "crises": .table(plan.crises),
      "conflict": .array(
        plan.conflict.map {
          ["row": .number($0.row), "description": .string($0.description)]
        }),
      "certificate": json(plan.certificate),
      "solver": [
        "columnsGenerated": .number(plan.solver.columnsGenerated),
        "columnsPossible": .number(plan.solver.columnsPossible),
        "rows": .number(plan.solver.rows), "rounds": .number(plan.solver.rounds),
        "iterations": .number(plan.solver.iterations),
      ],
      "assumptions": strings(plan.assumptions),
    ]
  }

  private static func json(_ goal: GoalResult) -> JSONValue {
    [
      "level": .number(goal.level), "name": .string(goal.name), "value": .number(goal.value),
      "bound": number(goal.bound), "gap": number(goal.gap), "unit": .string(goal.unit),
    ]
  }

  private static func json(_ certificate: Certificate) -> JSONValue {
    let verification = certificate.verification
    return [
      "levels": .array(certificate.levels.map(json)),
      "contradiction": json(certificate.contradiction),
      "verification": [
        "feasible": .bool(verification.feasible),
        "largestViolation": .number(verification.largestViolation),
        "bounds": .array(verification.bounds.map(number)),
        "gaps": .array(verification.gaps.map(number)),
        "missingUnits": number(verification.missingUnits),
        "complaints": strings(verification.complaints),
      ],
    ]
  }

  private static func json(_ level: LevelCertificate) -> JSONValue {
    [
      "level": .number(level.level), "name": .string(level.name),
      "goalMultipliers": .array(level.goalMultipliers.map { .number($0) }),
      "rows": json(level.rows),
    ]
  }

  private static func json(_ rows: [RowMultiplier]) -> JSONValue {
    .array(
      rows.map { row in
        [
          "family": .string(row.family.rawValue), "subject": .string(row.subject),
          "fromDay": .number(row.fromDay), "untilDay": .number(row.untilDay),
          "value": .number(row.value),
        ]
      })
  }

  private static func number(_ number: Double?) -> JSONValue {
    number.map { .number($0) } ?? .null
  }

  private static func strings(_ strings: [String]) -> JSONValue {
    .array(strings.map { .string($0) })
  }
}
