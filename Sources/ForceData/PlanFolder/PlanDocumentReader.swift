import ForceModel
import TextFormats

/// Reads plan.json and reports everything in it that has not the expected form.
struct PlanDocumentReader {
  let collector: FindingCollector
  let file: FindingCollector.File

  /// The plan; nil where the file has faults, which are reported.
  func read(_ bytes: [UInt8]) -> Plan? {
    let root: JSONNode
    do throws(JSONError) {
      root = try JSON.read(bytes)
    } catch {
      collector.report(
        error.kind == .invalidUTF8 ? .notText : .jsonSyntax,
        Place(file: file, row: error.position.row, column: error.position.column), error.message,
        remedy: "the file was cut off or changed; write the plan again")
      return nil
    }
    let found = collector.count
    let plan = plan(object(root, "the plan"))
    return collector.count == found ? plan : nil
  }

  private func object(_ node: JSONNode, _ subject: String) -> PlanObjectReader {
    PlanObjectReader(node, subject: subject, collector: collector, file: file)
  }

  private func plan(_ object: PlanObjectReader) -> Plan {
    let status: PlanStatus = object.word("status") ?? .invalid
    let exitCode = object.integer("exitCode")
    let isShort =
      exitCode == PlanDocument.shortfallExitCode && status.exitCode == 0
      && !object.objects("shortfalls").isEmpty
    if let place = object.place(of: "exitCode"), exitCode != status.exitCode, !isShort {
      collector.report(
        .planDisagreement, place,
        "'exitCode' is \(exitCode), but the status \(status.rawValue) has \(status.exitCode)",
        remedy: "undo the change, or write the plan again")
    }
    let model = object.object("model")
    let solver = object.object("solver")
    let plan = Plan(
      status: status,
      goals: object.objects("goals").map(goal), deployments: lines(object), tasks: lines(object),
      shortfalls: lines(object), prices: lines(object), contributors: lines(object),
      crises: lines(object), certificate: certificate(object.object("certificate")),
      model: ModelIdentity(name: model.text("name"), sha256: model.text("sha256")),
      solver: SolverFigures(
        columnsGenerated: solver.integer("columnsGenerated"),
        columnsPossible: solver.integer("columnsPossible"), rows: solver.integer("rows"),
        rounds: solver.integer("rounds"), iterations: solver.integer("iterations")),
      assumptions: object.texts("assumptions"),
      conflict: object.objects("conflict").map { conflict in
        let line = FixedLineConflict(
          row: conflict.integer("row"), description: conflict.text("description"))
        conflict.finish()
        return line
      })
    model.finish()
    solver.finish()
    object.finish()
    return plan
  }

  private func lines<Line: PlanLine>(_ object: PlanObjectReader) -> [Line] {
    object.objects(Line.table.rawValue).map { object in
      let line: Line = object.line()
      object.finish()
      return line
    }
  }

  private func goal(_ object: PlanObjectReader) -> GoalResult {
    let goal = GoalResult(
      level: object.integer("level"), name: object.text("name"), value: object.number("value"),
      bound: object.optionalNumber("bound"), gap: object.optionalNumber("gap"),
      unit: object.text("unit"))
    object.finish()
    return goal
  }

  private func certificate(_ object: PlanObjectReader) -> Certificate {
    let verification = object.object("verification")
    let certificate = Certificate(
      levels: object.objects("levels").map(level),
      // Plans of earlier versions, and of other programs, have neither this nor the units missing.
      contradiction: object.isGiven("contradiction")
        ? object.objects("contradiction").map(multiplier) : [],
      verification: Verification(
        feasible: verification.boolean("feasible"),
        largestViolation: verification.number("largestViolation"),
        bounds: verification.optionalNumbers("bounds"), gaps: verification.optionalNumbers("gaps"),
        missingUnits: verification.isGiven("missingUnits")
          ? verification.optionalNumber("missingUnits") : nil,
        complaints: verification.texts("complaints")))
    verification.finish()
    object.finish()
    return certificate
  }

  private func level(_ object: PlanObjectReader) -> LevelCertificate {
    let level = LevelCertificate(
      level: object.integer("level"), name: object.text("name"),
      goalMultipliers: object.numbers("goalMultipliers"),
      rows: object.objects("rows").map(multiplier))
    object.finish()
    return level
  }

  private func multiplier(_ row: PlanObjectReader) -> RowMultiplier {
    let multiplier = RowMultiplier(
      family: row.word("family") ?? .supply, subject: row.text("subject"),
      fromDay: row.number("fromDay"), untilDay: row.number("untilDay"),
      value: row.number("value"))
    row.finish()
    return multiplier
  }
}
