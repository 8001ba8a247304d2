public import ForceModel
import TextFormats

/// A variant of a comparison as the journal keeps it: a block with its name and the digest of its files, then
/// one for each table, which holds the rows that the table's CSV file will hold.
public struct VariantRecord: Sendable {
  /// The first block: what the record is of.
  static let nameBlock = 0

  /// The tables of a comparison, in the order of their blocks behind the first.
  enum Table: Int, CaseIterable {
    case inputs = 1
    case goals, crises, contributors, deployments, measures

    /// The kind of its lines.
    var line: any ComparisonLine.Type {
      switch self {
      case .inputs: InputDifference.self
      case .goals: GoalDifference.self
      case .crises: CrisisDifference.self
      case .contributors: ContributorDifference.self
      case .deployments: DeploymentDifference.self
      case .measures: PlanMeasures.self
      }
    }
  }

  let blocks: [[UInt8]]

  /// Makes the record of a variant, or of the base.
  ///
  /// - Parameters:
  ///   - lines: What its planning gave.
  ///   - sha256: The digest of the files that it was read from (`PlanningModel.identity`).
  public init(_ lines: VariantLines, sha256: String) {
    var name = CSVWriter()
    name.append([lines.name, sha256])
    blocks = [
      name.bytes, TableRows.bytes(of: lines.inputs), TableRows.bytes(of: lines.goals),
      TableRows.bytes(of: lines.crises), TableRows.bytes(of: lines.contributors),
      TableRows.bytes(of: lines.deployments), TableRows.bytes(of: [lines.measures]),
    ]
  }
}
