public import ForceModel
import TextFormats

/// Writes a planning model as a data package with complete schemas.
///
/// `ModelReader` makes an equal model of it, but for the digest of the files.
public enum ModelWriter {
  /// The files of a model: datapackage.json and its tables, in the order of data-package.md.
  ///
  /// Every column is written, also where it holds the default; optional tables without rows are left
  /// out, but for the modes. The same model always gives the same bytes.
  public static func files(of model: PlanningModel) -> [OutputFile] {
    let tables = ModelTable.allCases.compactMap { table -> (ModelTable, [[String]])? in
      let rows = rows(of: table, in: model)
      let isWritten = table.schema.isRequired || table == .modes || !rows.isEmpty
      return isWritten ? (table, rows) : nil
    }
    let descriptor = PackageWriter.descriptor(
      name: model.name, title: model.title, policy: policy(model.policy),
      tables: tables.map(\.0))
    let files = tables.map { table, rows in
      var writer = CSVWriter(header: table.schema.fields.map(\.name))
      for row in rows { writer.append(row) }
      return OutputFile(name: table.fileName, bytes: writer.bytes)
    }
    return [OutputFile(name: PackageDescriptor.fileName, text: JSON.text(descriptor))] + files
  }

  // MARK: - Policy

  static func policy(_ policy: Policy) -> JSONObject {
    [
      "horizonDays": .number(policy.horizonDays),
      "gridDays": .number(policy.gridDays),
      "timeResolutionDays": .number(policy.timeResolutionDays),
      "strength": .string(policy.strength.rawValue),
      "wholeUnits": .bool(policy.wholeUnits),
      "priorities": .string(policy.priorities.rawValue),
      "shareCap": [
        "perCrisis": .number(policy.shareCapPerCrisis), "overall": .number(policy.shareCapOverall),
      ],
      "goals": .array(policy.goals.map { .string($0.rawValue) }),
      "minTourDays": .number(policy.minimumTourDays),
      "chargeReturnLift": .bool(policy.chargeReturnLift),
      "seed": .number(policy.seed),
    ]
  }

  // MARK: - Rows

  /// The rows of a table, each with a cell for every field of its schema.
  static func rows(of table: ModelTable, in model: PlanningModel) -> [[String]] {
    let contributors = model.contributors
    let locations = model.locations
    let capabilities = model.capabilities
    let modes = model.modes
    switch table {
    case .contributors:
      return contributors.map { [$0.id, $0.name, cell($0.burdenWeight), cell($0.shareCap)] }
    case .locations:
      return locations.map {
        [$0.id, $0.name, cell($0.latitude), cell($0.longitude), $0.country]
      }
    case .capabilities:
      return capabilities.map {
        [$0.id, $0.category.rawValue, $0.name, cell($0.personnel), cell($0.tonnes)]
      }
    case .substitutions:
      return model.substitutions.map {
        [
          capabilities[$0.capability].id, capabilities[$0.substitutesFor].id,
          cell($0.effectiveness),
        ]
      }
    case .contributions:
      return model.contributions.map {
        [
          $0.id, contributors[$0.contributor].id, capabilities[$0.capability].id,
          locations[$0.base].id, cell($0.units), cell($0.personnel), cell($0.tonnes),
          cell($0.noticeToMove), cell($0.verified), cell($0.expected), cell($0.maximumTour),
          cell($0.dwellRatio), cell($0.dailyCost),
        ]
      }
    case .crises:
      return model.crises.map {
        [$0.id, $0.name, locations[$0.location].id, cell($0.warning), cell($0.probability)]
      }
    case .requirements:
      return model.requirements.map {
        [
          $0.id, model.crises[$0.crisis].id, capabilities[$0.capability].id, cell($0.quantity),
          $0.unit.rawValue, cell($0.from), cell($0.until), cell($0.weight), String($0.priority),
        ]
      }
    case .distances:
      return model.distances.map {
        [
          locations[$0.from].id, locations[$0.to].id, modes[$0.mode].id, cell($0.kilometres),
          "false",
        ]
      }
    case .modes:
      return modes.map {
        [
          $0.id, cell($0.kilometresPerDay), cell($0.detour), cell($0.maximumKilometres),
          cell($0.handlingDays), cell($0.costPerTonneKilometre), String($0.needsLift),
        ]
      }
    case .lift:
      return model.liftPools.map {
        [
          $0.id, name($0.owner, in: contributors.map(\.id)), modes[$0.mode].id, cell($0.assets),
          cell($0.tonnes), cell($0.seats), cell($0.kilometresPerDay), cell($0.availability),
        ]
      }
    case .caveats:
      return model.caveats.map {
        [
          contributors[$0.contributor].id, name($0.crisis, in: model.crises.map(\.id)),
          name($0.capability, in: capabilities.map(\.id)), name($0.mode, in: modes.map(\.id)),
          $0.reason,
        ]
      }
    case .fixed:
      return model.fixedDeployments.map { line in
        [
          model.contributions[line.contribution].id, model.crises[line.crisis].id,
          line.lift.map { model.liftPools[$0].id } ?? "", modes[line.mode].id, cell(line.units),
          cell(line.from), cell(line.until),
        ]
      }
    }
  }

  private static func cell(_ number: Double) -> String { DecimalText.format(number) }

  private static func cell(_ number: Double?) -> String { number.map(DecimalText.format) ?? "" }

  private static func name(_ index: Int?, in names: [String]) -> String {
    index.map { names[$0] } ?? ModelSchema.any
  }
}
